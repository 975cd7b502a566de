"""Names of people as lists write them."""

from __future__ import annotations

import re
import unicodedata

from ketnghia.vietnamese.text import tidy

_LEAD = re.compile(
    r"^(?:\d{1,3}\s*[.)\-/:]\s*|[-–—•*+●▪]+\s*|"
    r"(?:đ/c|đc|d/c|đồng chí|đ\.c|ông|bà|anh|chị|cô|chú|thầy|em|cháu|bé"
    r"|mr|mrs|ms|dr|ths|ts|pgs|gs|bs|cn|ks)"
    r"(?:\s*[.:]\s*|\s+))+",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*[(\[].*?(?:[)\]]|$)")
_TAIL = re.compile(r"[\s.,;:–—/-]+$")
MOST_WORDS = 7
# Words that never stand in a person's name but begin headings and feet of lists.
NOT_NAMES = frozenset({"danh", "sách", "tổng", "cộng", "đoàn", "ủy", "ban", "tỉnh", "huyện", "xã"})


def clean_name(text: str) -> str:
    """A name without number, form of address, aside and shouting: "1. Đ/c NGUYỄN VĂN A" too."""
    name = tidy(_ASIDE.sub(" ", unicodedata.normalize("NFC", text)))
    name = _TAIL.sub("", _LEAD.sub("", name))
    if name.isupper() or name.islower():
        name = " ".join(word[:1].upper() + word[1:].lower() for word in name.split())
    return name


def is_name(name: str) -> bool:
    """Whether it reads as a person's name: two to seven words of letters, each with a capital."""
    words = name.split()
    if not all(_is_letters(word) for word in words) or not words:
        return False
    if any(not sign.isascii() and not sign.isupper() and not sign.islower() for sign in words[0]):
        return True  # Lao or Chinese letters know neither spaces nor capitals
    if any(word.lower() in NOT_NAMES and word[:1].isupper() and place == 0
           for place, word in enumerate(words)):  # fmt: skip
        return False
    return 1 < len(words) <= MOST_WORDS and all(word[:1].isupper() for word in words)


def _is_letters(word: str) -> bool:
    return (
        all(unicodedata.category(sign)[0] in "LM" or sign in "'’-." for sign in word)
        and word[:1] not in "'-."
    )
