"""A unit's own forms of honour, and which of the others it uses."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.commendations.models import DossierItem, Honour
from ketnghia.units.models import Unit

# Own forms stand behind the national ones of their tier.
OWN_RANKS = {"state": 19, "central": 48, "provincial": 68, "upper_base": 98}


@transaction.atomic
def write_honour(  # noqa: PLR0913 - a form with its facts
    honour: Honour | None = None,
    *,
    owner: Unit,
    name: str,
    wording: str = "",
    tier: str,
    for_whom: str,
    votes_needed: int = 50,
    is_once: bool = False,
    note: str = "",
    dossier: Sequence[tuple[str, int]] = (),
    by: User,
) -> Honour:
    """Add or mend a form of honour of a unit's own, with the papers a nomination needs."""
    if not Unit.objects.run_by(by).filter(pk=owner.pk).exists():
        raise ValidationError({"owner": _("Chỉ thêm được hình thức của đơn vị mình.")})
    made = honour or Honour(owner=owner)
    made.name, made.wording, made.note = name, wording, note
    made.tier, made.for_whom = tier, for_whom
    made.rank, made.is_once, made.votes_needed = OWN_RANKS[tier], is_once, votes_needed
    made.full_clean()
    made.save()
    _write_dossier(made, dossier)
    return made


def _write_dossier(honour: Honour, dossier: Sequence[tuple[str, int]]) -> None:
    """Papers that stay keep what was ticked off of them; those left out go."""
    names = [name for name, _copies in dossier]
    honour.dossier.exclude(name__in=names).delete()
    for order, (name, copies) in enumerate(dossier, start=1):
        DossierItem.objects.update_or_create(
            honour=honour, name=name, defaults={"order": order, "copies": copies}
        )


def switch_honour(honour: Honour, *, unit: Unit, on: bool) -> None:
    """A unit says that it uses a form, or no longer does."""
    if not Honour.objects.known_to(unit).filter(pk=honour.pk).exists():
        raise ValidationError(_("Đơn vị không thuộc nơi dùng hình thức này."))
    honour.switch(unit, on=on)
