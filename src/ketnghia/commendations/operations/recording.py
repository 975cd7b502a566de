"""Writing into the register: decisions that are already there, and numbers without names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.activities.models import Campaign
from ketnghia.agreements.models import Agreement
from ketnghia.amounts.bounds import Bound
from ketnghia.commendations.events import DecisionIssued
from ketnghia.commendations.models import Award, Decision, Honour
from ketnghia.commendations.models.honours import LEVELS
from ketnghia.commendations.operations.lines import (
    enter,
    number_certificates,
    refuse_more_than_told,
    save,
)
from ketnghia.commendations.operations.recipients import Recipient
from ketnghia.commendations.terms import Kind
from ketnghia.events import publish
from ketnghia.people.operations import person_named
from ketnghia.units.models import Unit, searchable
from ketnghia.vietnamese.text import fold


@transaction.atomic
def record_decision(  # noqa: PLR0913 - a decision with all its facts
    *,
    keeper: Unit,
    unit: Unit,
    honour: Honour,
    decided_on: date,
    recipients: Sequence[Recipient],
    number: str = "",
    about: str = "",
    signer: str = "",
    signer_title: str = "",
    reason: str = "",
    campaign: str = "",
    agreement: Agreement | None = None,
    money_collective: Decimal | None = None,
    money_person: Decimal | None = None,
    ceremony_on: date | None = None,
    takes_numbers: bool = False,
    source: str = "",
    by: User | None,
) -> Decision:
    """Write a decision that was made, here or by a unit above, with everybody it honours."""
    _refuse_foreign_register(keeper, by)
    refuse_future(decided_on)
    refuse_wrong_giver(unit, honour, decided_on)
    if not recipients:
        raise ValidationError({"units": _("Ghi ít nhất một tập thể hoặc một người được khen.")})
    _refuse_known(keeper, unit, number, decided_on)
    person = person_named(signer) if signer else None
    decision = Decision.objects.create(
        keeper=keeper,
        unit=unit,
        honour=honour,
        number=number,
        decided_on=decided_on,
        about=about,
        signer=person,
        signer_title=signer_title or (person.titles_on(decided_on)[:200] if person else ""),
        money_collective=money_collective,
        money_person=money_person,
        ceremony_on=ceremony_on,
        source=source,
        issued_by=by,
        issued_at=timezone.now(),
        drafted_by=by,
        search_text=searchable([number, about, honour.name, unit.name]),
    )
    found = Campaign.objects.called(campaign) if campaign else None
    enter(decision, recipients, by=by, reason=reason, campaign=found, agreement=agreement)
    if takes_numbers:
        number_certificates(decision)
    publish(DecisionIssued(decision.pk, decided_on, by.pk if by else None))
    return decision


def _refuse_foreign_register(keeper: Unit, by: User | None) -> None:
    if by is not None and not Unit.objects.run_by(by).filter(pk=keeper.pk).exists():
        raise ValidationError({"keeper": _("Chỉ ghi được vào sổ của đơn vị mình.")})


def refuse_future(decided_on: date) -> None:
    if decided_on > localdate():
        raise ValidationError({"decided_on": _("Ngày ký chưa tới.")})


def refuse_wrong_giver(unit: Unit, honour: Honour, on: date) -> None:
    """An honour of one tier is not given by a union of another."""
    levels = LEVELS.get(honour.tier)
    level = level_on(unit, on)
    if levels and level and unit.kind == Unit.Kind.UNION and level not in levels:
        words = {"honour": honour.name, "unit": unit.name_on(on)}
        raise ValidationError(
            {"honour": _("%(unit)s không ở cấp tặng %(honour)s. Chọn lại nơi khen.") % words}
        )


def level_on(unit: Unit, on: date) -> str:
    """The tier a unit stood on; its last one where the day is outside."""
    standings = list(unit.standings.all())
    then = [
        s
        for s in standings
        if (s.valid_from is None or s.valid_from <= on)
        and (s.valid_until is None or on <= s.valid_until)
    ]
    return (then or standings)[-1].level if standings else ""


def _refuse_known(keeper: Unit, unit: Unit, number: str, decided_on: date) -> None:
    same = Decision.objects.filter(keeper=keeper, unit=unit, number=number, decided_on=decided_on)
    if number and same.exists():
        raise ValidationError(
            {"number": _("Quyết định này đã có trong sổ. Mở ra và thêm người được khen.")}
        )


@transaction.atomic
def record_count(  # noqa: PLR0913 - what a source tells without names
    *,
    keeper: Unit,
    kind: str,
    number: int,
    on: date,
    bound: str = Bound.EXACTLY,
    givers: Iterable[Unit] = (),
    honour: Honour | None = None,
    reason: str = "",
    campaign: str = "",
    merits_from: date | None = None,
    merits_until: date | None = None,
    source: str = "",
    note: str = "",
    ceremony_on: date | None = None,
    by: User | None,
) -> Award:
    """Write how many were honoured where nobody is named; names may be added later."""
    _refuse_foreign_register(keeper, by)
    refuse_future(on)
    units = list(givers)
    if not units:
        raise ValidationError({"givers": _("Chọn ít nhất một nơi khen.")})
    if not number:
        raise ValidationError({"number": _("Ghi số lớn hơn 0.")})
    award = Award(
        keeper=keeper,
        honour=honour,
        issuer=units[0] if len(units) == 1 else None,
        kind=kind,
        number=number,
        bound=bound,
        on=on,
        year=on.year,
        ceremony_on=ceremony_on,
        reason=reason,
        campaign=Campaign.objects.called(campaign) if campaign else None,
        merits_from=merits_from,
        merits_until=merits_until,
        source=source,
        note=note,
        recorded_by=by,
    )
    save(award)
    award.givers.set(units)
    award.search_text = fold(" | ".join([award.search_text, *(unit.name for unit in units)]))
    award.save(update_fields=["search_text"])
    return award


@transaction.atomic
def name_in(count: Award, *, recipients: Sequence[Recipient], by: User | None) -> list[Award]:
    """Name some of those a counted line tells of; they are not counted a second time."""
    same_kind = [recipient for recipient in recipients if recipient.kind == count.kind]
    if not same_kind:
        raise ValidationError(_("Ghi ít nhất một tên."))
    refuse_more_than_told(count, len(same_kind))
    return [_named(count, recipient, by) for recipient in same_kind]


def _named(count: Award, recipient: Recipient, by: User | None) -> Award:
    person = None
    if recipient.kind == Kind.PERSON:
        person = recipient.person or person_named(recipient.name)
    shared = ("keeper", "honour", "issuer", "kind", "on", "year", "ceremony_on", "reason",
              "campaign", "merits_from", "merits_until", "source")  # fmt: skip
    award = save(
        Award(
            part_of=count,
            name=recipient.name,
            title=recipient.title[:300],
            unit=recipient.unit,
            person=person,
            of_unit=recipient.of_unit,
            recorded_by=by,
            **{name: getattr(count, name) for name in shared},
        )
    )
    award.givers.set(count.givers.all())
    return award
