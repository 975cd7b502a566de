"""Deciding about turns: skipped, swapped, counted otherwise; each with why, by whom, on what."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.exchanges.models import Exchange
from ketnghia.journal.reasons import delete_because, save_because
from ketnghia.rotations.ledger_reading import ledger_of
from ketnghia.rotations.ledgers import Ledger
from ketnghia.rotations.models import Rotation, RotationPlace, TurnDecision


@transaction.atomic
def skip_turn(  # noqa: PLR0913 - a decision with its grounds
    rotation: Rotation,
    *,
    why: str,
    year: int | None = None,
    decided_by: str = "",
    paper: str = "",
    decided_on: date | None = None,
    by: User | None = None,
) -> TurnDecision:
    """Decide that the one in turn does not host this time; it stays in the ledger with its why."""
    ledger = ledger_of(rotation)
    place, year = _waiting(ledger, year)
    return TurnDecision.objects.create(
        rotation=rotation,
        kind=TurnDecision.Kind.SKIP,
        place=place,
        year=year,
        why=why,
        decided_by=decided_by,
        paper=paper,
        decided_on=_not_ahead(decided_on),
        recorded_by=by,
    )


@transaction.atomic
def swap_turn(  # noqa: PLR0913 - a decision with its grounds
    rotation: Rotation,
    *,
    with_place: RotationPlace,
    why: str,
    decided_by: str = "",
    paper: str = "",
    decided_on: date | None = None,
    by: User | None = None,
) -> TurnDecision:
    """Decide that another hosts in the turn that waits; whoever gave it up comes right after."""
    ledger = ledger_of(rotation)
    place, year = _waiting(ledger, None)
    if with_place not in ledger.places or with_place == place:
        raise ValidationError({"with_place": _("Chọn một bên khác trong vòng luân phiên.")})
    if ledger.swapped:
        raise ValidationError(_("Lượt này đã đổi rồi. Rút quyết định cũ rồi đổi lại."))
    return TurnDecision.objects.create(
        rotation=rotation,
        kind=TurnDecision.Kind.SWAP,
        place=place,
        by_place=with_place,
        year=year,
        why=why,
        decided_by=decided_by,
        paper=paper,
        decided_on=_not_ahead(decided_on),
        recorded_by=by,
    )


def _waiting(ledger: Ledger, year: int | None) -> tuple[RotationPlace, int]:
    """The place in turn, and the year its turn is decided for."""
    place = ledger.next_place
    if ledger.next is None or place is None:
        raise ValidationError(_("Chưa có ai đến lượt. Đặt thứ tự đăng cai trước."))
    if ledger.planned:
        raise ValidationError(
            _("Lượt này đã lên lịch “%(title)s”. Hủy hoặc đổi cuộc đó trước.")
            % {"title": ledger.planned.title}
        )
    if ledger.rotation.every is None:
        return place, ledger.today.year
    year = year or ledger.next.year
    if year not in years_that_wait(ledger):
        raise ValidationError({"year": _("Năm này không chờ lượt nào.")})
    return place, year


def years_that_wait(ledger: Ledger) -> list[int]:
    """First years of the turns nobody held yet, up to the one of today; the first at least."""
    if ledger.next is None:
        return []
    step = ledger.rotation.every or 1
    last = max(ledger.next.year, ledger.rotation.rhythm.period(ledger.today.year))
    return list(range(ledger.next.year, last + 1, step))


def _not_ahead(decided_on: date | None) -> date:
    if decided_on and decided_on > localdate():
        raise ValidationError({"decided_on": _("Ngày quyết định chưa tới.")})
    return decided_on or localdate()


@transaction.atomic
def count_for_turn(  # noqa: PLR0913 - a decision with its grounds
    rotation: Rotation,
    exchange: Exchange,
    *,
    place: RotationPlace | None,
    why: str,
    decided_by: str = "",
    paper: str = "",
    by: User | None = None,
) -> TurnDecision:
    """Say whose turn a meeting used up, or that it used up nobody's; said again, it is mended."""
    if not exchange.has_happened:
        raise ValidationError(_("Cuộc này chưa tổ chức, chưa tính vào lượt nào."))
    if place and place.rotation_id != rotation.pk:
        raise ValidationError({"place": _("Chọn một bên trong vòng luân phiên.")})
    said, _is_new = TurnDecision.objects.get_or_create(
        rotation=rotation,
        exchange=exchange,
        defaults={"kind": TurnDecision.Kind.COUNT, "recorded_by": by, "why": why},
    )
    said.place, said.why, said.decided_by, said.paper = place, why, decided_by, paper
    save_because(said, why)
    return said


@transaction.atomic
def withdraw(decision: TurnDecision, *, why: str) -> None:
    """Take a decision back: the ledger is as if it had not been made; history keeps both."""
    delete_because(decision, why)
