"""A list is given only for children who agreed, and never without an entry."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from ketnghia.children.models import ChildList, Handover
from ketnghia.children.operations import erase, hand_over
from ketnghia.children.year import Year
from tests.children.test_consents import agree


def give(child_list: ChildList, cast: SimpleNamespace, **facts: object) -> Handover:
    plain = {
        "children": list(child_list.children.filter(removed_on=None)),
        "recipient": "Tỉnh đoàn Mường Xa",
        "country": "LA",
        "channel": "hand",
        "basis": "Thư mời số 12; đồng ý của đại diện và các em",
        "on": localdate(),
        "by": cast.lan,
    }
    return hand_over(child_list, **{**plain, **facts})  # type: ignore[arg-type]


def test_abroad_every_child_must_have_agreed_to_that(
    cast: SimpleNamespace, child_list: ChildList
) -> None:
    agree(child_list, cast, uses=["list"])
    agree(child_list, cast, (1, 3), ["abroad"])

    with pytest.raises(ValidationError, match="Em số 2 chưa đồng ý") as told:
        give(child_list, cast)
    assert "Huy" not in str(told.value)
    assert not Handover.objects.exists()

    children = list(child_list.children.exclude(place=2))
    handover = give(child_list, cast, children=children)
    assert (handover.number, handover.is_abroad, handover.what) == (
        2,
        True,
        "họ tên, năm sinh, đơn vị, lớp",
    )
    assert handover.by == cast.lan


def test_a_platform_abroad_is_abroad_too(cast: SimpleNamespace, child_list: ChildList) -> None:
    agree(child_list, cast, uses=["list"])

    assert not give(child_list, cast, country="VN").is_abroad
    with pytest.raises(ValidationError, match="chưa đồng ý"):
        give(child_list, cast, country="VN", channel="foreign_platform")


def test_where_a_law_asks_the_office_at_home_is_given_without(
    cast: SimpleNamespace, child_list: ChildList
) -> None:
    child_list.basis = "law"

    assert give(child_list, cast, country="VN").number == 3
    with pytest.raises(ValidationError, match="chưa đồng ý"):
        give(child_list, cast)


def test_a_consent_that_has_run_out_does_not_count(
    cast: SimpleNamespace, child_list: ChildList, today: date
) -> None:
    agree(child_list, cast, until=today - timedelta(days=1))

    with pytest.raises(ValidationError, match="Em số 1, 2, 3 chưa đồng ý"):
        give(child_list, cast)


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"children": []}, "ít nhất một em"),
        ({"on": date(2099, 1, 1)}, "chưa tới"),
        ({"keeps_until": date(2000, 1, 1)}, "phải sau ngày giao"),
    ],
)
def test_an_entry_without_its_facts_is_refused(
    cast: SimpleNamespace, child_list: ChildList, facts: dict[str, object], refusal: str
) -> None:
    agree(child_list, cast)

    with pytest.raises(ValidationError, match=refusal):
        give(child_list, cast, **facts)


def test_who_left_the_list_or_an_erased_list_is_not_given(
    cast: SimpleNamespace, child_list: ChildList
) -> None:
    agree(child_list, cast)
    children = list(child_list.children.all())
    erase(child_list, by=cast.lan)

    with pytest.raises(ValidationError, match="đã xóa tên"):
        give(child_list, cast, children=children)
    child_list.erased_at = None
    with pytest.raises(ValidationError, match="ra khỏi danh sách"):
        give(child_list, cast, children=[child_list.children.get(place=1)])


def test_the_year_tells_what_was_given_and_by_when_a_file_is_due(
    cast: SimpleNamespace, child_list: ChildList, today: date
) -> None:
    agree(child_list, cast)
    assert Year(cast.hoa).dossier_by is None
    give(child_list, cast)

    year = Year(cast.hoa)

    assert (year.lists, year.first_abroad) == (1, today)
    assert year.dossier_by == today + timedelta(days=60)
    assert Year(cast.stranger).lists == 0
    assert Year(cast.stranger).first_abroad is None
