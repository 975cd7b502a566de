"""What pages of honouring ask in templates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ketnghia.commendations.models import Award, AwardRound, Nomination
from ketnghia.commendations.quotas import Room
from ketnghia.commendations.received import Received
from ketnghia.commendations.tables import giver_of, honour_of
from ketnghia.ui.templatetags.ui import state as state_mark
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import day, span
from ketnghia.vietnamese.numbers import grouped

register = template.Library()

FIRST_TWO_MONTHS = 2


@register.simple_tag
def giver(award: Award) -> str:
    """Who gave it, by the names of the day."""
    return giver_of(award)


@register.simple_tag
def honour_name(award: Award) -> str:
    return honour_of(award)


@register.simple_tag
def money(amount: Decimal | None) -> str:
    """Đồng, grouped; blank is told as blank, not as nothing."""
    if amount is None:
        return _("chưa ghi")
    return _("%(amount)s đồng") % {"amount": grouped(amount)}


@register.simple_tag
def merits(award: Award) -> str:
    """The days the merit is from."""
    if award.merits_from is None:
        return ""
    return span(award.merits_from, award.merits_until)


@register.simple_tag
def name_then(unit: Unit, on: date | None) -> str:
    """The name of its time."""
    return unit.name_on(on)


@register.simple_tag
def place_of(unit: Unit) -> str:
    """Where a unit dates its papers."""
    return unit.territory.name if unit.territory else unit.short_name


@register.simple_tag
def official_day(on: date | None, place: str = "") -> str:
    """The day as papers date themselves: Hà Nam, ngày 07 tháng 02 năm 2026."""
    if on is None:
        words = _("ngày … tháng … năm …")
    else:
        month = f"{on.month:02}" if on.month <= FIRST_TWO_MONTHS else str(on.month)
        words = _("ngày %(day)s tháng %(month)s năm %(year)s") % {
            "day": f"{on.day:02}",
            "month": month,
            "year": on.year,
        }
    return f"{place}, {words}" if place else words


@register.filter
def lower_first(title: str) -> str:
    """A title inside a sentence."""
    return f"{title[:1].lower()}{title[1:]}"


@register.filter
def paragraphs(text: str) -> list[str]:
    """The lines of a text of a paper, each a paragraph."""
    return [line for line in text.splitlines() if line.strip()]


@register.filter
def article_name(line: str) -> str:
    """What an article calls itself: Điều 1."""
    return line.partition(". ")[0] + "." if line.startswith("Điều ") else ""


@register.filter
def article_text(line: str) -> str:
    return line.partition(". ")[2] if line.startswith("Điều ") else line


@register.simple_tag
def is_inherited(received: Received, award: Award) -> bool:
    return received.is_inherited(award)


@register.simple_tag
def listed(awards: list[Award] | list[Nomination]) -> str:
    """How many the list names: 12 tập thể, 30 cá nhân."""
    numbers = [
        (_("%(number)s tập thể"), sum(a.kind == "collective" for a in awards)),
        (_("%(number)s cá nhân"), sum(a.kind == "person" for a in awards)),
    ]
    return ", ".join(words % {"number": number} for words, number in numbers if number)


# What a state of a nomination looks like: the kinds of the `state` component.
LOOKS = {
    Nomination.State.DRAFT: "none",
    Nomination.State.SENT_BACK: "late",
    Nomination.State.SUBMITTED: "due",
    Nomination.State.AGREED: "met",
    Nomination.State.REFUSED: "ended",
    Nomination.State.DECIDED: "met",
}


@register.simple_tag
def nomination_state(nomination: Nomination) -> SafeString:
    """How a nomination stands, with its mark."""
    told = str(nomination.get_state_display())
    look = LOOKS[Nomination.State(nomination.state)]
    return state_mark(SafeString(escape(told)), **{"is": look})


@register.simple_tag
def due_state(made: AwardRound, today: date) -> SafeString:
    """How the day of nominations of a round stands."""
    words = {"day": day(made.due_on)}
    if made.closed_on:
        return state_mark(SafeString(_("đã đóng")), **{"is": "ended"})
    if made.is_due_past(today):
        return state_mark(SafeString(_("qua hạn %(day)s") % words), **{"is": "late"})
    return state_mark(SafeString(_("hạn %(day)s") % words), **{"is": "due"})


@register.simple_tag
def room_words(room: Room) -> str:
    """How much of a quota is taken: đã đề nghị 2, còn 1."""
    words = {"used": room.used, "left": room.left, "over": room.over}
    if room.is_over:
        return _("đã đề nghị %(used)s, vượt %(over)s") % words
    return _("đã đề nghị %(used)s, còn %(left)s") % words
