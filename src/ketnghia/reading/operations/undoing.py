"""Taking back what an article wrote, while nothing else has been built on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.people.models import Person, Post
from ketnghia.reading.dependents import FOLLOWING, hanging_on
from ketnghia.reading.models import Article, Source
from ketnghia.reading.operations.proposals import renew_proposals

# Records written in the same act keep their last version a moment before the act is closed.
SAME_ACT = timedelta(seconds=2)
# The whole goes before what it stands on.
ORDER = ("Gift", "Activity", "Exchange", "Agreement", "Post", "Person")


@transaction.atomic
def undo(article: Article, *, by: User) -> None:
    """Remove the records an article made; the article waits to be decided about again.

    Raises ValidationError naming what was built on them, or who changed them since.
    """
    article = Article.objects.select_for_update().get(pk=article.pk)
    if article.state != Article.State.ACCEPTED:
        raise ValidationError(_("Bài này chưa ghi vào sổ."))
    made = list(_made(article))
    for record in made:
        _refuse_if_built_on(article, record)
    for record in made:
        _refuse_if_changed(article, record)
    Source.objects.filter(article=article).delete()
    for record in made:
        _remove(record, article)
    article.proposals.update(written_type=None, written_id=None)
    article.written = {}
    article.reopen(by=by)
    renew_proposals(article)


def _made(article: Article) -> Iterator[models.Model]:
    """The records made, in the order they are removed; some may be gone already."""
    by_name = {label.split(".")[1]: label for label in article.written}
    for name in ORDER:
        if name in by_name:
            model: Any = apps.get_model(by_name[name])
            yield from model.objects.filter(pk__in=article.written[by_name[name]])


def _refuse_if_built_on(article: Article, record: models.Model) -> None:
    if isinstance(record, Person | Post):
        return
    for label, keys in hanging_on(record).items():
        later = keys - set(article.written.get(label, ()))
        if later and label not in FOLLOWING:
            words = {
                "record": record,
                "what": str(apps.get_model(label)._meta.verbose_name).lower(),
            }
            raise ValidationError(
                _("Không hoàn tác được: sau khi ghi, “%(record)s” đã có thêm %(what)s.") % words
            )


def _refuse_if_changed(article: Article, record: Any) -> None:
    if isinstance(record, Person | Post) or article.decided_at is None:
        return
    since = article.decided_at + SAME_ACT
    version = record.history.filter(history_date__gt=since).select_related("history_user").first()
    if version is not None:
        words = {"record": record, "who": version.history_user or _("hệ thống")}
        raise ValidationError(
            _("Không hoàn tác được: %(who)s đã sửa “%(record)s” sau khi ghi.") % words
        )


def _remove(record: models.Model, article: Article) -> None:
    """Take a record out; a person others have named since stays."""
    if isinstance(record, Person):
        own = {label: set(keys) for label, keys in article.written.items()}
        if any(keys - own.get(label, set()) for label, keys in hanging_on(record).items()):
            return
    record.delete()
