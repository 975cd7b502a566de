"""A unit named in an article, tied to the register as it stood on the day of the event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from ketnghia.reading.models import Taught
from ketnghia.reading.tying.names import spellings
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import day
from ketnghia.vietnamese.text import fold

# "Tỉnh đoàn Savanakhet" and "Tỉnh đoàn Savannakhet" are 98 alike, "Quảng Trị" and "Quảng Ninh" 82.
ALIKE = 90
MOST_NAMES = 20_000


@dataclass(frozen=True)
class Tie:
    """What a name was tied to, why, and whether a person has to look."""

    unit: Unit | None
    note: str = ""
    is_sure: bool = True


def tie_unit(
    aliases: Sequence[str], *, on: date | None, owner: Unit, beside: Iterable[Unit] = ()
) -> Tie:
    """The unit an article means. `on` is the day of the event, `beside` units tied already."""
    taught = _taught(aliases, owner)
    if taught is not None:
        return Tie(taught, _("Đồng chí đã dạy: “%(words)s” là đơn vị này.") % {"words": aliases[0]})
    for alias in aliases:
        for words in spellings(alias):
            found = list(_named(words))
            if found:
                return _of_that_day(found, alias, on, [owner, *beside])
    return _nearly(aliases, on)


def _taught(aliases: Sequence[str], owner: Unit) -> Unit | None:
    lessons = Taught.objects.filter(owner=owner, unit__isnull=False).select_related("unit")
    lesson = lessons.filter(folded__in=[fold(alias) for alias in aliases]).first()
    return lesson.unit if lesson else None


def _named(folded: str) -> QuerySet[Unit]:
    """Units of this name, whenever they bore it."""
    return Unit.objects.filter(
        Q(search_text=folded)
        | Q(search_text__startswith=f"{folded} | ")
        | Q(search_text__endswith=f" | {folded}")
        | Q(search_text__contains=f" | {folded} | ")
    )


def _of_that_day(found: Sequence[Unit], alias: str, on: date | None, near: Sequence[Unit]) -> Tie:
    living = [unit for unit in found if on is None or _lived(unit, on)]
    if not living:
        unit = found[0]
        words = {"day": day(on) if on else "", "unit": unit.told_apart}
        return Tie(
            unit, _("Ngày %(day)s không có đơn vị này; gần nhất: %(unit)s.") % words, is_sure=False
        )
    chosen = _closest(living, near) if len(living) > 1 else living[0]
    if chosen is None:
        words = {"number": str(len(living)), "name": living[0].name}
        return Tie(
            living[0], _("Có %(number)s đơn vị tên “%(name)s”. Chọn lại.") % words, is_sure=False
        )
    is_same = alias.casefold() in {name.name.casefold() for name in chosen.names.all()}
    note = "" if is_same else _("Trong sổ là “%(name)s”.") % {"name": chosen.name_on(on)}
    return Tie(chosen, f"{note} {era_note(chosen)}".strip())


def _lived(unit: Unit, on: date) -> bool:
    has_begun = unit.began_on is None or unit.began_on <= on
    return has_begun and (unit.ended_on is None or on < unit.ended_on)


def _closest(living: Sequence[Unit], near: Sequence[Unit]) -> Unit | None:
    """Of several of one name: the only one a unit of this article reaches, or that lives today."""
    reached = [unit for unit in living if unit.reached_by.filter(holder__in=near).exists()]
    if len(reached) == 1:
        return reached[0]
    today = [unit for unit in living if unit.is_living]
    return today[0] if len(today) == 1 else None


def era_note(unit: Unit) -> str:
    """Of a unit that is no more: until when its name held, and whose it is today."""
    if unit.is_living or unit.ended_on is None:
        return ""
    heirs = ", ".join(heir.name for heir in unit.heirs()[:3])
    words = {"day": day(unit.ended_on), "heirs": heirs}
    if not heirs:
        return _("Kết thúc %(day)s.") % words
    return _("Kết thúc %(day)s; nay thuộc %(heirs)s.") % words


def _nearly(aliases: Sequence[str], on: date | None) -> Tie:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only names nobody knows need it

    wanted = spellings(aliases[0])[-1]
    known = Unit.objects.filter(search_text__contains=wanted.split(" ")[0])
    rows = known.values_list("pk", "search_text")[:MOST_NAMES]
    named = [(name, pk) for pk, names in rows for name in names.split(" | ")]
    names = [name for name, _pk in named]
    best = process.extractOne(wanted, names, scorer=fuzz.ratio, score_cutoff=ALIKE)
    if best is None:
        return Tie(None, _("Chưa có trong sổ đơn vị."), is_sure=False)
    unit = Unit.objects.get(pk=named[best[2]][1])
    words = {"name": unit.name_on(on), "alike": round(best[1])}
    return Tie(unit, _("Gần giống “%(name)s” trong sổ (%(alike)s%%).") % words, is_sure=False)
