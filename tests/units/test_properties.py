"""Whatever is founded, merged, moved and undone, the register keeps its promises."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ketnghia.units.models import Level, Reach, Succession, Unit, UnitName
from ketnghia.units.operations import (
    found,
    move,
    rebuild_reach,
    rename,
    succeed,
    undo_succession,
)
from ketnghia.vietnamese.dates import day as said

FIRST = date(2020, 1, 1)
picks = st.integers(0, 99)
acts = st.lists(
    st.tuples(
        st.sampled_from(
            ["found", "merged", "absorbed", "split", "ended", "rename", "move", "undo"]
        ),
        picks,
        picks,
        picks,
    ),
    min_size=1,
    max_size=14,
)


def act(what: str, on: date, picked: tuple[int, ...]) -> None:
    """Try one change with units picked by number; a refusal leaves nothing behind."""
    units = list(Unit.objects.order_by("pk"))
    a, b, c = (units[pick % len(units)] for pick in picked)
    try:
        with transaction.atomic():
            if what in {"found", "rename", "move", "undo"}:
                change(what, on, a, b, picked[0])
            else:
                conclude(what, on, a, b, c)
    except ValidationError:
        pass


def change(what: str, on: date, a: Unit, b: Unit, number: int) -> None:
    successions = list(Succession.objects.all())
    if what == "found":
        found(f"Đoàn {said(on)}", level=Level.BASE, parent=a, on=on)
    elif what == "rename":
        rename(a, name=f"Đoàn mới {said(on)}", on=on)
    elif what == "move":
        move(a, parent=b, on=on)
    elif successions:
        undo_succession(successions[number % len(successions)])


def conclude(kind: str, on: date, a: Unit, b: Unit, c: Unit) -> None:
    sides = {
        "merged": {"predecessors": list({a, b}), "new_name": f"Đoàn gộp {said(on)}"},
        "absorbed": {"predecessors": [a], "successors": [b]},
        "split": {"predecessors": [a], "successors": list({b, c})},
        "ended": {"predecessors": [a]},
    }
    succeed(kind=kind, on=on, legal_basis="QĐ", **sides[kind])


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(story=acts)
def test_any_story_keeps_the_promises_of_the_register(
    story: list[tuple[str, int, int, int]],
) -> None:
    with transaction.atomic():
        top = found("Trung ương", level=Level.CENTRAL)
        for number in range(3):
            found(f"Tỉnh đoàn {number}", level=Level.PROVINCIAL, parent=top)
        for number, (what, *picked) in enumerate(story):
            # Two acts share each day: what happens together must not depend on the order.
            act(what, FIRST + timedelta(days=30 * (number // 2)), tuple(picked))
        check_reach()
        for unit in Unit.objects.all():
            check_heirs(unit)
            check_lineage(unit)
            check_names(unit)
        transaction.set_rollback(True)


def check_reach() -> None:
    """The cache kept step by step is the one a rebuild writes."""
    kept = set(Reach.objects.values_list("holder", "unit"))
    rebuild_reach()
    assert set(Reach.objects.values_list("holder", "unit")) == kept


def check_heirs(unit: Unit) -> None:
    assert all(heir.is_living for heir in unit.heirs())


def check_lineage(unit: Unit) -> None:
    assert not unit.predecessor_ids() & unit.successor_ids()
    assert unit.pk not in unit.predecessor_ids() | unit.successor_ids()


def check_names(unit: Unit) -> None:
    """Official names follow each other without a hole from its first day to its last."""
    names = list(unit.names.filter(form=UnitName.Form.OFFICIAL, language="vi"))
    last = unit.ended_on - timedelta(days=1) if unit.ended_on else None
    assert (names[0].valid_from, names[-1].valid_until) == (unit.began_on, last)
    for before, after in pairwise(names):
        assert before.valid_until + timedelta(days=1) == after.valid_from
