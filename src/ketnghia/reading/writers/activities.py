"""An activity with its organisers and figures; each figure keeps the sentence it stands in."""

from __future__ import annotations

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ketnghia.activities.hearing import Ear
from ketnghia.activities.models import Activity, Indicator
from ketnghia.activities.operations import Line, record
from ketnghia.reading.composing import Composition, Kind
from ketnghia.reading.models import Field
from ketnghia.reading.proposing.promises import clause
from ketnghia.reading.writers.writing import Written
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import day

MONEY = "đồng"


def write(composed: Composition, written: Written) -> Activity:
    """Record it for the unit that leads, the others joining in."""
    first, last = composed.period
    units = composed.tied
    if not units:
        raise ValidationError(_("Chưa rõ đơn vị nào làm. Sửa mục Đơn vị, hoặc bỏ việc này."))
    if first is None:
        raise ValidationError(_("Bài không cho biết ngày. Thêm ngày ở mục Thời gian rồi ghi."))
    activity = record(
        title=composed.title,
        begins_on=first,
        ends_on=last,
        organiser=units[0],
        joint=[(unit, None) for unit in units[1:]],
        place=composed.place,
        agreement=written.agreement,
        figures=lines_of(composed, units[0], first.year),
        source=_source(composed)[:300],
        by=written.by,
    )
    written.made.append(activity)
    return activity


def _source(composed: Composition) -> str:
    published = composed.article.published_on
    told = [composed.article.title, day(published) if published else ""]
    return ", ".join(part for part in told if part)


def lines_of(composed: Composition, lead: Unit, year: int) -> list[Line]:
    """Figures and money of the article as figures of the activity."""
    ear = Ear(Indicator.objects.usable_by(lead).in_year(year).filter(derived=""))
    fields = [*composed.of(Kind.FIGURE), *composed.of(Kind.MONEY)]
    return [_line(field, ear, composed) for field in sorted(fields, key=lambda f: f.start or 0)]


def _line(field: Field, ear: Ear, composed: Composition) -> Line:
    told = field.value
    is_money = field.kind == Kind.MONEY
    value = Decimal(str(told["amount" if is_money else "value"]))
    measure = MONEY if is_money and told["currency"] == "VND" else told.get("currency", "")
    sentence = clause(composed.article.text, field.start or 0, field.end or 0) if field.end else ""
    heard = next((one for one in ear.hear(field.words, about=sentence) if one.value == value), None)
    return Line(
        what=(told.get("purpose") or "" if is_money else told["unit"])[:200],
        value=value,
        measure=(measure or told.get("unit", ""))[:60],
        bound=told["bound"],
        indicator=heard.indicator if heard else None,
        said=sentence,
        said_in=composed.article.title[:200],
    )
