"""The thread of a relation: its records as knots, and what the line between them says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from ketnghia.agreements.models import Agreement
from ketnghia.agreements.states import AgreementState, DutyState
from ketnghia.exchanges.models import Exchange
from ketnghia.overview.relation import Relation
from ketnghia.overview.shapes import LIVING, strand_between
from ketnghia.overview.words import all_of
from ketnghia.ui.thread import Knot
from ketnghia.units.models import Succession
from ketnghia.vietnamese.dates import day, length, span

SHAPES = {
    "visit": "visit",
    "talks": "talks",
    "seminar": "talks",
    "signing": "sign",
    "meeting": "visit",
    "review": "review",
    "camp": "visit",
    "sport": "other",
    "online": "other",
    "other": "other",
}


def knots(relation: Relation) -> list[Knot]:
    """Everything along the tie in time, with gaps told in words."""
    contacts = _merged([*_meetings(relation), *_papers(relation), *_deeds(relation)])
    if not contacts:
        return []
    days = [knot.on for knot in contacts if knot.on]
    found = contacts + [k for k in _mergers(relation) if k.on and k.on >= min(days)]
    found += [*_lates(relation), *_ends(relation)]
    found.sort(key=lambda knot: (knot.on or date.max, knot.state == "next"))
    return with_lines([*found, *_nothing_planned(relation, found)], days, relation.today)


def _papers(relation: Relation) -> Iterator[Knot]:
    for agreement in relation.agreements:
        if agreement.signed_on:
            yield Knot(
                day(agreement.signed_on),
                _("Ký %(title)s") % {"title": _lower(agreement.title)},
                ("sign",),
                on=agreement.signed_on,
                url=agreement.get_absolute_url(),
                note=_at(agreement.signed_at),
            )


def _at(place: str) -> str:
    return _("tại %(place)s") % {"place": place} if place else _("nơi chưa rõ")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _meetings(relation: Relation) -> Iterator[Knot]:
    for exchange in relation.exchanges:
        is_coming = exchange.begins_on > relation.today
        yield Knot(
            span(exchange.begins_on, exchange.ends_on),
            exchange.title,
            ("next",) if is_coming else (SHAPES[exchange.kind],),
            note=_place(relation, exchange),
            side=relation.host_side(exchange) or "a",
            on=exchange.begins_on,
            url=exchange.get_absolute_url(),
            state="next" if is_coming else "",
        )


def _place(relation: Relation, exchange: Exchange) -> str:
    """Where it was; a host without a place named is ground enough."""
    side = relation.host_side(exchange)
    if exchange.place or not side:
        return _at(exchange.place)
    return _("%(unit)s đăng cai") % {"unit": relation.unit_on(side).short_name}


def _deeds(relation: Relation) -> Iterator[Knot]:
    for activity in relation.activities:
        yield Knot(
            span(activity.begins_on, activity.ends_on),
            activity.title,
            ("gift",),
            side=relation.side_of(activity.at_unit_id or 0) or "a",
            on=activity.begins_on,
            url=activity.get_absolute_url(),
        )
    for gift in relation.gifts:
        if gift.exchange_id is None:
            yield Knot(day(gift.on), gift.what, ("gift",), on=gift.on)


def _merged(found: list[Knot]) -> list[Knot]:
    """Two things of one day are two knots side by side; a ceremony and its paper are one."""
    by_day: dict[date | None, Knot] = {}
    for knot in sorted(found, key=lambda k: (k.on or date.max, k.shape == "sign")):
        other = by_day.get(knot.on)
        if other is None:
            by_day[knot.on] = knot
            continue
        shapes = tuple(dict.fromkeys(other.shapes + knot.shapes))
        by_day[knot.on] = replace(other, shapes=shapes[:2], side=_lower_bank(other, knot))
    return list(by_day.values())


def _lower_bank(one: Knot, other: Knot) -> str:
    return "b" if "b" in {one.side, other.side} else "a"


def _mergers(relation: Relation) -> list[Knot]:
    by_day: dict[date, list[Succession]] = {}
    for succession in relation.mergers:
        by_day.setdefault(succession.on, []).append(succession)
    return [
        Knot(day(on), "; ".join(map(_said, group)), ("merger",), _handed(relation, on), on=on)
        for on, group in by_day.items()
    ]


def _handed(relation: Relation, on: date) -> str:
    """Units the promises had been handed to that ended the same day."""
    gone = {
        unit.name
        for duty in relation.all_duties
        for unit in duty.commitment.delegates.all()
        if unit.ended_on == on
    }
    return _("%(units)s không còn") % {"units": ", ".join(sorted(gone))} if gone else ""


def _said(succession: Succession) -> str:
    olds = list(succession.predecessors.all())
    news = all_of([unit.short_name for unit in succession.successors.all()])
    if not news:
        gone = all_of([unit.name_on(succession.on) for unit in olds])
        return _("%(olds)s kết thúc hoạt động") % {"olds": gone}
    if succession.kind == Succession.Kind.RENAMED:
        return _("%(olds)s đổi tên") % {"olds": all_of([unit.short_name for unit in olds])}
    words = {"olds": all_of([unit.short_name for unit in olds]), "news": news}
    if succession.kind == Succession.Kind.MERGED:
        return _("%(olds)s thành %(news)s mới") % words
    return _("%(olds)s vào %(news)s") % words


def _lates(relation: Relation) -> Iterator[Knot]:
    """Promises of the running paper whose day has passed and that can still be kept."""
    paper = relation.current
    if paper is None or paper.state_on(relation.today) not in LIVING:
        return
    for duty in relation.all_duties:
        if duty.ends_on and duty.state_on(relation.today) == DutyState.MISSED:
            side = relation.side_of(duty.party.unit_id) if duty.party else ""
            name = relation.unit_on(side).short_name if side else ""
            note = _("phần của %(unit)s") % {"unit": name} if name else _("cả hai bên")
            yield Knot(
                day(duty.ends_on),
                Truncator(duty.commitment.wording).chars(60),
                ("late",),
                note,
                on=duty.ends_on,
                url=duty.get_absolute_url(),
                state="late",
            )


def _ends(relation: Relation) -> Iterator[Knot]:
    """The end of the paper in question: missed promises behind it, or the day still to come."""
    agreement = relation.current
    last = agreement.last_day if agreement else None
    if agreement is None or last is None:
        return
    if last < relation.today:
        yield _past_end(relation, agreement, last)
    elif not any(exchange.ends_on > relation.today for exchange in relation.exchanges):
        yield _to_come(relation, agreement, last)


def _in_turn(relation: Relation) -> tuple[str, date | None]:
    """Who hosts next and by when, as the ledger of turns has it."""
    ledger = relation.ledger
    unit = ledger.next_unit if ledger else None
    return (unit.short_name, ledger.due_on) if ledger and unit else ("", None)


def _to_come(relation: Relation, agreement: Agreement, last: date) -> Knot:
    """The next day that binds: the turn to host where one is open, else the paper's own end."""
    host, due = _in_turn(relation)
    if host and due and relation.today <= due <= last:
        title = _("%(unit)s đón bạn") % {"unit": host}
        on, when = due, _("trước %(day)s") % {"day": day(due)}
        note = _("chưa lên lịch")
    else:
        title = _("Hết hạn %(title)s") % {"title": _lower(agreement.title)}
        on, when, note = last, day(last), ""
    url = agreement.get_absolute_url()
    return Knot(when, title, ("next",), note, on=on, state="next", url=url)


def _past_end(relation: Relation, agreement: Agreement, last: date) -> Knot:
    missed = sum(d.state_on(relation.today) == DutyState.MISSED for d in relation.duties)
    is_open = agreement.state_on(relation.today) == AgreementState.ENDED_WITHOUT_REVIEW
    if missed:
        title = _("Hết hạn, %(number)s việc chưa đạt") % {"number": missed}
    else:
        title = _("Hết hạn, chưa tổng kết") if is_open else _("Hết hạn")
    shape = "missed" if missed else "other"
    return Knot(
        day(last),
        title,
        (shape,),
        on=last,
        url=agreement.get_absolute_url(),
        state="missed" if missed else "",
    )


def _nothing_planned(relation: Relation, found: list[Knot]) -> Iterator[Knot]:
    if any(knot.state == "next" for knot in found):
        return
    host, _due = _in_turn(relation)
    if not host:
        title, note = _("Chưa lên lịch lần tới"), ""
    else:
        title, note = _("Đến lượt %(unit)s đón bạn") % {"unit": host}, _("chưa lên lịch")
    yield Knot(_("hôm nay"), title, ("next",), note, state="next", on=relation.today)


def with_lines(found: list[Knot], contacts: list[date], today: date) -> list[Knot]:
    """Each stretch from one contact to the next is one strand; its length is told once.

    A merger or an expiry in between is no contact: nothing was done together that day.
    """
    told = []
    for place, knot in enumerate(found):
        start = max((day_ for day_ in contacts if knot.on and day_ <= knot.on), default=None)
        if place + 1 == len(found) or start is None or knot.on is None:
            told.append(replace(knot, line=""))
            continue
        end = min((day_ for day_ in contacts if day_ > start), default=today)
        told.append(_with_line(knot, start, min(end, max(today, start))))
    return told


def _with_line(knot: Knot, first: date, last: date) -> Knot:
    line = strand_between(first, last)
    if line == "taut" or knot.on != first:
        return replace(knot, line=line)
    words = {"length": length(first, last)}
    if line == "slack":
        return replace(knot, line=line, gap=_("lặng %(length)s") % words)
    return replace(knot, line=line, gap=_("%(length)s chưa có ghi chép") % words)


def exchange_shape(exchange: Exchange) -> str:
    return SHAPES[exchange.kind]
