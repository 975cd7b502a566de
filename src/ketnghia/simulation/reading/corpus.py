"""Articles with records made by hand, and what the reader makes of them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from ketnghia.reading.engine import Lexicon, builtin, read
from ketnghia.reading.gazetteer import known_places
from ketnghia.simulation.reading.scoring import Record, Tally, scored


@dataclass(frozen=True)
class Article:
    """One article: its text or page, and the record two careful people would write."""

    id: str
    text: str
    is_html: bool
    gold: Record


def articles(folder: Path) -> list[Article]:
    """The articles of a corpus, in the order of their names."""
    return [
        Article(told["id"], told["text"], told.get("format") == "html", told["gold"])
        for path in _files(folder)
        for told in [json.loads(path.read_text("utf-8"))]
    ]


def _files(folder: Path) -> list[Path]:
    return sorted((folder / "articles").glob("*.json"))


def digest(folder: Path) -> str:
    """What the corpus is: any change of a text or a record changes it."""
    whole = hashlib.sha256()
    for path in _files(folder):
        whole.update(path.name.encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]


def lexicon() -> Lexicon:
    """What the command line gives the reader: the territories."""
    return builtin().with_names(places=known_places())


def score(told: list[Article]) -> dict[str, Tally]:
    """Precision and recall of every field over articles."""
    known = lexicon()
    return scored(
        (article.gold, read(article.text, is_html=article.is_html, lexicon=known).record())
        for article in told
    )
