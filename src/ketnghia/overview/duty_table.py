"""The table of this period's promises: a cell for each side, or one across both."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ketnghia.agreements.models import Commitment, Duty
from ketnghia.agreements.states import DutyState
from ketnghia.agreements.terms import Where, Who
from ketnghia.agreements.words import DutyView, view_of
from ketnghia.overview.relation import Relation
from ketnghia.rotations.proposing import alternates
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import day, span


@dataclass(frozen=True)
class Cell:
    """What one side owes, with the units the promise was handed to that are no more."""

    duty: Duty
    view: DutyView
    who: str
    gone: list[Unit]
    note: str = ""

    @property
    def strand(self) -> str:
        """The line a joint promise hangs on: slack when nothing came of it."""
        is_slack = self.view.state in {DutyState.QUIET, DutyState.MISSED}
        return "slack" if is_slack else "taut"


@dataclass(frozen=True)
class DutyRow:
    """One promise in the table of this period."""

    commitment: Commitment
    note: str
    joint: Cell | None
    a: Cell | None
    b: Cell | None


def duty_rows(relation: Relation) -> list[DutyRow]:
    found: dict[int, dict[str, Duty]] = {}
    for duty in relation.duties:
        side = relation.side_of(duty.party.unit_id) if duty.party else "joint"
        found.setdefault(duty.commitment_id, {})[side] = duty
    return [_row(relation, duties) for duties in found.values()]


def _row(relation: Relation, duties: dict[str, Duty]) -> DutyRow:
    commitment = next(iter(duties.values())).commitment
    cells = {side: _cell(relation, duty, side) for side, duty in duties.items()}
    return DutyRow(
        commitment=commitment,
        note=_note(relation, next(iter(duties.values()))),
        joint=cells.get("joint"),
        a=cells.get("a"),
        b=cells.get("b"),
    )


def _cell(relation: Relation, duty: Duty, side: str) -> Cell:
    who = _("Cả hai bên") if side == "joint" else relation.unit_on(side).short_name
    handed = _delegates_of(relation, duty.commitment, side)
    gone = [unit for unit in handed if not unit.is_living]
    return Cell(duty, view_of(duty, today=relation.today), who, gone, _cell_note(relation, duty))


def _delegates_of(relation: Relation, commitment: Commitment, side: str) -> list[Unit]:
    """Units of this side the promise was handed to; told by country, else shown with both."""
    units = list(commitment.delegates.all())
    if side == "joint" or relation.a.country == relation.b.country:
        return units
    return [unit for unit in units if unit.country == relation.unit_on(side).country]


def _cell_note(relation: Relation, duty: Duty) -> str:
    """Whose turn it is, where the promise alternates; else who is still there to be asked."""
    if alternates(duty.commitment):
        host = relation.ledger.next_unit if relation.ledger else None
        if host:
            return _("đến lượt %(unit)s chủ trì") % {"unit": host.short_name}
    if duty.party is None:
        return ""
    side = relation.side_of(duty.party.unit_id)
    own = _delegates_of(relation, duty.commitment, side)
    others = [unit for unit in duty.commitment.delegates.all() if unit not in own]
    if own and all(u.is_living for u in own) and any(not u.is_living for u in others):
        return _("%(units)s còn đó, đang chờ") % {"units": ", ".join(u.name for u in own)}
    return ""


def _note(relation: Relation, duty: Duty) -> str:
    """Who owes it, how often, and where it has to happen."""
    commitment = duty.commitment
    if commitment.who == Who.ONE_SIDE and commitment.side:
        side = relation.side_of(commitment.side.unit_id)
        who = _("Riêng %(unit)s") % {"unit": relation.unit_on(side).short_name}
    else:
        who = _("Cả hai bên") if commitment.who == Who.JOINTLY else _("Mỗi bên")
    how = str(commitment.get_rhythm_display()) if duty.is_counted else _("không ghi số lượng")
    parts = [who, how]
    if commitment.where == Where.FRIEND:
        parts.append(str(commitment.get_where_display()))
    return ", ".join(parts)


def table_title(relation: Relation) -> str:
    """Which year of the paper the table shows, with its days where the promises agree on them."""
    counted = [duty for duty in relation.duties if duty.is_counted]
    spans = {(duty.starts_on, duty.ends_on) for duty in counted}
    if len(spans) != 1 or relation.current is None:
        return _("Việc theo văn bản")
    starts_on, ends_on = spans.pop()
    first = relation.current.starts_on or starts_on
    if ends_on is None:
        return _("Việc từ %(day)s") % {"day": day(starts_on)}
    number = starts_on.year - first.year + 1
    words = {"number": _("nhất") if number == 1 else number, "span": span(starts_on, ends_on)}
    return _("Việc của năm thứ %(number)s, %(span)s") % words
