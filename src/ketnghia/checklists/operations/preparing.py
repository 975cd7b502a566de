"""Choosing lists for an exchange, and keeping what they ask for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.checklists.models import Checklist, Step, Task, Template
from ketnghia.checklists.operations.templates import templates_for
from ketnghia.checklists.terms import Facts, fitting
from ketnghia.exchanges.models import Exchange, Participation
from ketnghia.people.models import Person
from ketnghia.people.operations import person_named
from ketnghia.units.models import Unit
from ketnghia.vietnamese.text import fold

HOME = "VN"


def proposed(exchange: Exchange, unit: Unit) -> list[Template]:
    """The templates the facts of an exchange ask for, from the side of one unit."""
    nearest = templates_for(unit)
    return [nearest[kind] for kind in fitting(_facts(exchange, unit)) if kind in nearest]


def _facts(exchange: Exchange, unit: Unit) -> Facts:
    sides = list(exchange.participations.select_related("unit").prefetch_related("groups"))
    own = next((side for side in sides if side.unit_id == unit.pk), None)
    foreign = [side for side in sides if side.unit.country != HOME]
    groups = {group.kind for side in sides for group in side.groups.all()}
    return Facts(
        is_host=own is not None and own.role == Participation.Role.HOST,
        host_is_foreign=any(side.role == Participation.Role.HOST for side in foreign),
        has_foreigners=bool(foreign),
        has_children=bool(exchange.children_count) or "children" in groups,
        direction=own.direction if own else "",
    )


@transaction.atomic
def start(
    exchange: Exchange, *, unit: Unit, templates: Iterable[Template], by: User | None
) -> list[Checklist]:
    """Begin the lists: every step becomes a task with its day; a kind is begun once."""
    wanted = list(templates)
    if not wanted:
        raise ValidationError({"templates": _("Chọn ít nhất một danh mục.")})
    begun = Checklist.objects.filter(exchange=exchange, unit=unit, template__isnull=False)
    kinds = set(begun.values_list("template__kind", flat=True))
    again = next((template for template in wanted if template.kind in kinds), None)
    if again:
        told = _("Cuộc này đã có danh mục “%(name)s”.") % {"name": again.name}
        raise ValidationError({"templates": told})
    return [_begin(exchange, unit, template, by) for template in wanted]


def _begin(exchange: Exchange, unit: Unit, template: Template, by: User | None) -> Checklist:
    checklist = Checklist.objects.create(
        exchange=exchange, unit=unit, template=template, started_by=by
    )
    for step in template.steps.all():
        Task.objects.create(
            checklist=checklist,
            due_on=due_day(exchange, step.days),
            search_text=_searched(checklist, step.what, step.owner),
            **_of_step(step),
        )
    return checklist


def _of_step(step: Step) -> dict[str, object]:
    names = ("order", "what", "owner", "days", "note", "has_file", "is_paper")
    return {name: getattr(step, name) for name in names}


def due_day(exchange: Exchange, days: int) -> date:
    """So many days before the first day, or after the last."""
    return (exchange.ends_on if days > 0 else exchange.begins_on) + timedelta(days=days)


def _searched(checklist: Checklist, *words: str) -> str:
    return fold(" | ".join([*words, checklist.exchange.title, checklist.unit.name]))


@transaction.atomic
def add_task(  # noqa: PLR0913 - the facts of a task
    exchange: Exchange,
    *,
    unit: Unit,
    what: str,
    due_on: date,
    owner: str = "",
    person: str = "",
    note: str = "",
    is_paper: bool = False,
) -> Task:
    """Add a line of one's own."""
    checklist, _is_new = Checklist.objects.get_or_create(
        exchange=exchange, unit=unit, template=None
    )
    return Task.objects.create(
        checklist=checklist,
        order=checklist.tasks.count() + 1,
        what=what,
        due_on=due_on,
        owner=owner,
        person=_person(person),
        note=note,
        is_paper=is_paper,
        is_own=True,
        search_text=_searched(checklist, what, owner, person),
    )


def _person(name: str) -> Person | None:
    return person_named(name) if name else None


@transaction.atomic
def change_task(  # noqa: PLR0913 - the facts of a task
    task: Task,
    *,
    what: str,
    due_on: date,
    owner: str = "",
    person: str = "",
    note: str = "",
    is_paper: bool = False,
    number: str = "",
    signed_on: date | None = None,
    issuer: str = "",
) -> Task:
    """Mend a task; a day set by hand no longer moves with the exchange."""
    if due_on != task.due_on:
        task.days = None
    task.what, task.due_on, task.owner, task.note = what, due_on, owner, note
    task.person = _person(person)
    task.is_paper = is_paper
    task.number, task.signed_on, task.issuer = number, signed_on, issuer
    task.search_text = _searched(task.checklist, what, owner, person, number, issuer)
    task.save()
    return task


@transaction.atomic
def move(exchange: Exchange) -> int:
    """Let the days that follow from the exchange's own follow it; returns how many moved."""
    moved = 0
    tasks = Task.objects.waiting().filter(checklist__exchange=exchange, days__isnull=False)
    for task in tasks:
        due_on = due_day(exchange, task.days or 0)
        if due_on != task.due_on:
            task.due_on = due_on
            task.save(update_fields=["due_on"])
            moved += 1
    return moved
