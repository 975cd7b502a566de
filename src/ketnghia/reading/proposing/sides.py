"""Who hosts, who comes, who leads, and for whom a person stands; no database."""

from __future__ import annotations

from collections.abc import Sequence

from ketnghia.reading.models import Field
from ketnghia.reading.tying.names import spellings
from ketnghia.vietnamese.text import fold

_TERRITORY = ("tinh", "thanh pho", "huyen", "thi xa", "quan", "xa", "phuong", "dac khu")


def give_roles(units: Sequence[Field], place: str, record: str) -> None:
    """Host and guest of an exchange, by whose place it was; else who is named first leads."""
    if record != "exchange":
        for number, unit in enumerate(units):
            unit.role = Field.Role.JOINT if number else Field.Role.LEAD
        return
    host = next((unit for unit in units if _is_at_home(unit, place)), None)
    for unit in units:
        unit.role = Field.Role.HOST if unit is host else Field.Role.GUEST
    if host is None and units:
        units[0].role = Field.Role.HOST


def is_host_told(units: Sequence[Field], place: str) -> bool:
    """Whether the article tells at whose place it was."""
    return any(_is_at_home(unit, place) for unit in units)


def _is_at_home(unit: Field, place: str) -> bool:
    core = _core(fold(place))
    return bool(core) and any(core in fold(alias) for alias in aliases_of(unit))


def _core(place: str) -> str:
    """The name of a place without its kind: "tinh ha tinh" is "ha tinh"."""
    first = place.split(",", maxsplit=1)[0].strip()
    for word in _TERRITORY:
        if first.startswith(f"{word} "):
            return first.removeprefix(f"{word} ")
    return first


def aliases_of(unit: Field) -> list[str]:
    """Every way the article names a unit."""
    return list(unit.read.get("aliases", ())) or [unit.words]


def side_of(position: str, units: Sequence[Field]) -> int | None:
    """The place, among the units, of the one a post is held in: its name ends the post."""
    folded = fold(position)
    for number, unit in enumerate(units):
        names = {name for alias in aliases_of(unit) for name in spellings(alias)}
        if any(name in folded for name in names):
            return number
    return None
