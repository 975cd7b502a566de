"""A tiny made-up country, built once for the tests of this room and rolled back at their end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction

from ketnghia.simulation.nation.making import Nation
from ketnghia.simulation.nation.units import MEASURED, simulate_units

TODAY = date(2026, 6, 30)
SCALE = 0.002


def make_nation(*, seed: int = 1, today: date = TODAY) -> Nation:
    made = Nation(
        scale=SCALE,
        seed=seed,
        today=today,
        say=lambda _words: None,
        reviewed=MEASURED,  # one province: a country has thousands of reports at any scale
    )
    made.make()
    return made


@pytest.fixture(scope="package")
def _land(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """Units alone; the tests of this room meet the same ones, those of others none of them."""
    with django_db_blocker.unblock(), transaction.atomic():
        simulate_units(scale=SCALE)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def land(_land: None, db: None) -> None:
    """The units of a made-up country, without anything they did."""


@pytest.fixture
def nation(land: None) -> Nation:
    """A made-up country of fourteen hundred deeds, as it is on a day."""
    return make_nation()
