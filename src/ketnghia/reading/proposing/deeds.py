"""What kind of thing an article tells of, and as which record it is written; no database."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ketnghia.exchanges.models import Exchange
from ketnghia.vietnamese.text import fold

PARTNERS = 2
# How much of a text tells what it is about: the headline and the first sentences.
OPENING = 700
# Folded words. What is said plainly decides before what any meeting may hold.
PLAIN: tuple[tuple[Exchange.Kind, tuple[str, ...]], ...] = (
    (Exchange.Kind.ONLINE, ("giao luu truc tuyen", "toa dam truc tuyen", "hoi dam truc tuyen")),
    (Exchange.Kind.TALKS, ("hoi dam",)),
    (Exchange.Kind.SEMINAR, ("toa dam", "hoi thao")),
    (Exchange.Kind.CAMP, ("trai he", "hoi trai", "lien hoan")),
)
WEAK: tuple[tuple[Exchange.Kind, tuple[str, ...]], ...] = (
    (Exchange.Kind.VISIT, ("tham quan", "tham va lam viec", "den tham", "ve nguon", "doan cong tac",
                           "tham hoi", "tham, lam viec", "trao doi kinh nghiem")),
    (Exchange.Kind.SPORT, ("giao luu the thao", "giai bong", "hoi thi", "van nghe")),
    (Exchange.Kind.MEETING, ("gap go", "giao luu", "ket nghia")),
)  # fmt: skip


def record_of(article: str, partners: int) -> str:
    """As which record the event is written: an exchange needs two sides."""
    if article in {"signing", "exchange"}:
        return "exchange" if partners >= PARTNERS else "none"
    if article == "review" and partners == PARTNERS:
        return "exchange"
    return "none" if article == "other" else "activity"


def exchange_kind(article: str, text: str) -> str:
    """The kind of an exchange, by the words of its headline, then of its first sentences."""
    if article == "review":
        return Exchange.Kind.REVIEW
    lines = [line for line in text.splitlines() if line.strip()]
    for part in (lines[0] if lines else "", text[:OPENING]):
        for words in (PLAIN,) if article == "signing" else (PLAIN, WEAK):
            found = _first_in(fold(part), words)
            if found:
                return found
    return Exchange.Kind.SIGNING if article == "signing" else Exchange.Kind.MEETING


def _first_in(folded: str, told: Sequence[tuple[Exchange.Kind, tuple[str, ...]]]) -> str:
    """The kind whose word comes first; of two at one place, the longer."""
    found = [
        (match.start(), -len(word), str(kind))
        for kind, words in told
        for word in words
        if (match := re.search(rf"\b{re.escape(word)}\b", folded))
    ]
    return min(found)[2] if found else ""


def short_title(label: str, names: Sequence[str]) -> str:
    """Tọa đàm Thành đoàn Lào Cai – Huyện đoàn Hà Khẩu."""
    return f"{label} {' – '.join(names)}".strip()[:300]
