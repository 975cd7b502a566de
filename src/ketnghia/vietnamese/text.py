"""Vietnamese text: one spelling inside the house, search without marks, dictionary order."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_SPACES = re.compile(r"\s+")
# Alphabet order of the Vietnamese dictionary; f, j, w, z stand where Latin order puts them.
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {
    letter: chr(ord("a") + place // 10) + str(place % 10) for place, letter in enumerate(_LETTERS)
}
# Tones in dictionary order: none, huyền, hỏi, ngã, sắc, nặng.
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}


def tidy(text: str) -> str:
    """NFC, no doubled or edge spaces: what every door does to what was typed."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def fold(text: str) -> str:
    """Without marks, lower case, đ as d: "Hà Nam" → "ha nam". The one key of every search."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return _SPACES.sub(" ", bare).strip()


def fold_in_place(text: str) -> str:
    """Folded sign by sign, so every place in it is the same place in the text (which is NFC)."""
    return "".join(_folded(sign) for sign in text)


@cache
def _folded(sign: str) -> str:
    bare = unicodedata.normalize("NFD", sign.lower().replace("đ", "d"))[:1]
    return bare or sign


def sort_key(text: str) -> str:
    """A key that sorts by the Vietnamese dictionary on any database: letters first, then tones."""
    letters: list[str] = []
    tones: list[str] = []
    for sign in unicodedata.normalize("NFC", text.lower()):
        letter, tone = _split_tone(sign)
        letters.append(_RANK.get(letter, letter if letter.isdigit() else f"!{letter}"))
        tones.append(_TONES.get(tone, "0"))
    return "".join(letters) + " " + "".join(tones)


def _split_tone(sign: str) -> tuple[str, str]:
    for mark in unicodedata.normalize("NFD", sign)[1:]:
        if mark in _TONES:
            bare = unicodedata.normalize("NFD", sign).replace(mark, "", 1)
            return unicodedata.normalize("NFC", bare), mark
    return sign, ""
