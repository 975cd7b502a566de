"""The benchmark prints every row; what it measures is never judged by a test."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from django.core.management import CommandError, call_command

from ketnghia.simulation.bench import pages, representations, rollups, screens, tree
from ketnghia.simulation.bench.measuring import Figure, Runs, run, timed
from ketnghia.simulation.bench.telling import told
from ketnghia.simulation.nation.making import Nation

# What the people of so small a country have nothing of; the centre only reads, and no round is its.
HAVE_NONE = {
    "tỉnh": set(),
    "xã": {"một quan hệ", "một sổ luân phiên"},
    "trung ương": {
        "ghi hoạt động",
        "một đợt sơ kết",
        "báo cáo đang làm",
        "báo cáo đã nộp",
        "một số của báo cáo",
        "so sánh cấp dưới",
        "lời văn báo cáo",
        "bản in báo cáo",
        "xuất xlsx: báo cáo",
    },
}
COMMAND = "ketnghia.simulation.management.commands.bench"


def test_runs_warm_up_once_and_stop_when_they_take_long() -> None:
    calls: list[int] = []

    assert timed(lambda: calls.append(1), times=3) >= 0
    assert len(calls) == 4
    assert len(run(lambda: None, times=9).taken) == 9
    assert len(run(lambda: None, times=9, seconds=0).taken) == 3


def test_the_slow_end_of_runs() -> None:
    runs = Runs([float(taken) for taken in range(1, 101)])

    assert (runs.p50, runs.p95) == (50.5, 95.05)
    assert Runs([3.0, 1.0, 2.0]).p95 == 3.0


@pytest.mark.parametrize(
    ("better", "value", "is_reached", "missed_by"),
    [
        ("lower", 5, True, None),
        ("lower", 15, False, 1.5),
        ("higher", 11, True, None),
        ("higher", 5, False, 2.0),
    ],
)
def test_a_figure_knows_whether_it_is_reached(
    better: str, value: float, *, is_reached: bool, missed_by: float | None
) -> None:
    figure = Figure("x", value, 10, better=better)

    assert figure.is_reached is is_reached
    assert figure.missed_by == missed_by


def test_a_line_tells_everything_that_was_measured() -> None:
    figure = Figure("Hoạt động", 1234.5, 40, middle=20.25, queries=12, ratio=1.5, group="Màn hình")

    line = " ".join(told(figure, after=None).split())

    assert line == (
        "Màn hình Hoạt động 1.234,50 ms giữa 20,25 12 truy vấn gấp 1,50 câu SQL thuần"
        " (cần ≤ 40: CHƯA, gấp 30,86)"
    )
    assert told(figure, after=figure).startswith("Hoạt động")
    assert told(Figure("x", 1, 2), after=None).endswith("(cần ≤ 2: đạt)")


def test_every_screen_is_opened_and_told(nation: Nation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screens, "SOME", 1)  # one address of each is enough here

    opened = list(screens.figures(1))
    names = [figure.name for figure in opened]

    assert len(names) == len(set(names))
    for who, has_none in HAVE_NONE.items():
        told = {screen.name for screen in pages.SCREENS if f"{screen.name} ({who})" in names}
        assert {screen.name for screen in pages.SCREENS} - told == has_none
    assert all(figure.queries and figure.size for figure in opened)
    assert any(figure.ratio for figure in opened)


def test_every_roll_up_and_every_tree_is_told(nation: Nation) -> None:
    summed = [figure.name for figure in rollups.figures(1)]
    assert len(summed) == len(set(summed)) == 8

    climbed = [figure.name for figure in tree.figures(1)]
    assert len(climbed) == len(set(climbed)) == 27


def test_three_ways_to_hold_the_tree_find_the_same_units(land: None) -> None:
    told = {figure.name[2:] for figure in representations.compare(1) if "đơn vị" in figure.name}

    assert {name.rsplit(", ", 1)[0] for name in told} == {
        "một tỉnh hôm nay",
        "một tỉnh năm 2020",
        "cả nước hôm nay",
    }
    assert len(told) == 3


def test_json_is_exactly_one_object(db: None, capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    def figures(_runs: int) -> Iterator[Figure]:
        yield Figure("cây", 1.5, 60)

    monkeypatch.setattr(f"{COMMAND}.PARTS", {"tree": figures})
    monkeypatch.setattr(f"{COMMAND}.Command._fill", lambda _self, _scale: None)

    call_command("bench", "--json", "--inside", "--scale", "0.5", only=["tree"])

    told = json.loads(capsys.readouterr().out)
    assert (told["scale"], len(told["results"])) == (0.5, 1)
    assert told["results"][0]["name"] == "cây"
    assert told["results"][0]["missed_by"] is None


@pytest.mark.parametrize("scale", ["0", "2"])
def test_a_senseless_scale_is_refused(scale: str) -> None:
    with pytest.raises(CommandError, match="--scale"):
        call_command("bench", scale=float(scale))


def test_only_a_simulated_country_is_measured_in_place(db: None) -> None:
    with pytest.raises(CommandError, match="chưa có dữ liệu mô phỏng"):
        call_command("bench", here=True)
