"""Where the agenda takes its entries from: SOURCES, one for each kind of record.

Adding one is a file with a Source: which rows a person may see in a scope, and how a row is told;
and its name in the tuple below. Every row passes through the `visible_to` of its own room.
"""

from __future__ import annotations

from ketnghia.agenda.source import Source
from ketnghia.agenda.sources.activities import ACTIVITIES
from ketnghia.agenda.sources.exchanges import EXCHANGES, FOLLOW_UPS, PROGRAMME
from ketnghia.agenda.sources.papers import DUTIES, ENDINGS
from ketnghia.agenda.sources.preparing import TASKS
from ketnghia.agenda.sources.reviews import REPORTS
from ketnghia.agenda.sources.turns import TURNS

SOURCES: tuple[Source, ...] = (
    EXCHANGES,
    PROGRAMME,
    ACTIVITIES,
    DUTIES,
    ENDINGS,
    FOLLOW_UPS,
    TASKS,
    REPORTS,
    TURNS,
)

__all__ = ["EXCHANGES", "PROGRAMME", "SOURCES"]
