"""The overlap guard: finds figures that may count one thing twice, asks, keeps the answers."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.activities.models import Activity, Figure, Overlap
from ketnghia.activities.operations.ledger import enter
from ketnghia.activities.suspicion import Told, suspicion
from ketnghia.units.models import Reach
from ketnghia.vietnamese.text import fold

# A guard that has to look at more figures than this under one indicator asks nothing more.
MOST_LOOKED_AT = 2_000


@transaction.atomic
def look_for_overlaps(activity: Activity) -> list[Overlap]:
    """Ask about the activity's figures beside others; what was answered before is not asked again.

    Questions nobody answered that no longer arise are taken back.
    """
    mine = list(_figures().filter(activity=activity, indicator__isnull=False))
    related = _related_units(activity)
    asked: dict[tuple[int, int], str] = {}
    for figure in mine:
        for other in _near(figure, activity, related):
            if figure.is_counted_elsewhere or other.is_counted_elsewhere:
                continue
            reason = _reason(figure, other, related)
            if reason:
                pair = (min(figure.pk, other.pk), max(figure.pk, other.pk))
                asked[pair] = reason
    _take_back(mine, asked)
    return _ask(asked)


def _figures() -> QuerySet[Figure]:
    return Figure.objects.select_related("activity", "indicator", "part_of__indicator")


def _related_units(activity: Activity) -> set[int]:
    """Its units, and those above and below them."""
    own = set(activity.organisers.values_list("unit", flat=True))
    above = Reach.objects.filter(unit__in=own).values_list("holder", flat=True)
    below = Reach.objects.filter(holder__in=own).values_list("unit", flat=True)
    return own | set(above) | set(below)


def _near(figure: Figure, activity: Activity, related: set[int]) -> list[Figure]:
    """Figures under the same indicator whose days meet, of related units or of one place."""
    assert figure.indicator  # noqa: S101 - asked only of figures with one
    ours = Q(activity__organisers__unit__in=related)
    if activity.place:
        ours |= Q(activity__search_text__contains=fold(activity.place).split(",")[0])
    found = (
        _figures()
        .filter(
            Q(indicator=figure.indicator.root_id) | Q(indicator__under=figure.indicator.root_id),
            ours,
            activity__begins_on__lte=activity.ends_on,
            activity__ends_on__gte=activity.begins_on,
        )
        .exclude(pk=figure.pk)
        .prefetch_related("activity__organisers")
        .distinct()
    )
    return list(found.order_by("pk")[:MOST_LOOKED_AT])


def _reason(figure: Figure, other: Figure, related: set[int]) -> str | None:
    units = {organiser.unit_id for organiser in other.activity.organisers.all()}
    return suspicion(_told(figure), _told(other), are_related=bool(units & related))


def _told(figure: Figure) -> Told:
    activity, indicator = figure.activity, figure.indicator
    assert indicator  # noqa: S101 - asked only of figures with one
    return Told(
        activity=activity.pk,
        indicator=indicator.root_id,
        value=figure.value,
        begins_on=activity.begins_on,
        ends_on=activity.ends_on,
        title=activity.title,
        place=activity.place,
        source=activity.source,
    )


def _take_back(mine: list[Figure], asked: dict[tuple[int, int], str]) -> None:
    keys = [figure.pk for figure in mine]
    open_ones = Overlap.objects.waiting().filter(Q(first__in=keys) | Q(second__in=keys))
    for overlap in open_ones:
        if overlap.pair not in asked:
            overlap.delete()


def _ask(asked: dict[tuple[int, int], str]) -> list[Overlap]:
    made = []
    for (first, second), reason in asked.items():
        overlap, is_new = Overlap.objects.get_or_create(
            first_id=first, second_id=second, defaults={"reason": reason}
        )
        if is_new:
            made.append(overlap)
    return made


@transaction.atomic
def answer_overlaps(
    overlaps: Iterable[Overlap],
    *,
    answer: str,
    by: User,
    kept: Figure | None = None,
    note: str = "",
) -> None:
    """Answer questions about one thing at once; totals follow in the same transaction."""
    touched: set[Activity] = set()
    for overlap in overlaps:
        holds = kept if answer != Overlap.Answer.SEPARATE else None
        if holds is not None and holds.pk not in overlap.pair:
            continue
        _forget(overlap)
        overlap.settle(answer, by=by, kept=holds, note=note)
        if holds is not None:
            _put_inside(overlap.other(holds), holds)
        touched |= {overlap.first.activity, overlap.second.activity}
    if not touched:
        raise ValidationError(_("Chọn số được tính."))
    for activity in touched:
        enter(activity)
        look_for_overlaps(activity)


def _put_inside(figure: Figure, whole: Figure) -> None:
    """Let a figure lie in another; a circle of figures inside each other is refused."""
    seen, above = {figure.pk}, whole
    while above.part_of_id:
        if above.part_of_id in seen:
            raise ValidationError(_("Hai số không thể nằm trong nhau. Xem lại câu trả lời trước."))
        seen.add(above.pk)
        above = Figure.objects.get(pk=above.part_of_id)
    figure.part_of = whole
    figure.save(update_fields=["part_of"])


def _forget(overlap: Overlap) -> None:
    """Take back what an earlier answer did."""
    if overlap.kept is None:
        return
    lost = overlap.other(overlap.kept)
    if lost.part_of_id == overlap.kept_id:
        lost.part_of = None
        lost.save(update_fields=["part_of"])
