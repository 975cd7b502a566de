from __future__ import annotations

import json

import pytest
from django.core.management import CommandError, call_command

from ketnghia.simulation.country import simulate_units
from ketnghia.simulation.measuring import Figure, timed
from ketnghia.simulation.papers import simulate_agreements
from ketnghia.simulation.representations import compare
from ketnghia.simulation.tree import figures
from ketnghia.units.models import Level, Standing, Unit


def test_the_middle_run_is_told() -> None:
    calls: list[int] = []

    assert timed(lambda: calls.append(1), times=3) >= 0
    assert len(calls) == 4  # one warms up


@pytest.mark.parametrize(
    ("better", "value", "is_reached"),
    [("lower", 5, True), ("lower", 11, False), ("higher", 11, True), ("higher", 5, False)],
)
def test_a_figure_knows_whether_it_is_reached(
    better: str, value: float, *, is_reached: bool
) -> None:
    assert Figure("x", value, 10, better=better).is_reached is is_reached


@pytest.mark.parametrize("scale", ["0", "2"])
def test_a_senseless_scale_is_refused(scale: str) -> None:
    with pytest.raises(CommandError, match="--scale"):
        call_command("bench", scale=float(scale))


def test_the_simulated_country_is_repeatable_and_measured(db: None, capsys) -> None:
    number = simulate_units(scale=0.001)

    assert simulate_units(scale=0.001) == number
    made = Unit.objects.filter(code__startswith="mp-")
    assert made.count() == 60
    assert set(Standing.objects.filter(unit__in=made).values_list("level", flat=True)) == {
        Level.BASE,
        Level.BRANCH,
    }
    simulate_agreements(20)
    taken = list(figures())
    assert len({figure.name for figure in taken}) == len(taken) == 21
    told = {figure.name[2:]: set() for figure in compare() if "đơn vị" in figure.name}
    assert {name.rsplit(", ", 1)[0] for name in told} == {
        "một tỉnh hôm nay",
        "một tỉnh năm 2020",
        "cả nước hôm nay",
    }
    assert len(told) == 3  # the three ways find the same number of units


def test_json_is_exactly_one_object(db: None, capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    command = "ketnghia.simulation.management.commands.bench"
    monkeypatch.setattr(f"{command}.figures", lambda: iter([Figure("cây", 1.5, 60)]))
    monkeypatch.setattr(f"{command}.Command._fill", lambda _self, _scale: None)

    call_command("bench", "--json", "--inside", "--scale", "0.5")

    told = json.loads(capsys.readouterr().out)
    assert (told["scale"], told["results"]) == (
        0.5,
        [{"name": "cây", "value": 1.5, "target": 60, "unit": "ms", "better": "lower"}],
    )
