"""Lines of the register: everybody a decision honours, and what each line is found by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.activities.models import Campaign
from ketnghia.agreements.models import Agreement
from ketnghia.amounts.bounds import Bound
from ketnghia.commendations.models import Award, Decision
from ketnghia.commendations.operations.numbering import next_certificates
from ketnghia.commendations.operations.once import refuse_second
from ketnghia.commendations.operations.recipients import Recipient
from ketnghia.commendations.terms import Kind
from ketnghia.people.operations import person_named
from ketnghia.units.models import Unit
from ketnghia.vietnamese.text import fold

CAPPED = {Bound.EXACTLY, Bound.AT_MOST, Bound.NEARLY}


@transaction.atomic
def enter(
    decision: Decision,
    recipients: Sequence[Recipient],
    *,
    by: User | None,
    reason: str = "",
    campaign: Campaign | None = None,
    agreement: Agreement | None = None,
) -> list[Award]:
    """Write everybody a decision honours, after those already there."""
    start = decision.awards.count()
    awards = []
    for place, recipient in enumerate(recipients, start=start + 1):
        award = _line(decision, recipient, place)
        award.reason, award.campaign, award.agreement = reason, campaign, agreement
        award.recorded_by = by
        save(award)
        awards.append(award)
    return awards


def _line(decision: Decision, recipient: Recipient, place: int) -> Award:
    assert decision.decided_on  # noqa: S101 - only issued decisions have lines
    on = decision.decided_on
    if not decision.honour.allows(recipient.kind):
        words = {"honour": decision.honour.name, "kind": decision.honour.get_for_whom_display()}
        raise ValidationError(_("%(honour)s: %(kind)s.") % words)
    award = Award(
        keeper=decision.keeper,
        decision=decision,
        order=place,
        honour=decision.honour,
        issuer=decision.unit,
        kind=recipient.kind,
        name=recipient.name,
        title=recipient.title[:300],
        unit=recipient.unit,
        of_unit=recipient.of_unit,
        on=on,
        year=on.year,
        money=recipient.money if recipient.money is not None else _money(decision, recipient.kind),
        certificate=recipient.certificate,
        ceremony_on=decision.ceremony_on,
    )
    if recipient.kind == Kind.PERSON:
        award.person = recipient.person or person_named(recipient.name)
        award.title = award.title or award.person.titles_on(on)[:300]
        refuse_second(decision.honour, award.person)
    _refuse_twice_in(decision, award)
    return award


def _money(decision: Decision, kind: str) -> Decimal | None:
    return decision.money_person if kind == Kind.PERSON else decision.money_collective


def _refuse_twice_in(decision: Decision, award: Award) -> None:
    """The same paper honours nobody twice, also where two units keep a copy of it."""
    if award.unit_id is None and award.person_id is None:
        return
    same = Award.objects.filter(unit=award.unit_id, person=award.person_id).filter(
        decision__unit=decision.unit_id,
        decision__number=decision.number,
        decision__decided_on=decision.decided_on,
    )
    if (decision.number and same.exists()) or same.filter(decision=decision).exists():
        words = {"name": award.name, "decision": decision.told}
        raise ValidationError(_("%(name)s đã có trong sổ theo %(decision)s.") % words)


def save(award: Award) -> Award:
    """Write a line with what it is found by; refusals of the database are told in words."""
    award.search_text = searched(award)
    award.validate_constraints()
    award.save()
    return award


def searched(award: Award) -> str:
    parts = [
        award.told,
        award.title,
        award.unit.name if award.unit else "",
        award.person.name if award.person else "",
        award.of_unit.name if award.of_unit else "",
        award.honour.name if award.honour else "",
        award.decision.number if award.decision else "",
        award.certificate,
        award.campaign.name if award.campaign else "",
        award.reason,
    ]
    return fold(" | ".join(part for part in parts if part))


def number_certificates(decision: Decision) -> None:
    """Give every line without a number the next one of the register of its year."""
    assert decision.decided_on  # noqa: S101 - only issued decisions have lines
    waiting = list(decision.awards.filter(certificate="", number=None).order_by("order"))
    numbers = next_certificates(decision.unit, decision.decided_on.year, len(waiting))
    for award, number in zip(waiting, numbers, strict=True):
        award.certificate = number
        save(award)


@transaction.atomic
def add_recipients(
    decision: Decision,
    *,
    recipients: Sequence[Recipient],
    reason: str = "",
    takes_numbers: bool = False,
    by: User | None,
) -> list[Award]:
    """Add those a decision also honours to what was written of it."""
    if decision.is_draft:
        raise ValidationError(_("Dự thảo lấy người từ các đề nghị đã được xét."))
    if not recipients:
        raise ValidationError({"units": _("Ghi ít nhất một tập thể hoặc một người được khen.")})
    added = enter(decision, recipients, by=by, reason=reason)
    if takes_numbers:
        number_certificates(decision)
    return added


@transaction.atomic
def correct_award(  # noqa: PLR0913 - a line with its facts
    award: Award,
    *,
    name: str = "",
    title: str = "",
    unit: Unit | None = None,
    of_unit: Unit | None = None,
    reason: str = "",
    campaign: str = "",
    agreement: Agreement | None = None,
    money: Decimal | None = None,
    certificate: str = "",
    ceremony_on: date | None = None,
    part_of: Award | None = None,
    note: str = "",
) -> Award:
    """Mend a line; history keeps what it said. Tie it to its unit, or to a number it lies in."""
    if ceremony_on and ceremony_on < award.on:
        raise ValidationError({"ceremony_on": _("Ngày trao phải từ ngày khen trở đi.")})
    if award.kind == Kind.COLLECTIVE and not award.is_count:
        award.unit = unit
    if award.kind == Kind.PERSON:
        award.title, award.of_unit = title, of_unit
    award.name = award.name if award.is_count else name
    award.reason, award.note = reason, note
    award.campaign = Campaign.objects.called(campaign) if campaign else None
    award.agreement, award.money, award.certificate = agreement, money, certificate
    award.ceremony_on = ceremony_on
    if part_of != award.part_of:
        _put_in(award, part_of)
    return save(award)


def _put_in(award: Award, count: Award | None) -> None:
    if count is not None:
        refuse_more_than_told(count, 1)
    award.part_of = count


def refuse_more_than_told(count: Award, more: int) -> None:
    """No more names than the source counts; "trên" and "ít nhất" leave room."""
    locked = Award.objects.select_for_update().get(pk=count.pk)
    if locked.number is None:
        raise ValidationError(_("Dòng này đã có tên."))
    if locked.bound in CAPPED and locked.named.count() + more > locked.number:
        words = {"told": locked.told, "left": locked.unnamed}
        raise ValidationError(_("Nguồn nói %(told)s, còn %(left)s chưa có tên.") % words)


@transaction.atomic
def set_ceremony(decision: Decision, *, on: date) -> None:
    """Write the day the honours of a decision were handed over, for all its lines."""
    if decision.is_draft or decision.decided_on is None:
        raise ValidationError(_("Ban hành quyết định trước, rồi ghi ngày trao."))
    if on < decision.decided_on:
        raise ValidationError({"on": _("Ngày trao phải từ ngày ký trở đi.")})
    decision.ceremony_on = on
    decision.save(update_fields=["ceremony_on"])
    for award in decision.awards.all():
        award.ceremony_on = on
        award.save(update_fields=["ceremony_on"])


@transaction.atomic
def remove_award(award: Award) -> None:
    """Take out a line that was written by mistake; history keeps that it was there."""
    if award.named.exists():
        raise ValidationError(_("Đã ghi tên vào số này. Bỏ các tên ấy trước."))
    award.delete()
