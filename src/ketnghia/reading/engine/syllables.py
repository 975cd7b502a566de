"""Is a stretch of letters one Vietnamese syllable? The ground for mending run-together words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ONSET = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x"
_NUCLEUS = (
    "uyê|iêu|yêu|oai|oay|oeo|uai|uây|uôi|uya|uyu|ươi|ươu|ao|au|ai|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|"
    "oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y"
)
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:{_NUCLEUS})(?:ch|ng|nh|c|m|n|p|t)?")
_TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
SHORTEST = 2


@lru_cache(maxsize=20_000)
def is_syllable(letters: str) -> bool:
    """Spelled as a Vietnamese syllable is: "Đoàn", "quá"; not "Savannakhet", "Đoànvùng"."""
    apart = unicodedata.normalize("NFD", letters.lower())
    if len(_TONE.findall(apart)) > 1:
        return False
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", apart.translate(_TONES))) is not None


@lru_cache(maxsize=20_000)
def cut(letters: str) -> int:
    """Where a run-together word falls into two syllables; 0 where it is one word or foreign."""
    if letters.isascii() or len(letters) < 2 * SHORTEST or is_syllable(letters):
        return 0
    places = [
        place
        for place in range(SHORTEST, len(letters) - SHORTEST + 1)
        if is_syllable(letters[:place]) and is_syllable(letters[place:])
    ]
    return _best(letters, places)


def _best(letters: str, places: list[int]) -> int:
    """A capital inside says where the second word begins; else the fuller second syllable wins."""
    for place in places:
        if letters[place].isupper():
            return place
    if any(sign.isupper() for sign in letters[1:]):
        return 0
    # "Đoànvùng" can only fall one way; "mạnhgiàu" could also be "mạn hgiàu", which no one spells.
    return min(places, default=0)
