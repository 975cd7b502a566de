"""Writing the book of gifts and support; why something was mended or removed stays in history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.documents.operations import add_photo, attach
from ketnghia.exchanges.models import Exchange
from ketnghia.gifts.models import Gift
from ketnghia.gifts.worth import Count, Worth
from ketnghia.journal.reasons import delete_because, save_because
from ketnghia.units.models import Unit, may_read, may_run
from ketnghia.vietnamese.text import fold


@transaction.atomic
def record_gift(  # noqa: PLR0913 - a gift with all its facts
    *,
    giver: Unit,
    receiver: Unit,
    on: date,
    kind: str,
    what: str,
    recipient: str = "",
    count: Count | None = None,
    worth: Worth | None = None,
    exchange: Exchange | None = None,
    paper: str = "",
    note: str = "",
    proofs: Sequence[UploadedFile[Any]] = (),
    by: User | None = None,
) -> Gift:
    """Write down what one unit gave another, with the photos and papers that show it."""
    gift = Gift(giver=giver, receiver=receiver, exchange=exchange, recorded_by=by)
    _refuse_strangers(giver, receiver, by)
    _describe(gift, on=on, kind=kind, what=what, recipient=recipient, paper=paper, note=note)
    _measure(gift, count, worth)
    gift.save()
    for proof in proofs:
        _keep(gift, proof, by)
    return gift


@transaction.atomic
def mend_gift(  # noqa: PLR0913 - a gift with all its facts
    gift: Gift,
    *,
    giver: Unit,
    receiver: Unit,
    on: date,
    kind: str,
    what: str,
    why: str,
    recipient: str = "",
    count: Count | None = None,
    worth: Worth | None = None,
    exchange: Exchange | None = None,
    paper: str = "",
    note: str = "",
    by: User | None = None,
) -> Gift:
    """Mend a line of the book; the reason stands in its history."""
    _refuse_strangers(giver, receiver, by)
    gift.giver, gift.receiver, gift.exchange = giver, receiver, exchange
    _describe(gift, on=on, kind=kind, what=what, recipient=recipient, paper=paper, note=note)
    _measure(gift, count, worth)
    save_because(gift, why)
    return gift


def _refuse_strangers(giver: Unit, receiver: Unit, by: User | None) -> None:
    if giver.pk == receiver.pk:
        raise ValidationError({"receiver": _("Bên nhận phải là đơn vị khác với bên tặng.")})
    if by and not Unit.objects.run_by(by).filter(pk__in=[giver.pk, receiver.pk]).exists():
        raise ValidationError({"giver": _("Một trong hai bên phải là đơn vị của đồng chí.")})


def _describe(gift: Gift, *, on: date, **facts: str) -> None:
    if on > localdate():
        raise ValidationError({"on": _("Ngày tặng chưa tới. Ghi khi đã trao.")})
    exchange = gift.exchange
    if exchange and on < exchange.begins_on:
        words = {"day": f"{exchange.begins_on:%d/%m/%Y}"}
        raise ValidationError(
            {"on": _("Cuộc giao lưu bắt đầu %(day)s. Sửa ngày, hoặc bỏ cuộc giao lưu.") % words}
        )
    gift.on = on
    for name, value in facts.items():
        setattr(gift, name, value)
    gift.search_text = fold(f"{gift.what} {gift.recipient} {gift.paper}")


def _measure(gift: Gift, count: Count | None, worth: Worth | None) -> None:
    gift.value = worth.value if worth else None
    gift.bound = worth.bound if worth else Gift.bound.field.default
    gift.currency = worth.currency if worth else Gift.currency.field.default
    gift.number = count.number if count else None
    gift.number_bound = count.bound if count else Gift.number_bound.field.default
    gift.measure = count.measure if count else ""


def _keep(gift: Gift, file: UploadedFile[Any], by: User | None) -> None:
    """A picture among the photos, anything else among the papers."""
    if (file.content_type or "").startswith("image/"):
        add_photo(gift, file, by=by)
    else:
        attach(gift, file, by=by)


@transaction.atomic
def remove_gift(gift: Gift, *, why: str) -> None:
    """Take a line out of the book; it can be brought back from the list of what was removed."""
    delete_because(gift, why)


def removed_gifts(user: User, *, to_edit: bool = False) -> Any:
    """The last version of every line that was removed and not brought back, newest first."""
    may = may_run if to_edit else may_read
    gone = Gift.history.filter(history_type="-").exclude(id__in=Gift.objects.values("pk"))
    later = Gift.history.filter(id=OuterRef("id"), history_id__gt=OuterRef("history_id"))
    mine = gone.filter(may(user, at="giver") | may(user, at="receiver")).exclude(Exists(later))
    return mine.select_related("history_user", "giver", "receiver").order_by("-history_date")


@transaction.atomic
def bring_back(version: Any) -> Gift:
    """Write a removed line again as it last was, with its photos and papers."""
    gift: Gift = version.instance
    if Gift.objects.filter(pk=gift.pk).exists():
        raise ValidationError(_("Dòng này đã có lại trong sổ."))
    gift.search_text = fold(f"{gift.what} {gift.recipient} {gift.paper}")
    save_because(gift, _("ghi lại sau khi bỏ"))
    return gift
