"""What a file holds, or the one sentence why it cannot be read."""

from __future__ import annotations

from dataclasses import dataclass


class UnreadableError(ValueError):
    """A file that cannot be read; the message is one Vietnamese sentence for the person."""


@dataclass(frozen=True)
class Content:
    """What a file holds: text, or the source of a page; `notices` for the person."""

    text: str
    is_html: bool = False
    notices: tuple[str, ...] = ()
