"""The book of gifts by partner: what was given and received, summed by the database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q, Sum
from django.db.models.functions import ExtractYear
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, ngettext

from ketnghia.accounts.models import User
from ketnghia.amounts.bounds import Bound
from ketnghia.gifts.models import Gift, GiftQuerySet
from ketnghia.gifts.sums import Lot, sums
from ketnghia.gifts.sums import Sum as KindSum
from ketnghia.gifts.worth import Currency, count_words, worth_words
from ketnghia.holidays.names import HOME
from ketnghia.units.lines import standing_for
from ketnghia.units.models import Unit

WORDS: dict[str, str | Promise] = {
    "cash": gettext_lazy("tiền"),
    "goods": gettext_lazy("hiện vật"),
    "labour": gettext_lazy("ngày công"),
    "souvenir": gettext_lazy("quà lưu niệm"),
}
GROUPED = ("giver", "receiver", "kind", "currency", "bound", "measure", "number_bound")


@dataclass(frozen=True)
class Told:
    """One kind in a cell of the balance, with the list it comes from."""

    kind: str
    sum: KindSum
    url: str

    @property
    def words(self) -> str:
        """Tiền: 10 triệu đồng; 100 đô la Mỹ."""
        return f"{WORDS[self.kind]}: {sum_words(self.sum)}"


def sum_words(told: KindSum) -> str:
    """What gifts of a kind come to: money, things counted, and how many nobody valued."""
    money = sorted(told.money.items(), key=lambda pair: (pair[0] != Currency.VND, pair[0]))
    parts = [worth_words(a.value, a.bound, currency) for currency, a in money]
    parts += [count_words(a.value, a.bound, measure) for measure, a in sorted(told.counts.items())]
    if told.unvalued and told.unvalued == told.items:
        words = ngettext(
            "%(number)s món không ghi trị giá", "%(number)s món không ghi trị giá", told.unvalued
        )
        parts.append(words % {"number": told.unvalued})
    elif told.unvalued:
        words = ngettext(
            "còn %(number)s món không ghi trị giá",
            "còn %(number)s món không ghi trị giá",
            told.unvalued,
        )
        parts.append(words % {"number": told.unvalued})
    return "; ".join(parts)


@dataclass
class Pair:
    """Everything that changed hands between two units, whatever they were called."""

    own: Unit
    partner: Unit
    own_names: set[str] = field(default_factory=set)
    partner_names: set[str] = field(default_factory=set)
    given: list[Lot] = field(default_factory=list)
    received: list[Lot] = field(default_factory=list)

    @cached_property
    def given_sums(self) -> list[KindSum]:
        return sums(self.given)

    @cached_property
    def received_sums(self) -> list[KindSum]:
        return sums(self.received)

    @property
    def items(self) -> int:
        return sum(lot.items for lot in (*self.given, *self.received))

    @property
    def unvalued(self) -> int:
        return sum(one.unvalued for one in (*self.given_sums, *self.received_sums))

    @property
    def partner_then(self) -> str:
        """What the partner was called in the records."""
        return ", ".join(sorted(self.partner_names))

    @property
    def own_then(self) -> str:
        return ", ".join(sorted(self.own_names))


class Balance:
    """What a person's units gave and received, of one year or of all."""

    def __init__(self, user: User, *, year: int | None = None) -> None:
        self.user = user
        self.year = year

    @cached_property
    def gifts(self) -> GiftQuerySet:
        found = Gift.objects.visible_to(self.user)
        return found.filter(on__year=self.year) if self.year else found

    @cached_property
    def years(self) -> list[int]:
        """Years with anything in the book, the newest first."""
        found = Gift.objects.visible_to(self.user).annotate(year=ExtractYear("on"))
        return list(found.order_by("-year").values_list("year", flat=True).distinct())

    @cached_property
    def _rows(self) -> list[dict[str, Any]]:
        """Gifts that add up, summed: those of two units, a kind, a bound, a currency."""
        return list(
            self.gifts.order_by()
            .annotate(is_blank=Q(value__isnull=True), is_uncounted=Q(number__isnull=True))
            .values(*GROUPED, "is_blank", "is_uncounted")
            .annotate(items=Count("pk"), worth=Sum("value"), counted=Sum("number"))
        )

    @cached_property
    def pairs(self) -> list[Pair]:
        """One for each partner of each own unit, by the partner's name."""
        units = {row[side] for row in self._rows for side in ("giver", "receiver")}
        stands = standing_for(units)
        known = Unit.objects.prefetch_related("names").in_bulk({*units, *stands.values()})
        mine = set(
            Unit.objects.visible_to(self.user).filter(pk__in=units).values_list("pk", flat=True)
        )
        pairs: dict[tuple[int, int], Pair] = {}
        for row in self._rows:
            giver, receiver = row["giver"], row["receiver"]
            is_given = _is_own_first(known, mine, giver, receiver)
            own, partner = (giver, receiver) if is_given else (receiver, giver)
            key = (stands[own], stands[partner])
            pair = pairs.setdefault(key, Pair(known[key[0]], known[key[1]]))
            (pair.given if is_given else pair.received).append(_lot(row))
            pair.own_names.add(self._name(known[own]))
            pair.partner_names.add(self._name(known[partner]))
        return sorted(pairs.values(), key=lambda p: (p.partner.sort_key, p.own.sort_key))

    def _name(self, unit: Unit) -> str:
        """What the unit was called: at the end of the year, else the last it was called."""
        return unit.name_on(date(self.year, 12, 31)) if self.year else unit.name

    def told(self, pair: Pair, direction: str) -> Iterator[Told]:
        """The cell of a pair, each kind with the list it is the sum of."""
        is_given = direction == "given"
        giver, receiver = (pair.own, pair.partner) if is_given else (pair.partner, pair.own)
        for one in pair.given_sums if is_given else pair.received_sums:
            words = {"giver": giver.pk, "receiver": receiver.pk, "kind": one.kind}
            if self.year:
                words["year"] = self.year
            yield Told(one.kind, one, f"{reverse('gifts:list')}?{urlencode(words)}")

    def whole(self, direction: str) -> list[KindSum]:
        """Everything given, or everything received, whoever the partner."""
        return sums(_all(self.pairs, direction))


def _all(pairs: Iterable[Pair], direction: str) -> Iterator[Lot]:
    for pair in pairs:
        yield from pair.given if direction == "given" else pair.received


def _is_own_first(known: dict[int, Unit], mine: set[int], giver: int, receiver: int) -> bool:
    """Whether the giver is the own side: of two that are ours, the one at home, then by name."""

    def place(unit: int) -> tuple[bool, bool, str, int]:
        one = known[unit]
        return (unit not in mine, one.country != HOME, one.sort_key, unit)

    return place(giver) < place(receiver)


def _lot(row: dict[str, Any]) -> Lot:
    value: Decimal | None = None if row["is_blank"] else row["worth"]
    number: Decimal | None = None if row["is_uncounted"] else row["counted"]
    return Lot(
        row["kind"],
        items=row["items"],
        value=value,
        bound=Bound(row["bound"]),
        currency=row["currency"],
        number=number,
        number_bound=Bound(row["number_bound"]),
        measure=row["measure"],
    )
