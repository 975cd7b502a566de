"""Papers that follow each other: what a paper replaced and what replaced it."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from ketnghia.agreements.models import Agreement


def chains(papers: Collection[int]) -> dict[int, set[int]]:
    """For each paper the whole chain of renewals it stands in, itself among them.

    In as many questions as the longest chain is long, whatever the number of papers.
    """
    joined: dict[int, set[int]] = {paper: set() for paper in papers}
    asked: set[int] = set()
    while waiting := joined.keys() - asked:
        rows = Agreement.objects.filter(
            Q(pk__in=waiting) | Q(predecessor__in=waiting), predecessor__isnull=False
        )
        for new, old in rows.values_list("pk", "predecessor_id"):
            assert old is not None  # noqa: S101 - asked for
            joined.setdefault(new, set()).add(old)
            joined.setdefault(old, set()).add(new)
        asked |= waiting
    return {paper: _reached(paper, joined) for paper in papers}


def _reached(paper: int, joined: dict[int, set[int]]) -> set[int]:
    seen = {paper}
    waiting = {paper}
    while waiting:
        waiting = {other for one in waiting for other in joined[one]} - seen
        seen |= waiting
    return seen
