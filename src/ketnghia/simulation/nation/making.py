"""The whole nation in one call: everything of product.md §6, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Model, QuerySet
from django.utils.timezone import localdate

from ketnghia.accounts.models import User
from ketnghia.activities.models import Activity
from ketnghia.activities.operations import load_indicators
from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.models import Exchange
from ketnghia.simulation.nation.bulk import Table
from ketnghia.simulation.nation.deeds import Deeds
from ketnghia.simulation.nation.honours import Honours
from ketnghia.simulation.nation.land import CENTRE_CODE, Land, read_land
from ketnghia.simulation.nation.meetings import KINDS, Meetings
from ketnghia.simulation.nation.pace import Pace, Say
from ketnghia.simulation.nation.papers import Papers
from ketnghia.simulation.nation.people import LOOKING, Heads, make_people, make_users
from ketnghia.simulation.nation.promises import Wish
from ketnghia.simulation.nation.rounds import Rounds
from ketnghia.simulation.nation.units import simulate_units
from ketnghia.vietnamese.numbers import grouped

PAPERS = 5_000
A_YEAR = 200_000  # exchanges and activities
YEARS = 3
MEETINGS_WITHOUT_PAPER = 0.02
COMING = 0.002
MADE = "mp-"  # usernames of made-up people begin so


class Nation:
    """Makes the country; the same scale, seed and day give the same country."""

    def __init__(
        self,
        *,
        scale: float,
        seed: int,
        today: date | None,
        say: Say,
        password: str = "",
        reviewed: str = CENTRE_CODE,
    ) -> None:
        self.scale, self.seed, self.say, self.password = scale, seed, say, password
        self.reviewed = reviewed
        self.today = today or localdate()
        self.first = self.today - timedelta(days=365 * YEARS - 1)

    def make(self) -> None:
        """Everything, each stage a transaction of its own; who signs in may do so at the end."""
        self.say("đơn vị")
        simulate_units(scale=self.scale, seed=self.seed, say=self.say)
        load_indicators()
        land = read_land()
        self.say("nhân sự, người dùng")
        with transaction.atomic():
            heads = make_people(land, self.seed)
            users = make_users(land, self.seed, password=self.password)
        wishes = self._papers(land, heads)
        number = round(A_YEAR * YEARS * self.scale)
        met = self._meetings(land, heads, users, wishes, number)
        self._deeds(land, users, wishes, number - met)
        self._honours(land, heads, users)
        self._analyse()
        self._rounds(land, users)
        self._analyse()
        User.objects.filter(username__startswith=MADE).update(is_active=True)

    def _rounds(self, land: Land, users: dict[int, int]) -> None:
        self.say("các đợt sơ kết")
        rounds = Rounds(self.reviewed, land, users, seed=self.seed, today=self.today)
        self.say(f"{grouped(rounds.write())} báo cáo sơ kết")

    def _analyse(self) -> None:
        self.say("thống kê của cơ sở dữ liệu")
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def _honours(self, land: Land, heads: Heads, users: dict[int, int]) -> None:
        honours = Honours(land, heads, users, self.seed, first=self.first, today=self.today)
        with _writing(honours):
            self.say(f"{grouped(honours.write())} lượt khen")

    def _papers(self, land: Land, heads: Heads) -> list[Wish]:
        number = round(PAPERS * self.scale)
        self.say(f"{grouped(number)} văn bản, cam kết, việc phải làm")
        papers = Papers(land, heads, self.seed, first=self.first, today=self.today)
        with _writing(papers):
            papers.write(number)
        return papers.promises.wishes

    def _meetings(
        self, land: Land, heads: Heads, users: dict[int, int], wishes: list[Wish], number: int
    ) -> int:
        """Returns how many took place inside the years that are made."""
        wanted = [wish for wish in wishes if wish.kind in KINDS]
        free = round(number * MEETINGS_WITHOUT_PAPER)
        pace = Pace("cuộc giao lưu", len(wanted) + free, self.say)
        meetings = Meetings(land, heads, users, self.seed, self.today)
        with _writing(meetings):
            for wish in wanted:
                meetings.write_for(wish)
                pace.step()
            for _ in range(free):
                meetings.write_free(self.first)
                pace.step()
            for _ in range(round(number * COMING)):
                meetings.write_coming()
        return len(wanted) + free

    def _deeds(self, land: Land, users: dict[int, int], wishes: list[Wish], number: int) -> None:
        wanted = [wish for wish in wishes if wish.kind not in KINDS]
        deeds = Deeds(land, users, self.seed, first=self.first, today=self.today)
        pace = Pace("hoạt động và số liệu", number, self.say)
        with _writing(deeds):
            for wish in wanted:
                deeds.write_for(wish)
                pace.step()
            for _ in range(len(wanted), number):
                deeds.write_free()
                pace.step()


@contextmanager
def _writing(part: Any) -> Iterator[None]:
    """One transaction in which every table of a part is written to its last row."""
    with transaction.atomic(), ExitStack() as stack:
        tables: list[Table] = part.tables
        for table in tables:
            stack.enter_context(table)
        yield


def is_in_use() -> bool:
    """Whether somebody's own records are here already."""
    own: list[type[Model]] = [User, Agreement, Exchange, Activity]
    return any(QuerySet(model).exists() for model in own)


def is_simulated() -> bool:
    """Whether a made-up country was begun here."""
    return User.objects.filter(username=LOOKING[0]).exists()


def is_finished() -> bool:
    """Whether it was made to its end: until then nobody of it may sign in."""
    return User.objects.filter(username=LOOKING[0], is_active=True).exists()
