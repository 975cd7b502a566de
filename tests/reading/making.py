"""Plain makers of articles and of what was found in them."""

from __future__ import annotations

from itertools import count
from typing import Any

from ketnghia.accounts.models import User
from ketnghia.reading.models import Article, Batch, Field
from ketnghia.units.models import Unit

_numbers = count(1)


def make_article(unit: Unit, *, by: User | None = None, **facts: Any) -> Article:
    batch = Batch.objects.create(unit=unit, by=by, title="Một bài")
    told = {"name": "bai.txt", "digest": f"{next(_numbers):064}", **facts}
    return Article.objects.create(batch=batch, unit=unit, **told)


def make_field(article: Article, kind: str = "place", **facts: Any) -> Field:
    order = article.fields.count() + 1
    return Field.objects.create(article=article, kind=kind, order=order, **facts)
