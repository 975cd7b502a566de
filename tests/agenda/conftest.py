"""One record of every source, around one day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from types import SimpleNamespace

import pytest
import time_machine

from ketnghia.checklists.operations import add_task
from ketnghia.exchanges.hours import Hours
from ketnghia.exchanges.models import Exchange
from ketnghia.exchanges.operations import follow_up, write_item
from ketnghia.units.models import Unit
from tests.making import (
    make_activity,
    make_agreement,
    make_commitment,
    make_exchange,
    make_round,
)

TODAY = date(2026, 12, 9)


@pytest.fixture(autouse=True)
def _today() -> object:
    with time_machine.travel("2026-12-09T08:00:00+07:00", tick=False):
        yield


@pytest.fixture
def busy(cast: SimpleNamespace) -> Callable[[Unit], Exchange]:
    """Give a unit one of everything, in December 2026; returns the exchange."""

    def fill(unit: Unit) -> Exchange:
        paper = make_agreement(
            unit, cast.friend, signed_on=date(2025, 12, 31), starts_on=date(2025, 12, 31),
            ends_on=date(2026, 12, 30),
        )  # fmt: skip
        make_commitment(paper, ("meeting", "at_least", 1))
        exchange = make_exchange(unit, cast.friend, on=date(2026, 12, 10))
        Exchange.objects.filter(pk=exchange.pk).update(ends_on=date(2026, 12, 12))
        exchange.refresh_from_db()
        write_item(
            exchange, kind="talk", title="Phiên hội đàm", on=exchange.begins_on,
            hours=Hours(time(7, 30), time(11)),
        )  # fmt: skip
        follow_up(exchange, what="Gửi ảnh", due_on=exchange.ends_on + timedelta(days=7))
        make_activity(unit, on=date(2026, 12, 20))
        add_task(exchange, unit=unit, what="Thư mời", due_on=date(2026, 12, 15))
        make_round(unit, first=date(2026, 7, 1), last=date(2026, 12, 31), due_on=date(2026, 12, 18))
        return exchange

    return fill
