"""The score on the project's own corpus never falls below its floors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ketnghia.simulation.reading.corpus import Article, articles, score
from ketnghia.simulation.reading.floors import Floors, measured
from tools import reading_floors

CORPUS = Path(__file__).parent / "corpus"
# Articles of the yardstick, where it is present; no test needs it.
YARDSTICK = Path(__file__).resolve().parents[3] / "shared" / "reading" / "dev"
LEAST_ON_YARDSTICK = 0.93


@pytest.fixture(scope="module")
def now() -> Floors:
    return measured(CORPUS)


def test_no_field_is_below_its_floor(now: Floors) -> None:
    assert Floors.kept(CORPUS).fallen(now) == []


def test_the_whole_reaches_what_was_asked(now: Floors) -> None:
    whole = now.fields["all"]

    assert 2 * whole.precision * whole.recall / (whole.precision + whole.recall) >= 0.93


def test_what_fell_is_told_and_keeps_its_reason(now: Floors, tmp_path: Path) -> None:
    before = Floors("other", 1, {"units": type(now.fields["units"])(1.1, 1.1)})

    fallen = before.fallen(now)
    now.because(before, "luật chung hơn").keep(tmp_path)

    assert fallen[0].startswith("Kho bài đã đổi")
    assert fallen[1].startswith("units.precision")
    assert Floors.kept(tmp_path).lowered[0].endswith("(luật chung hơn)")
    assert Floors.kept(tmp_path / "nowhere").fields == {}


@pytest.mark.parametrize(("arguments", "code"), [(["check"], 0), (["lower", " "], 2), ([], 2)])
def test_the_tool(arguments: list[str], code: int) -> None:
    assert reading_floors.main(arguments) == code


def test_the_tool_refuses_to_lower_silently(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    first = next(iter(sorted((CORPUS / "articles").glob("*.json"))))
    (folder / first.name).write_text(first.read_text("utf-8"), "utf-8")
    monkeypatch.setattr(reading_floors, "CORPUS", tmp_path)

    assert reading_floors.main(["raise"]) == 0
    kept = json.loads((tmp_path / "floors.json").read_text("utf-8"))
    kept["fields"]["units"]["precision"] = 1.1
    (tmp_path / "floors.json").write_text(json.dumps(kept), "utf-8")

    assert reading_floors.main(["raise"]) == 1
    assert reading_floors.main(["lower", "thử"]) == 0
    assert reading_floors.main(["check"]) == 0


def _yardstick() -> list[Article]:
    return [
        Article(told["id"], told["text"], told.get("format") == "html", told["gold"])
        for path in sorted(YARDSTICK.glob("*.json"))
        for told in [json.loads(path.read_text("utf-8"))]
    ]


if YARDSTICK.is_dir():

    def test_the_yardstick_where_it_is_present() -> None:
        assert score(_yardstick())["all"].f1 >= LEAST_ON_YARDSTICK


def test_the_corpus_is_whole() -> None:
    told = articles(CORPUS)

    assert len(told) == Floors.kept(CORPUS).articles >= 70
    assert len({article.id for article in told}) == len(told)
