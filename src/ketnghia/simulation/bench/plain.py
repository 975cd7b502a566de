"""The same questions in plain SQL, as one would write them by hand, for a ratio beside a screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection

from ketnghia.simulation.bench.looking import Looker
from ketnghia.vietnamese.text import fold

PAGE = 50
REACHED = "(SELECT reach.unit_id FROM units_reach reach WHERE reach.holder_id = %s)"
DUTIES = """
FROM agreements_duty duty
JOIN agreements_commitment promise ON promise.id = duty.commitment_id
WHERE EXISTS (SELECT 1 FROM agreements_party party JOIN units_reach reach
              ON reach.unit_id = party.unit_id AND reach.holder_id = %s
              WHERE party.agreement_id = promise.agreement_id)
"""
PAPERS = """
FROM agreements_agreement paper
WHERE EXISTS (SELECT 1 FROM agreements_party party JOIN units_reach reach
              ON reach.unit_id = party.unit_id AND reach.holder_id = %s
              WHERE party.agreement_id = paper.id)
"""
EXCHANGES = """
FROM exchanges_exchange met
WHERE EXISTS (SELECT 1 FROM exchanges_participation side JOIN units_reach reach
              ON reach.unit_id = side.unit_id AND reach.holder_id = %s
              WHERE side.exchange_id = met.id)
"""
ACTIVITIES = """
FROM activities_activity deed
WHERE EXISTS (SELECT 1 FROM activities_organiser part JOIN units_reach reach
              ON reach.unit_id = part.unit_id AND reach.holder_id = %s
              WHERE part.activity_id = deed.id)
"""
AWARDS = """
FROM commendations_award line
WHERE EXISTS (SELECT 1 FROM units_reach reach
              WHERE reach.unit_id = line.keeper_id AND reach.holder_id = %s)
"""


def _page_and_count(columns: str, rows: str, order: str) -> Callable[[Looker], Any]:
    """One page in the list's own order, and how many there are."""

    def ask(who: Looker) -> int:
        return len(_rows(f"SELECT {columns} {rows} ORDER BY {order} LIMIT {PAGE}", who)) + len(
            _rows(f"SELECT count(*) {rows}", who)
        )

    return ask


def _rows(statement: str, who: Looker, *more: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [who.unit.pk, *more])
        return cursor.fetchall()  # type: ignore[no-any-return]


papers = _page_and_count("paper.*", PAPERS, "paper.signed_on DESC, paper.id")
duties = _page_and_count("duty.*, promise.wording", DUTIES, "duty.ends_on, duty.id")
exchanges = _page_and_count("met.*", EXCHANGES, "met.begins_on DESC, met.id")
activities = _page_and_count("deed.*", ACTIVITIES, "deed.begins_on DESC, deed.id")
awards = _page_and_count("line.*", AWARDS, 'line."on" DESC, line.id')


def found(words: str) -> Callable[[Looker], Any]:
    """Everything that holds these words, the first few of each kind."""
    kinds = (("paper", PAPERS), ("met", EXCHANGES), ("deed", ACTIVITIES))
    parts = fold(words).split()

    def ask(who: Looker) -> int:
        number = 0
        for name, rows in kinds:
            held = "".join(f" AND {name}.search_text LIKE %s" for _ in parts)
            like = [f"%{part}%" for part in parts]
            number += len(_rows(f"SELECT {name}.id {rows}{held} LIMIT 8", who, *like))
        return number

    return ask
