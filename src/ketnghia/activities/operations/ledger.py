"""The ledger of contributions: written with every change, rebuilt whole by a command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db import transaction

from ketnghia.activities.events import FiguresChanged
from ketnghia.activities.models import Activity, Contribution, Figure, Organiser
from ketnghia.activities.shares import Part, weights
from ketnghia.events import publish

BATCH = 2_000


def weigh(activity: Activity) -> list[Organiser]:
    """Write what each unit's report takes of the activity; the leading unit first."""
    organisers = list(activity.organisers.order_by("pk"))
    parts = [
        Part(
            is_lead=organiser.role == Organiser.Role.LEAD,
            share=organiser.share,
            is_disputed=organiser.answer == Organiser.Answer.DISPUTED,
        )
        for organiser in organisers
    ]
    for organiser, weight in zip(organisers, weights(parts), strict=True):
        if organiser.weight != weight:
            organiser.weight = weight
            Organiser.objects.filter(pk=organiser.pk).update(weight=weight)
    return organisers


@transaction.atomic
def enter(activity: Activity) -> None:
    """Write the activity's lines of the ledger anew, and tell what changed."""
    organisers = weigh(activity)
    before = list(Contribution.objects.filter(figure__activity=activity))
    figures = activity.figures.select_related("indicator", "part_of__indicator")
    lines = list(_lines(activity, figures, organisers))
    Contribution.objects.filter(figure__activity=activity).delete()
    Contribution.objects.bulk_create(lines)
    touched = [*before, *lines]
    for on in {line.on for line in touched}:
        publish(
            FiguresChanged(
                unit_ids=tuple({line.unit_id for line in touched if line.on == on}),
                indicator_ids=tuple({line.indicator_id for line in touched if line.on == on}),
                on=on,
            )
        )


def _lines(
    activity: Activity, figures: Iterable[Figure], organisers: Iterable[Organiser]
) -> Iterator[Contribution]:
    for figure in figures:
        if figure.indicator is None or figure.is_counted_elsewhere:
            continue
        for organiser in organisers:
            if organiser.weight > 0:
                yield _line(activity, figure, organiser)


def _line(activity: Activity, figure: Figure, organiser: Organiser) -> Contribution:
    assert figure.indicator  # noqa: S101 - figures without one are left out above
    # A share of a share is the same share: weights divide sums, not ratios.
    weight = 1 if figure.indicator.adds == "share" else organiser.weight
    return Contribution(
        figure=figure,
        organiser=organiser,
        unit_id=organiser.unit_id,
        indicator_id=figure.indicator.root_id,
        on=activity.ends_on,
        bound=figure.bound,
        value=None if figure.value is None else figure.value * weight,
        out_of=figure.out_of,
    )


def rebuild_ledger() -> int:
    """Write every line of the ledger afresh; returns how many. Safe to run at any time."""
    number = 0
    keys = list(Activity.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        with transaction.atomic():
            number += _rebuild(keys[start : start + BATCH])
    return number


def _rebuild(keys: list[int]) -> int:
    Contribution.objects.filter(figure__activity__in=keys).delete()
    lines: list[Contribution] = []
    found = Activity.objects.filter(pk__in=keys).prefetch_related(
        "figures__indicator", "figures__part_of__indicator"
    )
    for activity in found:
        organisers = weigh(activity)
        lines += _lines(activity, activity.figures.all(), organisers)
    Contribution.objects.bulk_create(lines, batch_size=500)
    return len(lines)
