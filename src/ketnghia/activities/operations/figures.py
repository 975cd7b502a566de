"""Writing the figures of an activity; the ledger and the overlap guard follow at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ketnghia.activities.models import Activity, Figure, Indicator
from ketnghia.activities.operations.ledger import enter
from ketnghia.activities.operations.overlaps import look_for_overlaps
from ketnghia.amounts.bounds import Bound
from ketnghia.documents.models import Document

MOST_FIGURES = 60


@dataclass(frozen=True)
class Line:
    """One figure as a person kept it. `inside`: the place of the line it lies in, from zero.

    `value` None: done, but nobody knows how many.
    """

    what: str
    value: Decimal | None
    measure: str
    bound: str = Bound.EXACTLY
    indicator: Indicator | None = None
    out_of: Decimal | None = None
    form: str = ""
    fund: str = ""
    said: str = ""
    said_in: str = ""
    document: Document | None = None
    inside: int | None = None


def add_lines(activity: Activity, lines: Sequence[Line]) -> list[Figure]:
    """Add figures after those already there, without the ledger: for operations of this room."""
    if activity.figures.count() + len(lines) > MOST_FIGURES:
        raise ValidationError(_("Một hoạt động ghi nhiều nhất %(n)s số.") % {"n": MOST_FIGURES})
    start = activity.figures.count()
    made = [
        Figure.objects.create(activity=activity, order=start + place, **_facts(line))
        for place, line in enumerate(lines, start=1)
    ]
    for figure, line in zip(made, lines, strict=True):
        if line.inside is not None and made[line.inside].pk != figure.pk:
            figure.part_of = made[line.inside]
            figure.save(update_fields=["part_of"])
    return made


def _facts(line: Line) -> dict[str, object]:
    _refuse_impossible(line)
    return {
        "what": line.what or (line.indicator.name if line.indicator else line.measure),
        "value": line.value,
        "measure": line.measure,
        "bound": line.bound,
        "indicator": line.indicator,
        "out_of": line.out_of,
        "form": line.form,
        "fund": line.fund,
        "said": line.said,
        "said_in": line.said_in,
        "document": line.document,
    }


def _refuse_impossible(line: Line) -> None:
    if line.value is not None and line.value < 0:
        raise ValidationError({"value": _("Số liệu không thể dưới 0.")})
    if line.out_of is not None and line.value is not None and line.value > line.out_of:
        raise ValidationError({"value": _("Phần không thể lớn hơn tổng số.")})


def settle(activity: Activity) -> None:
    """What follows every change of figures: the ledger, then the questions of the guard."""
    enter(activity)
    look_for_overlaps(activity)


@transaction.atomic
def add_figures(activity: Activity, lines: Sequence[Line]) -> list[Figure]:
    """Add figures to an activity that is already recorded."""
    made = add_lines(activity, lines)
    settle(activity)
    return made


@transaction.atomic
def correct_figure(figure: Figure, line: Line) -> Figure:
    """Write a figure anew; history keeps what it was."""
    for name, value in _facts(line).items():
        setattr(figure, name, value)
    figure.save()
    settle(figure.activity)
    return figure


@transaction.atomic
def remove_figure(figure: Figure) -> None:
    """Take a figure out; what lay in it counts again."""
    activity = figure.activity
    figure.delete()
    settle(activity)
