"""Pictures of a page with their captions, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ketnghia.reading.engine.layout import Line
from ketnghia.reading.engine.text import Text
from ketnghia.reading.engine.zones import Zone

_FILES = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|bmp|heic|tiff?)", re.IGNORECASE)
_FILE_BEFORE = re.compile(r"(\S+\.(?:jpe?g|png|gif|webp))\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Photo:
    """A picture at signs `start` to `end`: its file where told, and its caption."""

    file: str
    caption: str
    start: int
    end: int


def photos(text: Text) -> list[Photo]:
    """Files with the caption under them; a caption without a file is a picture too."""
    found: list[Photo] = []
    for line in text.lines:
        if line.zone is Zone.FILE:
            found += _files(text, line)
        elif line.zone is Zone.CAPTION:
            found = _with_caption(text, found, line)
    return found


def _files(text: Text, line: Line) -> list[Photo]:
    return [
        Photo(match[0], "", match.start(), match.end())
        for match in _FILES.finditer(text.clean, line.start, line.end)
    ]


def _with_caption(text: Text, found: list[Photo], line: Line) -> list[Photo]:
    """The caption of the picture right above it, or of a picture that the page does not name."""
    named = _FILE_BEFORE.match(text.clean, line.start, line.end)
    if named:
        caption = _words(text, named.end(), line.end)
        return [*found, Photo(named[1], caption, line.start, line.end)]
    caption = _words(text, line.start, line.end)
    above = found[-1] if found else None
    is_above = above is not None and not above.caption and _touches(text, above.end, line.start)
    if above is not None and is_above:
        return [*found[:-1], Photo(above.file, caption, line.start, line.end)]
    return [*found, Photo("", caption, line.start, line.end)]


def _touches(text: Text, end: int, start: int) -> bool:
    return not text.clean[end:start].strip()


def _words(text: Text, start: int, end: int) -> str:
    return " ".join(text.clean[start:end].split())
