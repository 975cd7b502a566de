"""Children's data that waits for somebody: names past their day, receivers not told yet."""

from __future__ import annotations

from datetime import date

from django.db.models import Count
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.children.models import ChildList, Handed
from ketnghia.overview.items import Item
from ketnghia.overview.words import days_past


def guarded(user: User, *, today: date) -> list[Item]:
    """Lists a person may know of, without a name; the longest overdue first."""
    return [*_overdue(user, today), *_to_tell(user)]


def _overdue(user: User, today: date) -> list[Item]:
    lists = ChildList.objects.visible_to(user).overdue_on(today).order_by("erase_on", "pk")
    return [
        Item(
            url=child_list.get_absolute_url(),
            tone="late",
            when=days_past(child_list.erase_on, today),
            title=str(child_list),
            note=_("Đã quá ngày xóa mà tên các em vẫn còn."),
        )
        for child_list in lists
    ]


def _to_tell(user: User) -> list[Item]:
    waiting = Handed.objects.visible_to(user).to_ask_back().order_by()
    numbers = dict(waiting.values_list("handover__child_list").annotate(Count("pk")))
    told = _("%(number)s em rút đồng ý sau khi giao: báo bên nhận xóa.")
    return [
        Item(
            url=child_list.get_absolute_url(),
            tone="late",
            when=_("chưa báo"),
            title=str(child_list),
            note=told % {"number": numbers[key]},
        )
        for key, child_list in sorted(ChildList.objects.in_bulk(list(numbers)).items())
    ]
