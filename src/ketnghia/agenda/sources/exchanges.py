"""Exchanges in the agenda, the hours of their programmes, and what follows them."""

from __future__ import annotations

from datetime import date

from django.db.models import OuterRef, QuerySet
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from ketnghia.agenda.entries import Entry
from ketnghia.agenda.scopes import Scope
from ketnghia.agenda.source import Stored
from ketnghia.exchanges.models import Exchange, FollowUp, Participation, ProgrammeItem

State = Exchange.State


def _exchanges(scope: Scope) -> QuerySet[Exchange]:
    sides = Participation.objects.filter(exchange=OuterRef("pk"))
    found = Exchange.objects.visible_to(scope.user).filter(scope.touched(sides))
    return found if scope.with_cancelled else found.exclude(state=State.CANCELLED)


def _exchange(exchange: Exchange, today: date) -> Entry:
    marks = {
        State.PLANNED: "planned",
        State.CONFIRMED: "confirmed",
        State.CANCELLED: "cancelled",
    }
    is_forgotten = exchange.is_coming and exchange.ends_on < today
    return Entry(
        source="giao-luu",
        key=str(exchange.pk),
        first=exchange.begins_on,
        last=exchange.ends_on,
        title=exchange.title,
        url=exchange.get_absolute_url(),
        mark="late" if is_forgotten else marks.get(State(exchange.state), "done"),
        words=_now("qua ngày, chưa ghi") if is_forgotten else exchange.get_state_display().lower(),
        kind=exchange.get_kind_display(),
        place=exchange.place,
        is_tentative=exchange.state == State.PLANNED,
    )


def _programme(scope: Scope) -> QuerySet[ProgrammeItem]:
    timed = ProgrammeItem.objects.filter(on__isnull=False, begins_at__isnull=False)
    return timed.filter(exchange__in=_exchanges(scope)).select_related("exchange")


def _programme_item(item: ProgrammeItem, today: date) -> Entry:
    whole = _exchange(item.exchange, today)
    assert item.on  # noqa: S101 - only items with a day are asked for
    return Entry(
        source="chuong-trinh",
        key=str(item.pk),
        first=item.on,
        last=item.on,
        title=item.title,
        url=whole.url,
        mark=whole.mark,
        words=whole.words,
        kind=item.get_kind_display(),
        place=item.place,
        note=whole.title,
        begins_at=item.begins_at,
        ends_at=item.ends_at,
        is_tentative=whole.is_tentative,
    )


def _follow_ups(scope: Scope) -> QuerySet[FollowUp]:
    sides = Participation.objects.filter(exchange=OuterRef("exchange"))
    found = FollowUp.objects.visible_to(scope.user).filter(scope.touched(sides))
    found = found.exclude(exchange__state=State.CANCELLED)
    return found.select_related("exchange", "person")


def _follow_up(task: FollowUp, today: date) -> Entry:
    is_late = task.done_on is None and task.due_on < today
    who = f"{task.person}. " if task.person else ""
    return Entry(
        source="viec-sau-chuyen",
        key=str(task.pk),
        first=task.due_on,
        last=task.due_on,
        title=task.what,
        summary=_now("Việc sau chuyến: %(title)s") % {"title": task.what},
        url=task.exchange.get_absolute_url(),
        mark="done" if task.done_on else "late" if is_late else "due",
        words=_now("xong") if task.done_on else "",
        note=f"{who}{task.exchange.title}",
    )


EXCHANGES = Stored(
    key="giao-luu",
    model=Exchange,
    label=_("Giao lưu"),
    counted=ngettext_lazy("%(number)s cuộc giao lưu", "%(number)s cuộc giao lưu", "number"),
    rows=_exchanges,
    tell=_exchange,
    units=("participations__unit",),
)
PROGRAMME = Stored(
    key="chuong-trinh",
    model=ProgrammeItem,
    label=_("Chương trình"),
    counted=ngettext_lazy("%(number)s nội dung", "%(number)s nội dung", "number"),
    rows=_programme,
    tell=_programme_item,
    units=("exchange__participations__unit",),
    first="on",
    last="on",
    then="begins_at",
    searched="exchange__search_text",
    detail_of="giao-luu",
)
FOLLOW_UPS = Stored(
    key="viec-sau-chuyen",
    model=FollowUp,
    label=_("Việc sau chuyến"),
    counted=ngettext_lazy("%(number)s việc sau chuyến", "%(number)s việc sau chuyến", "number"),
    rows=_follow_ups,
    tell=_follow_up,
    units=("exchange__participations__unit",),
    first="due_on",
    last="due_on",
    searched="exchange__search_text",
)
