"""Honours a person gets once in a life, and near names that may be the same person."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from ketnghia.commendations.models import Award, Honour
from ketnghia.people.models import Person
from ketnghia.people.operations import ALIKE
from ketnghia.vietnamese.dates import day
from ketnghia.vietnamese.text import fold


def earlier_of(honour: Honour, person: Person) -> Award | None:
    """The line by which a person already has an honour given once; whichever unit keeps it."""
    if not honour.is_once:
        return None
    return Award.objects.standing().filter(honour=honour, person=person).order_by("on").first()


def refuse_second(honour: Honour, person: Person) -> None:
    """Wait for others about to honour the same person, then refuse what was given before."""
    if not honour.is_once:
        return
    Person.objects.select_for_update().get(pk=person.pk)
    earlier = earlier_of(honour, person)
    if earlier:
        words = {"name": person.name, "honour": honour.name, "day": day(earlier.on)}
        raise ValidationError(
            _("%(name)s đã được tặng %(honour)s ngày %(day)s. Hình thức này mỗi người một lần.")
            % words
        )


def near_names(honour: Honour, name: str, *, besides: Person | None = None) -> list[Award]:
    """Lines of an honour given once whose names read nearly the same: maybe one person."""
    if not honour.is_once:
        return []
    given = Award.objects.standing().filter(honour=honour, person__isnull=False)
    if besides is not None:
        given = given.exclude(person=besides)
    wanted = fold(name)
    return [
        award
        for award in given.select_related("person", "decision")
        if any(
            fuzz.token_sort_ratio(wanted, spelling) >= ALIKE
            for spelling in award.person.search_text.split(" | ")  # type: ignore[union-attr]
        )
    ]
