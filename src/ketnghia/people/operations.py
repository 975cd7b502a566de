"""Correcting a person, adding a spelling or a post, and joining two records of one person."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from ketnghia.people.models import Person, PersonName, Post
from ketnghia.units.models import Unit
from ketnghia.vietnamese.text import fold, sort_key


@transaction.atomic
def person_named(name: str) -> Person:
    """Whoever is known by a name, else somebody new.

    Marks tell people apart (Văn, Vân); a name typed without any may be somebody's with marks.
    """
    sounding = list(Person.objects.sounding(name).prefetch_related("names").order_by("pk"))
    exact = [person for person in sounding if name.casefold() in _spellings(person)]
    if exact:
        return exact[0]
    if sounding and fold(name) == name.lower():
        return sounding[0]
    return new_person(name)


def _spellings(person: Person) -> set[str]:
    return {person.name.casefold(), *(other.name.casefold() for other in person.names.all())}


def new_person(name: str) -> Person:
    """Somebody new, whoever else has the same name."""
    return Person.objects.create(name=name, search_text=fold(name), sort_key=sort_key(name)[:600])


@transaction.atomic
def correct(person: Person, *, name: str, note: str) -> Person:
    """Mend the name or the note; search follows."""
    person.name, person.note = name, note
    person.sort_key = sort_key(name)[:600]
    _refresh_search(person)
    return person


def _refresh_search(person: Person) -> None:
    names = [person.name, *person.names.values_list("name", flat=True)]
    person.search_text = " | ".join(dict.fromkeys(fold(name) for name in names))
    person.save()


@transaction.atomic
def add_name(person: Person, *, name: str, language: str = "vi") -> PersonName:
    """Add another spelling, or the name in another script."""
    if person.name == name or person.names.filter(name=name).exists():
        raise ValidationError({"name": _("Cách viết này đã có.")})
    added = PersonName.objects.create(person=person, name=name, language=language)
    _refresh_search(person)
    return added


@transaction.atomic
def add_post(
    person: Person,
    *,
    title: str,
    unit: Unit | None = None,
    valid_from: date | None = None,
    valid_until: date | None = None,
) -> Post:
    """Add a post with its dates; papers print the chain held on their day."""
    if valid_from and valid_until and valid_until < valid_from:
        raise ValidationError({"valid_until": _("Ngày cuối phải sau ngày đầu.")})
    return Post.objects.create(
        person=person, title=title, unit=unit, valid_from=valid_from, valid_until=valid_until
    )


@transaction.atomic
def merge(keep: Person, *, other: Person) -> Person:
    """Join a second record of the same person: everything that names it names the first.

    Its name stays as a spelling. Every key to a person is moved, whichever room holds it.
    """
    if keep.pk == other.pk:
        raise ValidationError({"other": _("Chọn một người khác để gộp.")})
    for relation in Person._meta.related_objects:
        name = relation.field.name
        for row in relation.related_model._default_manager.filter(**{name: other}):  # noqa: SLF001
            _hand_to(row, name, keep)
    spelling = other.name
    other.delete()
    if spelling != keep.name and not keep.names.filter(name=spelling).exists():
        PersonName.objects.create(person=keep, name=spelling)
    _refresh_search(keep)
    return keep


def _hand_to(row: Model, name: str, keep: Person) -> None:
    """Let a row name the first record; where it already has a row of the same kind, one stays."""
    setattr(row, name, keep)
    try:
        with transaction.atomic():
            row.save(update_fields=[name])
    except IntegrityError:
        row.delete()


def look_alike(person: Person) -> list[Person]:
    """Others whose name reads nearly the same without marks, best first, at most three."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only this question needs it

    others = {p.pk: fold(p.name) for p in Person.objects.exclude(pk=person.pk).only("pk", "name")}
    found = process.extract(
        fold(person.name), others, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE, limit=3
    )
    people = Person.objects.in_bulk([key for _name, _score, key in found])
    return [people[key] for _name, _score, key in found]


# "Phoulamphone Xihavong" and "Phu Lam Phon Sihavong" are 72 alike; two strangers of one
# family name stay below 70.
ALIKE = 70
