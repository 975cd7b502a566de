"""Who reads children's names: only who is entrusted, only of the own unit, and never unseen."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from ketnghia.children.models import ChildList, Keeper, Opening
from ketnghia.children.operations import current_opening, entrust, erase, open_list
from ketnghia.children.operations.opening import close_list
from ketnghia.units.models import Seat
from ketnghia.units.operations import end_seat, succeed
from tests.children.making import make_keeper
from tests.making import make_seat, make_unit

EVERYBODY = ("lan", "minh", "hoa", "quan", "stranger")


def readers(cast: SimpleNamespace) -> list[str]:
    return [who for who in EVERYBODY if ChildList.objects.kept_by(getattr(cast, who)).exists()]


def test_running_a_unit_or_the_province_above_it_reads_no_name(
    cast: SimpleNamespace, child_list: ChildList
) -> None:
    known = [who for who in EVERYBODY if ChildList.objects.visible_to(getattr(cast, who)).exists()]

    assert known == ["lan", "minh", "hoa", "quan"]
    assert readers(cast) == ["lan"]


def test_entrusted_above_is_not_entrusted_below(
    cast: SimpleNamespace, child_list: ChildList
) -> None:
    make_keeper(cast.minh, cast.province, by=cast.quan)

    assert readers(cast) == ["lan"]


def test_the_right_ends_when_it_is_taken_back_or_the_seat_ends(
    cast: SimpleNamespace, child_list: ChildList
) -> None:
    Keeper.objects.get().end()
    assert readers(cast) == []
    with pytest.raises(ValidationError, match="thôi giao"):
        Keeper.objects.get().end()

    make_keeper(cast.lan, cast.east, by=cast.quan)
    assert readers(cast) == ["lan"]
    end_seat(Seat.objects.get(user=cast.lan))
    assert readers(cast) == []


def test_only_who_enters_things_there_is_entrusted_and_once(
    cast: SimpleNamespace, keeper: None
) -> None:
    reader = make_seat(cast.hoa, cast.east, Seat.Role.READER)

    with pytest.raises(ValidationError, match="đang nhập liệu"):
        entrust(reader, by=cast.quan)
    with pytest.raises(ValidationError, match="đang giữ"):
        make_keeper(cast.lan, cast.east, by=cast.quan)


def test_who_keeps_the_successors_lists_keeps_the_predecessors(
    cast: SimpleNamespace, child_list: ChildList
) -> None:
    heir = make_unit("Đoàn xã Hà Đông", parent=cast.province, on=date(2026, 1, 1))
    make_seat(cast.minh, heir)
    make_keeper(cast.minh, heir, by=cast.quan)
    assert readers(cast) == ["lan"]

    succeed(
        kind="absorbed",
        on=timezone.localdate(),
        legal_basis="Nghị quyết 1",
        predecessors=[cast.east],
        successors=[heir],
        by=cast.quan,
    )

    assert "minh" in readers(cast)


def test_an_opening_says_who_and_why_and_lasts_half_an_hour(
    cast: SimpleNamespace, child_list: ChildList
) -> None:
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        opening = open_list(child_list, why="papers", by=cast.lan)
        assert current_opening(child_list, cast.lan) == opening
        assert current_opening(child_list, cast.minh) is None
    with time_machine.travel(now + timedelta(minutes=29)):
        assert current_opening(child_list, cast.lan) == opening
    with time_machine.travel(now + timedelta(minutes=31)):
        assert current_opening(child_list, cast.lan) is None

    assert (opening.by, opening.why, opening.act) == (cast.lan, "papers", "opened")


def test_closing_ends_it_and_opening_again_is_another_entry(
    cast: SimpleNamespace, child_list: ChildList
) -> None:
    open_list(child_list, why="papers", by=cast.lan)
    open_list(child_list, why="consent", by=cast.lan)
    assert Opening.objects.open_at(timezone.now()).count() == 1

    close_list(child_list, by=cast.lan)

    assert current_opening(child_list, cast.lan) is None
    assert Opening.objects.count() == 2


def test_an_erased_list_cannot_be_opened(cast: SimpleNamespace, child_list: ChildList) -> None:
    erase(child_list, by=cast.lan)

    with pytest.raises(ValidationError, match="đã xóa tên"):
        open_list(child_list, why="papers", by=cast.lan)
