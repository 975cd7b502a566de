from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.test import Client

from ketnghia.activities.models import Campaign, Organiser
from ketnghia.activities.operations import offer, write_indicator
from ketnghia.agreements.models import Duty
from tests.doors import knock, row, tries
from tests.making import (
    make_activity,
    make_agreement,
    make_commitment,
    make_figures,
    make_indicator,
)

OPEN = row(302, 200, 200, 200, 200, 200)
RUNS = row(302, 200, 200, 404, 200, 200)
READ = row(302, 200, 200, 200, 200, 404)
EDIT = row(302, 200, 200, 404, 200, 404)
POST = row(302, 302, 302, 404, 302, 404)
# The unit that joined in is the commune in the west: Lan of the east has no say in its answer.
OTHER_SIDE = row(302, 404, 200, 404, 200, 404)
HEAR = row(302, 200, 200, 404, 200, 200)
DOORS = {
    "activities:list": OPEN,
    "activities:create": RUNS,
    "activities:hear": HEAR,
    "activities:detail": READ,
    "activities:edit": EDIT,
    "activities:figure_add": EDIT,
    "activities:figure_edit": EDIT,
    "activities:figure_remove": POST,
    "activities:offer": EDIT,
    "activities:divide": EDIT,
    "activities:withdraw": POST,
    "activities:reply": OTHER_SIDE,
    "activities:overlaps": OPEN,
    "activities:overlap_answer": POST,
    "activities:totals": OPEN,
    "activities:total_figures": OPEN,
    "activities:indicators": OPEN,
    "activities:indicator_create": RUNS,
    "activities:indicator_edit": EDIT,
    "activities:campaigns": OPEN,
    "activities:campaign_create": RUNS,
    "activities:campaign_edit": RUNS,
    "activities:for_duty": EDIT,
    "activities:credit": POST,
    "activities:for_agreement": READ,
}
POSTED = {name for name, statuses in DOORS.items() if statuses in (POST, HEAR)}


@pytest.fixture
def keys(cast: SimpleNamespace) -> dict[str, list[int]]:
    """What each door asks for; an activity the commune in the east leads and the west joined."""
    agreement = make_agreement(cast.east, cast.friend)
    make_commitment(agreement, ("welfare", "at_least", 1))
    duty = Duty.objects.earliest("starts_on")
    gifts = make_indicator()
    activity = make_activity(cast.east)
    figure, other = make_figures(activity, (gifts, 20), (gifts, 1900))
    joint = offer(activity, unit=cast.west, share=Decimal(30))
    own = write_indicator(
        owner=cast.east, name="Cây ổi", measure="cây", group="C", from_year=2024, by=cast.lan
    )
    campaign = Campaign.objects.called("Tháng Thanh niên 2024")
    assert Organiser.objects.get(pk=joint.pk).is_asked
    return {
        **{
            f"activities:{name}": [activity.pk]
            for name in ("detail", "edit", "figure_add", "offer")
        },
        **{f"activities:{name}": [figure.pk] for name in ("figure_edit", "figure_remove")},
        **{f"activities:{name}": [joint.pk] for name in ("divide", "withdraw", "reply")},
        "activities:overlap_answer": [other.overlaps_before.get().pk],
        "activities:total_figures": [gifts.pk],
        "activities:indicator_edit": [own.pk],
        "activities:campaign_edit": [campaign.pk],
        "activities:for_duty": [duty.pk],
        "activities:credit": [duty.pk, activity.pk],
        "activities:for_agreement": [agreement.pk],
    }


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, keys: dict[str, list[int]], name: str, who: str
) -> None:
    status = knock(client, cast, name, who, args=keys.get(name, []), posts=name in POSTED)

    assert status == DOORS[name][who]
