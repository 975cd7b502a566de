"""The words of a report laid out: parts, sections, the draft beside what a person wrote."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from ketnghia.activities.models import Indicator
from ketnghia.reviews.models import Heading, Passage, Report


@dataclass(frozen=True)
class Sentence:
    """A drafted sentence and the indicators it came from."""

    text: str
    sources: list[Indicator]


@dataclass(frozen=True)
class Section:
    """One section: what stands there, and a draft that differs from it."""

    heading: Heading
    passage: Passage | None
    sentences: list[Sentence]

    @property
    def words(self) -> str:
        return self.passage.words if self.passage else ""

    @property
    def is_own(self) -> bool:
        return bool(self.passage and self.passage.is_own)

    @property
    def other_draft(self) -> str:
        """The draft, where a person's words stand in its place and say something else."""
        if self.passage is None or not self.passage.is_own:
            return ""
        return self.passage.draft if self.passage.draft != self.passage.text else ""


@dataclass(frozen=True)
class Part:
    """Sections under one part of the report."""

    name: str
    sections: list[Section]


class Narrative:
    """Every section of a report in its order."""

    def __init__(self, report: Report) -> None:
        self.report = report

    @cached_property
    def sections(self) -> list[Section]:
        passages = {
            passage.heading_id: passage
            for passage in self.report.passages.select_related("edited_by")
        }
        known = self._indicators(passages)
        return [
            Section(heading, passage, _sentences(passage, known))
            for heading in self.report.round.headings.all()
            for passage in [passages.get(heading.pk)]
        ]

    def _indicators(self, passages: dict[int, Passage]) -> dict[int, Indicator]:
        keys = {
            key
            for passage in passages.values()
            for sentence in passage.drafted
            for key in sentence["indicators"]
        }
        return Indicator.objects.in_bulk(keys)

    @property
    def parts(self) -> list[Part]:
        found = groupby(self.sections, key=lambda section: section.heading.part)
        return [Part(name, list(sections)) for name, sections in found]

    @property
    def written(self) -> list[Part]:
        """Parts with what they say; empty sections are left out of the print."""
        return [
            Part(part.name, said)
            for part in self.parts
            if (said := [section for section in part.sections if section.words])
        ]

    @property
    def is_drafted(self) -> bool:
        return any(section.sentences for section in self.sections)


def _sentences(passage: Passage | None, known: dict[int, Indicator]) -> list[Sentence]:
    drafted: list[dict[str, Any]] = passage.drafted if passage else []
    return [
        Sentence(one["text"], [known[key] for key in one["indicators"] if key in known])
        for one in drafted
    ]
