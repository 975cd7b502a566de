"""Opening a review for a whole tree, or for the level below a unit already asked: in bulk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.activities.models import Campaign, Indicator
from ketnghia.events import publish
from ketnghia.reviews.deadlines import days_off, last_day, working_days_before
from ketnghia.reviews.events import RoundOpened
from ketnghia.reviews.lineage import heirs_on
from ketnghia.reviews.models import Aim, Asked, Heading, Inquiry, Line, Report, Round
from ketnghia.reviews.national import headings
from ketnghia.units.models import Level, Standing, Unit

BATCH = 2_000


@dataclass(frozen=True)
class Question:
    """A question in words, and the tiers it is put to; none: everybody."""

    text: str
    levels: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Place:
    """Where a unit stands in the tree of a round."""

    unit: int
    parent: int | None
    level: str
    depth: int
    path: str


@transaction.atomic
def open_round(  # noqa: PLR0913 - a round is opened with all that it asks
    unit: Unit,
    *,
    title: str,
    first: date,
    last: date,
    due_on: date,
    kind: str = Round.Kind.HALF,
    depth: int | None = None,
    earlier: int = 0,
    indicators: Collection[Indicator] | None = None,
    levels: Mapping[int, list[str]] | None = None,
    questions: Sequence[Question] = (),
    campaign: Campaign | None = None,
    previous: Round | None = None,
    note: str = "",
    by: User | None = None,
) -> Round:
    """Open a review for a unit and `depth` levels below it (None: the whole tree).

    Every level hands in `earlier` working days before the one above. `levels` says by indicator
    which tiers are asked; without an entry everybody is. Works for a whole country at once.
    """
    _refuse(unit, first=first, last=last, due_on=due_on, by=by)
    made = Round.objects.create(
        kind=kind,
        title=title,
        unit=unit,
        first=first,
        last=last,
        due_on=due_on,
        campaign=campaign,
        previous=previous,
        note=note,
        opened_by=by,
    )
    _ask(made, indicators, levels or {}, questions)
    top = _top(unit, made.tree_day)
    places = [top, *_below([top], made.tree_day, depth)]
    reports = _create(made, places, due_on=due_on, earlier=earlier)
    _take_over(made, reports, _ended_within(made))
    _carry_plans(made, reports)
    publish(RoundOpened(made.pk, by.pk if by else None))
    return made


@transaction.atomic
def open_below(
    report: Report, *, due_on: date, depth: int | None = 1, earlier: int = 0, by: User
) -> list[Report]:
    """Let the units below a reporting unit report too; their numbers then come from them."""
    if not report.is_writable:
        raise ValidationError(_("Báo cáo đã nộp. Mở lại trước khi mở cho cấp dưới."))
    if due_on > report.due_on:
        words = {"day": f"{report.due_on:%d/%m/%Y}"}
        raise ValidationError(
            {"due_on": _("Hạn của cấp dưới phải trước hạn của đơn vị mình (%(day)s).") % words}
        )
    there = set(report.round.reports.values_list("unit_id", flat=True))
    me = Place(report.unit_id, None, report.level, 0, report.path)
    places = [p for p in _below([me], report.round.tree_day, depth) if p.unit not in there]
    if not places:
        raise ValidationError(_("Không còn đơn vị nào bên dưới để mở."))
    made = _create(report.round, places, due_on=due_on, earlier=earlier, above=report)
    ended = set(report.taken_over)
    report.taken_over = []
    _take_over(report.round, [report, *made], ended)
    _carry_plans(report.round, made)
    publish(RoundOpened(report.round_id, by.pk))
    return made


def _refuse(unit: Unit, *, first: date, last: date, due_on: date, by: User | None) -> None:
    if by is not None and not Unit.objects.run_by(by).filter(pk=unit.pk).exists():
        raise ValidationError({"unit": _("Chỉ mở được cho đơn vị mình và bên dưới.")})
    if last < first:
        raise ValidationError({"last": _("Ngày cuối phải sau ngày đầu.")})
    if due_on < first:
        raise ValidationError({"due_on": _("Hạn nộp phải sau ngày đầu của kỳ.")})


def _ask(
    made: Round,
    indicators: Collection[Indicator] | None,
    levels: Mapping[int, list[str]],
    questions: Sequence[Question],
) -> None:
    """What the round asks: by default every indicator of its year that the unit may use."""
    asked: Iterable[Indicator] = indicators if indicators is not None else default_indicators(made)
    Asked.objects.bulk_create(
        Asked(round=made, indicator=one, levels=levels.get(one.pk, [])) for one in asked
    )
    for order, question in enumerate(questions, start=1):
        Inquiry.objects.create(round=made, order=order, text=question.text, levels=question.levels)
    last = Round.objects.filter(unit=made.unit, kind=made.kind).exclude(pk=made.pk).first()
    kept = list(last.headings.values("order", "part", "title", "role", "groups")) if last else []
    for facts in kept or headings():
        Heading.objects.create(round=made, **facts)


def default_indicators(made: Round) -> list[Indicator]:
    """National ones of the year, and the unit's own; parts of another are asked with it."""
    usable = Indicator.objects.usable_by(made.unit).in_year(made.last.year)
    return list(usable.filter(under__isnull=True).distinct().order_by("group", "order", "pk"))


def _held(on: date) -> Q:
    return Q(Q(valid_from__isnull=True) | Q(valid_from__lte=on)) & Q(
        Q(valid_until__isnull=True) | Q(valid_until__gte=on)
    )


def _top(unit: Unit, on: date) -> Place:
    stood = unit.standings.filter(_held(on)).order_by("-valid_from", "-pk").first()
    level = stood.level if stood else Level.PROVINCIAL
    return Place(unit.pk, None, level, 0, f"/{unit.pk}/")


def _below(tops: list[Place], on: date, depth: int | None) -> list[Place]:
    """Places under these, level by level, as the tree stood on a day; a unit stands once."""
    found: list[Place] = []
    seen = {place.unit for place in tops}
    level = tops
    while level and (depth is None or level[0].depth < depth):
        under = {place.unit: place for place in level}
        level = []
        for unit, parent, tier in _standings(under, on):
            if unit not in seen:
                seen.add(unit)
                above = under[parent]
                path = f"{above.path}{unit}/"
                level.append(Place(unit, parent, tier, above.depth + 1, path))
        found += level
    return found


def _standings(parents: Mapping[int, Place], on: date) -> Iterable[tuple[int, int, str]]:
    keys = sorted(parents)
    living = Unit.objects.living_on(on)
    for start in range(0, len(keys), BATCH):
        rows = Standing.objects.filter(
            _held(on), parent__in=keys[start : start + BATCH], unit__in=living
        ).order_by("unit__sort_key", F("valid_from").desc(nulls_last=True), "pk")
        yield from rows.values_list("unit_id", "parent_id", "level")


def _create(
    made: Round,
    places: list[Place],
    *,
    due_on: date,
    earlier: int,
    above: Report | None = None,
) -> list[Report]:
    """A report for every place, the upper ones first."""
    off = days_off(made.first, due_on)
    by_unit: dict[int, Report] = {above.unit_id: above} if above else {}
    levels: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        levels[place.depth].append(place)
    created: list[Report] = []
    first = min(levels)
    for depth in sorted(levels):
        # The top keeps the round's own day; those right below it hand in on that day too.
        steps = max(depth - max(first, 1), 0)
        due = working_days_before(due_on, earlier * steps, off)
        late_after = last_day(due, off)
        some = [
            Report(
                round=made,
                unit_id=place.unit,
                parent=by_unit[place.parent] if place.parent else None,
                path=place.path,
                level=place.level,
                due_on=due,
                late_after=late_after,
            )
            for place in levels[depth]
        ]
        for report in Report.objects.bulk_create(some, batch_size=BATCH):
            by_unit[report.unit_id] = report
            created.append(report)
    return created


def _ended_within(made: Round) -> set[int]:
    """Units that reported figures in these days and are no more on the day of the tree."""
    gone = Unit.objects.filter(
        ended_on__gt=made.first,
        ended_on__lte=made.tree_day,
        contributions__on__gte=made.first,
        contributions__on__lte=made.last,
    )
    return set(gone.values_list("pk", flat=True).distinct())


def _take_over(made: Round, reports: list[Report], ended: set[int]) -> None:
    """Let the figures of ended units count with their heirs.

    What was split between several counts at the lowest unit above them all: said, not divided.
    """
    if not ended:
        return
    by_unit = {report.unit_id: report for report in reports}
    by_path = {report.path: report for report in reports}
    taken: dict[int, list[int]] = defaultdict(list)
    for unit, heirs in heirs_on(ended, made.tree_day).items():
        paths = [_path_of(heir, by_unit, made.tree_day) for heir in heirs]
        holder = _shared(paths, by_path) if paths and None not in paths else None
        if holder:
            taken[holder.unit_id].append(unit)
    changed = []
    for unit, some in taken.items():
        by_unit[unit].taken_over = sorted(some)
        changed.append(by_unit[unit])
    Report.objects.bulk_update(changed, ["taken_over"], batch_size=BATCH)


def _path_of(unit: int, by_unit: Mapping[int, Report], on: date) -> str | None:
    """The path of the report a unit's figures are in: its own, or that of a unit above it."""
    seen: set[int] = set()
    here: int | None = unit
    while here is not None and here not in seen:
        if here in by_unit:
            return by_unit[here].path
        seen.add(here)
        above = Standing.objects.filter(_held(on), unit=here).values_list("parent_id", flat=True)
        here = above.first()
    return None


def _shared(paths: Sequence[str | None], by_path: Mapping[str, Report]) -> Report | None:
    """The lowest report above all of these."""
    steps = [path.strip("/").split("/") for path in paths if path]
    found = None
    here = "/"
    for keys in zip(*steps, strict=False):
        if len(set(keys)) > 1:
            break
        here = f"{here}{keys[0]}/"
        found = by_path.get(here, found)
    return found


def _carry_plans(made: Round, reports: list[Report]) -> None:
    """Tasks kept in the round before become this one's plan, unit by unit."""
    if made.previous_id is None:
        return
    kept = Aim.objects.filter(
        report__round=made.previous_id,
        state=Aim.State.KEPT,
        indicator__isnull=False,
        quantity__isnull=False,
    ).values_list("report__unit_id", "indicator__code", "quantity")
    asked = {one.indicator.code: one.indicator_id for one in made.asked.select_related("indicator")}
    plans: dict[tuple[int, int], Decimal] = defaultdict(Decimal)
    for unit, code, quantity in kept:
        if code in asked:
            plans[(unit, asked[code])] += quantity or Decimal(0)
    by_unit = {report.unit_id: report for report in reports}
    Line.objects.bulk_create(
        (
            Line(report=by_unit[unit], indicator_id=indicator, plan=plan)
            for (unit, indicator), plan in plans.items()
            if unit in by_unit
        ),
        batch_size=BATCH,
    )
