"""The council of a round: its meeting, who sat, and what was said of each nomination."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.commendations.models import (
    AwardRound,
    Council,
    CouncilMember,
    Nomination,
    Step,
    Verdict,
)
from ketnghia.commendations.quotas import is_majority
from ketnghia.commendations.sitting import Sitting

State = Nomination.State
# What a meeting may consider: what was sent, and what it said before while nothing is decided.
CONSIDERED = (State.SUBMITTED, State.AGREED, State.REFUSED)


@transaction.atomic
def hold_council(
    round: AwardRound,  # noqa: A002 - the word of the field
    *,
    held_on: date,
    members: Sequence[Sitting],
    place: str = "",
    note: str = "",
    by: User | None,
) -> Council:
    """Write that the council meets, on which day and with whom."""
    round.refuse_closed()
    council = Council(round=round, recorded_by=by)
    return _write(council, held_on=held_on, members=members, place=place, note=note)


@transaction.atomic
def change_council(
    council: Council, *, held_on: date, members: Sequence[Sitting], place: str = "", note: str = ""
) -> Council:
    """Mend the facts of a meeting; votes that were counted must still fit those present."""
    council.round.refuse_closed()
    present = sum(member.is_present for member in members)
    most = max((_cast(verdict) for verdict in council.verdicts.all()), default=0)
    if most > present:
        words = {"votes": most, "present": present}
        raise ValidationError(
            {"members": _("Đã ghi %(votes)s phiếu mà chỉ có %(present)s người dự. Sửa phiếu trước.")
             % words}
        )  # fmt: skip
    return _write(council, held_on=held_on, members=members, place=place, note=note)


def _cast(verdict: Verdict) -> int:
    return (verdict.votes_for or 0) + (verdict.votes_against or 0)


def _write(
    council: Council, *, held_on: date, members: Sequence[Sitting], place: str, note: str
) -> Council:
    if not any(member.is_present for member in members):
        raise ValidationError({"members": _("Ghi ít nhất một thành viên có mặt.")})
    council.held_on, council.place, council.note = held_on, place, note
    council.save()
    council.members.all().delete()
    for order, member in enumerate(members, start=1):
        CouncilMember.objects.create(
            council=council,
            order=order,
            name=member.name,
            title=member.title,
            role=member.role,
            is_present=member.is_present,
        )
    return council


@transaction.atomic
def judge(  # noqa: PLR0913 - a verdict with its facts
    council: Council,
    nomination: Nomination,
    *,
    agrees: bool,
    votes_for: int | None = None,
    votes_against: int | None = None,
    remark: str = "",
    by: User,
) -> Verdict:
    """Keep what the meeting said; with votes, whether they suffice follows from the honour."""
    _refuse_too_early(council)
    _refuse_unfit(council, nomination)
    if votes_for is None and votes_against is not None:
        raise ValidationError({"votes_for": _("Ghi cả số phiếu đồng ý.")})
    is_agreed = agrees
    if votes_for is not None:
        present = council.present
        cast = votes_for + (votes_against or 0)
        if cast > present:
            words = {"cast": cast, "present": present}
            raise ValidationError(
                {"votes_for": _("%(cast)s phiếu mà chỉ có %(present)s người dự.") % words}
            )
        is_agreed = is_majority(votes_for, present, nomination.honour.votes_needed)
    if not is_agreed and votes_for is None and not remark:
        raise ValidationError({"remark": _("Ghi vì sao hội đồng không đồng ý.")})
    verdict, _is_new = Verdict.objects.update_or_create(
        council=council,
        nomination=nomination,
        defaults={
            "votes_for": votes_for,
            "votes_against": votes_against,
            "is_agreed": is_agreed,
            "remark": remark,
        },
    )
    _move(nomination, verdict, by=by)
    return verdict


@transaction.atomic
def agree_to_rest(council: Council, *, by: User) -> int:
    """All present agree to every nomination that still waits; how many there were."""
    _refuse_too_early(council)
    waiting = council.round.nominations.filter(state=State.SUBMITTED).select_related("round")
    found = list(waiting)
    if not found:
        raise ValidationError(_("Không còn đề nghị nào chờ xét."))
    for nomination in found:
        verdict = Verdict.objects.create(council=council, nomination=nomination, is_agreed=True)
        _move(nomination, verdict, by=by)
    return len(found)


def _refuse_too_early(council: Council) -> None:
    council.round.refuse_closed()
    if council.held_on > localdate():
        raise ValidationError(_("Chưa tới ngày họp, chưa ghi ý kiến được."))


def _refuse_unfit(council: Council, nomination: Nomination) -> None:
    if nomination.round_id != council.round_id:
        raise ValidationError(_("Đề nghị này thuộc đợt khác."))
    nomination.refuse_unless(*CONSIDERED)
    if nomination.decision_id:
        raise ValidationError(_("Đã nằm trong dự thảo quyết định. Bỏ dự thảo trước."))


def _move(nomination: Nomination, verdict: Verdict, *, by: User) -> None:
    kinds = (Step.Kind.AGREED, Step.Kind.REFUSED)
    kind = kinds[0] if verdict.is_agreed else kinds[1]
    state = State.AGREED if verdict.is_agreed else State.REFUSED
    nomination.remark = "" if verdict.is_agreed else (verdict.remark or verdict.told)[:500]
    nomination.move(state, kind, by=by, remark=verdict.remark or verdict.told)
