"""Good practices: written down where they are heard, taken over by others."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.exchanges.models import Adoption, Exchange, Practice, Site
from ketnghia.units.models import Unit, searchable
from ketnghia.vietnamese.text import sort_key


@transaction.atomic
def write_practice(
    practice: Practice | None = None,
    *,
    name: str,
    home_unit: Unit,
    what: str = "",
    heard_at: Exchange | None = None,
    site: Site | None = None,
) -> Practice:
    """Write a practice down, or mend it."""
    practice = practice or Practice()
    practice.name, practice.what, practice.home_unit = name, what, home_unit
    practice.heard_at, practice.site = heard_at, site
    practice.search_text = searchable([name, home_unit.name])
    practice.sort_key = sort_key(name)[:900]
    practice.save()
    return practice


@transaction.atomic
def take_over(
    practice: Practice, *, unit: Unit, since: date, result: str = "", by: User | None
) -> Adoption:
    """Say that a unit of one's own works this way now."""
    if by and not Unit.objects.run_by(by).filter(pk=unit.pk).exists():
        raise ValidationError({"unit": _("Chọn một đơn vị của đồng chí.")})
    if unit.pk in practice.home_unit.lineage_ids():
        raise ValidationError({"unit": _("Mô hình này vốn của đơn vị đó.")})
    if practice.adoptions.filter(unit=unit).exists():
        raise ValidationError({"unit": _("Đơn vị này đã ghi học theo rồi. Sửa dòng đã có.")})
    if since > localdate():
        raise ValidationError({"since": _("Ngày bắt đầu chưa tới.")})
    return Adoption.objects.create(practice=practice, unit=unit, since=since, result=result)
