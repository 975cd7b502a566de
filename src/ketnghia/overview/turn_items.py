"""Turns on the page of today: whose turn it is with whom, and those that are late, due or quiet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from ketnghia.overview.items import DUE_WITHIN, LATE_SHOWN, Act, Item
from ketnghia.overview.scopes import Scope
from ketnghia.overview.shapes import is_quiet
from ketnghia.overview.ties import Tie
from ketnghia.overview.words import all_of, days_left, days_past
from ketnghia.rotations.ledger_reading import ledgers_of
from ketnghia.rotations.ledgers import Ledger
from ketnghia.rotations.models import Rotation
from ketnghia.rotations.planning import plan_turn_url
from ketnghia.rotations.turn_words import last_words
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import day, length

LINES_SHOWN = 12
TWO = 2


@dataclass(frozen=True)
class WhoseTurn:
    """With whom the sides take turns, who hosted last, and who is next."""

    title: str
    url: str
    last: str
    next: str
    is_ours: bool


class Turns:
    """Every ledger a person may read, beside the ties it belongs to."""

    def __init__(self, scope: Scope, today: date, ties: Sequence[Tie]) -> None:
        self.scope, self.user = scope, scope.user
        self.today = today
        self.ties = ties

    @cached_property
    def ledgers(self) -> list[Ledger]:
        """Those where somebody is in turn, the nearest day first."""
        told = ledgers_of(self.scope.rotations, today=self.today)
        return sorted((ledger for ledger in told if ledger.next), key=_day)

    @cached_property
    def editable(self) -> set[int]:
        if not self.ledgers:
            return set()
        return set(Rotation.objects.editable_by(self.user).values_list("pk", flat=True))

    @cached_property
    def own(self) -> set[int]:
        """Units of the orders, as they stand today, whose papers the person may read."""
        units = {unit.pk for ledger in self.ledgers for unit in ledger.units_today}
        if not units:
            return set()
        found = Unit.objects.visible_to(self.user).filter(pk__in=units)
        return set(found.values_list("pk", flat=True))

    @cached_property
    def _by_paper(self) -> dict[int, Ledger]:
        return {paper: ledger for ledger in self.ledgers for paper in ledger.papers}

    def of_paper(self, paper: int) -> Ledger | None:
        return self._by_paper.get(paper)

    def of_tie(self, tie: Tie) -> Ledger | None:
        """The ledger under one of the papers of a tie."""
        found = (self.of_paper(paper.pk) for paper in tie.agreements)
        return next((ledger for ledger in found if ledger), None)

    @cached_property
    def _ties(self) -> dict[int, Tie]:
        """The tie a ledger belongs to, by the key of its order."""
        pairs = ((self.of_tie(tie), tie) for tie in reversed(self.ties))
        return {ledger.rotation.pk: tie for ledger, tie in pairs if ledger}

    # -------------------------------------------------------------- beside the list

    def whose(self) -> list[WhoseTurn]:
        """One line for each ledger, our own turns first."""
        ledgers = sorted(self.ledgers, key=lambda ledger: not self._is_ours(ledger))
        return [self._line(ledger) for ledger in ledgers[:LINES_SHOWN]]

    def _is_ours(self, ledger: Ledger) -> bool:
        return bool(ledger.next_unit and ledger.next_unit.pk in self.own)

    def _line(self, ledger: Ledger) -> WhoseTurn:
        friends = [unit for unit in ledger.units_today if unit.pk not in self.own]
        return WhoseTurn(
            title=all_of([unit.short_name for unit in friends]) or str(ledger.rotation),
            url=ledger.rotation.get_absolute_url(),
            last=self._last(ledger),
            next=self._next(ledger),
            is_ours=self._is_ours(ledger),
        )

    def _last(self, ledger: Ledger) -> str:
        line = ledger.last
        if line is None or line.host is None or line.on is None:
            return _("chưa ghi")
        who = self._who(ledger, line.stands or line.host)
        return _("%(who)s, %(month)s") % {"who": who, "month": f"{line.on.month}/{line.on.year}"}

    def _next(self, ledger: Ledger) -> str:
        assert ledger.next is not None  # noqa: S101 - only those with a turn are kept
        assert ledger.next_unit is not None  # noqa: S101 - a turn has its place
        who = self._who(ledger, ledger.next_unit)
        if ledger.planned:
            return _("%(who)s, %(day)s") % {"who": who, "day": day(ledger.planned.begins_on)}
        if ledger.rotation.every is None:
            return who
        return _("%(who)s, %(year)s") % {"who": who, "year": ledger.next.years(self.today)}

    def _who(self, ledger: Ledger, unit: Unit) -> str:
        """Ta, bạn; among three or more, and where all are ours or none, the name."""
        ours = [one for one in ledger.units_today if one.pk in self.own]
        if len(ledger.units_today) != TWO or len(ours) != 1:
            return unit.short_name
        return _("Ta") if unit.pk in self.own else _("Bạn")

    # -------------------------------------------------------------- in the list

    def late(self, *, told: Collection[int]) -> Iterator[Item]:
        """Past their day within the last year, and nothing planned; older ones are quiet."""
        for ledger in self._not(told):
            due = ledger.due_on
            if due and ledger.is_late and (self.today - due).days <= LATE_SHOWN:
                yield self._item(ledger, "late", days_past(due, self.today))

    def due(self, *, told: Collection[int]) -> Iterator[tuple[date, Item]]:
        """Those whose day comes soon, with the day."""
        for ledger in self._not(told):
            due = ledger.due_on
            if due and not ledger.planned and 0 <= (due - self.today).days <= DUE_WITHIN:
                yield due, self._item(ledger, "due", days_left(due, self.today))

    def quiet(self, *, told: Collection[int]) -> Iterator[tuple[date, Item]]:
        """Nothing held for a year, and no day that binds within the last one."""
        for ledger in self._not(told):
            last = ledger.last.on if ledger.last else None
            is_old = not ledger.due_on or (self.today - ledger.due_on).days > LATE_SHOWN
            if last and is_old and not ledger.planned and is_quiet(last, self.today):
                yield last, self._item(ledger, "quiet", length(last, self.today))

    def _not(self, told: Collection[int]) -> Iterator[Ledger]:
        """Those not told already with a duty or a tie."""
        return (ledger for ledger in self.ledgers if ledger.rotation.pk not in told)

    def _item(self, ledger: Ledger, kind: str, when: str) -> Item:
        assert ledger.next_unit is not None  # noqa: S101 - a turn has its place
        may_plan = ledger.rotation.pk in self.editable
        return Item(
            url=ledger.rotation.get_absolute_url(),
            tone=kind,
            when=when,
            title=_("Đến lượt %(unit)s đăng cai") % {"unit": ledger.next_unit.short_name},
            tie=self._ties.get(ledger.rotation.pk),
            note=f"{ledger.rotation}. {last_words(ledger)}",
            act=Act(_("Lên lịch cuộc gặp"), plan_turn_url(ledger)) if may_plan else None,
        )


def _day(ledger: Ledger) -> date:
    return ledger.due_on or date.max
