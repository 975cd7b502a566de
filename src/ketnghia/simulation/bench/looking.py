"""The people who look at screens while they are measured, and what each of them can see."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.test import Client

from ketnghia.accounts.models import User
from ketnghia.agreements.models import Agreement, Party
from ketnghia.units.models import Unit

SOME = 5


@dataclass(frozen=True)
class Looker:
    """One person: how figures name them, and a browser they are signed in with."""

    called: str
    user: User

    @cached_property
    def client(self) -> Client:
        client = Client(SERVER_NAME="127.0.0.1")
        client.force_login(self.user)
        return client

    @cached_property
    def unit(self) -> Unit:
        return self.user.seats.get().unit

    @cached_property
    def papers(self) -> list[Agreement]:
        found = Agreement.objects.visible_to(self.user).filter(signed_on__isnull=False)
        return list(found.order_by("-signed_on", "-pk")[:SOME])

    @cached_property
    def pairs(self) -> list[tuple[int, int]]:
        """Two parties of each paper: the relations to open."""
        parties = {
            paper.pk: list(Party.objects.filter(agreement=paper).values_list("unit", flat=True)[:2])
            for paper in self.papers
        }
        return [(units[0], units[1]) for units in parties.values()]

    def some(self, found: QuerySet[Any]) -> list[int]:
        return list(found.values_list("pk", flat=True)[:SOME])


def lookers() -> list[Looker]:
    """A province's officer, a commune's secretary and the centre's reader."""
    people = (("tỉnh", "mp-tinh"), ("xã", "mp-xa"), ("trung ương", "mp-trung-uong"))
    return [Looker(called, User.objects.get(username=name)) for called, name in people]
