"""Reading one article: the engine outside any transaction, then one short one that writes."""

from __future__ import annotations

import logging
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history

from ketnghia.documents.models import Document
from ketnghia.reading.engine import Reading, read
from ketnghia.reading.engine.finding import Kind
from ketnghia.reading.files.content import UnreadableError
from ketnghia.reading.files.opening import open_file
from ketnghia.reading.knowledge import lexicon_of
from ketnghia.reading.models import Article, Field
from ketnghia.reading.operations.proposals import renew_proposals
from ketnghia.reading.proposing import fields_of
from ketnghia.reading.proposing.headlines import headline_of
from ketnghia.vietnamese.text import fold

log = logging.getLogger(__name__)
LONGEST_TITLE = 300


def read_article(article: Article) -> None:
    """Read what was given and keep what was found; what cannot be read says so in one sentence."""
    try:
        given = _given(article)
        source = open_file(given.name, given.file.open("rb").read())
        found = read(source.text, is_html=source.is_html, lexicon=lexicon_of(article.unit))
        notices = [*source.notices, *found.notices]
        fields = fields_of(article, found)
    except UnreadableError as error:
        article.fail(str(error))
    except FileNotFoundError:
        article.fail(_("Tệp gốc không còn trong kho. Đưa bài vào lại."))
    except Exception:
        log.exception("reading article %s", article.pk)
        article.fail(_("Máy đọc vấp ở bài này. Dán phần chữ của bài vào rồi đọc lại."))
    else:
        _keep(article, found, notices, fields)


def _given(article: Article) -> Document:
    kind = ContentType.objects.get_for_model(article)
    found = Document.objects.filter(subject_type=kind, subject_id=article.pk).first()
    if found is None:
        raise FileNotFoundError
    return found


@transaction.atomic
def _keep(article: Article, found: Reading, notices: list[str], fields: list[Field]) -> None:
    article.fields.all().delete()
    bulk_create_with_history(fields, Field)
    event: dict[str, str] = next(
        (field.value for field in fields if field.kind == Field.Kind.EVENT), {}
    )
    article.text = found.text
    article.title = headline_of(found.text)[:LONGEST_TITLE]
    article.notices = notices
    article.published_on = _day(found.first(Kind.PUBLISHED))
    article.begins_on = _day(event.get("start"))
    article.ends_on = _day(event.get("end"))
    article.search_text = fold(f"{article.title} {article.name}")
    article.state, article.failure = Article.State.READ, ""
    article.read_at = timezone.now()
    article.save()
    renew_proposals(article)


def _day(told: str | None) -> date | None:
    """A whole day; a year nobody tells gives none."""
    try:
        return date.fromisoformat(told or "")
    except ValueError:
        return None
