"""What the reader is handed before it reads: names of the registers, names officers taught."""

from __future__ import annotations

from functools import cache, lru_cache

from django.db.models import Max

from ketnghia.people.models import Person
from ketnghia.reading.engine import Lexicon, builtin
from ketnghia.reading.gazetteer import known_places
from ketnghia.reading.models import Taught
from ketnghia.units.models import Unit, UnitName

# Names of unions follow from their places; the register adds what has a name of its own.
NAMED = (Unit.Kind.FOREIGN, Unit.Kind.COMPANY, Unit.Kind.SCHOOL, Unit.Kind.ARMY, Unit.Kind.POLICE)
MOST_NAMES = 20_000


def lexicon_of(owner: Unit) -> Lexicon:
    """The words for articles of one unit; made anew when a register has a new name."""
    last = (
        UnitName.objects.filter(unit__kind__in=NAMED).aggregate(n=Max("pk"))["n"],
        Person.objects.aggregate(n=Max("pk"))["n"],
        Taught.objects.filter(owner=owner).aggregate(n=Max("pk"))["n"],
    )
    return _lexicon(owner.pk, last)


@lru_cache(maxsize=8)
def _lexicon(owner: int, last: tuple[int | None, ...]) -> Lexicon:  # noqa: ARG001 - what is newest
    units = UnitName.objects.filter(unit__kind__in=NAMED).order_by("-pk")
    people = Person.objects.order_by("-pk")
    taught = Taught.objects.filter(owner=owner)
    return _with_places().with_names(
        units=[
            *units.values_list("name", flat=True)[:MOST_NAMES],
            *taught.filter(unit__isnull=False).values_list("words", flat=True),
        ],
        people=[
            *people.values_list("name", flat=True)[:MOST_NAMES],
            *taught.filter(person__isnull=False).values_list("words", flat=True),
        ],
    )


@cache
def _with_places() -> Lexicon:
    return builtin().with_names(places=known_places())
