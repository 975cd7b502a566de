"""A unit's life as a thread: its names, where it stood, what it came from and went into."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from ketnghia.ui.thread import Knot
from ketnghia.units.models import Succession, Unit, UnitName
from ketnghia.vietnamese.dates import day


def knots(unit: Unit, came: Iterable[Succession], went: Iterable[Succession]) -> list[Knot]:
    """In time; what has no known day comes first."""
    changes = [*map(_came, came), *map(_went, went)]
    told = {knot.on for knot in changes}
    names = [knot for knot in _names(unit) if knot.on not in told]
    found = [*names, *_moves(unit), *changes]
    return sorted(found, key=lambda knot: (knot.on or date.min, "merger" not in knot.shapes))


def _when(on: date | None) -> str:
    return day(on) if on else _("từ trước")


def _names(unit: Unit) -> list[Knot]:
    official = [
        n for n in unit.names.all() if n.form == UnitName.Form.OFFICIAL and n.language == "vi"
    ]
    return [Knot(_when(n.valid_from), n.name, on=n.valid_from) for n in official]


def _moves(unit: Unit) -> list[Knot]:
    return [
        Knot(
            _when(standing.valid_from),
            _("Về trực thuộc %(unit)s") % {"unit": standing.parent.name},
            on=standing.valid_from,
            url=standing.parent.get_absolute_url(),
        )
        for standing in list(unit.standings.all())[1:]
        if standing.parent
    ]


def _came(succession: Succession) -> Knot:
    olds = list(succession.predecessors.all())
    words = _("%(kind)s từ %(units)s") % {
        "kind": succession.get_kind_display(),
        "units": ", ".join(old.name for old in olds),
    }
    return Knot(day(succession.on), words, ("merger",), succession.legal_basis, on=succession.on)


def _went(succession: Succession) -> Knot:
    news = list(succession.successors.all())
    words = succession.get_kind_display()
    if news:
        words = _("%(kind)s thành %(units)s") % {
            "kind": words,
            "units": ", ".join(new.name for new in news),
        }
    return Knot(day(succession.on), words, ("merger",), succession.legal_basis, on=succession.on)
