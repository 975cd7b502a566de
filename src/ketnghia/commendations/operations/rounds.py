"""Opening a round of commendation, changing it, and its quotas."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.activities.models import Campaign
from ketnghia.commendations.models import AwardRound, Honour, Quota
from ketnghia.commendations.taken import limits
from ketnghia.units.models import Unit


@transaction.atomic
def open_round(  # noqa: PLR0913 - a round with all its facts
    *,
    unit: Unit,
    title: str,
    first: date,
    last: date,
    due_on: date,
    honours: Iterable[Honour],
    collectives: int | None = None,
    people: int | None = None,
    campaign: Campaign | None = None,
    note: str = "",
    by: User | None,
) -> AwardRound:
    """Open a round; `collectives` and `people` are what each unit may put forward for an honour."""
    made = AwardRound(
        unit=unit, title=title, first=first, last=last, due_on=due_on, campaign=campaign,
        note=note, opened_by=by,
    )  # fmt: skip
    _refuse_days(first, last, due_on)
    made.validate_constraints()
    made.save()
    given = list(honours)
    made.honours.set(given)
    allowed = {honour.pk: honour for honour in given}
    for quota in limits(allowed, collectives, people):
        if allowed[quota.honour_id].allows(quota.kind):
            quota.round = made
            quota.save()
    return made


@transaction.atomic
def change_round(  # noqa: PLR0913 - a round with all its facts
    made: AwardRound,
    *,
    title: str,
    first: date,
    last: date,
    due_on: date,
    honours: Iterable[Honour],
    campaign: Campaign | None = None,
    note: str = "",
) -> AwardRound:
    """Say otherwise what the round is about; an honour that is nominated for stays."""
    made.refuse_closed()
    _refuse_days(first, last, due_on)
    given = list(honours)
    kept = {honour.pk for honour in given}
    used = made.nominations.exclude(honour__in=kept).select_related("honour").first()
    if used:
        words = {"honour": used.honour.name}
        raise ValidationError(
            {"honours": _("Đã có đề nghị %(honour)s trong đợt, không bỏ được.") % words}
        )
    made.title, made.first, made.last, made.due_on = title, first, last, due_on
    made.campaign, made.note = campaign, note
    made.validate_constraints()
    made.save()
    made.honours.set(given)
    made.quotas.exclude(honour__in=kept).delete()
    return made


def _refuse_days(first: date, last: date, due_on: date) -> None:
    if last < first:
        raise ValidationError({"last": _("Ngày cuối phải sau ngày đầu.")})
    if due_on < first:
        raise ValidationError({"due_on": _("Hạn đề nghị phải sau ngày đầu của kỳ thành tích.")})


def write_quota(  # noqa: PLR0913 - a quota with all its facts
    quota: Quota,
    *,
    honour: Honour,
    kind: str,
    scope: str,
    unit: Unit | None = None,
    number: int | None = None,
    percent: int | None = None,
) -> Quota:
    """Set how many a round takes; refusals name the field that has to be mended."""
    quota.round.refuse_closed()
    if not honour.allows(kind):
        words = {"honour": honour.name, "kind": honour.get_for_whom_display()}
        raise ValidationError({"kind": _("%(honour)s: %(kind)s.") % words})
    if scope == Quota.Scope.ONE and unit is None:
        raise ValidationError({"unit": _("Chọn đơn vị khi đặt riêng cho một đơn vị.")})
    if (number is None) == (percent is None):
        raise ValidationError({"number": _("Ghi số tối đa hoặc tỷ lệ phần trăm, một trong hai.")})
    if percent is not None and scope != Quota.Scope.WHOLE:
        raise ValidationError({"percent": _("Tỷ lệ phần trăm chỉ đặt cho cả đợt.")})
    quota.honour, quota.kind, quota.scope = honour, kind, scope
    quota.unit = unit if scope == Quota.Scope.ONE else None
    quota.number, quota.percent = number, percent
    quota.validate_constraints()
    quota.save()
    return quota
