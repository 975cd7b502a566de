from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client

from ketnghia.checklists.models import Template
from ketnghia.checklists.operations import add_task, start
from tests.doors import knock, row, tries
from tests.making import make_exchange

# Preparing is the unit's own: the other side of an exchange does not read it.
READ = row(302, 200, 200, 200, 200, 404)
EDIT = row(302, 200, 200, 404, 200, 404)
POST = row(302, 302, 302, 404, 302, 404)
OPEN = row(302, 200, 200, 200, 200, 200)
DOORS = {
    "checklists:list": OPEN,
    "checklists:task": READ,
    "checklists:task_edit": EDIT,
    "checklists:task_finish": POST,
    "checklists:task_skip": EDIT,
    "checklists:task_remove": POST,
    "checklists:for_exchange": READ,
    "checklists:choose": EDIT,
    "checklists:task_add": EDIT,
    "checklists:templates": OPEN,
    "checklists:template": OPEN,
    "checklists:template_edit": row(302, 404, 404, 404, 200, 404),
}


@pytest.fixture
def keys(cast: SimpleNamespace) -> dict[str, list[int]]:
    """What each door asks for; an exchange of the commune in the east with a friend abroad."""
    exchange = make_exchange(cast.east, cast.friend)
    national = Template.objects.get(unit=None, kind="in")
    start(exchange, unit=cast.east, templates=[national], by=cast.lan)
    task = add_task(exchange, unit=cast.east, what="Gọi cho bạn", due_on=exchange.begins_on)
    side = [exchange.pk, cast.east.pk]
    tasks = {f"checklists:task{act}" for act in ("", "_edit", "_finish", "_skip", "_remove")}
    return {name: [task.pk] for name in tasks} | {
        "checklists:for_exchange": [exchange.pk],
        "checklists:choose": side,
        "checklists:task_add": side,
        "checklists:template": [national.pk],
        "checklists:template_edit": [national.pk],
    }


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, keys: dict[str, list[int]], name: str, who: str
) -> None:
    posts = DOORS[name] == POST

    status = knock(client, cast, name, who, args=keys.get(name, []), posts=posts)

    assert status == DOORS[name][who]


def test_the_other_side_does_not_read_how_one_prepares(
    client: Client, cast: SimpleNamespace
) -> None:
    exchange = make_exchange(cast.elsewhere, cast.east)
    task = add_task(exchange, unit=cast.east, what="Gọi cho bạn", due_on=exchange.begins_on)

    assert knock(client, cast, "checklists:for_exchange", "stranger", args=[exchange.pk]) == 200
    assert knock(client, cast, "checklists:task", "stranger", args=[task.pk]) == 404
    side = [exchange.pk, cast.east.pk]
    assert knock(client, cast, "checklists:choose", "stranger", args=side) == 404
