"""Exchanges whose preparing is late or due soon: one line each, with how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ketnghia.accounts.models import User
from ketnghia.checklists.models import Task
from ketnghia.checklists.words import told
from ketnghia.exchanges.models import Exchange

DUE_WITHIN = 14


@dataclass(frozen=True)
class Preparing:
    """One exchange with the open tasks a person may read, the most pressing first."""

    exchange: Exchange
    today: date
    tasks: list[Task]

    @property
    def due_on(self) -> date:
        return self.tasks[0].due_on

    @property
    def told(self) -> str:
        """Còn 5 việc, 1 quá hẹn. Văn bản chủ trương (Văn phòng)."""
        first = self.tasks[0]
        owner = f" ({first.person or first.owner})" if first.person or first.owner else ""
        return f"{told(self.tasks, today=self.today)} {first.what}{owner}."


def preparing_of(user: User, *, today: date) -> list[Preparing]:
    """What is late or due within two weeks, the most pressing exchange first."""
    mine = Task.objects.visible_to(user)
    pressing = mine.due_within(today, DUE_WITHIN).values("checklist__exchange")
    tasks = (
        mine.waiting()
        .filter(checklist__exchange__in=pressing)
        .select_related("checklist__exchange", "person")
        .order_by("due_on", "pk")
    )
    found: dict[int, Preparing] = {}
    for task in tasks:
        exchange = task.checklist.exchange
        found.setdefault(exchange.pk, Preparing(exchange, today, [])).tasks.append(task)
    return list(found.values())
