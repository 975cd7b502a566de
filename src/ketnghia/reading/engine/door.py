"""The door of the engine: from what was given to the text a person sees and the text rules read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ketnghia.reading.engine.legacy import convert
from ketnghia.reading.engine.page import Block, visible
from ketnghia.reading.engine.slips import mend
from ketnghia.reading.engine.syllables import is_syllable
from ketnghia.reading.engine.track import UNCHANGED, Track, compose
from ketnghia.reading.engine.zones import Zone

# The longest report seen has 90,000 signs; behind this nothing is read, and the reader says so.
LONGEST = 200_000
# Of the words of an English page one in four is spelled like a Vietnamese syllable.
MOSTLY = 0.6
FEWEST_WORDS, FEWEST_TAGS = 20, 4
_TAG = re.compile(r"</?(?:p|div|span|br|h[1-6]|img|body|html)\b[^<>]{0,300}>", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPTS = re.compile(
    "[\u0e80-\u0eff\u0e00-\u0e7f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u0400-\u04ff]"
)


@dataclass(frozen=True)
class Entered:
    """A text at the door.

    `seen` is what a person sees, `clean` its mended copy for the rules; `notices` are sentences
    for the person; `to_source` leads from a place seen to a place of a plain text as given.
    """

    seen: str
    clean: str
    to_seen: Track
    to_source: tuple[Track, ...] = ()
    told: tuple[Zone | None, ...] = ()
    notices: tuple[str, ...] = ()
    is_readable: bool = True


def enter(source: str, *, is_html: bool) -> Entered:
    """Bring a text in: lines of a page, one code, one spelling, slips mended in a copy."""
    blocks = _blocks(source, is_html=is_html)
    shown = source if blocks is None else "\n\n".join(block.text for block in blocks)
    told = tuple(block.zone for block in blocks or ())
    composed, by_compose = compose(shown.replace("\x00", " "))
    seen, by_code, code = convert(composed)
    notices = []
    if code:
        notices.append(f"Bài gõ bằng phông chữ cũ ({code}), đã đổi sang Unicode.")
    if len(seen) > LONGEST:
        notices.append(f"Bài rất dài: chỉ đọc {LONGEST:,} ký tự đầu.".replace(",", "."))
    if not is_vietnamese(seen):
        notices.append("Bài này không viết bằng tiếng Việt, nên chưa đọc được.")
        return Entered(seen, "", UNCHANGED, notices=tuple(notices), is_readable=False)
    clean, to_seen = mend(seen[:LONGEST])
    return Entered(seen, clean, to_seen, (by_code, by_compose), told, tuple(notices))


def _blocks(source: str, *, is_html: bool) -> list[Block] | None:
    """The lines of a page; None for plain text. Words pasted above a page are its first lines."""
    if is_html:
        return visible(source)
    if not is_page(source):
        return None
    begin = source.find("<")
    above = [Block(" ".join(line.split())) for line in source[:begin].splitlines() if line.strip()]
    return above + visible(source[begin:])


def is_page(source: str) -> bool:
    """Whether a text given as plain is the source of a page: "<p>…</p>" many times."""
    return len(_TAG.findall(source[:20_000])) >= FEWEST_TAGS


def is_vietnamese(text: str) -> bool:
    """Most words are spelled as Vietnamese syllables are; a few words are given the benefit."""
    sample = text[:20_000]
    words = _WORD.findall(sample)
    others = len(_OTHER_SCRIPTS.findall(sample))
    if others > len(words):
        return False
    if len(words) < FEWEST_WORDS:
        return True
    return sum(map(is_syllable, words)) > len(words) * MOSTLY
