"""A person named in an article, tied to whoever the register knows by that name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ketnghia.people.models import Person
from ketnghia.reading.models import Taught
from ketnghia.units.models import Unit
from ketnghia.vietnamese.text import fold


@dataclass(frozen=True)
class PersonTie:
    """Who was meant, why, and whether somebody has to look."""

    person: Person | None
    note: str = ""
    is_sure: bool = True


def tie_person(name: str, *, owner: Unit, beside: Iterable[Unit] = ()) -> PersonTie:
    """The person an article names; of several of one name, who held a post in a unit of it."""
    lesson = Taught.objects.filter(owner=owner, folded=fold(name), person__isnull=False).first()
    if lesson:
        return PersonTie(lesson.person, _("Đồng chí đã dạy tên này."))
    sounding = list(Person.objects.sounding(name).prefetch_related("posts", "names"))
    exact = [one for one in sounding if name.casefold() in _names(one)]
    if len(exact) == 1:
        return PersonTie(exact[0], _("Đã có trong sổ nhân sự."))
    if exact:
        return _among(exact, {unit.pk for unit in beside})
    if sounding:
        note = _("Trong sổ có “%(name)s”, khác dấu.") % {"name": sounding[0].name}
        return PersonTie(sounding[0], note, is_sure=False)
    return PersonTie(None, _("Người mới trong sổ."))


def _names(person: Person) -> set[str]:
    return {person.name.casefold(), *(other.name.casefold() for other in person.names.all())}


def _among(people: list[Person], units: set[int]) -> PersonTie:
    here = [one for one in people if units & {post.unit_id for post in one.posts.all()}]
    if len(here) == 1:
        return PersonTie(here[0], _("Cùng tên, từng giữ chức vụ ở đơn vị này."))
    words = {"number": len(people)}
    return PersonTie(people[0], _("Có %(number)s người cùng tên. Chọn lại.") % words, is_sure=False)
