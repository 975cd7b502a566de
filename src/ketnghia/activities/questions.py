"""Open questions of the overlap guard, put together where they are about one thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ketnghia.activities.models import Figure, Indicator, Overlap


@dataclass
class Question:
    """Figures that may all count one thing; one answer settles every pair among them."""

    overlaps: list[Overlap] = field(default_factory=list)

    @property
    def figures(self) -> list[Figure]:
        """Each figure once, in the order they were recorded."""
        found = {f.pk: f for overlap in self.overlaps for f in (overlap.first, overlap.second)}
        return [found[pk] for pk in sorted(found)]

    @property
    def indicator(self) -> Indicator | None:
        return self.figures[0].indicator

    @property
    def reason(self) -> str:
        return str(self.overlaps[0].get_reason_display())

    @property
    def key(self) -> int:
        return self.overlaps[0].pk

    @property
    def are_two(self) -> bool:
        return len(self.figures) == 2  # noqa: PLR2004 - a pair

    @property
    def look_the_same(self) -> bool:
        """Every figure says the same number: rather one thing told twice than parts of a whole."""
        return len({(figure.value, figure.bound) for figure in self.figures}) == 1

    def touches(self, overlap: Overlap) -> bool:
        return bool({figure.pk for figure in self.figures} & set(overlap.pair))


def questions(waiting: Iterable[Overlap]) -> list[Question]:
    """Pairs that share a figure, however many lie between, are one question."""
    made: list[Question] = []
    for overlap in waiting:
        touching = [question for question in made if question.touches(overlap)]
        made = [question for question in made if question not in touching]
        joined = [pair for question in touching for pair in question.overlaps]
        made.append(Question([*joined, overlap]))
    return sorted(made, key=lambda question: question.key)
