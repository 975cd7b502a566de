"""The kept answer to a merit that may be honoured twice."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.commendations.models import Nomination, Repeat
from ketnghia.commendations.repeats import repeats_of


@transaction.atomic
def answer_repeat(nomination: Nomination, *, key: str, answer: str, by: User) -> Repeat:
    """Say why the subject is put forward all the same; the words stay beside the nomination."""
    nomination.refuse_unless(*Nomination.WRITABLE)
    found = next((one for one in repeats_of(nomination) if one.key == key), None)
    if found is None:
        raise ValidationError(_("Chỗ trùng này không còn. Mở lại trang đề nghị."))
    repeat = found.repeat or Repeat(nomination=nomination, award=found.award, other=found.other)
    repeat.answer, repeat.by = answer, by
    repeat.save()
    return repeat
