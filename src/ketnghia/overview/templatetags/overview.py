"""What the pages of overview ask of units, duties and papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ketnghia.agreements.models import Agreement
from ketnghia.agreements.words import paper_view
from ketnghia.amounts.bounds import Bound
from ketnghia.exchanges.models import Exchange
from ketnghia.overview.relation import Relation
from ketnghia.overview.thread import exchange_shape
from ketnghia.overview.tie_list import SHAPES
from ketnghia.overview.ties import Tie
from ketnghia.overview.words import unit_note as note_of
from ketnghia.ui.templatetags.ui import knot
from ketnghia.units.models import Unit, UnitName
from ketnghia.vietnamese.dates import day
from ketnghia.vietnamese.numbers import spoken

register = template.Library()


@register.simple_tag
def unit_note(unit: Unit) -> SafeString:
    """The full name under the big one, and the name in the partner's own script."""
    own = [n for n in unit.names.all() if n.language in {"lo", "zh-hans"}]
    script = (
        format_html('<br><span lang="{}">{}</span>', own[0].language, own[0].name) if own else ""
    )
    return format_html("{}{}", note_of(unit), script)


@register.simple_tag
def paper_state(agreement: Agreement) -> str:
    return render_to_string("overview/paper_state.html", {"view": paper_view(agreement)})


@register.simple_tag
def exchange_knot(exchange: Exchange) -> SafeString:
    return knot(exchange_shape(exchange))


@register.simple_tag
def amount(value: Decimal | None, bound: str) -> SafeString | str:
    """Money with its bound before it; unknown is said, never printed as zero."""
    if value is None:
        return _("không ghi")
    if bound == Bound.EXACTLY:
        return spoken(value)
    return format_html('<span class="bound">{}</span> {}', Bound(bound).label, spoken(value))


@register.simple_tag
def signers(agreement: Agreement) -> str:
    """Who signed for each party, with the title of that day; else the parties themselves."""
    signed = [
        ", ".join(part for part in (str(signatory.person), signatory.title) if part)
        for party in agreement.parties.all()
        for signatory in party.signatories.all()
    ]
    return "; ".join(
        signed or [p.unit.name_on(agreement.signed_on) for p in agreement.parties.all()]
    )


@dataclass(frozen=True)
class NameLine:
    """One name of a unit, while it was used, and what stands for it today."""

    unit: Unit
    name: str
    also: str
    used: str
    now: str
    basis: str


@register.simple_tag
def names_of_time(relation: Relation) -> list[NameLine]:
    """Names the records were written under, and the units promises were handed to that ended."""
    shown = set(relation.recorded_ids)
    shown |= {u.pk for u in (relation.a, relation.b) if not shown & _lineage(relation, u)}
    handed = {
        unit.pk
        for duty in relation.all_duties
        for unit in duty.commitment.delegates.all()
        if not unit.is_living
    }
    units = Unit.objects.filter(pk__in=shown | handed).order_by("began_on", "sort_key", "pk")
    found = units.prefetch_related("names", "successions_out__successors__names")
    return [line for unit in found for line in _lines(unit)]


def _lineage(relation: Relation, unit: Unit) -> set[int]:
    return relation.a_ids if unit == relation.a else relation.b_ids


def _lines(unit: Unit) -> list[NameLine]:
    own = [n for n in unit.names.all() if n.form == UnitName.Form.OFFICIAL and n.language == "vi"]
    also = ", ".join(n.name for n in unit.names.all() if n.form == UnitName.Form.ALIAS)
    now, basis = _now(unit)
    return [NameLine(unit, n.name, also, _used(unit, n), now, basis) for n in own]


def _used(unit: Unit, name: UnitName) -> str:
    until = name.valid_until or (unit.ended_on - timedelta(days=1) if unit.ended_on else None)
    if name.valid_from and not until:
        return _("từ %(day)s") % {"day": day(name.valid_from)}
    return _("đến %(day)s") % {"day": day(until)} if until else _("không đổi")


def _now(unit: Unit) -> tuple[str, str]:
    if unit.is_living:
        return _("như cũ"), ""
    for succession in unit.successions_out.all():
        heirs = [heir.name for heir in succession.successors.all()]
        if heirs == [unit.name] and succession.kind != succession.Kind.RENAMED:
            words = {"name": unit.name}
            return _("%(name)s, đơn vị mới cùng tên") % words, succession.legal_basis
        if heirs:
            return ", ".join(heirs), succession.legal_basis
    return _("chưa chọn đơn vị nhận"), ""


@register.inclusion_tag("ui/tie.html")
def tie_between(tie: Tie) -> dict[str, Any]:
    """A tie as its names and its strand; the first name leads to the relation."""
    left, right = tie.left.short_name, tie.right.short_name
    return {"left": left, "right": right, "shape": tie.shape, "left_url": tie.url}


@register.simple_tag
def shape_words(tie: Tie) -> str:
    """What the strand says, in words: "lặng 2 năm 4 tháng"."""
    words = str(SHAPES[tie.shape])
    return f"{words} {tie.quiet_for}" if tie.shape == "slack" else words


@register.simple_tag
def unit_name(unit: Unit, on: Any = None) -> str:
    """The name of its time."""
    return unit.name_on(on)
