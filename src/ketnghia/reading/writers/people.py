"""People named in an article: known ones, new ones, and the post of that day."""

from __future__ import annotations

from ketnghia.people.models import Person
from ketnghia.people.operations import add_post, new_person
from ketnghia.reading.composing import Composition, Kind
from ketnghia.reading.models import Field
from ketnghia.reading.writers.writing import Written
from ketnghia.vietnamese.text import fold


def write(composed: Composition, written: Written) -> None:
    """Enter whoever is new, and the post as it was on the day of the event."""
    for field in composed.of(Kind.PERSON):
        written.people[field.pk] = _person(field, written)
        _post(composed, field, written)


def _person(field: Field, written: Written) -> Person:
    if field.person is not None:
        return field.person
    person = new_person(field.value["name"])
    written.made.append(person)
    field.person = person
    field.save(update_fields=["person"])
    return person


def _post(composed: Composition, field: Field, written: Written) -> None:
    """A post is known for the day it was seen on, unless the register says so already."""
    person, title = written.person_of(field), field.value.get("position", "")
    on, _last = composed.days
    if not title or on is None:
        return
    if any(fold(post.title) in fold(title) for post in person.posts.all() if post.covers(on)):
        return
    unit = composed.unit_at(field.value.get("side"))
    post = add_post(person, title=title[:200], unit=unit, valid_from=on, valid_until=on)
    written.made.append(post)
