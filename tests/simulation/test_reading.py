"""How the reader is scored, and how it is told beside a peer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from ketnghia.simulation.reading import measuring, peer
from ketnghia.simulation.reading.measuring import measure
from ketnghia.simulation.reading.peer import MISSING, PeerReading, people_of, read_by_peer
from ketnghia.simulation.reading.scoring import fold, overlap, scored

GOLD: dict[str, Any] = {
    "kind": "signing",
    "published_on": None,
    "event_start": "2020-03-05",
    "event_end": "2020-03-05",
    "place": "tỉnh Cà Mau",
    "units": [["Tỉnh đoàn Cà Mau"], ["Tỉnh đoàn Hà Nam", "Đoàn TNCS Hồ Chí Minh tỉnh Hà Nam"]],
    "people": [{"name": "Nguyễn Văn An", "position": "Bí thư Tỉnh đoàn Cà Mau"}],
    "agreement": {
        "kind": "programme",
        "parties": [0, 1],
        "signed_on": None,
        "term_start": 2020,
        "term_end": 2022,
    },
    "commitments": [{"quantity": 2, "bound": "at_least", "per": "year", "what": "hoạt động"}],
    "figures": [{"value": 50, "unit": "suất quà Tết", "bound": "exactly"}],
    "money": [{"vnd": 1000, "bound": "exactly", "purpose": None}],
}


def test_a_record_like_the_one_made_by_hand_is_all_right() -> None:
    told = scored([(GOLD, GOLD)])

    assert told["all"].f1 == 1.0
    assert (told["all"].wanted, told["published_on"].wanted) == (17, 0)


CHANGES: dict[str, tuple[str, Any]] = {
    "place": ("place", "Cà Mau"),
    "units": ("units", [["đoàn tncs hồ chí minh tỉnh hà nam"], ["Tỉnh đoàn Cà Mau"]]),
    "people": ("people", [{"name": "NGUYỄN VĂN AN", "position": "Bí thư Tỉnh đoàn tỉnh Cà Mau"}]),
    "figures": ("figures", [{"value": 50, "unit": "suất quà", "bound": "exactly"}]),
}


@pytest.mark.parametrize(("field", "change"), CHANGES.items())
def test_small_words_make_no_difference(field: str, change: tuple[str, Any]) -> None:
    assert scored([(GOLD, {**GOLD, change[0]: change[1]})])[field].f1 == 1.0


WRONG: dict[str, tuple[str, Any]] = {
    "kind": ("kind", "review"),
    "figures": ("figures", [{"value": 50, "unit": "suất quà Tết", "bound": "about"}]),
    "commitments": (
        "commitments",
        [{"quantity": 2, "bound": "at_least", "per": None, "what": "hoạt động"}],
    ),
    "money": ("money", [{"amount": 1000, "currency": "USD", "bound": "exactly", "purpose": None}]),
    "agreement": ("agreement", None),
    "units": ("units", [["Tỉnh đoàn Huế"]]),
}


@pytest.mark.parametrize(("field", "change"), WRONG.items())
def test_what_is_wrong_is_wrong(field: str, change: tuple[str, Any]) -> None:
    assert scored([(GOLD, {**GOLD, change[0]: change[1]})])[field].f1 == 0.0


def test_a_party_is_the_unit_it_was_matched_with() -> None:
    turned = {
        **GOLD,
        "units": list(reversed(GOLD["units"])),
        "agreement": {**GOLD["agreement"], "parties": [0]},
    }
    told = scored([(GOLD, turned)])["parties"]

    assert (told.right, told.found, told.wanted) == (1, 1, 2)


def test_words_are_compared_without_case_and_punctuation() -> None:
    assert fold(' Tỉnh  ĐOÀN, "Hà Nam". ') == "tỉnh đoàn hà nam"
    assert overlap("a b c", "a b") == 0.8
    assert overlap("", "") == 1.0
    assert overlap("a", "") == 0.0


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    article = {
        "id": "x001",
        "text": "Hai Tỉnh đoàn gặp gỡ\n\nAnh Nguyễn Văn An, Bí thư Tỉnh đoàn Cà Mau, phát biểu.",
        "gold": {**GOLD, "agreement": None},
    }
    (tmp_path / "articles" / "x001.json").write_text(json.dumps(article), "utf-8")
    return tmp_path


def test_both_readers_stand_side_by_side(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = PeerReading([["Nguyễn Văn An", "Tỉnh đoàn"]], 0.5)
    monkeypatch.setattr(measuring, "read_by_peer", lambda _texts: found)

    told = measure(corpus)

    ours, theirs = told.readers
    assert (ours.people.f1, theirs.people.precision, theirs.per_second) == (1.0, 0.5, 2.0)
    lines = list(told.lines())
    assert any(line.startswith("người") for line in lines)
    assert lines[-1].startswith("underthesea")
    assert json.loads(json.dumps(told.plain()))["articles"] == 1


def test_without_a_peer_only_ours_is_told(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "read_by_peer", lambda _texts: None)

    assert "Chưa cài bộ so sánh" in list(measure(corpus).lines())[-1]


def test_names_of_a_peer() -> None:
    words = [
        ("Nguyễn", "Np", "B-NP", "B-PER"),
        ("Văn An", "Np", "I-NP", "I-PER"),
        ("ở", "E", "O", "O"),
        ("Huế", "Np", "B-NP", "B-LOC"),
    ]

    assert people_of(words) == ["Nguyễn Văn An"]


def test_a_peer_that_is_not_installed_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    class Done:
        returncode = MISSING
        stdout = ""

    monkeypatch.setattr(peer.subprocess, "run", lambda *_args, **_more: Done())

    assert read_by_peer(["x"]) is None


def test_the_command_tells_the_reader_alone(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command = "ketnghia.simulation.management.commands.bench"
    monkeypatch.setattr(measuring, "read_by_peer", lambda _texts: None)
    monkeypatch.setattr(f"{command}.CORPUS", corpus)

    call_command("bench", reading=True)
    assert "Đọc bài: 1 bài" in capsys.readouterr().out

    call_command("bench", reading=True, json=True)
    assert json.loads(capsys.readouterr().out)["articles"] == 1

    monkeypatch.setattr(f"{command}.CORPUS", corpus / "nowhere")
    with pytest.raises(CommandError, match="mã nguồn"):
        call_command("bench", reading=True)
