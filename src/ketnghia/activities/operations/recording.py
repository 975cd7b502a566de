"""Recording activities and correcting what was recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.activities.events import ActivityRecorded
from ketnghia.activities.kinds import guessed_kind
from ketnghia.activities.models import Activity, Campaign, Organiser
from ketnghia.activities.operations.crediting import credit
from ketnghia.activities.operations.figures import Line, add_lines, settle
from ketnghia.activities.operations.joint import offer
from ketnghia.agreements.models import Agreement, Duty
from ketnghia.documents.operations import add_photo
from ketnghia.events import publish
from ketnghia.units.models import Unit, searchable


@transaction.atomic
def record(  # noqa: PLR0913 - an activity is recorded with all its facts
    *,
    title: str,
    begins_on: date,
    organiser: Unit,
    kind: str = "",
    ends_on: date | None = None,
    campaign: str = "",
    place: str = "",
    beneficiaries: str = "",
    at_unit: Unit | None = None,
    partner: Unit | None = None,
    agreement: Agreement | None = None,
    joint: Sequence[tuple[Unit, Decimal | None]] = (),
    figures: Sequence[Line] = (),
    duty: Duty | None = None,
    note: str = "",
    source: str = "",
    client_key: str | None = None,
    by: User | None = None,
) -> Activity:
    """Record an activity of one of the person's own units, with its figures and who joined in.

    The same form sent again by the same person (`client_key`) gives the activity already kept.
    """
    kept = _kept(client_key, by)
    if kept:
        return kept
    if by is not None and not Unit.objects.run_by(by).filter(pk=organiser.pk).exists():
        raise ValidationError({"organiser": _("Chỉ ghi được hoạt động của đơn vị mình.")})
    activity = Activity.objects.create(
        client_key=client_key,
        kind=kind or guessed_kind(title, [line.what for line in figures]),
        title=title,
        campaign=Campaign.objects.called(campaign) if campaign else None,
        begins_on=begins_on,
        ends_on=ends_on or begins_on,
        place=place,
        beneficiaries=beneficiaries,
        at_unit=at_unit,
        partner=partner,
        agreement=agreement or (duty.commitment.agreement if duty else None),
        note=note,
        source=source,
        recorded_by=by,
    )
    Organiser.objects.create(activity=activity, unit=organiser)
    for unit, share in joint:
        offer(activity, unit=unit, share=share)
    add_lines(activity, figures)
    refresh_search(activity)
    settle(activity)
    if duty is not None and by is not None:
        credit(activity, duty, by=by)
    publish(ActivityRecorded(activity.pk, by.pk if by else None))
    return activity


@dataclass(frozen=True)
class Photo:
    """A photo sent with an activity, and what the device said of it."""

    upload: UploadedFile[Any]
    taken_on: date | None = None
    shows_children: bool = False


@transaction.atomic
def record_with_photos(*, photos: Sequence[Photo], by: User, **facts: Any) -> Activity:
    """Record an activity and its photos: both, or neither when a photo is refused."""
    activity = record(by=by, **facts)
    for photo in photos:
        add_photo(
            activity,
            photo.upload,
            by=by,
            taken_on=photo.taken_on,
            shows_children=photo.shows_children,
        )
    return activity


def _kept(client_key: str | None, by: User | None) -> Activity | None:
    if not client_key or by is None:
        return None
    return Activity.objects.filter(client_key=client_key, recorded_by=by).first()


@transaction.atomic
def correct(  # noqa: PLR0913 - an activity is corrected with all its facts
    activity: Activity,
    *,
    title: str,
    kind: str,
    begins_on: date,
    ends_on: date | None = None,
    campaign: str = "",
    place: str = "",
    beneficiaries: str = "",
    at_unit: Unit | None = None,
    partner: Unit | None = None,
    note: str = "",
) -> Activity:
    """Write the facts of an activity anew; totals of both its days follow."""
    activity.title, activity.kind = title, kind
    activity.begins_on, activity.ends_on = begins_on, ends_on or begins_on
    activity.campaign = Campaign.objects.called(campaign) if campaign else None
    activity.place, activity.beneficiaries, activity.note = place, beneficiaries, note
    activity.at_unit, activity.partner = at_unit, partner
    activity.save()
    refresh_search(activity)
    settle(activity)
    return activity


def refresh_search(activity: Activity) -> None:
    """Write what the activity is found by: its words and the names of its units."""
    units = [organiser.unit for organiser in activity.organisers.select_related("unit")]
    names = [unit.name for unit in (*units, activity.at_unit, activity.partner) if unit]
    campaign = activity.campaign.name if activity.campaign else ""
    activity.search_text = searchable([activity.title, activity.place, campaign, *names])
    activity.save(update_fields=["search_text"])
