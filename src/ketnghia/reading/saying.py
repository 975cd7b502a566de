"""What was found, in words: the name of a field and its value as officers read it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ketnghia.agreements.models import Agreement
from ketnghia.agreements.terms import Counted, Rhythm, Where, Who
from ketnghia.amounts.bounds import Bound
from ketnghia.exchanges.models import Exchange
from ketnghia.reading.models import Field
from ketnghia.reading.proposing.days import UNKNOWN, whole
from ketnghia.vietnamese.dates import day, span
from ketnghia.vietnamese.numbers import grouped, spoken

Kind, Role = Field.Kind, Field.Role


def label_of(field: Field) -> str:
    """What the field is called: a unit and a person by their part."""
    if field.kind in {Kind.UNIT, Kind.PERSON} and field.role:
        return str(field.get_role_display())
    if field.kind == Kind.TERM and field.value.get("sums"):
        return _("Kỳ tính số liệu")
    return str(field.get_kind_display())


def said(field: Field) -> str:
    """The value as it stands now."""
    return _SAYING[Kind(field.kind)](field)


def _plain(field: Field) -> str:
    return str(field.value or "")


def _deed(field: Field) -> str:
    told = field.value
    if told["record"] == "exchange":
        return str(Exchange.Kind(told["kind"] or "other").label)
    return _("Hoạt động") if told["record"] == "activity" else _("Không ghi thành việc nào")


def iso_words(iso: str) -> str:
    """22/3/2024; 22/3, chưa rõ năm."""
    on = whole(iso)
    if on is not None:
        return day(on)
    year, _dash, rest = str(iso).partition("-")
    month, _dash, number = rest.partition("-")
    if year == UNKNOWN and month.isdigit() and number.isdigit():
        return _("%(day)s/%(month)s, chưa rõ năm") % {"day": int(number), "month": int(month)}
    return str(iso)


def _day(field: Field) -> str:
    return iso_words(field.value)


def _event(field: Field) -> str:
    told = field.value
    first, last = whole(told["start"]), whole(told["end"])
    if first and last and first != last:
        return span(first, last)
    return iso_words(told["start"])


def _unit(field: Field) -> str:
    return field.unit.name if field.unit else str(field.value["name"])


def _person(field: Field) -> str:
    told = field.value
    return ", ".join(part for part in (told["name"], told.get("position")) if part)


def _agreement(field: Field) -> str:
    return str(Agreement.Kind(field.value["kind"]).label)


def _term(field: Field) -> str:
    first, last = (whole(str(field.value.get(name))) for name in ("start", "end"))
    if first and last:
        return span(first, last)
    ends = [_edge(field.value.get(name)) for name in ("start", "end")]
    return "–".join(dict.fromkeys(end for end in ends if end))


def _edge(told: Any) -> str:
    on = whole(told) if isinstance(told, str) else None
    return day(on) if on else str(told or "")


def _commitment(field: Field) -> str:
    return str(field.value["wording"])


def understood(field: Field) -> str:
    """How a promise is understood: "mỗi năm, hai bên cùng làm: ít nhất 2 hoạt động giao lưu"."""
    told = field.value
    ways = [
        f"{Bound(way['bound']).label} {way['quantity']} {Counted(way['counted']).label}"
        for way in told["ways"]
    ]
    parts = [str(Rhythm(told["rhythm"]).label), str(Who(told["who"]).label)]
    if told["where"] == Where.FRIEND:
        parts.append(str(Where.FRIEND.label))
    words = {"how": ", ".join(parts), "what": _(" hoặc ").join(ways)}
    return _("%(how)s: %(what)s") % words


def _bounded(bound: str, words: str) -> str:
    return words if bound == Bound.EXACTLY else f"{Bound(bound).label} {words}"


def _figure(field: Field) -> str:
    told = field.value
    return _bounded(told["bound"], f"{grouped(Decimal(str(told['value'])))} {told['unit']}")


def _money(field: Field) -> str:
    told = field.value
    currency = _("đồng") if told.get("currency", "VND") == "VND" else told["currency"]
    return _bounded(told["bound"], f"{spoken(Decimal(str(told['amount'])))} {currency}")


def _site(field: Field) -> str:
    return str(field.value["name"])


def _gift(field: Field) -> str:
    told = field.value
    number = "" if told.get("quantity") is None else grouped(Decimal(str(told["quantity"])))
    worth = "" if told.get("worth") is None else _("%(worth)s đồng") % {
        "worth": spoken(Decimal(str(told["worth"])))
    }  # fmt: skip
    what = "" if told["what"] == "tiền" and worth else str(told["what"])
    return ", ".join(part for part in (f"{number} {what}".strip(), worth) if part)


def _photo(field: Field) -> str:
    number = field.value["number"]
    return ngettext("%(n)s ảnh có chú thích", "%(n)s ảnh có chú thích", number) % {"n": number}


_SAYING: dict[Field.Kind, Callable[[Field], str]] = {
    Kind.DEED: _deed,
    Kind.TITLE: _plain,
    Kind.PUBLISHED: _day,
    Kind.EVENT: _event,
    Kind.PLACE: _plain,
    Kind.UNIT: _unit,
    Kind.PERSON: _person,
    Kind.AGREEMENT: _agreement,
    Kind.SIGNED: _day,
    Kind.TERM: _term,
    Kind.COMMITMENT: _commitment,
    Kind.FIGURE: _figure,
    Kind.MONEY: _money,
    Kind.SITE: _site,
    Kind.GIFT: _gift,
    Kind.PHOTO: _photo,
}
