"""Deciding about what was found; what stands at the same words in the same way is decided once."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.people.models import Person
from ketnghia.reading.models import Article, Field, Proposal, Taught
from ketnghia.reading.operations.proposals import renew_proposals
from ketnghia.reading.proposing.days import is_whole
from ketnghia.units.models import Unit
from ketnghia.vietnamese.text import fold


@transaction.atomic
def accept(field: Field, *, by: User) -> None:
    """Take one as it stands; a day without its year and a unit nobody knows are not enough."""
    _refuse_half(field)
    for one in _together(field):
        one.accept(by=by)
    renew_proposals(field.article)


def _refuse_half(field: Field) -> None:
    told = field.value
    iso = told["start"] if field.kind == Field.Kind.EVENT else told
    if field.kind in {Field.Kind.EVENT, Field.Kind.SIGNED} and not is_whole(iso):
        raise ValidationError(_("Ngày này thiếu năm. Sửa cho đủ rồi nhận."))
    if field.kind == Field.Kind.UNIT and field.unit is None:
        raise ValidationError(_("Đơn vị này chưa có trong sổ. Sửa: chọn hoặc lập đơn vị, hay bỏ."))


def _together(field: Field) -> list[Field]:
    """The field, and the day of signing where it is told by the words of the event's day."""
    days = {Field.Kind.EVENT, Field.Kind.SIGNED}
    if field.kind not in days:
        return [field]
    others = field.article.fields.filter(kind__in=days, start=field.start, end=field.end)
    same = [one for one in others.exclude(pk=field.pk) if _day(one) == _day(field) and one.is_open]
    return [field, *same]


def _day(field: Field) -> Any:
    return field.value["start"] if field.kind == Field.Kind.EVENT else field.value


@transaction.atomic
def accept_all_sure(article: Article, *, by: User) -> int:
    """Take everything that raises no doubt; returns how many."""
    sure = article.fields.filter(is_doubtful=False, decision=Field.Decision.OPEN)
    number = 0
    for field in sure:
        field.accept(by=by)
        number += 1
    renew_proposals(article)
    return number


@transaction.atomic
def refuse(field: Field, *, by: User) -> None:
    """Leave one out."""
    field.refuse(by=by)
    renew_proposals(field.article)


@transaction.atomic
def reopen(field: Field, *, by: User) -> None:
    """Take the last decision about one back."""
    if field.is_open:
        raise ValidationError(_("Điều này chưa quyết, không có gì để hoàn tác."))
    field.reopen(by=by)
    renew_proposals(field.article)


@transaction.atomic
def correct(field: Field, *, by: User, **told: Any) -> None:
    """Put one right; a unit or person chosen by hand is learned for the next article."""
    before = _day(field) if field.kind in {Field.Kind.EVENT, Field.Kind.SIGNED} else None
    same = _together(field)[1:]
    field.correct(by=by, **told)
    for one in same if before is not None else []:
        _correct_day(one, _day(field), by)
    _learn(field, by, told)
    renew_proposals(field.article)


@transaction.atomic
def add(field: Field, *, by: User, **told: Any) -> None:
    """Keep what a person typed because the reader missed it; it stands in no words."""
    last = field.article.fields.order_by("-order").values_list("order", flat=True).first()
    field.order = (last or 0) + 1
    field.save()
    field.correct(by=by, **told)
    renew_proposals(field.article)


def _correct_day(one: Field, iso: str, by: User) -> None:
    """The same words tell the same day."""
    is_event = one.kind == Field.Kind.EVENT
    value = {"start": iso, "end": max(iso, str(one.value["end"]))} if is_event else iso
    if is_event and one.value["start"] == one.value["end"]:
        value = {"start": iso, "end": iso}
    one.correct(by=by, value=value)


def _learn(field: Field, by: User, told: dict[str, Any]) -> None:
    if field.kind == Field.Kind.UNIT and told.get("unit"):
        for words in field.read.get("aliases", [field.words])[:3]:
            teach(field.article, words, unit=told["unit"], by=by)
    if field.kind == Field.Kind.PERSON and told.get("person"):
        teach(field.article, field.read.get("name", field.words), person=told["person"], by=by)


def teach(
    article: Article,
    words: str,
    *,
    by: User,
    unit: Unit | None = None,
    person: Person | None = None,
) -> None:
    """Remember what words mean; a later lesson about them replaces the earlier one."""
    folded = fold(words)[:200]
    known = {
        "owner": article.unit,
        "folded": folded,
        f"{'unit' if unit else 'person'}__isnull": False,
    }
    told = {"unit": unit, "person": person, "words": words[:200], "article": article, "by": by}
    lesson = Taught.objects.filter(**known).first() or Taught(owner=article.unit, folded=folded)
    for name, value in told.items():
        setattr(lesson, name, value)
    lesson.save()


def choose(proposal: Proposal, choice: str) -> None:
    """Say how a record is written: anew, into the one already there, or not at all."""
    if choice == Proposal.Choice.JOIN and proposal.known is None:
        raise ValidationError(_("Không còn bản nào để gộp vào. Chọn ghi mới."))
    proposal.choice = choice
    proposal.save(update_fields=["choice"])
