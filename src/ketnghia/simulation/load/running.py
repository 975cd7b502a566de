"""A load run: so many people for so long, and afterwards a look at what the database holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from itertools import cycle, islice
from os import getloadavg
from threading import Event, Thread
from time import monotonic
from uuid import uuid4

from django.db import connection
from django.utils.timezone import localdate

from ketnghia.accounts.models import User
from ketnghia.activities.models import Activity, Contribution
from ketnghia.reviews.models import Report
from ketnghia.simulation.bench.measuring import Runs
from ketnghia.simulation.load.browser import Browser
from ketnghia.simulation.load.people import Officer, Person, Reviewer
from ketnghia.simulation.load.server import Server, serving
from ketnghia.units.models import Level, Seat
from ketnghia.vietnamese.numbers import grouped

LOCKED = ("locked", "deadlock", "could not serialize", "traceback")
REVIEWER_PAUSE = 1.0


@dataclass(frozen=True)
class Act:
    """One thing people did: how often, how many a second, how long it took."""

    name: str
    number: int
    rate: float
    p50: float
    p95: float


@dataclass(frozen=True)
class Result:
    """What a run came to. Lost: said to be kept and not there; doubled: there twice."""

    database: str
    seconds: float
    users: int
    reviewers: int
    entered: int
    lost: int
    doubled: int
    wrong_totals: int
    errors: list[str]
    locks: list[str]
    load: float
    acts: list[Act] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.doubled or self.wrong_totals or self.errors or self.locks)

    def plain(self) -> dict[str, object]:
        return asdict(self) | {"is_clean": self.is_clean}

    def lines(self) -> list[str]:
        """For the screen."""
        head = (
            f"{self.database}: {self.users} người nhập, {self.reviewers} người tổng hợp,"
            f" {self.seconds:.0f} giây, máy bận {self.load:.1f}"
        )
        acts = [
            f"  {act.name:<18} {grouped(act.number):>7} lần  {act.rate:7.1f} mỗi giây"
            f"  giữa {act.p50:8.1f} ms  p95 {act.p95:8.1f} ms"
            for act in self.acts
        ]
        tail = (
            f"  đã ghi {grouped(self.entered)}; mất {self.lost}; trùng {self.doubled};"
            f" tổng sai {self.wrong_totals}; lỗi {len(self.errors)}; báo khóa {len(self.locks)}"
        )
        return [head, *acts, tail, *self.errors[:5], *self.locks[:5]]


def run_load(*, users: int, reviewers: int, seconds: float, pause: float) -> Result:
    """Let them work at once against the server; what they wrote is taken away afterwards."""
    mark = f"Đo tải {uuid4().hex[:8]}"
    stop = Event()
    with serving() as server:
        try:
            until = monotonic() + seconds
            people = _people(server, mark, users, reviewers, pause=pause, until=until, stop=stop)
            started = monotonic()
            _let_work(people, stop)
            return _result(people, server, mark, monotonic() - started)
        finally:
            stop.set()
            Activity.objects.filter(title__startswith=mark).delete()


def _people(  # noqa: PLR0913 - a run with all its facts
    server: Server,
    mark: str,
    users: int,
    reviewers: int,
    *,
    pause: float,
    until: float,
    stop: Event,
) -> list[Person]:
    today = f"{localdate():%d/%m/%Y}"
    officers = [
        Officer(Browser(user, server.port), f"{mark} {number}", pause, until, stop,
                day=today, organiser=unit)
        for number, (user, unit) in enumerate(islice(cycle(_officers()), users), start=1)
    ]  # fmt: skip
    rolling = [
        Reviewer(Browser(user, server.port), f"{mark} R{number}", REVIEWER_PAUSE, until, stop,
                 report=report)
        for number, (user, report) in enumerate(islice(cycle(_reviewers()), reviewers), start=1)
    ]  # fmt: skip
    return [*officers, *rolling]


def _officers() -> list[tuple[User, int]]:
    """Who enters: officers of communes, each for their own unit."""
    seats = Seat.objects.held_on(localdate()).filter(
        role__in=Seat.RUNNING, unit__standings__level=Level.UPPER_BASE
    )
    found = seats.select_related("user").order_by("pk")[:500]
    return [(seat.user, seat.unit_id) for seat in {seat.user_id: seat for seat in found}.values()]


def _reviewers() -> list[tuple[User, int]]:
    """Who rolls up: whoever runs a unit with an open report above others."""
    reports = dict(
        Report.objects.filter(
            state__in=Report.WRITABLE, level=Level.PROVINCIAL, children__isnull=False
        )
        .order_by("pk")
        .values_list("unit_id", "pk")
    )
    seats = Seat.objects.held_on(localdate()).filter(role__in=Seat.RUNNING, unit__in=reports)
    found = seats.select_related("user").order_by("pk")
    return [(seat.user, reports[seat.unit_id]) for seat in found]


def _let_work(people: Sequence[Person], stop: Event) -> None:
    threads = [Thread(target=person.run, daemon=True) for person in people]
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        stop.set()


def _result(people: Sequence[Person], server: Server, mark: str, seconds: float) -> Result:
    entered = {title: one for person in people for title, one in person.seen.entered.items()}
    titles = list(Activity.objects.filter(title__startswith=mark).values_list("title", flat=True))
    return Result(
        database=connection.vendor,
        seconds=round(seconds, 1),
        users=sum(isinstance(person, Officer) for person in people),
        reviewers=sum(isinstance(person, Reviewer) for person in people),
        entered=len(entered),
        lost=len(entered.keys() - set(titles)),
        doubled=len(titles) - len(set(titles)),
        wrong_totals=_wrong_totals(mark, entered),
        errors=[error for person in people for error in person.seen.errors],
        locks=server.complaints(*LOCKED),
        load=getloadavg()[0],
        acts=_acts(people, seconds),
    )


def _wrong_totals(mark: str, entered: dict[str, int]) -> int:
    """Entries whose line in the ledger is not what was typed."""
    lines = Contribution.objects.filter(figure__activity__title__startswith=mark)
    kept: dict[str, int] = {}
    for title, value in lines.values_list("figure__activity__title", "value"):
        kept[title] = kept.get(title, 0) + int(value or 0)
    return sum(kept.get(title) != number for title, number in entered.items())


def _acts(people: Sequence[Person], seconds: float) -> list[Act]:
    taken: dict[str, list[float]] = {}
    for person in people:
        for name, some in person.seen.taken.items():
            taken.setdefault(name, []).extend(some)
    return [
        Act(name, len(some), round(len(some) / seconds, 1), Runs(some).p50, Runs(some).p95)
        for name, some in taken.items()
    ]
