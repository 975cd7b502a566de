"""Who has handed in: the reports right below one, late and missing first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from ketnghia.reviews.lineage import heirs_on
from ketnghia.reviews.models import Move, Report
from ketnghia.units.models import Unit

SHOWN = 60


@dataclass(frozen=True)
class Standing:
    """One unit of the roll, how it stands in words, and how many below it handed in."""

    report: Report
    name: str
    tone: str
    words: str
    below: int = 0
    below_in: int = 0
    is_reminded: bool = False

    @property
    def mark(self) -> str:
        return "i-late" if self.tone == "late" else "i-clock"

    @property
    def is_missing(self) -> bool:
        return not self.report.is_frozen

    @property
    def is_late(self) -> bool:
        """Handed in, but after its day."""
        return self.report.is_frozen and self.tone == "due"


class Roll:
    """The reports right below one, as its unit looks at them on a day."""

    def __init__(self, report: Report, children: Iterable[Report], *, today: date) -> None:
        self.report = report
        self.today = today
        self.children = list(children)

    def standings(self) -> list[Standing]:
        """Late and missing first, then late comers, then the rest by name."""
        below = self._below()
        reminded = self._reminded()
        listed = [
            self._standing(child, *below.get(child.pk, (0, 0)), child.pk in reminded)
            for child in self.children
        ]
        ranks = {"late": 0, "none": 1, "due": 2, "met": 3}
        return sorted(listed, key=lambda one: (ranks[one.tone], one.report.unit.sort_key))

    def _standing(self, child: Report, below: int, handed: int, reminded: bool) -> Standing:  # noqa: FBT001
        tone, words = said_of(child, today=self.today)
        return Standing(
            report=child,
            name=child.unit.short_name,
            tone=tone,
            words=words,
            below=below,
            below_in=handed,
            is_reminded=reminded,
        )

    def _below(self) -> dict[int, tuple[int, int]]:
        """How many stand right below each, and how many of them handed in."""
        rows = (
            Report.objects.filter(parent__parent=self.report)
            .order_by()
            .values("parent_id")
            .annotate(every=Count("pk"), handed=Count("pk", filter=Q(state__in=Report.FROZEN)))
        )
        return {row["parent_id"]: (row["every"], row["handed"]) for row in rows}

    def _reminded(self) -> set[int]:
        moves = Move.objects.filter(
            report__parent=self.report, kind=Move.Kind.REMINDED, at__date=self.today
        )
        return set(moves.values_list("report_id", flat=True))


def said_of(report: Report, *, today: date) -> tuple[str, str]:
    """How a report stands: a tone and the words beside the name; in time needs no words."""
    late = report.days_late(today)
    if report.is_frozen:
        return ("due", _("muộn %(days)s ngày") % {"days": late}) if late else ("met", "")
    if report.state == Report.State.SENT_BACK:
        return ("late" if late else "none", _("trả lại, chưa nộp lại"))
    return ("late" if late else "none"), _("chưa nộp")


@dataclass
class Today:
    """A unit of today and the reports of then that went into it."""

    unit: Unit
    reports: list[Report] = field(default_factory=list)


@dataclass(frozen=True)
class Regrouped:
    """The same reports by the units of today: what went over whole, and what was divided."""

    units: list[Today]
    split: list[tuple[Report, list[Unit]]]


def by_today(children: Iterable[Report], *, today: date) -> Regrouped:
    """Reports with the units that follow theirs; a unit split between several is said, not divided.

    The total stays what it is: only the names and the grouping are today's.
    """
    listed = list(children)
    heirs = heirs_on([child.unit_id for child in listed], today)
    keys = {unit for group in heirs.values() for unit in group}
    units = {unit.pk: unit for unit in Unit.objects.filter(pk__in=keys)}
    groups: dict[int, list[Report]] = defaultdict(list)
    split = []
    for child in listed:
        found = heirs.get(child.unit_id, set())
        if len(found) == 1:
            groups[next(iter(found))].append(child)
        else:
            split.append((child, sorted((units[key] for key in found), key=_order)))
    told = [Today(units[key], reports) for key, reports in groups.items()]
    return Regrouped(sorted(told, key=lambda one: _order(one.unit)), split)


def _order(unit: Unit) -> str:
    return unit.sort_key
