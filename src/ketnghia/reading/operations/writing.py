"""Writing an article into the registers through the rooms' own operations, all or nothing."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ketnghia.accounts.models import User
from ketnghia.reading.composing import Composition
from ketnghia.reading.dependents import hanging_on
from ketnghia.reading.models import Article, Field, Proposal, Source
from ketnghia.reading.operations.proposals import renew_proposals
from ketnghia.reading.saying import label_of, said
from ketnghia.reading.writers import activities, agreements, exchanges, gifts, people
from ketnghia.reading.writers.writing import Written

Record, Choice = Proposal.Record, Proposal.Choice


@transaction.atomic
def write(article: Article, *, by: User) -> Written:
    """Write every record of an article, with the source of each field; or refuse in words."""
    article = Article.objects.select_for_update().get(pk=article.pk)
    if not article.is_open:
        raise ValidationError(_("Bài này đã quyết rồi. Tải lại trang để xem."))
    composed = renew_proposals(article)
    _refuse_unready(article, composed)
    written = Written(by=by)
    people.write(composed, written)
    _write_paper(article, composed, written)
    _write_event(article, composed, written)
    gifts.write(composed, written)
    _refuse_nothing(written)
    _accept_open(article, by)
    _keep_sources(article, written)
    _finish(article, written, by)
    return written


def _refuse_unready(article: Article, composed: Composition) -> None:
    doubts = article.fields.doubts().count()
    if doubts:
        words = ngettext("Còn %(n)s điều cần xem.", "Còn %(n)s điều cần xem.", doubts)
        raise ValidationError(words % {"n": doubts})
    if composed.unknown:
        name = composed.unknown[0].value["name"]
        told = _("“%(unit)s” chưa có trong sổ: chọn, lập mới, hoặc bỏ.")
        raise ValidationError(told % {"unit": name})


def _refuse_nothing(written: Written) -> None:
    if not (written.agreement or written.event):
        raise ValidationError(_("Chưa có gì để ghi: nhận việc hoặc văn bản trước đã."))


def _write_paper(article: Article, composed: Composition, written: Written) -> None:
    proposal = article.proposals.filter(record=Record.AGREEMENT).first()
    if proposal is None or proposal.choice == Choice.LEAVE:
        return
    known = proposal.known_to(written.by) if proposal.choice == Choice.JOIN else None
    if known is not None:
        written.agreement = known
    else:
        written.agreement = agreements.write(composed, written)
    _remember(proposal, written.agreement)


def _write_event(article: Article, composed: Composition, written: Written) -> None:
    proposal = article.proposals.exclude(record=Record.AGREEMENT).first()
    if proposal is None or proposal.choice == Choice.LEAVE:
        return
    known = proposal.known_to(written.by) if proposal.choice == Choice.JOIN else None
    if known is not None:
        written.event, written.is_joined = known, True
    elif proposal.record == Record.EXCHANGE:
        written.event = exchanges.write(composed, written)
    else:
        written.event = activities.write(composed, written)
    _remember(proposal, written.event)


def _remember(proposal: Proposal, record: Any) -> None:
    proposal.written = record
    proposal.save()


def _accept_open(article: Article, by: User) -> None:
    """What raised no doubt stood on the page beside the button: it is accepted with the rest."""
    for field in article.fields.filter(decision=Field.Decision.OPEN):
        field.accept(by=by)


def _keep_sources(article: Article, written: Written) -> None:
    fields = [field for field in article.fields.all() if not field.is_refused]
    Source.objects.bulk_create(
        Source(
            record=record,
            name=label_of(field),
            told=said(field)[:300],
            article=article,
            field=field,
            start=field.start,
            end=field.end,
            words=field.words,
            by=written.by,
        )
        for field in fields
        for record in written.records_of(field)
    )


def _finish(article: Article, written: Written, by: User) -> None:
    article.written = _footprint(written.made)
    article.state = Article.State.ACCEPTED
    article.decided_by, article.decided_at = by, timezone.now()
    article._history_user = by  # noqa: SLF001 - history names who accepted, also outside a page
    article.save(update_fields=["written", "state", "decided_by", "decided_at"])


def _footprint(made: list[models.Model]) -> dict[str, list[int]]:
    """The records made, with all that hung on them when they were written."""
    found: dict[str, set[int]] = defaultdict(set)
    for record in made:
        found[record._meta.label].add(record.pk)
        for label, keys in hanging_on(record).items():
            found[label] |= keys
    return {label: sorted(keys) for label, keys in found.items()}
