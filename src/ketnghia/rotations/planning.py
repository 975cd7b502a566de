"""Where planning the meeting of a turn begins: the form of an exchange, filled in from it."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.models import Exchange, Series
from ketnghia.exchanges.planning import GUESTS
from ketnghia.rotations import turn_words
from ketnghia.rotations.ledger_reading import ledger_of
from ketnghia.rotations.ledgers import Ledger
from ketnghia.rotations.models import Rotation
from ketnghia.rotations.turns import State


def plan_turn_url(ledger: Ledger) -> str:
    """The form with the host in turn, the others as guests, and the kind they met in before."""
    host = ledger.next_unit
    if host is None:
        return ""
    guests = [unit for unit in ledger.units_today if unit.pk != host.pk]
    words: dict[str, str | int] = {
        "host": host.pk,
        **dict(zip(GUESTS, [unit.pk for unit in guests], strict=False)),
        "kind": usual_kind(ledger),
        "rotation": ledger.rotation.pk,
    }
    return f"{reverse('exchanges:create')}?{urlencode(words)}"


def usual_kind(ledger: Ledger) -> str:
    """What they did the last time a turn was held."""
    for line in ledger.lines:
        if line.turn.state == State.HELD and line.exchange:
            return str(line.exchange.kind)
    return Exchange.Kind.MEETING


def title_of_next(ledger: Ledger) -> str:
    """The title of the meeting to come, as the earlier ones were called."""
    series, host, turn = ledger.rotation.series, ledger.next_unit, ledger.next
    if host is None or turn is None:
        return ""
    if series:
        words = {"series": series.name, "number": series.next_ordinal}
        return _("%(series)s lần thứ %(number)s") % words if words["number"] else series.name
    others = [unit.short_name for unit in ledger.units_today if unit.pk != host.pk]
    kind = Exchange.Kind(usual_kind(ledger)).label
    year = max(turn.year, ledger.today.year)
    names = " – ".join([host.short_name, *others])
    return _("%(kind)s %(names)s năm %(year)s") % {"kind": kind, "names": names, "year": year}


class AwaitedTurn:
    """The turn that waits, as the form of its meeting asks for it; see `exchanges.awaited`."""

    def __init__(self, rotation: Rotation) -> None:
        self.rotation = rotation

    @cached_property
    def ledger(self) -> Ledger:
        return ledger_of(self.rotation)

    @property
    def lead(self) -> str:
        return turn_words.lead(self.ledger)

    @property
    def name(self) -> str:
        return str(self.rotation)

    @property
    def url(self) -> str:
        return self.rotation.get_absolute_url()

    @property
    def title(self) -> str:
        return title_of_next(self.ledger)

    @property
    def due_on(self) -> date | None:
        return self.ledger.due_on

    @property
    def days(self) -> int | None:
        """How long the last turn that was held took."""
        last = self.ledger.last.exchange if self.ledger.last else None
        return (last.ends_on - last.begins_on).days + 1 if last else None

    @property
    def series(self) -> Series | None:
        return self.rotation.series

    @property
    def agreement(self) -> Agreement | None:
        return self.rotation.agreement


def awaited_turn(user: User, key: str) -> AwaitedTurn | None:
    """The turn of an order the person may see, by the order's key."""
    if not key.isdecimal():
        return None
    found = Rotation.objects.visible_to(user).select_related("series", "agreement")
    rotation = found.filter(pk=key).first()
    return AwaitedTurn(rotation) if rotation else None
