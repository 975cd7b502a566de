"""Writing a paper down: the draft, its terms, its promises, its signing; each one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.agreements.events import AgreementClosed, AgreementExtended, AgreementSigned
from ketnghia.agreements.models import (
    Agreement,
    AgreementQuerySet,
    Branch,
    Commitment,
    Party,
    Signatory,
)
from ketnghia.agreements.operations import open_duties
from ketnghia.agreements.terms import Who
from ketnghia.events import publish
from ketnghia.people.models import Person
from ketnghia.units.models import Unit, searchable
from ketnghia.vietnamese.text import fold, sort_key

FEWEST = 2


@transaction.atomic
def draft(units: Sequence[Unit], *, kind: str, by: User) -> Agreement:
    """Begin a paper between units, in their order; one of them must be the person's own."""
    _refuse_wrong_parties(units, by)
    label = str(Agreement.Kind(kind).label)
    title = f"{label} {' – '.join(unit.short_name for unit in units)}"
    agreement = Agreement(kind=kind, drafted_by=by)
    _name(agreement, title, units)
    agreement.save()
    for order, unit in enumerate(units, start=1):
        Party.objects.create(agreement=agreement, unit=unit, order=order)
    return agreement


def _refuse_wrong_parties(units: Sequence[Unit], by: User) -> None:
    if len(units) < FEWEST:
        raise ValidationError(_("Văn bản cần ít nhất hai bên."))
    seen: set[int] = set()
    for unit in units:
        if unit.pk in seen:
            raise ValidationError(_("%(unit)s đứng hai lần. Mỗi đơn vị một bên.") % {"unit": unit})
        seen |= unit.lineage_ids()
    if not Unit.objects.run_by(by).filter(pk__in=[unit.pk for unit in units]).exists():
        raise ValidationError(_("Một trong các bên phải là đơn vị của đồng chí."))


def _name(agreement: Agreement, title: str, units: Sequence[Unit]) -> None:
    agreement.title = title
    agreement.search_text = searchable([title, *(unit.name for unit in units)])
    agreement.sort_key = sort_key(title)[:900]


@transaction.atomic
def set_terms(  # noqa: PLR0913 - the facts of the paper
    agreement: Agreement,
    *,
    title: str,
    signed_on: date | None,
    starts_on: date | None = None,
    ends_on: date | None = None,
    signed_at: str = "",
    signed_on_note: str = "",
    signers: Sequence[tuple[Party, str, str]] = (),
    frame: Agreement | None = None,
) -> None:
    """Write when it was signed, for how long it holds, and who signed (party, name, title).

    Without a day of signing it stays a draft until somebody knows the day.
    """
    if ends_on and starts_on and ends_on < starts_on:
        raise ValidationError({"ends_on": _("Ngày hết hiệu lực phải sau ngày bắt đầu.")})
    if signed_on is not None:
        _refuse_wrong_days(agreement, signed_on, ends_on)
    _name(agreement, title, [party.unit for party in agreement.parties.all()])
    agreement.planned_signing = signed_on
    agreement.signed_at = signed_at
    agreement.signed_on_note = signed_on_note
    agreement.starts_on = starts_on or signed_on
    agreement.ends_on = ends_on
    agreement.frame = frame
    agreement.save()
    for party, name, post in signers:
        _write_signer(party, name, post)


def possible_frames(agreement: Agreement, by: User) -> AgreementQuerySet:
    """Signed papers this one may stand under: any other that the person may read."""
    signed = Agreement.objects.visible_to(by).filter(signed_on__isnull=False)
    return signed.exclude(pk=agreement.pk).order_by("-signed_on", "pk")


def _refuse_wrong_days(agreement: Agreement, signed_on: date, ends_on: date | None) -> None:
    if signed_on > localdate():
        raise ValidationError({"signed_on": _("Ngày ký chưa tới. Ghi văn bản khi đã ký.")})
    if ends_on and ends_on < signed_on:
        raise ValidationError({"ends_on": _("Ngày hết hiệu lực phải sau ngày ký.")})
    for party in agreement.parties.all():
        if party.unit.began_on and party.unit.began_on > signed_on:
            raise ValidationError({"signed_on": _not_yet(party, signed_on)})
        if party.unit.ended_on and party.unit.ended_on <= signed_on:
            raise ValidationError({"signed_on": _no_more(party, signed_on)})


def _not_yet(party: Party, on: date) -> str:
    words = {"unit": party.unit, "day": f"{on:%d/%m/%Y}"}
    return _("Ngày %(day)s chưa có %(unit)s. Chọn đơn vị của thời đó, hoặc sửa ngày.") % words


def _no_more(party: Party, on: date) -> str:
    words = {"unit": party.unit, "day": f"{on:%d/%m/%Y}"}
    return _("Ngày %(day)s %(unit)s không còn. Chọn đơn vị kế thừa, hoặc sửa ngày.") % words


def _write_signer(party: Party, name: str, post: str) -> None:
    party.signatories.all().delete()
    if not name:
        return
    person = Person.objects.filter(search_text=fold(name)).first()
    if person is None:
        person = Person.objects.create(
            name=name, search_text=fold(name), sort_key=sort_key(name)[:600]
        )
    Signatory.objects.create(party=party, person=person, title=post)


@transaction.atomic
def promise(  # noqa: PLR0913 - a promise with all its fields
    agreement: Agreement,
    *,
    wording: str,
    area: str,
    rhythm: str,
    who: str,
    where: str,
    ways: Sequence[tuple[str, str, int | None]],
    side: Party | None = None,
    due_on: date | None = None,
    delegates: Sequence[Unit] = (),
) -> Commitment:
    """Add a promise; in a signed paper its duties open at once."""
    if not ways:
        raise ValidationError({"counted": _("Chọn việc được tính.")})
    if who == Who.ONE_SIDE and side is None:
        raise ValidationError({"side": _("Chọn bên làm.")})
    commitment = Commitment.objects.create(
        agreement=agreement,
        order=agreement.commitments.count() + 1,
        wording=wording,
        area=area,
        rhythm=rhythm,
        who=who,
        where=where,
        side=side if who == Who.ONE_SIDE else None,
        due_on=due_on,
    )
    for order, (counted, bound, quantity) in enumerate(ways, start=1):
        Branch.objects.create(
            commitment=commitment, order=order, counted=counted, bound=bound, quantity=quantity
        )
    commitment.delegates.set(delegates)
    open_duties(agreement)
    return commitment


@transaction.atomic
def sign(agreement: Agreement, *, by: User) -> None:
    """Bring a draft into force: its duties open, rooms above are told."""
    if agreement.signed_on is not None:
        raise ValidationError(_("Văn bản này đã ký rồi."))
    if agreement.planned_signing is None:
        raise ValidationError(_("Chưa ghi ngày ký. Quay lại bước Ký."))
    agreement.signed_on = agreement.planned_signing
    agreement.save(update_fields=["signed_on"])
    _hand_over(agreement)
    open_duties(agreement)
    publish(AgreementSigned(agreement.pk, agreement.signed_on, by.pk))


def _hand_over(agreement: Agreement) -> None:
    """From the day the new paper begins, the old one owes nothing more; until then both hold."""
    if agreement.predecessor is None or agreement.handed_over_on is not None:
        return
    agreement.handed_over_on = agreement.starts_on
    agreement.save(update_fields=["handed_over_on"])
    open_duties(agreement.predecessor)


@transaction.atomic
def extend(agreement: Agreement, *, until: date, by: User) -> None:
    """Move the end of a paper in force; new periods open, a stub at the old end grows."""
    if agreement.signed_on is None:
        raise ValidationError(_("Bản thảo chưa ký thì sửa thời hạn ngay trong bản thảo."))
    if agreement.closed_on:
        raise ValidationError(_("Văn bản đã khép lại, không gia hạn được."))
    if agreement.ends_on is None:
        raise ValidationError(_("Văn bản không ghi ngày hết hạn, không cần gia hạn."))
    if until <= agreement.ends_on:
        raise ValidationError({"until": _("Ngày mới phải sau ngày hết hạn đang ghi.")})
    agreement.ends_on = until
    agreement.save(update_fields=["ends_on"])
    open_duties(agreement)
    publish(AgreementExtended(agreement.pk, until, by.pk))


@transaction.atomic
def close(agreement: Agreement, *, on: date, note: str, by: User) -> None:
    """End a paper before its time; what was owed after that day is dropped with the reason."""
    if agreement.signed_on is None or on < agreement.signed_on:
        raise ValidationError({"on": _("Ngày khép lại phải sau ngày ký.")})
    if agreement.closed_on:
        raise ValidationError(_("Văn bản này đã khép lại rồi."))
    agreement.closed_on, agreement.closing_note = on, note
    agreement.save(update_fields=["closed_on", "closing_note"])
    open_duties(agreement)
    publish(AgreementClosed(agreement.pk, on, by.pk))


@transaction.atomic
def renew(agreement: Agreement, *, by: User) -> Agreement:
    """Begin the next paper from this one: today's heirs as parties, the same promises.

    The old paper ends where the new one begins, once the new one is signed (`sign`).
    """
    waiting = agreement.renewals.filter(signed_on=None).first()
    if waiting is not None:
        return waiting
    units = [_heir_of(party.unit) for party in agreement.parties.select_related("unit")]
    new = draft(list(dict.fromkeys(units)), kind=agreement.kind, by=by)
    new.predecessor = agreement
    new.save(update_fields=["predecessor"])
    for old in agreement.commitments.prefetch_related("branches"):
        ways = [(b.counted, b.bound, b.quantity) for b in old.branches.all()]
        side = new.parties.filter(order=old.side.order).first() if old.side else None
        promise(
            new,
            wording=old.wording,
            area=old.area,
            rhythm=old.rhythm,
            who=old.who,
            where=old.where,
            ways=ways,
            side=side,
            due_on=None,
            delegates=[unit for unit in old.delegates.all() if unit.is_living],
        )
    return new


def _heir_of(unit: Unit) -> Unit:
    return unit.heirs().first() or unit
