"""Text typed for the old Vietnamese fonts, TCVN3 (ABC, ".VnTime") and VNI ("VNI-Times").

Such text is Latin-1 whose letters only look right in their font. It is recognised by how often
its signature letters stand inside words, and turned into Unicode.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from ketnghia.reading.engine.track import UNCHANGED, Track, replace

# ---------------------------------------------------------------- TCVN3: one byte, one letter

_TCVN3_FROM = 0xA1
_TCVN3 = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò"
    "ỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
TCVN3 = {chr(_TCVN3_FROM + place): letter for place, letter in enumerate(_TCVN3)}

# ---------------------------------------------------------------- VNI: a letter, then its marks

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_ROOF, _BOWL = "\u0302", "\u0306"
_VNI_MARKS = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _ROOF, "á": _ROOF + _ACUTE, "à": _ROOF + _GRAVE, "å": _ROOF + _HOOK,
    "ã": _ROOF + _TILDE, "ä": _ROOF + _DOT,
    "ê": _BOWL, "é": _BOWL + _ACUTE, "è": _BOWL + _GRAVE, "ú": _BOWL + _HOOK,
    "ü": _BOWL + _TILDE, "ë": _BOWL + _DOT,
}  # fmt: skip
_VNI_LETTERS = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị",
                "î": "ỵ"}  # fmt: skip
_VNI = re.compile("([aeouyôöAEOUYÔÖ])([{}{}])|([{}{}])".format(
    "".join(_VNI_MARKS), "".join(_VNI_MARKS).upper(),
    "".join(_VNI_LETTERS), "".join(_VNI_LETTERS).upper()))  # fmt: skip

# ---------------------------------------------------------------- which one is it?

_WORD = r"[^\W\d_]"
# Letters no modern text has inside a word, and every paragraph of an old one has often.
_TCVN3_SIGNS = re.compile(rf"[µ¸¶·¹®¨©ª«¬\xad§»¼½¾]{_WORD}|{_WORD}[µ¸¶·¹®¨©ª«¬\xad»¼½¾]")
_VNI_SIGNS = re.compile(r"[aeouyôöAEOUYÔÖ][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[ñÑ][aeiouyôö]")
# Letters of modern Vietnamese that neither old code can show.
_MODERN = re.compile("[đơưĐƠƯ\u1ea0-\u1ef9]")
_NO_LETTERS = re.compile(r"[\W\d_]")
# An old text has a sign in every four letters, French and German one in thirty at most.
_DENSITY = 12


def convert(text: str) -> tuple[str, Track, str]:
    """The text in Unicode, the way back, and the name of the old code ("" where it was modern)."""
    name = recognise(text)
    if name == "TCVN3":
        pattern = re.compile("[{}]".format("".join(map(re.escape, TCVN3))))
        return (*replace(text, pattern, lambda match: TCVN3[match[0]]), name)
    if name == "VNI":
        return (*replace(text, _VNI, lambda match: _vni(match[0])), name)
    return text, UNCHANGED, ""


def recognise(text: str) -> str:
    """Which old code a text is in: "TCVN3", "VNI" or ""."""
    sample = text[:20_000]
    if text.isascii():
        return ""
    letters = len(sample) - len(_NO_LETTERS.findall(sample))
    needed = letters / _DENSITY
    if letters < _DENSITY or len(_MODERN.findall(sample)) > needed:
        return ""
    if len(_TCVN3_SIGNS.findall(sample)) > needed:
        return "TCVN3"
    return "VNI" if len(_VNI_SIGNS.findall(sample)) > needed else ""


@cache
def _vni(typed: str) -> str:
    letter = _VNI_LETTERS.get(typed[0].lower(), typed[0].lower())
    marks = _VNI_MARKS.get(typed[1:].lower(), "")
    made = unicodedata.normalize("NFC", letter + marks)
    return made.upper() if typed[0].isupper() else made


def tcvn3(text: str, *, capitals: bool = False) -> str:
    """A run of a TCVN3 font; the fonts whose name ends in H show capitals."""
    made = text.translate({ord(sign): letter for sign, letter in TCVN3.items()})
    made = unicodedata.normalize("NFC", made)
    return made.upper() if capitals else made


def vni(text: str) -> str:
    """A run of a VNI font."""
    return _VNI.sub(lambda match: _vni(match[0]), text)
