"""Setting who hosts after whom for a paper or a series, and changing it."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.agreements.chains import chains
from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.models import Series
from ketnghia.journal.reasons import delete_because, save_because
from ketnghia.rotations.ledger_reading import ledger_of
from ketnghia.rotations.ledgers import Ledger
from ketnghia.rotations.models import Rotation, RotationPlace, TurnDecision
from ketnghia.rotations.turns import YEAR_END
from ketnghia.units.lines import lineages
from ketnghia.units.models import Unit

FEWEST, MOST = 2, 5


def rotation_of_paper(agreement: Agreement) -> Rotation | None:
    """The order of a paper: its own, or that of the paper it renewed or was renewed by."""
    chain = chains([agreement.pk])[agreement.pk]
    return Rotation.objects.filter(agreement__in=chain).first()


@transaction.atomic
def set_order(  # noqa: PLR0913 - an order with its rhythm
    *,
    hosts: Sequence[Unit],
    since: int,
    every: int | None = 1,
    due: tuple[int, int] = YEAR_END,
    agreement: Agreement | None = None,
    series: Series | None = None,
    by: User | None = None,
) -> Rotation:
    """Begin the ledger of a paper or a series: who hosts after whom, how often, by which day."""
    _refuse_second(agreement, series)
    _refuse_wrong_hosts(hosts, agreement, by)
    month, day = due
    rotation = Rotation(
        agreement=agreement, series=series, since=since, every=every, due_month=month, due_day=day
    )
    rotation.full_clean(validate_constraints=False)
    rotation.save()
    for order, unit in enumerate(hosts, start=1):
        RotationPlace.objects.create(rotation=rotation, unit=unit, order=order)
    return rotation


def _refuse_second(agreement: Agreement | None, series: Series | None) -> None:
    if agreement and rotation_of_paper(agreement):
        raise ValidationError(_("Văn bản này đã có sổ luân phiên. Sửa thứ tự ở sổ đó."))
    if series and Rotation.objects.filter(series=series).exists():
        raise ValidationError(_("Chuỗi này đã có sổ luân phiên. Sửa thứ tự ở sổ đó."))


def _refuse_wrong_hosts(
    hosts: Sequence[Unit], agreement: Agreement | None, by: User | None
) -> None:
    if not FEWEST <= len(hosts) <= MOST:
        raise ValidationError(_("Một vòng luân phiên có từ hai đến năm đơn vị."))
    lines = lineages({unit.pk for unit in hosts})
    for place, unit in enumerate(hosts):
        if any(unit.pk in lines[other.pk] for other in hosts[:place]):
            raise ValidationError(_("%(unit)s đứng hai lần. Mỗi đơn vị một lượt.") % {"unit": unit})
    if agreement:
        _refuse_strangers(hosts, agreement)
    if by and not Unit.objects.run_by(by).filter(pk__in=[unit.pk for unit in hosts]).exists():
        raise ValidationError(_("Một trong các bên phải là đơn vị của đồng chí."))


def _refuse_strangers(hosts: Sequence[Unit], agreement: Agreement) -> None:
    lines = lineages(set(agreement.parties.values_list("unit", flat=True)))
    for unit in hosts:
        if not any(unit.pk in line for line in lines.values()):
            raise ValidationError(
                _("%(unit)s không ký văn bản này. Chọn một bên ký.") % {"unit": unit}
            )


@transaction.atomic
def change_order(  # noqa: PLR0913 - an order with its rhythm
    rotation: Rotation,
    *,
    hosts: Sequence[Unit],
    since: int,
    every: int | None = 1,
    due: tuple[int, int] = YEAR_END,
    why: str = "",
    by: User | None = None,
) -> Rotation:
    """Change who hosts after whom. What was held stays told; another order holds from now on.

    Who joins comes into the round, who leaves is asked no more; where those who stay change
    places, the order begins anew with the next turn, led by the first of the list.
    """
    _refuse_wrong_hosts(hosts, rotation.agreement, by)
    ledger = ledger_of(rotation)
    year = ledger.next.year if ledger.next else since
    kept = _set_places(ledger, hosts, year)
    if kept and since == rotation.since:
        since = max(since, year)
    rotation.since, rotation.every = since, every
    rotation.due_month, rotation.due_day = due
    rotation.full_clean(validate_constraints=False)
    save_because(rotation, why)
    return rotation


def _set_places(ledger: Ledger, hosts: Sequence[Unit], year: int) -> bool:
    """Write the places; whether those who stay have changed places among themselves."""
    rotation = ledger.rotation
    before = [place.unit_id for place in ledger.places]
    known = {place.unit_id: place for place in rotation.places.all()}
    is_begun = bool(ledger.told.turns)
    for place in known.values():
        if place.unit_id not in {unit.pk for unit in hosts}:
            _leave(place, year, is_begun=is_begun)
    for order, unit in enumerate(hosts, start=1):
        place = known.get(unit.pk) or RotationPlace(rotation=rotation, unit=unit)
        is_back = place.pk and place.left is not None
        if is_begun and (not place.pk or is_back):
            place.joined = year
        place.order, place.left = order, None
        place.save()
    stayed = [unit.pk for unit in hosts if unit.pk in before]
    return stayed != [unit for unit in before if unit in stayed]


def _leave(place: RotationPlace, year: int, *, is_begun: bool) -> None:
    if not is_begun and not TurnDecision.objects.filter(place=place).exists():
        place.delete()
        return
    place.left = place.left or year
    place.save(update_fields=["left"])


@transaction.atomic
def close_ledger(rotation: Rotation, *, why: str) -> None:
    """Give the order up: nobody is in turn any more; the exchanges stay as they are."""
    delete_because(rotation, why)


@transaction.atomic
def carry_over(agreement: Agreement) -> None:
    """The order of a renewed paper goes on under the paper that follows it."""
    rotation = rotation_of_paper(agreement)
    if rotation and rotation.agreement_id != agreement.pk:
        rotation.agreement = agreement
        rotation.save(update_fields=["agreement"])
