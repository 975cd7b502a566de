"""What others wrote and we must answer: joint activities, and figures that may count twice."""

from __future__ import annotations

from datetime import date

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.activities.models import Activity, Organiser, Overlap
from ketnghia.overview.items import Act, Item
from ketnghia.overview.words import days_past
from ketnghia.vietnamese.dates import day

# More than these are told by the list itself; the line says so.
AT_MOST = 50


def answers_waited_for(user: User, *, today: date) -> list[Item]:
    """Joint activities first, the oldest first: the other side's report waits for the answer."""
    return [*_joint(user, today), *_overlaps(user)]


def _joint(user: User, today: date) -> list[Item]:
    organisers = Organiser.objects.select_related("unit").prefetch_related("unit__names")
    waiting = (
        Activity.objects.waiting_for(user)
        .prefetch_related(Prefetch("organisers", organisers))
        .order_by("begins_on", "pk")[:AT_MOST]
    )
    return [
        Item(
            url=activity.get_absolute_url(),
            tone="due",
            when=days_past(activity.begins_on, today)
            if activity.begins_on < today
            else day(activity.begins_on),
            title=activity.title,
            note=_("%(unit)s ghi hai bên cùng làm. Đúng vậy thì số liệu mới tính cho ta.")
            % {"unit": activity.lead.unit.name_on(activity.begins_on)}
            if activity.lead
            else "",
            act=Act(_("Trả lời"), activity.get_absolute_url()),
        )
        for activity in waiting
    ]


def _overlaps(user: User) -> list[Item]:
    """One line for all of them: they are settled together, side by side."""
    number = Overlap.objects.editable_by(user).waiting().order_by()[:AT_MOST].count()
    if not number:
        return []
    url = reverse("activities:overlaps")
    return [
        Item(
            url=url,
            tone="due",
            when=_("%(number)s câu hỏi") % {"number": number},
            title=_("Số liệu có thể tính trùng"),
            note=_("Chưa trả lời thì tổng còn kèm dấu hỏi."),
            act=Act(_("Xem và trả lời"), url),
        )
    ]
