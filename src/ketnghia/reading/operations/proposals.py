"""Which records an article would become, and which of them the registers hold already."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from ketnghia.reading.composing import Composition
from ketnghia.reading.matching import Match, same_activity, same_agreement, same_exchange
from ketnghia.reading.models import Article, Proposal

Record, Choice = Proposal.Record, Proposal.Choice


@transaction.atomic
def renew_proposals(article: Article) -> Composition:
    """Write the proposals afresh; a choice stands while the record it is about stays the same."""
    composed = Composition(article, article.fields.all())
    wanted = _wanted(composed)
    article.proposals.exclude(record__in=wanted).delete()
    for record, match in wanted.items():
        _renew(article, record, match)
    return composed


def _wanted(composed: Composition) -> dict[str, Match | None]:
    wanted: dict[str, Match | None] = {}
    first, last = composed.days
    if composed.paper:
        term = composed.term
        wanted[Record.AGREEMENT] = same_agreement(
            composed.parties, kind=composed.paper, signed=term.signed, last=term.ends_on, on=first
        )
    if composed.record == Record.EXCHANGE:
        wanted[Record.EXCHANGE] = same_exchange(composed.tied, first=first, last=last)
    if composed.record == Record.ACTIVITY:
        first, last = composed.period
        lead = next(iter(composed.tied), None)
        title = composed.title
        wanted[Record.ACTIVITY] = (
            same_activity(lead, first=first, last=last, title=title) if lead else None
        )
    return wanted


def _renew(article: Article, record: str, match: Match | None) -> None:
    kind = ContentType.objects.get_for_model(match.record) if match else None
    key = match.record.pk if match else None
    proposal = article.proposals.filter(record=record).first()
    if proposal is not None and (proposal.known_type, proposal.known_id) == (kind, key):
        return
    proposal = proposal or Proposal(article=article, record=record)
    proposal.known_type, proposal.known_id = kind, key
    proposal.why = match.why if match else ""
    proposal.choice = Choice.JOIN if match else Choice.NEW
    proposal.save()
