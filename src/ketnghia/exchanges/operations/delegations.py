"""Who comes with a unit: the head, people from a pasted list, and groups as numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from ketnghia.exchanges.models import Exchange, Group, Member, Participation
from ketnghia.exchanges.names import HEAD
from ketnghia.people.models import Person
from ketnghia.people.operations import new_person, person_named
from ketnghia.vietnamese.text import fold


@transaction.atomic
def describe_side(  # noqa: PLR0913 - the facts of a delegation
    side: Participation,
    *,
    role: str,
    head: str = "",
    head_title: str = "",
    size: int | None = None,
    direction: str = "",
    interpreter: str = "",
    border_gate: str = "",
    arrives_on: date | None = None,
    leaves_on: date | None = None,
    groups: Mapping[str, int | None] | None = None,
) -> Participation:
    """Write who leads, how many come, which way and through which gate."""
    if arrives_on and leaves_on and leaves_on < arrives_on:
        raise ValidationError({"leaves_on": _("Ngày về phải sau ngày đến.")})
    _refuse_without_host(side, role)
    side.role, side.size, side.direction = role, size, direction
    side.interpreter, side.border_gate = interpreter, border_gate
    side.arrives_on, side.leaves_on = arrives_on, leaves_on
    side.head = person_named(head) if head else None
    side.head_title = post_of(side.head, head_title, side.exchange.begins_on) if side.head else ""
    side.save()
    for kind, number in (groups or {}).items():
        _set_group(side, kind, number)
    _count_children(side.exchange)
    return side


def post_of(person: Person, typed: str, on: date) -> str:
    """The post as typed; else the chain the person held on the day, kept as it was then."""
    return typed or person.titles_on(on)[:200]


def _refuse_without_host(side: Participation, role: str) -> None:
    others = side.exchange.participations.exclude(pk=side.pk)
    is_last = not others.filter(role=side.role).exists()
    if role != side.role and is_last and side.exchange.state != Exchange.State.PLANNED:
        raise ValidationError({"role": _("Kế hoạch đã chốt: phải còn bên đăng cai và bên khách.")})


def _set_group(side: Participation, kind: str, number: int | None) -> None:
    if not number:
        side.groups.filter(kind=kind).delete()
        return
    group, is_new = side.groups.get_or_create(kind=kind, defaults={"number": number})
    if not is_new and group.number != number:
        group.number = number
        group.save(update_fields=["number"])


def _count_children(exchange: Exchange) -> None:
    """The number of children of the whole follows the delegations, once one of them says it."""
    groups = Group.objects.filter(participation__exchange=exchange, kind=Group.Kind.CHILDREN)
    number = groups.aggregate(number=Sum("number"))["number"]
    if number is not None and exchange.children_count != number:
        exchange.children_count = number
        exchange.save(update_fields=["children_count"])


@dataclass(frozen=True)
class Entry:
    """One line a person looked at and kept. Without `person`: a new one, or the one so named."""

    name: str
    title: str = ""
    duty: str = ""
    person: Person | None = None
    is_new: bool = False


@dataclass(frozen=True)
class Entered:
    """What a list added: new members, those already there, and the children counted."""

    added: int
    known: int
    children: int


@transaction.atomic
def enter_list(
    side: Participation, *, entries: Sequence[Entry], children: int = 0, add_children: bool = False
) -> Entered:
    """Put a list into a delegation; the same list again changes nothing.

    Children are a number: the list's own, or added to the number already there.
    """
    added = 0
    for entry in entries:
        added += _enter(side, entry)
    if children:
        _set_group(side, Group.Kind.CHILDREN, children + (add_children and children_of(side)))
        _count_children(side.exchange)
    return Entered(added, len(entries) - added, children)


def children_of(side: Participation) -> int:
    """How many children the delegation has by now."""
    group = side.groups.filter(kind=Group.Kind.CHILDREN).first()
    return group.number if group else 0


def _enter(side: Participation, entry: Entry) -> bool:
    """Whether the line was new."""
    person = entry.person or _member_named(side, entry.name)
    if person is None:
        person = new_person(entry.name) if entry.is_new else person_named(entry.name)
    title = post_of(person, entry.title, side.exchange.begins_on)
    if entry.duty == HEAD and side.head_id in {None, person.pk}:
        side.head, side.head_title = person, title
        side.save(update_fields=["head", "head_title"])
    member = side.members.filter(person=person).first()
    if member is None:
        order = side.members.count() + 1
        Member.objects.create(
            participation=side, person=person, title=title, duty=entry.duty, order=order
        )
        return True
    if (member.title, member.duty) != (title, entry.duty):
        member.title, member.duty = title, entry.duty
        member.save(update_fields=["title", "duty"])
    return False


def _member_named(side: Participation, name: str) -> Person | None:
    """Whoever of that name is in the delegation already: a list read twice finds them there."""
    for member in side.members.select_related("person"):
        if member.person.name.casefold() == name.casefold():
            return member.person
    return None


def known_as(side: Participation, names: Sequence[str]) -> dict[str, list[Person]]:
    """People known by these names, those of the delegation first; in a fixed number of queries."""
    folded = {fold(name) for name in names}
    found = list(
        Person.objects.filter(search_text__in=folded).prefetch_related("posts").order_by("pk")
    )
    here = set(side.members.values_list("person", flat=True))
    people: dict[str, list[Person]] = {name: [] for name in folded}
    for person in sorted(found, key=lambda person: person.pk not in here):
        people[person.search_text].append(person)
    return people
