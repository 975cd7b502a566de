"""What of a report goes under its code: everything it says, nothing of when it was said."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ketnghia.activities.tallies import Tally
from ketnghia.reviews.figures import Figures
from ketnghia.reviews.models import Aim, Report


def content_of(report: Report) -> dict[str, Any]:
    """The whole report as plain values; the same words and numbers give the same content."""
    figures = Figures(report)
    return {
        "report": report.pk,
        "round": report.round.title,
        "unit": report.name,
        "first": report.round.first.isoformat(),
        "last": report.round.last.isoformat(),
        "lines": [_line(figures, key) for key in figures.indicators],
        "passages": [
            {"title": passage.heading.title, "text": passage.words}
            for passage in report.passages.select_related("heading")
            if passage.words
        ],
        "replies": [
            {"question": reply.inquiry.text, "text": reply.text}
            for reply in report.replies.select_related("inquiry").order_by("inquiry__order", "pk")
            if reply.text
        ],
        "aims": [
            {"text": aim.text, "due": aim.due_on.isoformat() if aim.due_on else ""}
            for aim in report.aims.filter(state=Aim.State.KEPT)
        ],
    }


def _line(figures: Figures, key: int) -> dict[str, Any]:
    indicator, line = figures.indicators[key], figures.lines.get(key)
    return {
        "code": indicator.code,
        "name": indicator.name,
        "measure": indicator.measure,
        "plan": plain(line.plan) if line else None,
        "reason": line.reason if line and line.is_corrected else "",
        **_told(figures.tally(key)),
    }


def _told(tally: Tally) -> dict[str, Any]:
    return {
        "value": plain(tally.amount.value) if tally.amount else None,
        "bound": str(tally.amount.bound.value) if tally.amount else "",
        "unknown": tally.unknown,
        "least": plain(tally.least.value) if tally.least else None,
        "range": [plain(end) for end in tally.range] if tally.range else None,
    }


def plain(value: Decimal | None) -> str | None:
    """A number one way only: no exponent, no empty decimals."""
    return None if value is None else format(Decimal(value).normalize() + 0, "f")
