"""Gifts from one unit to another, within the exchange they were given at."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from ketnghia.amounts.bounds import Bound
from ketnghia.exchanges.models import Exchange
from ketnghia.gifts.models import Gift
from ketnghia.gifts.operations import record_gift
from ketnghia.gifts.worth import Count, Worth
from ketnghia.reading.composing import Composition, Kind
from ketnghia.reading.models import Field
from ketnghia.reading.writers.writing import Written
from ketnghia.vietnamese.text import fold


def write(composed: Composition, written: Written) -> None:
    """Enter each gift into the book; one already there with the joined exchange is not doubled."""
    if not isinstance(written.event, Exchange) or written.is_joined:
        return
    for field in composed.of(Kind.GIFT):
        giver = composed.unit_at(field.value.get("giver"))
        receiver = composed.unit_at(field.value.get("receiver"))
        if giver is None or receiver is None:
            continue
        told = field.value
        gift = record_gift(
            giver=giver,
            receiver=receiver,
            on=written.event.begins_on,
            kind=kind_of(field),
            what=_what(told)[:200],
            recipient=str(told.get("recipient", ""))[:200],
            count=_count(told),
            worth=Worth(Decimal(str(told["worth"]))) if told.get("worth") else None,
            exchange=written.event,
            by=written.by,
        )
        written.gifts[field.pk] = gift
        written.made.append(gift)


def kind_of(field: Field) -> str:
    """Money, a souvenir, or goods, by its words."""
    what = fold(str(field.value["what"]))
    if field.value.get("quantity") is None and what == "tien":
        return Gift.Kind.CASH
    return Gift.Kind.SOUVENIR if "luu niem" in what else Gift.Kind.GOODS


def _what(told: dict[str, object]) -> str:
    return _("Ủng hộ") if fold(str(told["what"])) == "tien" else str(told["what"]).capitalize()


def _count(told: dict[str, object]) -> Count | None:
    if told.get("quantity") is None:
        return None
    return Count(Decimal(str(told["quantity"])), Bound.EXACTLY, str(told["what"])[:60])
