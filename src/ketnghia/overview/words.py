"""The sentences a relation opens with: only what the records say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ketnghia.agreements.states import AgreementState, DutyState
from ketnghia.overview.relation import Relation
from ketnghia.rotations.turn_words import lead as turn_lead
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import day, length


@dataclass(frozen=True)
class Lead:
    """What matters first, in bold, and what follows."""

    first: str
    rest: str


def lead(relation: Relation) -> Lead:
    """At most three sentences: the turn, the paper, its duties, the last event."""
    sentences = [
        s for s in (_turn(relation), _paper(relation), _duties(relation), _last(relation)) if s
    ]
    return Lead(sentences[0], " ".join(sentences[1:3])) if sentences else Lead("", "")


def _turn(relation: Relation) -> str:
    return turn_lead(relation.ledger) if relation.ledger else ""


def _paper(relation: Relation) -> str:
    paper = relation.current
    if paper is None:
        return _("Chưa ghi văn bản nào giữa hai bên.")
    last = paper.last_day
    words = {"title": paper.title, "day": day(last) if last else ""}
    sentences = {
        AgreementState.ENDED_WITHOUT_REVIEW: _("%(title)s hết hạn ngày %(day)s mà chưa tổng kết."),
        AgreementState.ENDED: _("%(title)s đã hết hạn ngày %(day)s."),
        AgreementState.SIGNATORY_ENDED: _(
            "%(title)s còn hạn mà bên ký không còn, chưa chọn đơn vị nhận."
        ),
    }
    in_force = (
        _("%(title)s có hiệu lực đến %(day)s.")
        if last
        else _("%(title)s đang có hiệu lực, không ghi ngày hết hạn.")
    )
    return sentences.get(paper.state_on(relation.today), in_force) % words


def _duties(relation: Relation) -> str:
    states = [duty.state_on(relation.today) for duty in relation.duties]
    missed = states.count(DutyState.MISSED)
    if missed:
        return _("Theo những gì đã ghi, %(number)s việc chưa đạt.") % {"number": missed}
    kept = sum(state in {DutyState.MET, DutyState.EXCEEDED} for state in states)
    return _("%(number)s việc đã đạt.") % {"number": kept} if kept else ""


def _last(relation: Relation) -> str:
    if relation.last_on is None:
        return ""
    words = {"day": day(relation.last_on), "ago": length(relation.last_on, relation.today)}
    return _("Lần cuối có ghi: %(day)s, cách đây %(ago)s.") % words


DAYS_COUNTED = 90


def days_past(on: date, today: date) -> str:
    """How long a day is gone: "quá 48 ngày", "quá 11 tháng"."""
    days = (today - on).days
    gone = _("%(days)s ngày") % {"days": days} if days <= DAYS_COUNTED else length(on, today)
    return _("quá %(length)s") % {"length": gone}


def days_left(on: date, today: date) -> str:
    """How long is left: "12/12, còn 25 ngày"."""
    days = (on - today).days
    if not days:
        return _("hạn hôm nay")
    return _("%(day)s, còn %(days)s ngày") % {"day": f"{on.day}/{on.month}", "days": days}


def all_of(names: list[str]) -> str:
    """Names in a row: Hà Nam, Nam Định và Ninh Bình."""
    if len(names) < 2:  # noqa: PLR2004 - a row begins with two
        return "".join(names)
    return _("%(first)s và %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def unit_note(unit: Unit) -> str:
    """What stands under a name in the head: the full name, and what it was formed from."""
    olds = [
        old.short_name
        for succession in unit.successions_in.all()
        for old in succession.predecessors.all()
    ]
    if olds and unit.began_on:
        return _("%(name)s. Từ %(day)s là đơn vị mới, gộp %(olds)s.") % {
            "name": unit.name,
            "day": day(unit.began_on),
            "olds": all_of(olds),
        }
    if unit.ended_on:
        return _("%(name)s. Kết thúc hoạt động từ %(day)s.") % {
            "name": unit.name,
            "day": day(unit.ended_on),
        }
    return unit.name
