"""Who sits where, and whose papers a seat opens."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from enum import IntEnum
from functools import reduce
from operator import or_
from time import monotonic
from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.lookups import IsNull
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import Invitation, User


class Reach(models.Model):
    """Whose papers a seat in `holder` opens: a cache over standings and successions.

    Downwards through the tree, and back through successions: who runs Ninh Bình's union reaches
    Hà Nam's and all that stood under it. Rebuilt by `rebuild_reach`; a test compares.
    """

    holder = models.ForeignKey("Unit", models.CASCADE, related_name="reaches")
    unit = models.ForeignKey("Unit", models.CASCADE, related_name="reached_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "holder"], name="reach_once"),
        ]
        indexes = [models.Index(fields=["holder", "unit"], name="reach_of_a_holder")]

    def __str__(self) -> str:
        return f"{self.holder_id} → {self.unit_id}"


class SeatQuerySet(models.QuerySet["Seat"]):
    """Questions about seats."""

    def held_on(self, day: date) -> Self:
        return self.filter(
            Q(valid_until__isnull=True) | Q(valid_until__gte=day), valid_from__lte=day
        )

    def of(self, user: User) -> Self:
        """The seats a user holds today."""
        return self.filter(user_id=user.pk).held_on(localdate())


class Seat(models.Model):
    """What a person may do in a unit, from one day to another."""

    class Role(models.TextChoices):
        READER = "reader", _("Người đọc")
        OFFICER = "officer", _("Cán bộ nhập liệu")
        LEADER = "leader", _("Lãnh đạo duyệt")
        ADMINISTRATOR = "administrator", _("Quản trị của đơn vị")

    RUNNING = (Role.OFFICER, Role.LEADER, Role.ADMINISTRATOR)
    SIGNING = (Role.LEADER, Role.ADMINISTRATOR)

    user = models.ForeignKey(User, models.CASCADE, related_name="seats")
    unit = models.ForeignKey("Unit", models.CASCADE, related_name="seats")
    role = models.CharField(_("vai trò"), max_length=15, choices=Role)
    valid_from = models.DateField(_("từ ngày"), default=localdate)
    valid_until = models.DateField(_("đến hết ngày"), null=True, blank=True)

    objects = SeatQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["valid_from", "pk"]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()} · {self.unit}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        if (remembered := _remembered.get()) is not None:
            remembered.clear()


_remembered: ContextVar[dict[int, list[tuple[int, str]]] | None] = ContextVar(
    "seats_remembered", default=None
)


@contextmanager
def seats_remembered() -> Iterator[None]:
    """Within this, each person's seats are read once; outside of it they are asked every time."""
    before = _remembered.set({})
    try:
        yield
    finally:
        _remembered.reset(before)


def held_by(user: User, *, roles: Collection[str] = ()) -> list[int]:
    """Keys of the units a person sits in today (with a seat of these roles).

    Conditions name them to the database: it then knows how much a seat reaches, and chooses by it
    where to begin, which no subquery over seats would tell.
    """
    remembered = _remembered.get()
    seats = None if remembered is None else remembered.get(user.pk)
    if seats is None:
        seats = list(Seat.objects.of(user).order_by("pk").values_list("unit", "role"))
        if remembered is not None:
            remembered[user.pk] = seats
    return sorted({unit for unit, role in seats if not roles or role in roles})


class SeatOffer(models.Model):
    """The seat an invited person gets when the invitation is accepted."""

    invitation = models.OneToOneField(Invitation, models.CASCADE, related_name="seat_offer")
    unit = models.ForeignKey("Unit", models.CASCADE, related_name="seat_offers")
    role = models.CharField(_("vai trò"), max_length=15, choices=Seat.Role)

    def __str__(self) -> str:
        return f"{self.invitation} · {self.get_role_display()} · {self.unit}"


class Breadth(IntEnum):
    """How much a person's seats reach: a commune, whole provinces, the country."""

    FEW = 0
    MANY = 500
    COUNTRY = 20_000


KNOWN_FOR = 300  # seconds
HINTS = True  # tests count questions: they do without
_known: dict[int, tuple[float, Breadth]] = {}


def breadth_of(user: User) -> Breadth:
    """A hint how to ask for what a person may read, kept for some minutes.

    It never decides what is found: only whether the database starts from what the seats reach, or
    from the newest records (docs/operating.md).
    """
    until, known = _known.get(user.pk, (0.0, Breadth.FEW))
    if monotonic() < until or not HINTS:
        return known
    reached = all_reached(user)
    wider = (one for one in (Breadth.COUNTRY, Breadth.MANY) if reached[one : one + 1].exists())
    known = next(wider, Breadth.FEW)
    _known[user.pk] = (monotonic() + KNOWN_FOR, known)
    return known


def all_reached(user: User, *, roles: Collection[str] = ()) -> QuerySet[Reach, int]:
    """Keys of every unit a person reaches (with a seat of these roles), to start from."""
    held = held_by(user, roles=roles)
    return Reach.objects.filter(holder__in=held).order_by().values_list("unit", flat=True)


def one_by_one(rows: QuerySet[Any]) -> IsNull:
    """Condition of a row: there is one of these, looked up for this row alone.

    A scalar look-up, as `reached_from`: from an `Exists` beside another PostgreSQL gathers
    everything first.
    """
    return IsNull(Subquery(rows.order_by().values("pk")[:1]), rhs=False)


def opened_by(holders: Collection[int], *, at: str) -> Exists:
    """Condition of a row: one of these units reaches the unit it names at this path.

    Asked row by row, so the centre's seat that reaches every unit costs no long list
    (docs/decisions/0002-tree-through-time.md).
    """
    return Exists(Reach.objects.filter(unit=OuterRef(at), holder__in=holders))


def reached_from(holders: Collection[int]) -> IsNull:
    """Condition of a unit: one of these reaches it.

    A scalar look-up: PostgreSQL would join all that is reached before it takes the first page.
    """
    reached = Reach.objects.filter(unit=OuterRef("pk"), holder__in=holders)
    return IsNull(Subquery(reached.values("pk")[:1]), rhs=False)


def may_read(user: User, *, at: str = "unit") -> Exists:
    """Condition of a row: the user may read the papers of the unit it names."""
    return opened_by(held_by(user), at=at)


def may_read_any(user: User, *paths: str) -> Exists:
    """Condition of a row: the user may read the papers of one of the units it names at these paths.

    One look-up a row: of several beside each other PostgreSQL gathers all that each of them finds.
    """
    named = reduce(or_, (Q(unit=OuterRef(path)) for path in paths))
    return Exists(Reach.objects.filter(named, holder__in=held_by(user)))


def may_run(user: User, *, at: str = "unit") -> Exists:
    """Condition of a row: the user may change the papers of the unit it names."""
    return opened_by(held_by(user, roles=Seat.RUNNING), at=at)


def may_sign_off(user: User, *, at: str = "unit") -> Exists:
    """Condition of a row: the user signs off for the unit it names."""
    return opened_by(held_by(user, roles=Seat.SIGNING), at=at)
