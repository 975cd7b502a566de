"""What is said of turns: the sentence that opens a ledger, and the words of its lines."""

from __future__ import annotations

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ketnghia.rotations.ledgers import Ledger, Line
from ketnghia.rotations.turns import State
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import day, length, span

# The mark of a line, and what it says where nothing more is known.
WORDS: dict[State, tuple[str, str | Promise]] = {
    State.HELD: ("met", gettext_lazy("đã đăng cai")),
    State.SKIPPED: ("none", gettext_lazy("bỏ lượt")),
    State.OUTSIDE: ("none", gettext_lazy("ngoài lượt")),
    State.UNKNOWN: ("none", gettext_lazy("có gặp, chưa rõ bên nào đăng cai")),
    State.SIGNED: ("none", gettext_lazy("có ký, chưa rõ bên nào đăng cai")),
    State.BLANK: ("none", gettext_lazy("chưa ghi; không tính là bỏ lượt")),
}


def name_then(unit: Unit, on: date) -> str:
    """The short name; where the unit was called otherwise on the day, its name of that time."""
    then = unit.name_on(on)
    return unit.short_name if then == unit.name else then


def host_words(line: Line) -> str:
    """Who hosted, by the name of its time."""
    if line.host is None:
        return ""
    return name_then(line.host, line.on or date(line.turn.last, 12, 31))


def rhythm_words(ledger: Ledger) -> str:
    """How often, and by which day: "mỗi năm một lượt, trước 12/12"."""
    rotation = ledger.rotation
    if rotation.every is None:
        return _("mỗi lần gặp một lượt")
    words = {"years": rotation.every, "day": f"{rotation.due_day}/{rotation.due_month}"}
    if rotation.every == 1:
        return _("mỗi năm một lượt, trước %(day)s") % words
    return _("%(years)s năm một lượt, trước %(day)s của năm cuối") % words


def lead(ledger: Ledger) -> str:
    """Whose turn it is and by when, in one sentence; empty without an order."""
    unit = ledger.next_unit
    if ledger.next is None or unit is None:
        return ""
    words = {"unit": unit.short_name, "when": when(ledger)}
    if _is_this_year(ledger) and not ledger.swapped:
        return _("Năm nay %(unit)s đăng cai, %(when)s.") % words
    if ledger.swapped and ledger.swapped.place:
        words["other"] = ledger.unit_today(ledger.swapped.place).short_name
        return _("%(unit)s đăng cai thay %(other)s, %(when)s.") % words
    return _("Đến lượt %(unit)s đăng cai, %(when)s.") % words


def _is_this_year(ledger: Ledger) -> bool:
    due = ledger.due_on
    return bool(due and due >= ledger.today and due.year == ledger.today.year)


def when(ledger: Ledger) -> str:
    """By when the turn is to be held: planned, late, or how long is left."""
    if ledger.planned:
        days = span(ledger.planned.begins_on, ledger.planned.ends_on)
        return _("đã lên lịch %(days)s") % {"days": days}
    due = ledger.due_on
    if due is None:
        return _("lần gặp tới")
    words = {"day": day(due)}
    if due < ledger.today:
        return _("hẹn trước %(day)s đã qua %(ago)s") % {**words, "ago": length(due, ledger.today)}
    left = length(ledger.today, due)
    return _("trước %(day)s, còn %(left)s") % {**words, "left": left}


def tone(ledger: Ledger) -> str:
    """The mark of the turn that waits."""
    if ledger.planned:
        return "next"
    return "late" if ledger.is_late else "due" if ledger.due_on else "next"


def last_words(ledger: Ledger) -> str:
    """Who hosted last, by the name of its time."""
    line = ledger.last
    if line is None or line.host is None or line.on is None:
        return _("Chưa ghi lần đăng cai nào.")
    words = {"unit": name_then(line.host, line.on), "day": day(line.on)}
    return _("Lần gần nhất: %(unit)s, %(day)s.") % words


def line_words(line: Line) -> str:
    """What became of a turn, in words."""
    words = str(WORDS[line.turn.state][1])
    if line.turn.is_out_of_order:
        words = _("%(state)s, ngoài thứ tự") % {"state": words}
    if line.stood_in_for:
        words = _("%(state)s thay %(unit)s") % {
            "state": words,
            "unit": line.stood_in_for.short_name,
        }
    return words


def line_tone(line: Line) -> str:
    return WORDS[line.turn.state][0]
