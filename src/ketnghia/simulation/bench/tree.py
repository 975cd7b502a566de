"""What the tree through time costs: the figures of `ketnghia bench`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from ketnghia.accounts.models import User
from ketnghia.agreements.models import Agreement, Party
from ketnghia.simulation.bench.looking import lookers
from ketnghia.simulation.bench.measuring import Figure, timed
from ketnghia.units.models import Level, Unit
from ketnghia.units.operations import found, rebuild_reach, succeed, undo_succession

TODAY, BEFORE = date(2026, 1, 1), date(2020, 1, 1)
PAGE = 50


def figures(_runs: int) -> Iterator[Figure]:
    """Every figure of the tree; needs a simulated country with its papers."""
    centre = Unit.objects.get(code="vn-centre")
    new = Unit.objects.get(name="Tỉnh đoàn Ninh Bình", ended_on=None)
    old = Unit.objects.get(name="Tỉnh đoàn Hà Nam")
    below = Unit.objects.below
    yield _count("cây dưới một tỉnh, hôm nay", below(new, on=TODAY), 60)
    yield _count("cây dưới một tỉnh, năm 2020", below(old, on=BEFORE), 60)
    yield _count("cây cả nước, hôm nay", below(centre, on=TODAY), 500)
    for who in lookers():
        yield from _visibility(who.called, who.user)
    for words in ("ha nam", "chi doan thon 7 lai chau"):
        yield _page(f"tìm không dấu «{words}»", Unit.objects.ranked(words)[:12], 60)
    yield from _changes(new)


def _visibility(where: str, user: User) -> Iterator[Figure]:
    units = Unit.objects.visible_to(user).order_by("sort_key")
    papers = Agreement.objects.visible_to(user)
    parties = Party.objects.filter(unit__in=Unit.objects.visible_to(user))
    yield _page(f"ghế {where}: một trang đơn vị", units[:PAGE], 10)
    yield _page(f"ghế {where}: một trang văn bản", papers.order_by("-signed_on")[:PAGE], 10)
    yield _count(f"ghế {where}: đếm đơn vị", units, 150)
    yield _count(f"ghế {where}: đếm văn bản", papers, 60)
    yield _count(f"ghế {where}: đếm bên ký", parties, 60)
    one = Unit.objects.visible_to(user).filter(pk=user.seats.get().unit_id)
    yield Figure(f"ghế {where}: xem được một đơn vị", timed(one.exists), 5)


def _changes(parent: Unit) -> Iterator[Figure]:
    commune = Unit.objects.below(parent, on=TODAY).filter(code__startswith="vn-new-c-")[0]
    name = "Chi đoàn đo thử"
    yield Figure("lập một đơn vị", timed(partial(_undone, _found, commune, name)), 20)
    yield Figure("ghi một tỉnh kết thúc", timed(partial(_undone, _end, parent), times=3), 3000)
    yield Figure("ghi rồi hoàn tác một xã", timed(partial(_undone, _end_and_undo, commune)), 200)
    yield Figure("viết lại phạm vi", timed(rebuild_reach, times=1), 20_000)


def _undone(act: Any, *given: Any) -> None:
    """Do it, then take it back: every run meets the same country."""
    with transaction.atomic():
        act(*given)
        transaction.set_rollback(True)


def _found(parent: Unit, name: str) -> None:
    found(name, level=Level.BASE, parent=parent, on=TODAY)


def _end(unit: Unit) -> None:
    succeed(kind="ended", on=TODAY, legal_basis="đo", predecessors=[unit])


def _end_and_undo(unit: Unit) -> None:
    undo_succession(succeed(kind="ended", on=TODAY, legal_basis="đo", predecessors=[unit]))


def _count(name: str, rows: QuerySet[Any], target: float) -> Figure:
    return Figure(name, timed(rows.count), target)


def _page(name: str, rows: QuerySet[Any], target: float) -> Figure:
    return Figure(name, timed(lambda: list(rows.all())), target)
