"""Typing slips of real pages, mended before the rules read: "Giangđ ã", "quàThành", "Hưng,Phó".

What a person sees stays as it is; only the copy the rules read is mended, with the way back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ketnghia.reading.engine.syllables import cut
from ketnghia.reading.engine.track import Edit, Track, apply

_VOWEL = "aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
# A letter đ torn from its vowel: "Giangđ ã", "hai bên đ ã".
_TORN = re.compile(rf"([^\W\d_]*?)đ +(?=[{_VOWEL}])")
# đ begins a syllable and never ends one: "Ninhđón".
_INNER = re.compile(r"(?<=[^\W\d_])đ(?=[^\W\d_])")
# A comma or stop with a word right behind it; "TP.Huế" and "T.Ư" keep theirs.
_TIGHT = re.compile(r"(?<=[^\W\d_])(?:[,;](?=[^\W\d_])|[.!?…](?=[A-ZĐÀ-Ỹ][^\W\d_.]))")
_SHORT_FORMS = re.compile(r"(?:^|\W)(?:[A-ZĐ][^\W\d_]?|[A-ZĐ]{1,4}|[Tt]h[Ss])$")
# A letter of a name of the Central Highlands with its apostrophe, apart from the rest.
_APART = re.compile(r"(?<=\b[HKYMT]['’]) (?=[A-ZĐÀ-Ỹ][^\W\d_])")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\xad]+")
_WORD = re.compile(r"[^\W\d_]{5,}")


def mend(text: str) -> tuple[str, Track]:
    """The text as it was meant, and the way back."""
    slips = (_apostrophes, _torn, _tight, _run_together, _unseen, _eth)
    edits = [edit for find in slips for edit in find(text)]
    edits.sort(key=lambda edit: (edit.start, edit.end))
    return apply(text, edits)


def is_slip(left: str, right: str, most: int) -> bool:
    """Whether so few letters set wrong, left out or added make one word the other."""
    if not most or left == right:
        return left == right
    if abs(len(left) - len(right)) > most:
        return False
    at = next(
        (
            place
            for place, (sign, other) in enumerate(zip(left, right, strict=False))
            if sign != other
        ),
        min(len(left), len(right)),
    )
    wrong = left[at + 1 :], right[at + 1 :]
    added = left[at + 1 :], right[at:]
    left_out = left[at:], right[at + 1 :]
    return any(is_slip(*rest, most - 1) for rest in (wrong, added, left_out))


def _torn(text: str) -> Iterator[Edit]:
    if "đ " not in text:
        return
    for match in _TORN.finditer(text):
        if match[1]:
            yield Edit(match.start() + len(match[1]), match.end(), " đ")
        elif match.start() == 0 or not text[match.start() - 1].isalpha():
            yield Edit(match.start(), match.end(), "đ")


def _tight(text: str) -> Iterator[Edit]:
    for match in _TIGHT.finditer(text):
        if match[0] == "." and _SHORT_FORMS.search(text, max(0, match.start() - 6), match.start()):
            continue
        yield Edit(match.end(), match.end(), " ")


def _run_together(text: str) -> Iterator[Edit]:
    for match in _WORD.finditer(text):
        word = match[0]
        inner = _INNER.search(word)
        place = inner.start() if inner else cut(word)
        # "Patâu" is a name; "Đoànvùng" are two words.
        is_name = word[0].isupper() and word[:place].isascii()
        if place and (inner or not is_name):
            yield Edit(match.start() + place, match.start() + place, " ")


def _apostrophes(text: str) -> Iterator[Edit]:
    """As in "K' Thoảng", "H’ Loan": one word of a name."""
    return (Edit(match.start(), match.end(), "") for match in _APART.finditer(text))


def _eth(text: str) -> Iterator[Edit]:
    """Old sites write Đ with the letter of another alphabet that looks the same."""
    return (Edit(match.start(), match.end(), "Đ") for match in re.finditer("Ð", text))


def _unseen(text: str) -> Iterator[Edit]:
    return (Edit(match.start(), match.end(), "") for match in _UNSEEN.finditer(text))
