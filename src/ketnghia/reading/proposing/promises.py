"""A promise as the paper words it, from the numbers found in it; no database."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from ketnghia.agreements.terms import Counted, Rhythm, Where, Who
from ketnghia.agreements.understanding import Understood, understand
from ketnghia.reading.engine import Finding

_BREAK = re.compile(r"[;\n]|(?<=\D)[.](?=\s|$)|[.](?=\s+[A-ZĐÀ-Ỹ])")
_JOINS = re.compile(
    r"^(?:ngoài ra|đồng thời|theo đó|bên cạnh đó|trong đó|cụ thể)[,:]?\s+", re.IGNORECASE
)
# The engine's words for a rhythm, as the house has them.
RHYTHMS = {"year": Rhythm.EACH_YEAR, "term": Rhythm.OVER_TERM}


@dataclass(frozen=True)
class Promise:
    """One promise with all its ways, and the findings it rests on."""

    findings: tuple[Finding, ...]
    value: dict[str, Any]


def promises(found: Sequence[Finding], text: str) -> Iterator[Promise]:
    """Findings of one choice are one promise: either of them is enough."""
    for _key, group in groupby(enumerate(found), key=_choice):
        findings = tuple(finding for _place, finding in group)
        yield Promise(findings, _value(findings, text))


def _choice(placed: tuple[int, Finding]) -> tuple[str, int]:
    place, finding = placed
    choice = finding.value.choice
    return ("alone", place) if choice is None else ("choice", choice)


def _value(findings: Sequence[Finding], text: str) -> dict[str, Any]:
    wording = clause(text, findings[0].start, findings[-1].end)
    heard = understand(wording)
    fact = findings[0].value
    at_friends = any(finding.value.is_at_friends for finding in findings)
    where = Where.FRIEND if at_friends else Where(heard.where.value)
    return {
        "wording": wording,
        "rhythm": str(RHYTHMS.get(fact.per or "", Rhythm.OVER_TERM)),
        "who": _who(heard, at_friends=where == Where.FRIEND),
        "where": str(where),
        "ways": [_way(finding) for finding in findings],
    }


def _who(heard: Understood, *, at_friends: bool) -> str:
    """Jointly where nothing else is said; what is done at the friend's, each side does."""
    if at_friends and heard.who.span is None:
        return str(Who.EACH_SIDE)
    return str(Who.JOINTLY if heard.who.value == Who.ONE_SIDE else heard.who.value)


def _way(finding: Finding) -> dict[str, Any]:
    fact = finding.value
    heard = understand(f"{fact.quantity} {fact.what}").ways
    counted = heard[0].counted if heard else Counted.ACTIVITY
    return {"counted": str(counted), "bound": fact.bound, "quantity": int(fact.quantity)}


def clause(text: str, start: int, end: int) -> str:
    """The part of the sentence between the signs that divide promises."""
    first, last = bounds(text, start, end)
    words = " ".join(text[first:last].split()).strip(" ,;.-–+•")
    words = _JOINS.sub("", words)
    return words[:1].upper() + words[1:]


def bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Where that part begins and ends."""
    before: Iterable[re.Match[str]] = _BREAK.finditer(text, 0, start)
    first = max((match.end() for match in before), default=0)
    after = _BREAK.search(text, end)
    return first, after.start() if after else len(text)
