"""What was agreed becomes owed: minutes, their points, and what follows an exchange."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.agreements.drafting import promise
from ketnghia.agreements.models import Agreement, AgreementQuerySet, Commitment, Party
from ketnghia.agreements.states import AgreementState
from ketnghia.exchanges.models import AgreedPoint, Exchange, FollowUp, Minutes
from ketnghia.people.operations import person_named

OPEN = {
    AgreementState.DRAFT,
    AgreementState.SIGNED,
    AgreementState.IN_FORCE,
    AgreementState.SIGNATORY_ENDED,
}


@transaction.atomic
def write_minutes(
    exchange: Exchange, *, on: date, text: str = "", points: Sequence[str] = ()
) -> Minutes:
    """Write the minutes; points that became commitments stay, the others are as given."""
    if exchange.state == Exchange.State.CANCELLED:
        raise ValidationError(_("Cuộc này đã hủy, không ghi biên bản."))
    if on < exchange.begins_on:
        raise ValidationError({"on": _("Biên bản không thể lập trước ngày gặp.")})
    if on > localdate():
        raise ValidationError({"on": _("Ngày lập biên bản chưa tới.")})
    if not text and not points:
        raise ValidationError(
            {"points": _("Ghi nội dung làm việc hoặc ít nhất một điều thống nhất.")}
        )
    minutes, _is_new = Minutes.objects.update_or_create(
        exchange=exchange, defaults={"on": on, "text": text}
    )
    _set_points(minutes, list(dict.fromkeys(points)))
    return minutes


def _set_points(minutes: Minutes, wordings: list[str]) -> None:
    kept = {point.wording: point for point in minutes.points.all() if point.commitment_id}
    loose = {point.wording: point for point in minutes.points.all() if not point.commitment_id}
    for wording in wordings:
        if wording not in kept and wording not in loose:
            loose[wording] = AgreedPoint.objects.create(minutes=minutes, wording=wording)
    for wording, point in loose.items():
        if wording not in wordings:
            point.delete()
    order = [*kept.values(), *(loose[wording] for wording in wordings if wording in loose)]
    for place, point in enumerate(order, start=1):
        if point.order != place:
            point.order = place
            point.save(update_fields=["order"])


def papers_between(exchange: Exchange) -> AgreementQuerySet:
    """Papers that any two of those who met signed with each other, whatever they are called."""
    sides = [part.unit.lineage_ids() for part in exchange.participations.select_related("unit")]
    found = Q(pk=exchange.agreement_id)
    for one, other in combinations(sides, 2):
        found |= Q(pk__in=Agreement.objects.between(one, other).values("pk"))
    return Agreement.objects.filter(found).order_by("-signed_on", "pk")


def papers_for(exchange: Exchange, by: User) -> list[Agreement]:
    """Those a new promise may stand in: the person's to change, living or in draft; own first."""
    mine = papers_between(exchange).filter(pk__in=Agreement.objects.editable_by(by))
    living = [paper for paper in mine.with_parts() if paper.state_on() in OPEN]
    return sorted(
        living, key=lambda paper: (paper.pk != exchange.agreement_id, not paper.signed_on)
    )


@transaction.atomic
def promise_point(  # noqa: PLR0913 - a promise with its fields
    point: AgreedPoint,
    *,
    agreement: Agreement,
    wording: str,
    area: str,
    rhythm: str,
    who: str,
    where: str,
    ways: Sequence[tuple[str, str, int | None]],
    side: Party | None = None,
    due_on: date | None = None,
) -> Commitment:
    """Make an agreed point a commitment of a paper; in a signed paper its duties open at once."""
    if point.commitment_id:
        raise ValidationError(_("Điều này đã thành cam kết rồi."))
    if not point.minutes.exchange.has_happened:
        raise ValidationError(_("Ghi cuộc giao lưu là đã tổ chức rồi mới đưa vào văn bản."))
    if side and side.agreement_id != agreement.pk:
        raise ValidationError({"side": _("Chọn một bên của văn bản này.")})
    point.commitment = promise(
        agreement,
        wording=wording,
        area=area,
        rhythm=rhythm,
        who=who,
        where=where,
        ways=ways,
        side=side,
        due_on=due_on,
    )
    point.save(update_fields=["commitment"])
    return point.commitment


@transaction.atomic
def follow_up(exchange: Exchange, *, what: str, due_on: date, person: str = "") -> FollowUp:
    """Write down what has to be done after, by whom and by when."""
    if exchange.state == Exchange.State.CANCELLED:
        raise ValidationError(_("Cuộc này đã hủy."))
    return FollowUp.objects.create(
        exchange=exchange,
        what=what,
        due_on=due_on,
        person=person_named(person) if person else None,
    )
