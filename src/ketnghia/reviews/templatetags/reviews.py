"""What pages of reviews ask in templates."""

from __future__ import annotations

from urllib.parse import urlencode

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.activities.models import Indicator
from ketnghia.activities.tallies import Tally
from ketnghia.activities.templatetags.activities import bounded, scaled, total
from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount
from ketnghia.reviews.comparing import Comparison
from ketnghia.reviews.deadlines import told
from ketnghia.reviews.derived import Entry
from ketnghia.reviews.models import Aim, Line, Report
from ketnghia.reviews.roll import said_of
from ketnghia.reviews.wording import printed
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import day, span
from ketnghia.vietnamese.numbers import grouped

register = template.Library()


@register.simple_tag
def days_of(first: object, last: object) -> str:
    return span(first, last)  # type: ignore[arg-type]


@register.simple_tag
def due_words(report: Report) -> str:
    """The day to hand in by, with what follows where it is a day off."""
    words = _("Hạn nộp %(day)s.") % {"day": day(report.due_on)}
    return f"{words} {told(report.due_on, report.late_after)}".strip()


@register.simple_tag
def unit_then(unit: Unit, report: Report) -> str:
    """The name of its time."""
    return unit.name_on(report.round.last)


@register.simple_tag
def plan_value(plan: Amount | None, indicator: Indicator) -> SafeString | str:
    return "" if plan is None else scaled(plan.value, indicator)


@register.simple_tag
def percent_value(far: Amount | None) -> SafeString | str:
    """How far a plan was reached, without a cap; nothing where nothing was planned."""
    if far is None:
        return ""
    if far.bound == Bound.EXACTLY:
        return f"{grouped(far.value)} %"
    return format_html('<span class="bound">{}</span> {} %', far.bound.label, grouped(far.value))


@register.simple_tag
def moved_words(line: Line) -> str:
    """What the sources of a frozen number say since."""
    words = {
        "before": _told(line.own_tally, line.indicator),
        "after": _told(Tally(line.now), line.indicator),
    }
    return _("Số liệu gốc đã đổi từ %(before)s thành %(after)s.") % words


def _told(tally: Tally, indicator: Indicator) -> str:
    if tally.amount is None:
        return _("không rõ số") if tally.unknown else _("chưa ghi")
    bound = "" if tally.amount.bound == Bound.EXACTLY else f"{tally.amount.bound.label} "
    return f"{bound}{scaled(tally.amount.value, indicator)} {indicator.measure}"


@register.simple_tag
def plain_total(tally: Tally, indicator: Indicator) -> str:
    """A total in words alone, for a line of text."""
    return _told(tally, indicator)


@register.simple_tag
def part(tally: Tally, indicator: Indicator) -> SafeString:
    """A part of a total: nothing said is a dash, for the total beside it says what is missing."""
    if tally.is_blank:
        return format_html('<span class="muted" aria-label="{}">–</span>', _("chưa ghi"))
    return total(tally, indicator)


@register.simple_tag
def entry_value(entry: Entry, indicator: Indicator) -> SafeString | str:
    """What one record adds; of a share, whether it was reached."""
    if entry.whole is not None:
        return _("đạt") if entry.value else _("chưa đạt")
    if entry.value is None:
        return format_html('<span class="muted">{}</span>', _("không rõ số"))
    return bounded(Amount(entry.value, entry.bound), indicator)


@register.simple_tag
def aim_quantity(aim: Aim) -> str:
    """The number a task sets: "02 công trình"."""
    if aim.quantity is None or aim.indicator is None:
        return ""
    number = printed(Amount(aim.quantity), aim.indicator)
    return number if aim.indicator.is_money else f"{number} {aim.indicator.measure}"


@register.simple_tag
def report_state(report: Report) -> SafeString:
    """How a report stands on its own: an icon and words."""
    tone, words = said_of(report, today=localdate())
    label = report.get_state_display()
    told = f"{label}, {words}" if words and report.is_frozen else words or label
    mark = {"late": "i-late", "due": "i-clock", "met": "i-check"}.get(tone, "i-clock")
    shown = format_html(
        '<svg class="icon" aria-hidden="true"><use href="#{}"></use></svg>{}', mark, _capital(told)
    )
    return format_html('<span class="state" data-is="{}">{}</span>', tone, shown)


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


@register.simple_tag
def sort_url(comparison: Comparison, by: str) -> str:
    """The address that sorts the comparison by a column; again: the other way round."""
    is_current = comparison.sort == by and not comparison.is_turned
    chosen = comparison.indicator.pk if comparison.indicator else ""
    query = {"chi-tieu": chosen, "xep": f"-{by}" if is_current else by}
    if comparison.is_today:
        query["don-vi"] = "hom-nay"
    return f"?{urlencode(query)}"


@register.simple_tag
def sorted(comparison: Comparison, by: str) -> SafeString | str:  # noqa: A001 - as a page reads it
    if comparison.sort != by:
        return ""
    falls = (by != "name") != comparison.is_turned
    return format_html(' aria-sort="{}"', "descending" if falls else "ascending")
