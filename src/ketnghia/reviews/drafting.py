"""The words of a report drafted from its numbers: each sentence with the indicators behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from ketnghia.activities.models import Activity, Indicator
from ketnghia.amounts.sums import Amount
from ketnghia.reviews.figures import Figures
from ketnghia.reviews.models import Aim, Heading, Report
from ketnghia.reviews.rows import Row, Table
from ketnghia.reviews.sums import percent
from ketnghia.reviews.wording import counted, phrase, printed, sentence
from ketnghia.vietnamese.dates import day
from ketnghia.vietnamese.numbers import grouped

# A sentence carries a few numbers; more of them stand in the next one.
A_SENTENCE = 4
NAMED = 3
REACHED = 100


@dataclass(frozen=True)
class Sentence:
    """One sentence and the keys of the indicators it came from."""

    text: str
    indicators: list[int] = field(default_factory=list)

    @property
    def facts(self) -> dict[str, Any]:
        return {"text": self.text, "indicators": self.indicators}


class Draft:
    """Drafts the passages of one report, reading its numbers once."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.table = Table(Figures(report))

    def passage(self, heading: Heading) -> list[Sentence]:
        """What can be said under a heading from what is known; nothing where a person must."""
        drafted = {
            Heading.Role.RESULTS: self._results,
            Heading.Role.STRENGTHS: self._strengths,
            Heading.Role.LIMITS: self._limits,
            Heading.Role.DIRECTIONS: self._directions,
        }.get(Heading.Role(heading.role))
        return [one for one in drafted(heading) if one.text] if drafted else []

    @cached_property
    def said(self) -> list[Row]:
        return [row for row in self.table.rows if not row.total.is_blank]

    def _results(self, heading: Heading) -> list[Sentence]:
        rows = [row for row in self.said if row.indicator.group in heading.groups]
        told = [
            Sentence(
                sentence([phrase(row.total, row.indicator) for row in some]),
                [row.indicator.pk for row in some],
            )
            for some in _several(rows)
        ]
        return [*told, self._named(heading.groups)] if rows else []

    def _named(self, groups: str) -> Sentence:
        """What stood out: activities with the most figures, or units below with the most."""
        found = list(self._outstanding(groups))
        if not found:
            return Sentence("")
        names = "; ".join(_named(activity) for activity in found)
        return Sentence(_("Nổi bật: %(names)s.") % {"names": names})

    def _outstanding(self, groups: str) -> Iterable[Activity]:
        mine = self.table.figures.contributions.filter(indicator__group__in=list(groups))
        found = Activity.objects.filter(figures__contributions__in=mine)
        return found.annotate(
            weight=Count("figures", filter=Q(figures__indicator__group__in=list(groups)))
        ).order_by("-weight", "begins_on", "pk")[:NAMED]

    @cached_property
    def judged(self) -> list[tuple[Row, Amount]]:
        """Rows with a plan and a number, and how far each went."""
        return [
            (row, far)
            for row in self.said
            if row.line and (far := percent(row.total, row.line.plan))
        ]

    def _strengths(self, _heading: Heading) -> list[Sentence]:
        reached = [(row, far) for row, far in self.judged if far.value >= REACHED]
        if not reached:
            return []
        head = Sentence(
            _("%(number)s trong %(every)s chỉ tiêu có kế hoạch đạt và vượt.")
            % {"number": counted(len(reached)), "every": counted(len(self.judged))}
        )
        return [head, *(self._against_plan(row, far) for row, far in reached)]

    def _limits(self, _heading: Heading) -> list[Sentence]:
        short = [self._against_plan(row, far) for row, far in self.judged if far.value < REACHED]
        return [*short, self._absent(), self._overdue()]

    def _against_plan(self, row: Row, far: Amount) -> Sentence:
        plan = row.plan
        assert plan is not None  # noqa: S101 - only rows with both are judged
        assert row.total.amount is not None  # noqa: S101 - as above
        words = {
            "name": row.indicator.name,
            "done": printed(row.total.amount, row.indicator),
            "plan": printed(plan, row.indicator),
            "percent": _percent(far),
        }
        told = _("%(name)s: %(done)s trên kế hoạch %(plan)s, đạt %(percent)s.") % words
        return Sentence(told, [row.indicator.pk])

    def _absent(self) -> Sentence:
        absent = [child.name for child in self.table.children if not child.is_frozen]
        if not absent:
            return Sentence("")
        words = {"number": counted(len(absent)), "names": _listed(absent)}
        return Sentence(_("Còn %(number)s đơn vị chưa nộp báo cáo: %(names)s.") % words)

    def _overdue(self) -> Sentence:
        """Promises of papers whose day came in these days without being kept."""
        duties = [
            entry
            for indicator in self.table.figures.indicators.values()
            if indicator.derived == Indicator.Derived.DUTIES
            for entry in self.table.figures.entries(indicator)
            if not entry.value
        ]
        if not duties:
            return Sentence("")
        words = {
            "number": counted(len(duties)),
            "names": _listed([duty.label for duty in duties]),
        }
        return Sentence(_("%(number)s cam kết đến hạn chưa thực hiện: %(names)s.") % words)

    def _directions(self, _heading: Heading) -> list[Sentence]:
        kept = self.report.aims.filter(state=Aim.State.KEPT)
        return [Sentence(_aim(aim)) for aim in kept]


def _several(rows: list[Row]) -> list[list[Row]]:
    return [rows[start : start + A_SENTENCE] for start in range(0, len(rows), A_SENTENCE)]


def _named(activity: Activity) -> str:
    title = activity.title.rstrip(".")
    return f"{title} ({activity.place})" if activity.place else title


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[: NAMED * 2])
    rest = len(names) - NAMED * 2
    if rest <= 0:
        return shown
    return _("%(names)s và %(rest)s nơi khác") % {"names": shown, "rest": counted(rest)}


def _percent(far: Amount) -> str:
    bound = "" if far.bound == "exactly" else f"{far.bound.label} "
    return f"{bound}{grouped(far.value)} %"


def _aim(aim: Aim) -> str:
    text = aim.text.rstrip(".")
    if aim.due_on:
        return _("%(text)s, trước ngày %(day)s.") % {"text": text, "day": day(aim.due_on)}
    return f"{text}."
