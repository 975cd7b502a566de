"""Words of a text: what is written, what it is compared by, and where it stands."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ketnghia.vietnamese.text import fold

# Words, numbers with their points and commas, and single signs.
_WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]|_+")
# One spelling of where the tone stands: "hoá" is "hóa", "thuỷ" is "thủy".
_OLD_TONES = {
    old: new
    for olds, news in (
        (
            "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ",
            "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy",
        ),
    )
    for old, new in zip(olds.split(), news.split(), strict=True)
}
_OLD_TONE = re.compile("(?<!q)(?:{})$".format("|".join(_OLD_TONES)))


class Word(NamedTuple):
    """One word, number or sign. `key` is lower case in one spelling, `bare` is without marks.

    `is_name` is a word that could be part of a name: "Hà", "Mạ", "K'Ho", "TNXP".
    """

    form: str
    key: str
    bare: str
    is_name: bool
    is_number: bool
    is_sign: bool
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        return self.is_name


@lru_cache(maxsize=50_000)
def keys(form: str) -> tuple[str, str]:
    """How a form is compared: lower case in one spelling, and without marks."""
    lower = form.lower()
    return _OLD_TONE.sub(lambda match: _OLD_TONES[match[0]], lower), fold(lower) or lower


@lru_cache(maxsize=50_000)
def _told(form: str) -> tuple[str, str, str, bool, bool, bool]:
    """What a word says by its form alone."""
    first = form[0]
    return (form, *keys(form), first.isupper(), first.isdigit(), not first.isalnum())


# Made without the detour over their constructor: a long report has forty thousand.
_new = tuple.__new__


def split(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch of text."""
    stop = len(text) if end is None else end
    return [
        _new(Word, _told(match[0]) + match.span()) for match in _WORD.finditer(text, start, stop)
    ]
