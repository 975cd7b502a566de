"""The list of articles: its columns and filters."""

from __future__ import annotations

import django_filters
from django.utils.translation import gettext_lazy as _

from ketnghia.reading.models import Article
from ketnghia.ui.listing import Column

COLUMNS = [
    Column("title", _("Bài"), str),
    Column("unit", _("Đưa vào cho"), lambda a: a.unit.name),
    Column("begins_on", _("Việc ngày"), lambda a: a.begins_on, sort="-begins_on"),
    Column("published_on", _("Đăng ngày"), lambda a: a.published_on, sort="-published_on"),
    Column("state", _("Tình trạng"), lambda a: a.get_state_display(), sort="state"),
]


class ArticleFilter(django_filters.FilterSet):  # type: ignore[misc]
    """What an officer narrows articles by."""

    state = django_filters.ChoiceFilter(
        label=_("Tình trạng"), choices=Article.State.choices, empty_label=_("Mọi tình trạng")
    )

    class Meta:
        model = Article
        fields = ["state"]
