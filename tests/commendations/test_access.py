from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.test import Client

from ketnghia.commendations.models import Award
from ketnghia.commendations.operations import (
    draft_decision,
    hold_council,
    judge,
    record_count,
    write_honour,
)
from ketnghia.commendations.sitting import sittings
from ketnghia.people.operations import new_person
from tests.commendations.making import honour, make_award, make_decision, to_unit
from tests.commendations.rounds import make_award_round, make_nomination
from tests.doors import knock, row, tries
from tests.making import make_round

# The commune in the east keeps the register; the province above it reads and runs it.
READ = row(302, 200, 200, 200, 200, 404)
EDIT = row(302, 200, 200, 404, 200, 404)
POST = row(302, 302, 302, 404, 302, 404)
SIGN = row(302, 404, 404, 404, 200, 404)
OPEN = row(302, 200, 200, 200, 200, 200)
WRITE = row(302, 200, 200, 404, 200, 200)
DOORS = {
    "commendations:list": OPEN,
    "commendations:award": READ,
    "commendations:award_edit": EDIT,
    "commendations:award_revoke": SIGN,
    "commendations:award_remove": POST,
    "commendations:count_name": EDIT,
    "commendations:record": WRITE,
    "commendations:count_record": WRITE,
    "commendations:decision": READ,
    "commendations:decision_add": EDIT,
    "commendations:decision_ceremony": EDIT,
    "commendations:decision_paper": READ,
    "commendations:honours": OPEN,
    "commendations:honour_create": WRITE,
    "commendations:honour_edit": EDIT,
    "commendations:honour_switch": POST,
    "commendations:for_unit": READ,
    "commendations:for_report": READ,
    "commendations:for_person": OPEN,
}
# A province's round: units below put forward, the province judges.
TREE = row(302, 200, 200, 200, 200, 404)
NOMINATES = row(302, 200, 200, 404, 200, 404)
KEEPS = row(302, 404, 200, 404, 200, 404)
KEEPS_POST = row(302, 404, 302, 404, 302, 404)
COUNCIL = row(302, 404, 200, 200, 200, 404)
DOORS |= {
    "commendations:rounds": OPEN,
    "commendations:round_open": WRITE,
    "commendations:round": TREE,
    "commendations:round_edit": KEEPS,
    "commendations:round_close": KEEPS_POST,
    "commendations:round_reopen": KEEPS_POST,
    "commendations:quota_add": KEEPS,
    "commendations:quota_edit": KEEPS,
    "commendations:quota_remove": KEEPS_POST,
    "commendations:candidates": NOMINATES,
    "commendations:nominate": NOMINATES,
    "commendations:nomination": READ,
    "commendations:nomination_edit": EDIT,
    "commendations:nomination_remove": POST,
    "commendations:proof_add": EDIT,
    "commendations:proof_remove": POST,
    "commendations:nomination_submit": EDIT,
    "commendations:nomination_withdraw": POST,
    "commendations:nomination_send_back": KEEPS,
    "commendations:repeat_answer": EDIT,
    "commendations:council_hold": KEEPS,
    "commendations:council": COUNCIL,
    "commendations:council_edit": KEEPS,
    "commendations:council_agree": KEEPS_POST,
    "commendations:council_minutes": COUNCIL,
    "commendations:council_judge": KEEPS,
    "commendations:petition": READ,
    "commendations:decision_draft": KEEPS,
    "commendations:decision_mend": KEEPS,
    "commendations:decision_issue": row(302, 404, 404, 404, 200, 404),
    "commendations:decision_drop": KEEPS_POST,
}
POSTED = {name for name, statuses in DOORS.items() if statuses["minh"] == 302}
ON = date(2026, 3, 20)


@pytest.fixture
def keys(cast: SimpleNamespace) -> dict[str, list[int | str]]:
    """What each door asks for."""
    decision = make_decision(
        cast.east, to_unit(cast.east), given=honour("base-giay-khen"), number="1-QĐ/ĐTN"
    )
    award = decision.awards.get()
    count = record_count(
        keeper=cast.east, kind="person", number=3, on=ON, givers=[cast.east], by=cast.lan
    )
    own = write_honour(
        owner=cast.east, name="Thư khen", tier="upper_base", for_whom="both", by=cast.lan
    )
    awards = {name: [award.pk] for name in DOORS if name.startswith("commendations:award")}
    decisions = {name: [decision.pk] for name in DOORS if "decision" in name}
    return awards | decisions | _of_a_round(cast) | {
        "commendations:count_name": [count.pk],
        "commendations:honour_edit": [own.pk],
        "commendations:honour_switch": [own.pk],
        "commendations:for_unit": [cast.east.pk],
        "commendations:for_report": [make_round(cast.province).reports.get(unit=cast.east).pk],
        "commendations:for_person": [new_person("Nguyễn Văn An").pk],
    }  # fmt: skip


def _of_a_round(cast: SimpleNamespace) -> dict[str, list[int | str]]:
    """A round of the province; the commune in the east writes one nomination and sent another."""
    medal = honour("provincial-flag")
    made = make_award_round(cast.province, honour(), medal, collectives=9)
    quota = made.quotas.first()
    assert quota
    written = make_nomination(made, cast.east, given=honour(), keys=("activity:1",))
    before = make_award(cast.province, cast.east)
    sent = make_nomination(made, cast.east, given=medal, sent_by=cast.lan)
    council = hold_council(made, held_on=ON, members=sittings("Nguyễn Văn An"), by=cast.minh)
    judge(council, make_nomination(made, cast.west, given=medal, sent_by=cast.minh),
          agrees=True, by=cast.minh)  # fmt: skip
    draft = draft_decision(made, medal, by=cast.minh)
    councils = {name: [council.pk] for name in DOORS if name.startswith("commendations:council")}
    drafts = ("decision_mend", "decision_issue", "decision_drop")
    rounds = {name: [made.pk] for name in DOORS if name.startswith("commendations:round_")}
    del rounds["commendations:round_open"]
    mine = {name: [written.pk] for name in DOORS if name.startswith("commendations:nomination")}
    return rounds | mine | councils | {f"commendations:{name}": [draft.pk] for name in drafts} | {
        "commendations:council_hold": [made.pk],
        "commendations:council_judge": [council.pk, sent.pk],
        "commendations:petition": [made.pk, cast.east.pk],
        "commendations:decision_draft": [made.pk, medal.pk],
        "commendations:round": [made.pk],
        "commendations:candidates": [made.pk],
        "commendations:nominate": [made.pk],
        "commendations:quota_add": [made.pk],
        "commendations:quota_edit": [quota.pk],
        "commendations:quota_remove": [quota.pk],
        "commendations:proof_add": [written.pk],
        "commendations:proof_remove": [written.proofs.get().pk],
        "commendations:nomination_withdraw": [sent.pk],
        "commendations:repeat_answer": [written.pk, f"s{before.pk}"],
    }  # fmt: skip


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, keys: dict[str, list[int | str]], name: str, who: str
) -> None:
    status = knock(client, cast, name, who, args=keys.get(name, []), posts=name in POSTED)

    assert status == DOORS[name][who]


def test_whoever_was_honoured_reads_the_line_and_does_not_change_it(
    client: Client, cast: SimpleNamespace
) -> None:
    decision = make_decision(cast.elsewhere, to_unit(cast.east), to_unit(cast.friend))
    ours, theirs = decision.awards.order_by("order")

    assert knock(client, cast, "commendations:award", "lan", args=[ours.pk]) == 200
    assert knock(client, cast, "commendations:award_edit", "lan", args=[ours.pk]) == 404
    assert knock(client, cast, "commendations:award", "lan", args=[theirs.pk]) == 404
    assert knock(client, cast, "commendations:decision", "lan", args=[decision.pk]) == 200
    assert list(Award.objects.visible_to(cast.lan)) == [ours]
