"""Reviews of one agreement: begun for a year or the term, its meeting planned or recorded."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.models import Exchange
from ketnghia.exchanges.operations import record
from ketnghia.reviews.models import AgreementReview, Report
from ketnghia.units.models import Unit


@transaction.atomic
def begin_agreement_review(
    agreement: Agreement, *, first: date, last: date, is_final: bool = False, by: User | None = None
) -> AgreementReview:
    """Begin to review a paper; the same days again give the review already begun."""
    if agreement.signed_on is None:
        raise ValidationError(_("Văn bản chưa ký thì chưa có gì để rà lại."))
    if last < first:
        raise ValidationError({"last": _("Ngày cuối phải sau ngày đầu.")})
    made, _is_new = AgreementReview.objects.get_or_create(
        agreement=agreement,
        first=first,
        last=last,
        defaults={"is_final": is_final, "prepared_by": by},
    )
    return made


@transaction.atomic
def write_agreement_review(  # noqa: PLR0913 - the sections of the paper
    review: AgreementReview,
    *,
    process: str,
    ease: str,
    difficulty: str,
    proposal: str,
    direction: str,
    by: User,  # noqa: ARG001 - history names them
) -> AgreementReview:
    """Write the sections a person knows and the records do not."""
    review.process, review.ease, review.difficulty = process, ease, difficulty
    review.proposal, review.direction = proposal, direction
    review.save()
    return review


@transaction.atomic
def meet_about_agreement(
    review: AgreementReview, *, begins_on: date, host: Unit, place: str = "", by: User
) -> Exchange:
    """Plan or record the meeting that sums a paper up, with every party."""
    if review.meeting is not None:
        raise ValidationError(_("Cuộc họp đã ghi rồi."))
    units = [party.unit for party in review.agreement.parties.select_related("unit")]
    review.meeting = _meeting(
        title=str(review), begins_on=begins_on, host=host, units=units, place=place, by=by
    )
    review.meeting.agreement = review.agreement
    review.meeting.save(update_fields=["agreement"])
    review.save(update_fields=["meeting"])
    return review.meeting


@transaction.atomic
def meet_about_report(
    report: Report, *, begins_on: date, guest: Unit, place: str = "", by: User
) -> Exchange:
    """Plan or record the unit's review meeting, with who came to it."""
    if report.meeting is not None:
        raise ValidationError(_("Cuộc họp đã ghi rồi."))
    title = _("Hội nghị: %(title)s") % {"title": report.round.title}
    report.meeting = _meeting(
        title=title, begins_on=begins_on, host=report.unit, units=[guest], place=place, by=by
    )
    report.save(update_fields=["meeting"])
    return report.meeting


def _meeting(
    *, title: str, begins_on: date, host: Unit, units: list[Unit], place: str, by: User
) -> Exchange:
    guests = [unit for unit in units if unit != host]
    if not guests:
        raise ValidationError(_("Cuộc họp cần ít nhất hai bên."))
    return record(
        kind=Exchange.Kind.REVIEW,
        title=title,
        begins_on=begins_on,
        host=host,
        guest=guests[0],
        others=guests[1:],
        place=place,
        by=by,
    )
