"""What is done behind the pages: reading one article, and taking up what a stop left."""

from __future__ import annotations

from django.db import transaction
from django_tasks import task

from ketnghia.reading.models import Article
from ketnghia.reading.operations.reading import read_article


@task()
def read_later(article: int) -> None:
    """Read an article, unless another reader has it or it is gone."""
    found = Article.objects.filter(pk=article).first()
    if found is not None and found.begin():
        read_article(found)


def wait_for(article: Article) -> None:
    """Put an article in the queue."""
    read_later.enqueue(article.pk)


def take_up_again() -> int:
    """Put what a stop left into the queue again; returns how many.

    An article twice in the queue is read once: whoever comes second finds it taken or read.
    """
    left = list(Article.objects.filter(state__in=Article.UNREAD).values_list("pk", flat=True))
    Article.objects.filter(pk__in=left, state=Article.State.READING).update(
        state=Article.State.WAITING
    )
    for pk in left:
        with transaction.atomic():
            read_later.enqueue(pk)
    return len(left)
