"""Articles the reader has read, and nobody has looked at."""

from __future__ import annotations

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ketnghia.accounts.models import User
from ketnghia.overview.items import Act, Item
from ketnghia.reading.models import Article
from ketnghia.units.models import Seat


def articles_waiting(user: User) -> list[Item]:
    """One line for all of them: they are looked at one after the other on the desk."""
    own = Seat.objects.of(user).filter(role__in=Seat.RUNNING).values("unit")
    told = Article.objects.filter(unit__in=own).aggregate(
        waiting=Count("pk", filter=Q(state=Article.State.READ)),
        failed=Count("pk", filter=Q(state=Article.State.FAILED)),
    )
    number, failed = told["waiting"], told["failed"]
    if not number:
        return []
    url = f"{reverse('reading:list')}?state={Article.State.READ}"
    unread = ngettext("%(n)s bài không đọc được.", "%(n)s bài không đọc được.", failed)
    return [
        Item(
            url=url,
            tone="due",
            when=_("chờ xem"),
            title=ngettext("%(n)s bài đã đọc xong", "%(n)s bài đã đọc xong", number)
            % {"n": number},
            note=unread % {"n": failed} if failed else "",
            act=Act(_("Xem rồi ghi vào sổ"), url),
        )
    ]
