"""Activities in the agenda."""

from __future__ import annotations

from datetime import date

from django.db.models import OuterRef, Q, QuerySet
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from ketnghia.activities.models import Activity, Organiser
from ketnghia.agenda.entries import Entry
from ketnghia.agenda.scopes import Scope
from ketnghia.agenda.source import Stored


def _activities(scope: Scope) -> QuerySet[Activity]:
    found = Activity.objects.visible_to(scope.user)
    own = scope.touched(Organiser.objects.filter(activity=OuterRef("pk")))
    partners = Activity.objects.filter(pk=OuterRef("pk"))
    found = found.filter(Q(own) | Q(scope.touched(partners, at="partner")))
    return found.select_related("campaign")


def _activity(activity: Activity, today: date) -> Entry:
    has_begun, is_over = activity.begins_on <= today, activity.ends_on < today
    return Entry(
        source="hoat-dong",
        key=str(activity.pk),
        first=activity.begins_on,
        last=activity.ends_on,
        title=activity.title,
        url=activity.get_absolute_url(),
        mark="done" if is_over else "confirmed" if has_begun else "planned",
        words=_now("đang làm") if has_begun and not is_over else "",
        kind=activity.get_kind_display(),
        place=activity.place,
        note=str(activity.campaign or ""),
        is_tentative=not has_begun,
    )


ACTIVITIES = Stored(
    key="hoat-dong",
    model=Activity,
    label=_("Hoạt động"),
    counted=ngettext_lazy("%(number)s hoạt động", "%(number)s hoạt động", "number"),
    rows=_activities,
    tell=_activity,
    units=("organisers__unit", "partner"),
)
