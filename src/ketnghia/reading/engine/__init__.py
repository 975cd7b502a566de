"""The reader's engine: an article becomes findings, each with its place, its rule and its reason.

Plain Python: no framework, no network, no model. `read` is the one door.
"""

from __future__ import annotations

from ketnghia.reading.engine.door import enter
from ketnghia.reading.engine.finding import Finding, Kind
from ketnghia.reading.engine.layout import lay_out
from ketnghia.reading.engine.lexicon import Lexicon, builtin
from ketnghia.reading.engine.reader import take_notes
from ketnghia.reading.engine.reading import Reading
from ketnghia.reading.engine.report import report
from ketnghia.reading.engine.text import Text

__all__ = ["Finding", "Kind", "Lexicon", "Reading", "builtin", "read"]


def read(source: str, *, is_html: bool = False, lexicon: Lexicon | None = None) -> Reading:
    """Read an article: plain text, or the source of a page."""
    entered = enter(source, is_html=is_html)
    if not entered.is_readable:
        return Reading(entered, ())
    text = Text(entered.clean, lay_out(entered.clean, entered.told), lexicon or builtin())
    return Reading(entered, report(text, entered, take_notes(text)))
