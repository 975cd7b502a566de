"""Campaigns by name and days."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ketnghia.activities.models import Campaign
from ketnghia.vietnamese.text import fold


@transaction.atomic
def write_campaign(
    campaign: Campaign | None = None,
    *,
    name: str,
    begins_on: date | None = None,
    ends_on: date | None = None,
) -> Campaign:
    """Add a campaign or mend one; a name stands once, however it is written."""
    if begins_on and ends_on and ends_on < begins_on:
        raise ValidationError({"ends_on": _("Ngày kết thúc phải sau ngày bắt đầu.")})
    made = campaign or Campaign()
    if Campaign.objects.filter(folded=fold(name)).exclude(pk=made.pk).exists():
        raise ValidationError({"name": _("Chiến dịch này đã có. Sửa dòng đã có.")})
    made.name, made.folded = name, fold(name)
    made.begins_on, made.ends_on = begins_on, ends_on
    made.save()
    return made
