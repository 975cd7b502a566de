"""The thread of a relation: its records as knots, and what the line between them says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from ketnghia.agreements.models import Agreement
from ketnghia.agreements.states import AgreementState, DutyState
from ketnghia.exchanges.models import Exchange
from ketnghia.overview.relation import SLACK_AFTER, UNKNOWN_AFTER, Relation
from ketnghia.ui.thread import Knot
from ketnghia.units.models import Succession
from ketnghia.vietnamese.dates import day, length, months_between, span

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
    found = _merged([*_papers(relation), *_meetings(relation), *_deeds(relation)])
    if not found:
        return []
    first = min(knot.on for knot in found if knot.on)
    found += [k for k in _mergers(relation) if k.on and k.on >= first]
    found += list(_ends(relation))
    found.sort(key=lambda knot: (knot.on or date.max, knot.state == "next"))
    return _with_lines([*found, *_nothing_planned(relation, found)], relation.today)


def _papers(relation: Relation) -> Iterator[Knot]:
    for agreement in relation.agreements:
        if agreement.signed_on:
            yield Knot(
                day(agreement.signed_on),
                _("Ký %(title)s") % {"title": _lower(agreement.title)},
                ("sign",),
                on=agreement.signed_on,
                url=agreement.get_absolute_url(),
                note=_("tại %(place)s") % {"place": agreement.signed_at}
                if agreement.signed_at
                else "",
            )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _meetings(relation: Relation) -> Iterator[Knot]:
    for exchange in relation.exchanges:
        is_coming = exchange.begins_on > relation.today
        yield Knot(
            span(exchange.begins_on, exchange.ends_on),
            exchange.title,
            ("next",) if is_coming else (SHAPES[exchange.kind],),
            note=_("tại %(place)s") % {"place": exchange.place} if exchange.place else "",
            side=relation.host_side(exchange) or "a",
            on=exchange.begins_on,
            url=exchange.get_absolute_url(),
            state="next" if is_coming else "",
        )


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
        by_day[knot.on] = replace(other, shapes=shapes[:2], note=other.note or knot.note)
    return list(by_day.values())


def _mergers(relation: Relation) -> list[Knot]:
    by_day: dict[date, list[Succession]] = {}
    for succession in relation.mergers:
        by_day.setdefault(succession.on, []).append(succession)
    return [
        Knot(day(on), "; ".join(_said(s) for s in group), ("merger",), on=on)
        for on, group in by_day.items()
    ]


def _said(succession: Succession) -> str:
    olds = ", ".join(unit.short_name for unit in succession.predecessors.all())
    news = ", ".join(unit.short_name for unit in succession.successors.all())
    if not news:
        return _("%(olds)s kết thúc hoạt động") % {"olds": olds}
    return _("%(olds)s thành %(news)s mới") % {"olds": olds, "news": news}


def _ends(relation: Relation) -> Iterator[Knot]:
    """The end of the paper in question: missed promises behind it, or the day still to come."""
    agreement = relation.current
    last = agreement.last_day if agreement else None
    if agreement is None or last is None:
        return
    if last >= relation.today:
        if not any(knot.ends_on > relation.today for knot in relation.exchanges):
            title = _("Hết hạn %(title)s") % {"title": _lower(agreement.title)}
            yield Knot(
                day(last), title, ("next",), on=last, state="next", url=agreement.get_absolute_url()
            )
        return
    yield _past_end(relation, agreement, last)


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
    if not any(knot.state == "next" for knot in found):
        yield Knot(
            _("hôm nay"), _("Chưa lên lịch lần tới"), ("next",), state="next", on=relation.today
        )


def _with_lines(found: list[Knot], today: date) -> list[Knot]:
    told = []
    for place, knot in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        if following is None or knot.on is None or following.on is None:
            told.append(replace(knot, line=""))
            continue
        told.append(_with_line(knot, knot.on, min(following.on, max(today, knot.on))))
    return told


def _with_line(knot: Knot, first: date, last: date) -> Knot:
    months = months_between(first, last)
    if months < SLACK_AFTER:
        return replace(knot, line="taut")
    words = {"length": length(first, last)}
    if months < UNKNOWN_AFTER:
        return replace(knot, line="slack", gap=_("lặng %(length)s") % words)
    return replace(knot, line="none", gap=_("%(length)s chưa có ghi chép") % words)


def exchange_shape(exchange: Exchange) -> str:
    return SHAPES[exchange.kind]
