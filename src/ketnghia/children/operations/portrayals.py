"""Whether what shows children may be published."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Sum
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.children.events import ConsentWithdrawn
from ketnghia.children.models import Child, Consent, Portrayal
from ketnghia.children.terms import Use
from ketnghia.events import publish


@transaction.atomic
def portray(
    subject: models.Model, *, number: int, children: Iterable[Child] = (), by: User
) -> Portrayal:
    """Say how many children a picture or story shows, and which of them stand in a list."""
    kind = ContentType.objects.get_for_model(subject)
    shown = list(children)
    if len(shown) > number:
        raise ValidationError({"number": _("Ít hơn số em đã chọn trong danh sách.")})
    portrayal, _is_new = Portrayal.objects.update_or_create(
        subject_type=kind,
        subject_id=subject.pk,
        defaults={"number": number},
        create_defaults={"number": number, "recorded_by": by},
    )
    portrayal.children.set(shown)
    return portrayal


@transaction.atomic
def agree_to_portrayal(  # noqa: PLR0913 - a consent is told with all its facts
    portrayal: Portrayal,
    *,
    covers: int,
    relation: str,
    child_agreed: bool,
    form: str,
    given_on: date,
    valid_until: date,
    by: User,
) -> Consent:
    """Write down a consent for children of a picture whose names nobody keeps."""
    if not child_agreed:
        told = _("Từ 7 tuổi em cũng phải đồng ý; dưới 7 tuổi thì đánh dấu thay em.")
        raise ValidationError({"child_agreed": told})
    if given_on > localdate():
        raise ValidationError({"given_on": _("Ngày đồng ý chưa tới.")})
    consent = Consent(
        portrayal=portrayal,
        covers=covers,
        use=Use.PUBLISH,
        relation=relation,
        child_agreed=child_agreed,
        form=form,
        given_on=given_on,
        valid_until=valid_until,
        recorded_by=by,
    )
    consent.full_clean(exclude=["sealed_giver"])
    consent.save()
    return consent


@transaction.atomic
def withdraw_portrayal(consent: Consent, *, by: User) -> None:
    """Take a picture's consent back: it may no longer be published."""
    if consent.withdrawn_on:
        raise ValidationError(_("Đồng ý này đã rút rồi."))
    consent.withdrawn_on, consent.withdrawal_recorded_by = localdate(), by
    consent.save(update_fields=["withdrawn_on", "withdrawal_recorded_by"])
    publish(ConsentWithdrawn(Use.PUBLISH, None, consent.portrayal_id, localdate()))


def missing(portrayal: Portrayal, *, on: date | None = None) -> int:
    """How many children of a picture nobody has agreed for, on a day."""
    day = on or localdate()
    valid = Consent.objects.valid_on(day).filter(use=Use.PUBLISH)
    listed = valid.filter(child__in=portrayal.children.all()).values("child").distinct().count()
    by_number = valid.filter(portrayal=portrayal).aggregate(number=Sum("covers"))["number"] or 0
    return max(portrayal.number - listed - by_number, 0)


def may_publish(subject: models.Model, *, on: date | None = None) -> bool:
    """Whether every child a record is said to show has a valid consent to be published.

    A record that nobody said shows children may be published: whoever keeps pictures asks that
    question when one is chosen.
    """
    portrayal = Portrayal.objects.of(subject).first()
    return portrayal is None or missing(portrayal, on=on) == 0
