"""Changes to several records of an agreement at once; each is one transaction."""

from __future__ import annotations

from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.agreements.events import DutyCredited, PartyInherited
from ketnghia.agreements.models import (
    Agreement,
    Branch,
    Commitment,
    Duty,
    Evidence,
    Inheritance,
    Party,
)
from ketnghia.agreements.periods import ONE_DAY, Period, periods
from ketnghia.agreements.terms import Counted, Rhythm, Where, Who
from ketnghia.events import publish
from ketnghia.units.models import Unit

# What else a thing counts as: a meeting is also an exchange, any deed is also an activity.
COUNTS_AS = {
    Counted.MEETING: {Counted.EXCHANGE, Counted.ACTIVITY},
    Counted.DELEGATION: {Counted.EXCHANGE, Counted.ACTIVITY},
    Counted.EXCHANGE: {Counted.ACTIVITY},
    Counted.PROJECT: {Counted.ACTIVITY, Counted.SUPPORT},
    Counted.WELFARE: {Counted.ACTIVITY, Counted.SUPPORT, Counted.VOLUNTEER},
    Counted.VOLUNTEER: {Counted.ACTIVITY},
    Counted.TRAINING: {Counted.ACTIVITY},
    Counted.PROPAGANDA: {Counted.ACTIVITY},
    Counted.SUPPORT: {Counted.ACTIVITY},
}


def counts_as(counted: str) -> set[str]:
    """Everything a promise may call this: itself, and what it is a kind of."""
    return {counted, *COUNTS_AS.get(Counted(counted), set())}


@transaction.atomic
def open_duties(agreement: Agreement, *, today: date | None = None) -> None:
    """Make the duties what the promises and the term say; safe to run again at any time.

    A duty that is no longer foreseen goes when nothing was credited to it; otherwise it stays,
    dropped with the reason. After a paper's last day nothing more is owed.
    """
    if agreement.signed_on is None or agreement.starts_on is None:
        return
    for commitment in agreement.commitments.prefetch_related("branches", "duties__evidence"):
        _open_for(commitment, today or localdate())


def _open_for(commitment: Commitment, today: date) -> None:
    agreement = commitment.agreement
    wanted = [
        (party, period)
        for period in _foreseen(commitment, today)
        for party in _sides(commitment, agreement)
    ]
    existing = {(d.party_id, d.starts_on): d for d in commitment.duties.all()}
    for party, period in wanted:
        duty = existing.pop((party.pk if party else None, period.starts_on), None)
        if duty is None:
            Duty.objects.create(
                commitment=commitment,
                party=party,
                starts_on=period.starts_on,
                ends_on=period.ends_on,
            )
        elif duty.ends_on != period.ends_on:
            duty.ends_on = period.ends_on
            duty.save(update_fields=["ends_on"])
            duty.recount()
    for duty in existing.values():
        _let_go(duty, agreement)
    _drop_after_last_day(commitment, agreement)


def _foreseen(commitment: Commitment, today: date) -> list[Period]:
    agreement = commitment.agreement
    assert agreement.starts_on  # noqa: S101 - open_duties has looked
    is_counted = any(branch.quantity is not None for branch in commitment.branches.all())
    return periods(
        commitment.rhythm if is_counted else Rhythm.OVER_TERM,
        starts_on=agreement.starts_on,
        ends_on=agreement.ends_on,
        today=today,
        due_on=commitment.due_on,
    )


def _sides(commitment: Commitment, agreement: Agreement) -> list[Party | None]:
    if commitment.who == Who.JOINTLY:
        return [None]
    if commitment.who == Who.ONE_SIDE:
        return [commitment.side]
    return list(agreement.parties.all())


def _let_go(duty: Duty, agreement: Agreement) -> None:
    if duty.evidence.all():
        on = agreement.last_day or localdate()
        duty.drop(on=on, why=_("Thời hạn hoặc cam kết đã thay đổi."))
    else:
        duty.delete()


def _drop_after_last_day(commitment: Commitment, agreement: Agreement) -> None:
    """A paper that stopped early owes nothing beyond; a period it cut through is not missed."""
    last = agreement.last_day
    if last is None or last == agreement.ends_on:
        return
    for duty in commitment.duties.filter(is_met=False, dropped_on=None):
        if duty.ends_on is None or duty.ends_on > last:
            duty.drop(on=last + ONE_DAY, why=_why_stopped(agreement))


def _why_stopped(agreement: Agreement) -> str:
    if agreement.closed_on:
        return agreement.closing_note or _("Văn bản đã khép lại.")
    renewal = agreement.renewals.filter(signed_on__isnull=False).first()
    return _("Thay bằng “%(title)s”.") % {"title": renewal} if renewal else ""


@transaction.atomic
def credit(  # noqa: PLR0913 - the facts of the thing credited
    duty: Duty,
    source: models.Model,
    *,
    counted: str,
    on: date,
    by: User | None,
    amount: int = 1,
    at: Unit | None = None,
) -> Evidence:
    """Count an exchange or activity for a duty; refused, in words, where it does not fit.

    `at` is the unit at whose place it happened: what is owed at the friend's counts only there.
    """
    _refuse_wrong_day(duty, on)
    _refuse_wrong_place(duty, at)
    branch = _branch_for(duty, counted)
    kind = ContentType.objects.get_for_model(source)
    if duty.evidence.filter(source_type=kind, source_id=source.pk).exists():
        raise ValidationError(_("Việc này đã được tính vào đây rồi."))
    evidence = Evidence.objects.create(
        duty=duty,
        branch=branch,
        source_type=kind,
        source_id=source.pk,
        on=on,
        amount=amount,
        credited_by=by,
    )
    duty.recount()
    publish(DutyCredited(duty.pk, evidence.pk, by.pk if by else None))
    return evidence


@transaction.atomic
def uncredit(evidence: Evidence, *, by: User | None) -> None:  # noqa: ARG001 - history names them
    """Take a credit back; history keeps that it was there."""
    duty = evidence.duty
    evidence.delete()
    duty.recount()


def _refuse_wrong_day(duty: Duty, on: date) -> None:
    if on < duty.starts_on or (duty.ends_on and on > duty.ends_on):
        until = f"{duty.ends_on:%d/%m/%Y}" if duty.ends_on else "…"
        raise ValidationError(
            _("Ngày %(on)s nằm ngoài thời hạn của việc này (%(start)s–%(end)s).")
            % {"on": f"{on:%d/%m/%Y}", "start": f"{duty.starts_on:%d/%m/%Y}", "end": until}
        )


def _refuse_wrong_place(duty: Duty, at: Unit | None) -> None:
    if duty.commitment.where != Where.FRIEND or duty.party is None:
        return
    friends = [p for p in duty.commitment.agreement.parties.all() if p.pk != duty.party_id]
    if at is None or not any(at.pk in friend.unit.lineage_ids() for friend in friends):
        names = ", ".join(friend.unit.short_name for friend in friends)
        raise ValidationError(
            _("Việc này phải làm tại đơn vị bạn (%(friends)s) mới được tính.") % {"friends": names}
        )


def _branch_for(duty: Duty, counted: str) -> Branch:
    names = counts_as(counted)
    for branch in duty.commitment.branches.all():
        if branch.counted in names:
            return branch
    wanted = _(" hoặc ").join(
        branch.get_counted_display() for branch in duty.commitment.branches.all()
    )
    raise ValidationError(_("Cam kết này tính %(wanted)s.") % {"wanted": wanted})


@transaction.atomic
def inherit(
    party: Party,
    *,
    decision: str,
    on: date,
    heir: Unit | None = None,
    paper: str = "",
    by: User | None = None,
) -> Inheritance:
    """Decide what becomes of a paper whose signatory ended (after Nghị định 177/2025/NĐ-CP).

    Inheriting names the heir and the duties go on; every other decision ends them on that day.
    """
    unit = party.unit
    if unit.ended_on is None or on < unit.ended_on:
        raise ValidationError({"on": _("Quyết định chỉ có từ ngày bên ký kết thúc trở đi.")})
    if Inheritance.objects.filter(party=party).exists():
        raise ValidationError(_("Bên ký này đã có quyết định rồi."))
    if decision == Inheritance.Decision.INHERIT and heir is None:
        raise ValidationError({"heir": _("Chọn đơn vị nhận.")})
    if heir is not None and heir not in unit.heirs():
        raise ValidationError({"heir": _("Đơn vị này không kế thừa %(unit)s.") % {"unit": unit}})
    decided = Inheritance.objects.create(
        party=party, decision=decision, heir=heir, on=on, paper=paper, decided_by=by
    )
    if decision != Inheritance.Decision.INHERIT:
        label = str(Inheritance.Decision(decision).label)
        _stop(party.agreement, on=on, why=label)
    publish(PartyInherited(party.pk, decision, heir.pk if heir else None, by.pk if by else None))
    return decided


def _stop(agreement: Agreement, *, on: date, why: str) -> None:
    agreement.closed_on, agreement.closing_note = on, why
    agreement.save(update_fields=["closed_on", "closing_note"])
    open_duties(agreement)


def refresh_duties() -> tuple[int, int]:
    """Open what a new year brings and write the caches afresh; returns papers and duties seen.

    Each paper is a transaction of its own, so a long run never holds the database.
    """
    papers = duties = 0
    for agreement in Agreement.objects.filter(signed_on__isnull=False).iterator():
        with transaction.atomic():
            open_duties(agreement)
            for duty in Duty.objects.filter(commitment__agreement=agreement):
                duty.recount()
                duties += 1
        papers += 1
    return papers, duties
