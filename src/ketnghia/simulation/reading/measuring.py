"""The figures of `ketnghia bench --reading`: score by field, names beside a peer, speed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from time import process_time
from typing import Any

from ketnghia.reading.engine import Lexicon, Reading, read
from ketnghia.simulation.reading.corpus import Article, articles, lexicon
from ketnghia.simulation.reading.peer import PeerReading, read_by_peer
from ketnghia.simulation.reading.scoring import Tally, fold, scored

CORPUS = Path("tests") / "reading" / "corpus"
ROUNDS = 3
TITLES = {
    "kind": "loại bài",
    "published_on": "ngày đăng",
    "event_start": "ngày bắt đầu",
    "event_end": "ngày kết thúc",
    "place": "địa điểm",
    "units": "đơn vị",
    "people": "người",
    "positions": "chức vụ",
    "agreement": "có văn bản",
    "agreement_kind": "loại văn bản",
    "parties": "các bên",
    "signed_on": "ngày ký",
    "term_start": "thời hạn từ",
    "term_end": "thời hạn đến",
    "commitments": "cam kết",
    "figures": "số liệu",
    "money": "tiền",
    "all": "TẤT CẢ",
}


@dataclass(frozen=True)
class Reader:
    """How a reader does on names of people, and how many articles it reads in a second."""

    name: str
    people: Tally
    per_second: float


@dataclass(frozen=True)
class ReadingBench:
    """What was measured on a corpus."""

    articles: int
    fields: dict[str, Tally]
    readers: tuple[Reader, ...]

    def plain(self) -> dict[str, Any]:
        """As JSON has it."""
        fields = {
            name: {"precision": round(tally.precision, 3), "recall": round(tally.recall, 3)}
            for name, tally in self.fields.items()
        }
        readers = [
            {"name": one.name, "people": asdict(one.people), "per_second": one.per_second}
            for one in self.readers
        ]
        return {"articles": self.articles, "fields": fields, "readers": readers}

    def lines(self) -> Iterator[str]:
        """As a person reads it."""
        yield f"Đọc bài: {self.articles} bài của kho thử"
        yield f"{'':<16}{'chính xác':>10}{'đủ':>8}{'F1':>8}{'mục':>7}"
        for name, tally in self.fields.items():
            yield _row(TITLES[name], tally) + f"{tally.wanted:>7}"
        yield ""
        yield "Tên người trên cùng các bài"
        for one in self.readers:
            yield _row(one.name, one.people) + f"   {one.per_second:>8.1f} bài/giây"
        if len(self.readers) == 1:
            yield "(Chưa cài bộ so sánh: `uv sync --group peer`.)"


def _row(name: str, tally: Tally) -> str:
    return f"{name:<16}{tally.precision:>10.3f}{tally.recall:>8.3f}{tally.f1:>8.3f}"


def measure(folder: Path) -> ReadingBench:
    """Read a corpus with our reader, and with the peer where it is installed."""
    told = articles(folder)
    known = lexicon()
    readings = [_read(article, known) for article in told]
    pairs = [(one.gold, reading.record()) for one, reading in zip(told, readings, strict=True)]
    fields = scored(pairs)
    readers = [Reader("bộ đọc này", fields["people"], _speed(told, known))]
    peer = read_by_peer([reading.text for reading in readings])
    if peer:
        readers.append(_beside(peer, told))
    return ReadingBench(len(told), fields, tuple(readers))


def _read(article: Article, known: Lexicon) -> Reading:
    return read(article.text, is_html=article.is_html, lexicon=known)


def _speed(told: list[Article], known: Lexicon) -> float:
    """Articles read in a second of one processor."""
    began = process_time()
    for _ in range(ROUNDS):
        for article in told:
            _read(article, known).record()
    return round(ROUNDS * len(told) / (process_time() - began), 1)


def _beside(peer: PeerReading, told: list[Article]) -> Reader:
    people = Tally()
    for article, names in zip(told, peer.people, strict=True):
        wanted = {fold(person["name"]) for person in article.gold["people"]}
        found = {fold(name) for name in names}
        people.add(len(wanted & found), len(found), len(wanted))
    return Reader("underthesea", people, round(len(told) / peer.seconds, 1))
