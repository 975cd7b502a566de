"""A visit with children, and Lan who keeps the lists of her commune."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.utils.timezone import localdate

from ketnghia.children.models import ChildList
from ketnghia.exchanges.models import Exchange
from tests.children.making import make_child_list, make_keeper
from tests.making import make_exchange

NAMES = ("Vũ Ngọc Linh", "Đỗ Quang Huy", "Lê An Nhiên")


@pytest.fixture
def visit(cast: SimpleNamespace) -> Exchange:
    """The commune in the east visits a friend abroad in twenty days."""
    on = localdate() + timedelta(days=20)
    return make_exchange(cast.friend, cast.east, on=on, kind="visit")


@pytest.fixture
def keeper(cast: SimpleNamespace) -> None:
    make_keeper(cast.lan, cast.east, by=cast.quan)


@pytest.fixture
def child_list(cast: SimpleNamespace, keeper: None, visit: Exchange) -> ChildList:
    return make_child_list(visit, cast.east, *NAMES, by=cast.lan)


@pytest.fixture
def today() -> date:
    return localdate()
