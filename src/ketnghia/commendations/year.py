"""The sentence the register opens with: what this year came to."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.activities.tallies import Tally
from ketnghia.amounts.bounds import Bound
from ketnghia.commendations.honoured import counted
from ketnghia.commendations.models import Award
from ketnghia.vietnamese.numbers import grouped


def lead_of(user: User, year: int) -> str:
    """Năm 2026 đã ghi 12 lượt khen tập thể, trên 20 lượt khen cá nhân."""
    found = counted(Award.objects.visible_to(user).standing().filter(year=year))
    parts = [
        words % {"number": told(tally)}
        for words, tally in (
            (_("%(number)s lượt khen tập thể"), found.collectives),
            (_("%(number)s lượt khen cá nhân"), found.people),
        )
        if tally.amount
    ]
    if not parts:
        return _("Năm %(year)s chưa ghi lượt khen nào.") % {"year": year}
    return _("Năm %(year)s đã ghi %(what)s.") % {"year": year, "what": ", ".join(parts)}


def told(tally: Tally) -> str:
    """A total with its bound."""
    if tally.amount is None:
        return _("chưa ghi")
    bound = Bound(tally.amount.bound)
    words = "" if bound == Bound.EXACTLY else f"{bound.label} "
    return f"{words}{grouped(tally.amount.value)}"
