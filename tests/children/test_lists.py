"""Making a list with its purpose, and the children in it."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError

from ketnghia.children.models import Child, ChildList
from ketnghia.children.operations import (
    add_children,
    change_erase_day,
    correct_child,
    erase,
    let_go,
    make_list,
)
from ketnghia.children.sealing import Particulars
from ketnghia.children.sheet import Numbers
from ketnghia.exchanges.models import Exchange
from ketnghia.exchanges.operations import add_side, correct, remove_side
from tests.children.making import make_child_list
from tests.making import make_unit


def make(visit: Exchange, cast: SimpleNamespace, **facts: object) -> ChildList:
    side = visit.participations.get(unit=cast.east)
    plain = {"about": visit.title, "last_day": visit.ends_on, "unit": cast.east, "by": cast.lan}
    return make_list(side, **{**plain, "purpose": "travel", **facts})  # type: ignore[arg-type]


def test_names_are_kept_thirty_days_after_the_last_day(
    cast: SimpleNamespace, keeper: None, visit: Exchange
) -> None:
    assert make(visit, cast).erase_on == visit.ends_on + timedelta(days=30)


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"purpose": "other"}, "Nói rõ mục đích"),
        ({"basis": "law"}, "Ghi điều luật"),
        ({"erase_on": date(2020, 1, 1)}, "đã qua"),
        ({"erase_on": date(2099, 1, 1)}, "lâu nhất"),
    ],
)
def test_a_list_says_what_for_on_what_grounds_and_until_when(
    cast: SimpleNamespace, keeper: None, visit: Exchange, facts: dict[str, object], refusal: str
) -> None:
    with pytest.raises(ValidationError, match=refusal):
        make(visit, cast, **facts)


def test_only_who_is_entrusted_makes_one(cast: SimpleNamespace, visit: Exchange) -> None:
    with pytest.raises(ValidationError, match="không được giao"):
        make(visit, cast)


def test_no_more_is_kept_than_the_purpose_needs(
    cast: SimpleNamespace, keeper: None, visit: Exchange
) -> None:
    child = Particulars("Vũ Ngọc Linh", "2015-04-03", "5A", "C1234567")
    kept = {}
    for purpose in ("travel", "border", "insurance", "lodging"):
        child_list = make(visit, cast, purpose=purpose)
        add_children(child_list, children=[child], by=cast.lan)
        kept[purpose] = child_list.children.get().particulars

    assert kept == {
        "travel": Particulars("Vũ Ngọc Linh", "2015", "5A"),
        "border": Particulars("Vũ Ngọc Linh", "2015-04-03", "", "C1234567"),
        "insurance": Particulars("Vũ Ngọc Linh", "2015-04-03"),
        "lodging": Particulars("Vũ Ngọc Linh", "2015"),
    }


def test_the_same_list_again_adds_nobody_and_namesakes_stay_two(
    cast: SimpleNamespace, child_list: ChildList
) -> None:
    again = [
        Particulars("Vũ Ngọc Linh", "2015", "Lớp 5A"),
        Particulars("Vũ Ngọc Linh", "2014", "6"),
    ]

    added = add_children(child_list, children=again, by=cast.lan)

    assert (added.added, added.known) == (1, 1)
    assert list(child_list.children.values_list("place", flat=True)) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("child", "refusal"),
    [
        (Particulars("", "2015"), "Ghi họ tên"),
        (Particulars("Vũ Ngọc Linh"), "Ghi năm sinh"),
        (Particulars("Vũ Ngọc Linh", "2009"), "Đủ 16 tuổi"),
    ],
)
def test_who_is_no_child_or_not_known_is_refused(
    cast: SimpleNamespace, child_list: ChildList, child: Particulars, refusal: str
) -> None:
    if child.born == "2009":
        ChildList.objects.update(last_day=date(2026, 12, 31))
        child_list.refresh_from_db()

    with pytest.raises(ValidationError, match=refusal) as told:
        add_children(child_list, children=[child], by=cast.lan)
    assert "Linh" not in str(told.value)


def test_a_day_of_birth_is_asked_where_the_purpose_needs_it(
    cast: SimpleNamespace, keeper: None, visit: Exchange
) -> None:
    with pytest.raises(ValidationError, match="cần cả ngày sinh"):
        make_child_list(visit, cast.east, "Vũ Ngọc Linh", by=cast.lan, purpose="insurance")


def test_a_child_is_corrected_and_asked_from_seven(child_list: ChildList, today: date) -> None:
    child = child_list.children.get(place=1)

    correct_child(child, particulars=Particulars("Vũ Ngọc Lan", str(today.year - 3), "Mầm non"))

    child.refresh_from_db()
    assert (child.particulars.name, child.is_asked) == ("Vũ Ngọc Lan", False)


def test_a_child_that_does_not_come_leaves_its_place_empty(child_list: ChildList) -> None:
    child = child_list.children.get(place=2)

    let_go(child)

    child.refresh_from_db()
    assert (child.sealed, child.removal, str(child)) == ("", "left", "em số 2")
    with pytest.raises(ValidationError, match="ra khỏi danh sách"):
        let_go(child)
    numbers = Numbers(child_list)
    assert (numbers.number, numbers.gone) == (2, [("không đi nữa", 1)])


def test_the_day_of_erasing_moves_only_with_a_reason_and_within_a_year(
    child_list: ChildList, today: date
) -> None:
    change_erase_day(child_list, erase_on=today, why="đã về")
    assert ChildList.objects.due_on(today).count() == 1

    with pytest.raises(ValidationError, match="lâu nhất"):
        change_erase_day(child_list, erase_on=today + timedelta(days=900), why="cứ giữ")


def test_an_exchange_on_other_days_moves_it(
    cast: SimpleNamespace, child_list: ChildList, visit: Exchange
) -> None:
    before = child_list.erase_on

    correct(visit, kind="visit", title=visit.title, begins_on=visit.begins_on + timedelta(days=9))

    child_list.refresh_from_db()
    assert child_list.erase_on == before + timedelta(days=9)
    assert child_list.last_day == visit.ends_on


def test_an_exchange_called_off_leaves_names_a_week(
    cast: SimpleNamespace, child_list: ChildList, visit: Exchange, today: date
) -> None:
    visit.cancel(why="bão", by=cast.lan)

    child_list.refresh_from_db()
    assert child_list.erase_on == today + timedelta(days=7)
    assert "hủy" in child_list.erase_why


def test_a_side_taken_out_takes_its_childrens_names_along(
    cast: SimpleNamespace, child_list: ChildList, visit: Exchange
) -> None:
    add_side(visit, unit=cast.west, role="guest")
    add_side(visit, unit=make_unit("Đoàn xã Bắc Hà", parent=cast.province), role="guest")

    remove_side(visit.participations.get(unit=cast.east), by=cast.minh)

    child_list.refresh_from_db()
    assert child_list.is_erased
    assert set(Child.objects.values_list("sealed", flat=True)) == {""}


def test_an_erased_list_takes_nobody_in(cast: SimpleNamespace, child_list: ChildList) -> None:
    erase(child_list, by=cast.lan)

    with pytest.raises(ValidationError, match="đã xóa tên"):
        add_children(child_list, children=[Particulars("Vũ Ngọc Lan", "2015")], by=cast.lan)
    with pytest.raises(ValidationError, match="đã xóa tên"):
        change_erase_day(child_list, erase_on=child_list.erase_on, why="nhầm")
