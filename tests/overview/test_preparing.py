"""Preparing that is late or due soon stands among what has to be done today."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from ketnghia.checklists.operations import add_task
from ketnghia.overview.home import Home
from tests.making import make_exchange

TODAY = date(2026, 11, 24)


def test_one_line_for_each_exchange_the_most_pressing_first(cast: SimpleNamespace) -> None:
    soon = make_exchange(cast.friend, cast.east, on=date(2026, 12, 20), kind="visit")
    late = make_exchange(cast.friend, cast.east, on=date(2026, 12, 24), kind="visit")
    far = make_exchange(cast.friend, cast.east, on=date(2027, 6, 1), kind="visit")
    add_task(soon, unit=cast.east, what="In giấy mời", due_on=date(2026, 12, 1))
    add_task(late, unit=cast.east, what="Đặt xe", due_on=date(2026, 12, 22))
    add_task(late, unit=cast.east, what="Xin chủ trương", due_on=date(2026, 11, 20), owner="Ban")
    add_task(far, unit=cast.east, what="Thư mời", due_on=date(2027, 3, 1))

    lines = Home(cast.lan, today=TODAY).preparing

    assert [(line.tone, line.when, line.note) for line in lines] == [
        ("late", "quá 4 ngày", "Còn 2 việc, 1 quá hẹn. Xin chủ trương (Ban)."),
        ("due", "1/12, còn 7 ngày", "Còn 1 việc. In giấy mời."),
    ]
    assert Home(cast.stranger, today=TODAY).preparing == []
