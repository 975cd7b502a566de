"""Putting somebody forward: written, mended, sent, taken back, sent back."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.commendations.models import AwardRound, Honour, Nomination, Proof, Step
from ketnghia.commendations.operations.once import refuse_second
from ketnghia.commendations.operations.recipients import Recipient
from ketnghia.commendations.repeats import unanswered
from ketnghia.commendations.taken import Quotas
from ketnghia.commendations.terms import Kind
from ketnghia.people.models import Person
from ketnghia.people.operations import person_named
from ketnghia.units.models import Unit
from ketnghia.vietnamese.text import fold


@transaction.atomic
def nominate(  # noqa: PLR0913 - a nomination with its facts
    round: AwardRound,  # noqa: A002 - the word of the field
    *,
    nominator: Unit,
    honour: Honour,
    recipient: Recipient,
    reason: str = "",
    proofs: Sequence[Proof] = (),
    by: User | None,
) -> Nomination:
    """Put one subject forward for one honour, with its evidence; it is not sent yet."""
    round.refuse_closed()
    made = Nomination(round=round, nominator=nominator, drafted_by=by)
    _refuse_stranger(round, nominator)
    return _write(made, honour=honour, recipient=recipient, reason=reason, proofs=proofs)


def _refuse_stranger(round: AwardRound, nominator: Unit) -> None:  # noqa: A002
    """Only the unit of the round and those below it put forward."""
    if not nominator.reached_by.filter(holder=round.unit).exists():
        words = {"unit": round.unit.name}
        raise ValidationError(
            {"nominator": _("Đợt này của %(unit)s và các đơn vị bên dưới.") % words}
        )


@transaction.atomic
def rewrite(
    nomination: Nomination,
    *,
    honour: Honour,
    recipient: Recipient,
    reason: str = "",
) -> Nomination:
    """Mend a nomination that is still being written; its evidence stays."""
    nomination.round.refuse_closed()
    nomination.refuse_unless(*Nomination.WRITABLE)
    return _write(nomination, honour=honour, recipient=recipient, reason=reason)


def _write(
    made: Nomination,
    *,
    honour: Honour,
    recipient: Recipient,
    reason: str,
    proofs: Sequence[Proof] = (),
) -> Nomination:
    if not made.round.honours.filter(pk=honour.pk).exists():
        raise ValidationError({"honour": _("Đợt này không xét hình thức ấy.")})
    if not honour.allows(recipient.kind):
        words = {"honour": honour.name, "kind": honour.get_for_whom_display()}
        raise ValidationError({"honour": _("%(honour)s: %(kind)s.") % words})
    made.honour, made.kind, made.reason = honour, recipient.kind, reason
    made.name, made.title = recipient.name, recipient.title[:300]
    made.unit, made.of_unit, made.person = recipient.unit, recipient.of_unit, None
    if recipient.kind == Kind.PERSON:
        made.person = recipient.person or person_named(recipient.name)
        made.title = made.title or made.person.titles_on(made.round.last)[:300]
        refuse_second(honour, made.person)
        _refuse_second_nomination(made, made.person)
    told = (made.name, made.title, made.nominator.name, honour.name)
    made.search_text = fold(" | ".join(told))
    made.validate_constraints()
    made.save()
    attach(made, proofs)
    return made


def _refuse_second_nomination(made: Nomination, person: Person) -> None:
    """An honour given once is not put forward twice at the same time either."""
    if not made.honour.is_once:
        return
    other = (
        Nomination.objects.living()
        .filter(honour=made.honour, person=person)
        .exclude(pk=made.pk)
        .exclude(state=Nomination.State.DECIDED)
        .select_related("round", "nominator")
        .first()
    )
    if other:
        words = {"name": person.name, "honour": made.honour.name, "unit": other.nominator.name,
                 "round": other.round.title}  # fmt: skip
        raise ValidationError(
            _("%(name)s đang được %(unit)s đề nghị %(honour)s trong %(round)s. "
              "Hình thức này mỗi người một lần.") % words
        )  # fmt: skip


@transaction.atomic
def attach(nomination: Nomination, proofs: Sequence[Proof]) -> None:
    """Put evidence beside a nomination; what is there already is not put twice."""
    there = set(nomination.proofs.exclude(key="").values_list("key", flat=True))
    order = nomination.proofs.count()
    for proof in proofs:
        if proof.key and proof.key in there:
            continue
        order += 1
        proof.nomination, proof.order = nomination, order
        proof.save()
        there.add(proof.key)


@transaction.atomic
def submit(nomination: Nomination, *, over_quota: str = "", by: User) -> None:
    """Send to the unit that opened the round; what is over or double has its answer first."""
    nomination.round.refuse_closed()
    nomination.refuse_unless(*Nomination.WRITABLE)
    if not nomination.reason:
        raise ValidationError(_("Ghi tóm tắt thành tích trước khi gửi."))
    if unanswered(nomination):
        raise ValidationError(
            _("Có chỗ trùng thành tích chưa trả lời. Trả lời vì sao vẫn đề nghị, rồi gửi.")
        )
    # One at a time: two who take the last place must not both believe that they have it.
    AwardRound.objects.select_for_update().get(pk=nomination.round_id)
    over = Quotas(nomination.round).exceeded_by(nomination)
    if over and not over_quota:
        told = "; ".join(one.quota.told for one in over)
        words = {"told": told}
        raise ValidationError(
            {"over_quota": _("Vượt chỉ tiêu: %(told)s. Ghi lý do rồi gửi.") % words}
        )
    nomination.over_quota = over_quota if over else ""
    nomination.remark = ""
    nomination.move(Nomination.State.SUBMITTED, Step.Kind.SUBMITTED, by=by, remark=over_quota)


@transaction.atomic
def withdraw(nomination: Nomination, *, by: User) -> None:
    """Take back what was sent and nobody has answered yet."""
    nomination.round.refuse_closed()
    nomination.refuse_unless(Nomination.State.SUBMITTED)
    nomination.move(Nomination.State.DRAFT, Step.Kind.WITHDRAWN, by=by)


@transaction.atomic
def send_back(nomination: Nomination, *, remark: str, by: User) -> None:
    """Ask for it again, saying what is to be mended."""
    nomination.round.refuse_closed()
    nomination.refuse_unless(Nomination.State.SUBMITTED, Nomination.State.AGREED)
    if nomination.decision_id:
        raise ValidationError(_("Đã nằm trong dự thảo quyết định. Bỏ dự thảo trước."))
    if not remark:
        raise ValidationError({"remark": _("Ghi rõ chỗ cần sửa để đơn vị biết.")})
    nomination.remark = remark
    nomination.move(Nomination.State.SENT_BACK, Step.Kind.SENT_BACK, by=by, remark=remark)


def drop(nomination: Nomination) -> None:
    """Throw away a nomination that is still being written; history keeps that it was there."""
    nomination.refuse_unless(*Nomination.WRITABLE)
    nomination.delete()
