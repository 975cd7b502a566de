"""From what a council agreed to a decision in the register: drafted, mended, issued in one act."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.commendations.drafting import texts
from ketnghia.commendations.events import DecisionIssued
from ketnghia.commendations.models import AwardRound, Decision, Honour, Nomination, Step
from ketnghia.commendations.operations.lines import enter, number_certificates, save
from ketnghia.commendations.operations.recipients import Recipient
from ketnghia.commendations.operations.recording import refuse_future, refuse_wrong_giver
from ketnghia.events import publish
from ketnghia.people.operations import person_named
from ketnghia.units.models import Unit, searchable


@transaction.atomic
def draft_decision(
    round: AwardRound,  # noqa: A002 - the word of the field
    honour: Honour,
    *,
    money_collective: Decimal | None = None,
    money_person: Decimal | None = None,
    by: User,
) -> Decision:
    """Take everything agreed for one honour into a draft.

    Where the unit does not give the honour itself the draft has no texts: the paper is another
    unit's, and only its facts will be written.
    """
    round.refuse_closed()
    agreed = round.nominations.filter(
        state=Nomination.State.AGREED, honour=honour, decision=None
    ).select_related("nominator", "round")
    found = list(agreed.select_for_update(of=("self",)))
    if not found:
        raise ValidationError(_("Chưa có đề nghị %(honour)s nào được hội đồng đồng ý.")
                              % {"honour": honour.name})  # fmt: skip
    is_own = gives(round.unit, honour)
    facts = {}
    if is_own:
        council = round.councils.filter(verdicts__nomination__in=found).order_by("-held_on").first()
        facts = texts(round, honour, found, council, money_collective=money_collective,
                      money_person=money_person)  # fmt: skip
    decision = Decision.objects.create(
        keeper=round.unit,
        unit=round.unit,
        honour=honour,
        money_collective=money_collective,
        money_person=money_person,
        drafted_by=by,
        search_text=searchable([honour.name, round.title, round.unit.name]),
        **facts,
    )
    for nomination in found:
        nomination.decision = decision
        nomination.save(update_fields=["decision"])
    return decision


def gives(unit: Unit, honour: Honour) -> bool:
    """Whether a unit gives the honour itself."""
    return Honour.objects.given_by(unit).filter(pk=honour.pk).exists()


def mend_draft(decision: Decision, **written: str) -> Decision:
    """Put other words into the paper before it is issued."""
    _refuse_issued(decision)
    for name, text in written.items():
        setattr(decision, name, text)
    decision.save(update_fields=list(written))
    return decision


@transaction.atomic
def drop_draft(decision: Decision) -> None:
    """Give up a draft; what it held is again agreed and undecided."""
    _refuse_issued(decision)
    decision.nominations.update(decision=None)
    decision.delete()


def _refuse_issued(decision: Decision) -> None:
    if not decision.is_draft:
        raise ValidationError(_("Quyết định đã ban hành, không sửa dự thảo được nữa."))


@transaction.atomic
def issue_decision(  # noqa: PLR0913 - what is known only on the day of signing
    decision: Decision,
    *,
    decided_on: date,
    number: str,
    signer: str,
    signer_title: str = "",
    unit: Unit | None = None,
    ceremony_on: date | None = None,
    takes_numbers: bool = True,
    by: User,
) -> Decision:
    """Write the signed decision into the register with everybody it honours, in one act."""
    locked = Decision.objects.select_for_update().get(pk=decision.pk)
    _refuse_issued(locked)
    refuse_future(decided_on)
    issuer = unit or locked.unit
    refuse_wrong_giver(issuer, locked.honour, decided_on)
    if ceremony_on and ceremony_on < decided_on:
        raise ValidationError({"ceremony_on": _("Ngày trao phải từ ngày ký trở đi.")})
    person = person_named(signer)
    locked.unit, locked.number, locked.decided_on = issuer, number, decided_on
    locked.signer, locked.ceremony_on = person, ceremony_on
    locked.signer_title = signer_title or person.titles_on(decided_on)[:200]
    locked.issued_by, locked.issued_at = by, timezone.now()
    locked.search_text = searchable([number, locked.about, locked.honour.name, issuer.name])
    locked.validate_constraints()
    locked.save()
    for nomination in _in_order(locked):
        _enter(locked, nomination, by)
    if takes_numbers and locked.is_own:
        number_certificates(locked)
    publish(DecisionIssued(locked.pk, decided_on, by.pk))
    return locked


def _in_order(decision: Decision) -> list[Nomination]:
    found = decision.nominations.select_related(
        "round__campaign", "unit", "person", "of_unit", "honour"
    )
    return list(found.order_by("kind", "nominator__sort_key", "pk"))


def _enter(decision: Decision, nomination: Nomination, by: User) -> None:
    """One line of the register from one nomination, which keeps the way back to its evidence."""
    round = nomination.round  # noqa: A001 - the word of the field
    recipient = Recipient(
        nomination.kind, nomination.name, title=nomination.title, unit=nomination.unit,
        person=nomination.person, of_unit=nomination.of_unit,
    )  # fmt: skip
    [award] = enter(decision, [recipient], by=by, reason=nomination.reason, campaign=round.campaign)
    award.merits_from, award.merits_until = round.first, round.last
    save(award)
    nomination.award = award
    nomination.move(Nomination.State.DECIDED, Step.Kind.DECIDED, by=by, remark=decision.told)
