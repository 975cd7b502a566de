"""The same thing told twice: by the registers already, or by another article that waits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from ketnghia.activities.models import Activity
from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.models import Exchange
from ketnghia.reading.models import Article, Field
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import day
from ketnghia.vietnamese.text import fold

# Papers differ by a day or two about when something was; by more it is another event.
NEAR = timedelta(days=3)
SIGNED_NEAR = timedelta(days=7)
ALIKE = 70


@dataclass(frozen=True)
class Match:
    """A record that tells the same, and why."""

    record: models.Model
    why: str


def lineages(units: Iterable[Unit]) -> list[set[int]]:
    """Each unit with what it came from and went into: one side, whatever its name of the day."""
    return [unit.lineage_ids() for unit in units]


def same_agreement(
    units: Sequence[Unit], *, kind: str, signed: date | None, last: date | None, on: date | None
) -> Match | None:
    """The paper of these sides: signed about that day, with that last day, or in force then."""
    sides = lineages(units)
    if len(sides) < 2:  # noqa: PLR2004 - a paper has two sides
        return None
    found = Agreement.objects.between(sides[0], sides[1]).filter(kind=kind)
    if signed is not None:
        near = found.filter(signed_on__range=(signed - SIGNED_NEAR, signed + SIGNED_NEAR)).first()
        return Match(near, _("Cùng hai bên, cùng loại, ký %(day)s.") % _day(near)) if near else None
    if last is not None:
        found = found.filter(ends_on__year=last.year)
    elif on is not None:
        found = found.in_force_on(on)
    paper = found.order_by("-signed_on").first()
    return Match(paper, _("Cùng hai bên, cùng loại, ký %(day)s.") % _day(paper)) if paper else None


def _day(paper: Agreement) -> dict[str, str]:
    return {"day": day(paper.signed_on) if paper.signed_on else ""}


def same_exchange(units: Sequence[Unit], *, first: date | None, last: date | None) -> Match | None:
    """An exchange of two of these sides about these days."""
    sides = lineages(units)
    if first is None or len(sides) < 2:  # noqa: PLR2004 - an exchange has two sides
        return None
    found = Exchange.objects.filter(
        begins_on__lte=(last or first) + NEAR, ends_on__gte=first - NEAR
    ).exclude(state=Exchange.State.CANCELLED)
    for side in sides[:2]:
        found = found.filter(participations__unit__in=side)
    exchange = found.order_by("begins_on", "pk").first()
    if exchange is None:
        return None
    return Match(exchange, _("Cùng các bên, ngày %(day)s.") % {"day": day(exchange.begins_on)})


def same_activity(unit: Unit, *, first: date | None, last: date | None, title: str) -> Match | None:
    """An activity of this side about these days, of nearly the same name."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only this question needs it

    if first is None:
        return None
    found = Activity.objects.filter(
        organisers__unit__in=unit.lineage_ids(),
        begins_on__range=(first - NEAR, first + NEAR),
        ends_on__range=((last or first) - NEAR, (last or first) + NEAR),
    )
    for activity in found.distinct().order_by("begins_on", "pk")[:50]:
        if fuzz.token_set_ratio(fold(activity.title), fold(title)) >= ALIKE:
            words = {"day": day(activity.begins_on)}
            return Match(activity, _("Cùng đơn vị, tên gần giống, ngày %(day)s.") % words)
    return None


def same_event(article: Article) -> models.QuerySet[Article]:
    """Other articles of the unit, read, that tell of the same units about the same days."""
    told = article.fields.filter(kind=Field.Kind.UNIT, unit__isnull=False)
    units = told.exclude(decision=Field.Decision.REFUSED)
    keys = list(units.values_list("unit", flat=True))
    if article.begins_on is None or not keys:
        return Article.objects.none()
    last = article.ends_on or article.begins_on
    others = Article.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=article.begins_on - NEAR),
        unit=article.unit,
        state__in=(Article.State.READ, Article.State.ACCEPTED),
        begins_on__lte=last + NEAR,
        begins_on__gte=article.begins_on - NEAR,
    ).exclude(pk=article.pk)
    for key in keys[:2]:
        others = others.filter(fields__kind=Field.Kind.UNIT, fields__unit=key)
    return others.distinct()
