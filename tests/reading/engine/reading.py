"""Short articles around one sentence, read: what every table of a rule begins with."""

from __future__ import annotations

from functools import cache
from typing import Any

from ketnghia.reading.engine import Kind, Lexicon, Reading, builtin, read
from ketnghia.reading.gazetteer import known_places

TITLE = "Tuổi trẻ hai tỉnh chung tay vì biên cương"


@cache
def lexicon() -> Lexicon:
    """What the command line knows: the reader's own words and every territory."""
    return builtin().with_names(places=known_places())


def told(sentence: str, *, title: str = TITLE) -> Reading:
    """An article of a title and one paragraph."""
    return read(f"{title}\n\n{sentence}\n", lexicon=lexicon())


def values(sentence: str, kind: Kind, *names: str, title: str = TITLE) -> list[Any]:
    """The findings of a kind: what each holds under these names, or its whole value."""
    found = told(sentence, title=title).of(kind)
    if not names:
        return [finding.value for finding in found]
    return [tuple(getattr(finding.value, name) for name in names) for finding in found]
