"""The words of a report: drafted from the numbers, written by a person, never overwritten."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.reviews.drafting import Draft
from ketnghia.reviews.models import Heading, Passage, Report
from ketnghia.reviews.operations.holding import hold


@transaction.atomic
def draft(report: Report) -> int:
    """Draft every section anew; what a person wrote stays. Returns how many have a draft."""
    hold(report)
    drafting = Draft(report)
    kept = {passage.heading_id: passage for passage in report.passages.all()}
    number = 0
    for heading in report.round.headings.all():
        sentences = drafting.passage(heading)
        passage = kept.get(heading.pk) or Passage(report=report, heading=heading)
        if not sentences and passage.pk is None:
            continue
        passage.drafted = [one.facts for one in sentences]
        passage.save()
        number += bool(sentences)
    return number


@transaction.atomic
def write_passage(report: Report, heading: Heading, *, text: str, by: User) -> Passage:
    """Keep a person's words under a heading; left as drafted, they stay the draft."""
    hold(report)
    passage = _passage(report, heading)
    passage.text, passage.is_own = text, text != passage.draft
    passage.edited_by, passage.edited_at = by, timezone.now()
    passage.save()
    return passage


@transaction.atomic
def use_draft(report: Report, heading: Heading, *, by: User) -> Passage:
    """Let the draft stand in place of the person's words; history keeps them."""
    hold(report)
    passage = _passage(report, heading)
    if not passage.is_own:
        raise ValidationError(_("Mục này đang dùng bản soạn."))
    passage.text, passage.is_own = "", False
    passage.edited_by, passage.edited_at = by, timezone.now()
    passage.save()
    return passage


def _passage(report: Report, heading: Heading) -> Passage:
    found = report.passages.filter(heading=heading).first()
    return found or Passage(report=report, heading=heading)
