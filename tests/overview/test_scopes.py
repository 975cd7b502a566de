"""A seat over thousands of papers is shown its own units first; small ones see everything."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from ketnghia.overview import scopes
from ketnghia.overview.home import Home
from ketnghia.overview.scopes import Scope
from ketnghia.overview.ties import ties_of
from ketnghia.units.models import Breadth, Unit
from ketnghia.units.operations import succeed
from tests.making import make_agreement, make_commitment, make_exchange, make_unit

RELATIONS = reverse("overview:relations")


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if two units and one paper were a whole country."""
    monkeypatch.setattr(scopes, "breadth_of", lambda _user: Breadth.MANY)
    monkeypatch.setattr(scopes, "MANY_PAPERS", 1)


@pytest.fixture
def papers(cast: SimpleNamespace) -> tuple[Unit, Unit]:
    """A friend of the province and one of a unit below it."""
    near, far = make_unit("Tỉnh đoàn Gần"), make_unit("Huyện đoàn Xa")
    make_commitment(make_agreement(cast.province, near), ("meeting", "at_least", 1))
    make_commitment(make_agreement(cast.east, far), ("meeting", "at_least", 1))
    return near, far


def partners(scope: Scope) -> set[str]:
    return {tie.right.name for tie in ties_of(scope.user, scope=scope)}


def test_who_reaches_little_is_told_everything(
    cast: SimpleNamespace, papers: tuple[Unit, Unit]
) -> None:
    scope = Scope(cast.minh)

    assert not scope.is_narrow
    assert partners(scope) == {"Tỉnh đoàn Gần", "Huyện đoàn Xa"}


def test_who_reaches_much_is_told_their_own_units_first(
    cast: SimpleNamespace, papers: tuple[Unit, Unit], narrow: None
) -> None:
    make_exchange(cast.east, papers[1])
    home = Home(cast.minh)

    assert partners(Scope(cast.minh)) == {"Tỉnh đoàn Gần"}
    assert {tie.right.name for tie in home.ties} == {"Tỉnh đoàn Gần"}
    assert {duty.commitment.agreement.pk for duty in home.open_duties} <= {
        paper.pk for paper in home.papers
    }


def test_a_name_is_looked_for_among_all_units_below(
    cast: SimpleNamespace, papers: tuple[Unit, Unit], narrow: None
) -> None:
    assert partners(Scope(cast.minh, "huyen doan XA")) == {"Huyện đoàn Xa"}
    assert partners(Scope(cast.minh, "không có")) == set()


def test_what_a_unit_went_into_is_found_by_its_new_name(
    cast: SimpleNamespace, papers: tuple[Unit, Unit], narrow: None
) -> None:
    succeed(
        kind="merged",
        on=date(2025, 7, 1),
        legal_basis="thử",
        predecessors=[papers[1], make_unit("Huyện đoàn Khác")],
        new_name="Xã đoàn Mới",
    )

    assert partners(Scope(cast.minh, "xa doan moi")) == {"Xã đoàn Mới"}


def test_the_pages_say_what_they_leave_out(
    client: Client, cast: SimpleNamespace, papers: tuple[Unit, Unit], narrow: None
) -> None:
    client.force_login(cast.minh)

    home = client.get(reverse("overview:home")).content.decode()
    listed = client.get(RELATIONS).content.decode()
    found = client.get(RELATIONS, {"q": "xa"}).content.decode()

    assert "Việc của các đơn vị bên dưới" in home
    assert "Đang xem mối quan hệ của" in listed
    assert "Huyện đoàn Xa" not in listed
    assert "Huyện đoàn Xa" in found


def test_nobody_finds_ties_of_units_they_do_not_reach(
    cast: SimpleNamespace, papers: tuple[Unit, Unit], narrow: None
) -> None:
    assert partners(Scope(cast.stranger, "xa")) == set()
