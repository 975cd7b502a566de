from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError

from ketnghia.units.models import Reach, Succession, Unit, UnitName
from ketnghia.units.operations import (
    add_name,
    correct,
    give_seat,
    move,
    rebuild_reach,
    remove_name,
    rename,
    succeed,
    undo_succession,
)
from tests.making import make_agreement, make_seat, make_unit, make_user

DAY = date(2025, 7, 1)
EVE = DAY - timedelta(days=1)


def reach() -> set[tuple[int, int]]:
    return set(Reach.objects.values_list("holder", "unit"))


def merge(*olds: Unit, into: str = "Tỉnh đoàn Đông Nam") -> Succession:
    return succeed(kind="merged", on=DAY, legal_basis="NQ 1", predecessors=olds, new_name=into)


def test_a_province_reaches_its_communes_and_nothing_else(cast: SimpleNamespace) -> None:
    assert set(Unit.objects.run_by(cast.minh)) == {cast.province, cast.east, cast.west}


def test_founding_keeps_the_same_reach_that_a_rebuild_writes(cast: SimpleNamespace) -> None:
    kept = reach()

    rebuild_reach()

    assert reach() == kept


def test_a_merger_founds_the_new_unit_and_ends_the_old_ones(cast: SimpleNamespace) -> None:
    new = merge(cast.province, cast.elsewhere).successors.get()
    cast.province.refresh_from_db()

    assert (new.began_on, cast.province.ended_on) == (DAY, DAY)
    assert (cast.province.name_on(EVE), new.name_on(DAY)) == (
        "Tỉnh đoàn Đông Sơn",
        "Tỉnh đoàn Đông Nam",
    )
    assert set(cast.province.heirs()) == {new}
    assert new.lineage_ids() == {new.pk, cast.province.pk, cast.elsewhere.pk}


def test_what_stood_below_the_old_stands_below_the_new(cast: SimpleNamespace) -> None:
    new = merge(cast.province, cast.elsewhere).successors.get()

    assert set(Unit.objects.below(new, on=DAY)) == {cast.east, cast.west}
    assert set(Unit.objects.below(cast.province, on=EVE)) == {cast.east, cast.west}
    assert set(Unit.objects.below(cast.province, on=DAY)) == set()


def test_who_runs_the_successor_reaches_the_predecessors_papers(cast: SimpleNamespace) -> None:
    new = merge(cast.province, cast.elsewhere).successors.get()
    officer = make_user("moi")
    make_seat(officer, new)

    assert set(Unit.objects.run_by(officer)) == {
        new,
        cast.province,
        cast.elsewhere,
        cast.east,
        cast.west,
    }


def test_an_undone_merger_leaves_no_trace_in_the_register(cast: SimpleNamespace) -> None:
    before = reach()
    succession = merge(cast.province, cast.elsewhere)

    undo_succession(succession)
    cast.province.refresh_from_db()

    assert reach() == before
    assert cast.province.ended_on is None
    assert set(Unit.objects.below(cast.province, on=DAY)) == {cast.east, cast.west}
    assert not Unit.objects.filter(name="Tỉnh đoàn Đông Nam").exists()


def test_an_undo_is_refused_once_something_builds_on_it(cast: SimpleNamespace) -> None:
    seated, signing = merge(cast.province, cast.elsewhere), merge(cast.east, cast.west, into="Xã")
    make_seat(make_user("moi"), seated.successors.get())
    make_agreement(signing.successors.get(), cast.friend)

    for succession in (seated, signing):
        with pytest.raises(ValidationError, match="không hoàn tác được nữa"):
            undo_succession(Succession.objects.get(pk=succession.pk))


def test_an_undo_waits_for_the_later_succession(cast: SimpleNamespace) -> None:
    first = merge(cast.east, cast.west, into="Đoàn xã Hà")
    succeed(
        kind="ended", on=date(2026, 1, 1), legal_basis="QĐ", predecessors=first.successors.all()
    )

    with pytest.raises(ValidationError, match="thay đổi sau đó"):
        undo_succession(first)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"kind": "merged"}, "Hợp nhất cần"),
        ({"kind": "split"}, "Chia tách cần"),
        ({"kind": "renamed"}, "sửa tên"),
        ({"kind": "absorbed", "successors": ["east", "west"]}, "đúng một đơn vị nhận"),
        ({"successors": ["province"]}, "tự kế thừa"),
        ({"predecessors": []}, "ít nhất một"),
        ({"legal_basis": "  "}, "văn bản"),
        ({"on": date(2099, 1, 1)}, "quá một năm"),
        ({"successors": ["late"]}, "chưa thành lập"),
        ({"successors": ["dead"]}, "không còn"),
        ({"predecessors": ["dead"]}, "kết thúc rồi"),
        ({"predecessors": ["late"]}, "chưa thành lập"),
    ],
)
def test_a_wrong_succession_is_refused_in_words(
    cast: SimpleNamespace, change: dict[str, object], refusal: str
) -> None:
    cast.late = make_unit("Tỉnh đoàn Sau", on=date(2026, 1, 1))
    cast.dead = make_unit("Tỉnh đoàn Xưa")
    succeed(kind="ended", on=date(2020, 1, 1), legal_basis="QĐ", predecessors=[cast.dead])
    facts = {
        "kind": "absorbed",
        "on": DAY,
        "legal_basis": "NQ 1",
        "predecessors": ["province"],
        "successors": ["elsewhere"],
    } | change
    for side in ("predecessors", "successors"):
        facts[side] = [getattr(cast, name) for name in facts[side]]

    with pytest.raises(ValidationError, match=refusal):
        succeed(**facts)


def test_a_renamed_unit_stays_itself(cast: SimpleNamespace) -> None:
    rename(cast.east, name="Đoàn phường Đông Hà", on=DAY)
    cast.east.refresh_from_db()

    assert (cast.east.name_on(EVE), cast.east.name_on(DAY)) == (
        "Đoàn xã Đông Hà",
        "Đoàn phường Đông Hà",
    )
    assert cast.east in Unit.objects.search("doan xa dong ha")
    with pytest.raises(ValidationError, match="đang dùng"):
        rename(cast.east, name="Đoàn phường Đông Hà", on=date(2025, 9, 1))
    with pytest.raises(ValidationError, match="phải sau"):
        rename(cast.east, name="Đoàn phường Hà", on=DAY)


def test_a_moved_unit_takes_its_papers_along(cast: SimpleNamespace) -> None:
    move(cast.east, parent=cast.elsewhere, on=DAY)

    assert cast.east in Unit.objects.visible_to(cast.stranger)
    assert cast.east not in Unit.objects.visible_to(cast.minh)
    assert set(Unit.objects.below(cast.province, on=EVE)) == {cast.east, cast.west}
    kept = reach()
    rebuild_reach()
    assert reach() == kept


def test_a_unit_cannot_stand_below_itself(cast: SimpleNamespace) -> None:
    with pytest.raises(ValidationError, match="cấp dưới"):
        move(cast.province, parent=cast.east, on=DAY)


def test_an_alias_is_found_and_a_wrong_one_taken_away(cast: SimpleNamespace) -> None:
    alias = add_name(cast.friend, name="ເມືອງຊາ", form=UnitName.Form.OFFICIAL, language="lo")

    assert cast.friend in Unit.objects.search("ເມືອງຊາ")
    remove_name(alias)
    assert cast.friend not in Unit.objects.search("ເມືອງຊາ")
    with pytest.raises(ValidationError, match="Tên chính thức"):
        remove_name(cast.friend.names.get())


def test_correcting_mends_the_name_and_the_first_day(cast: SimpleNamespace) -> None:
    correct(cast.west, name="Đoàn xã Tây Hồ", kind="union", began_on=date(2000, 1, 1))
    cast.west.refresh_from_db()

    assert (cast.west.name, cast.west.names.get().valid_from) == (
        "Đoàn xã Tây Hồ",
        date(2000, 1, 1),
    )
    assert cast.west.standings.get().valid_from == date(2000, 1, 1)


def test_a_seat_is_not_given_twice_nor_in_a_dead_unit(cast: SimpleNamespace) -> None:
    with pytest.raises(ValidationError, match="đang có quyền"):
        give_seat(cast.east, user=cast.lan, role="officer")
    succeed(kind="ended", on=DAY, legal_basis="QĐ", predecessors=[cast.west])
    cast.west.refresh_from_db()
    with pytest.raises(ValidationError, match="đơn vị kế thừa"):
        give_seat(cast.west, user=cast.lan, role="officer")


def test_a_unit_without_successor_leaves_its_rights_to_the_one_above(cast: SimpleNamespace) -> None:
    succeed(kind="ended", on=DAY, legal_basis="QĐ", predecessors=[cast.west])
    cast.west.refresh_from_db()

    assert set(cast.west.heirs()) == {cast.province}
