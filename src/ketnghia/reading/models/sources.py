"""Where a field of a record comes from: the article, the place in it, the words."""

from __future__ import annotations

from typing import Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import User
from ketnghia.reading.models.articles import Article
from ketnghia.reading.models.findings import Field


class SourceQuerySet(models.QuerySet["Source"]):
    """Questions one can ask about sources."""

    def of(self, record: models.Model) -> Self:
        """The sources of one record, in the order of the text."""
        kind = ContentType.objects.get_for_model(record)
        return self.filter(record_type=kind, record_id=record.pk).select_related("article", "by")


class Source(models.Model):
    """That a field of a record stands in an article, at these words (nguồn).

    Generic: the record may be of any room below. `name` is what the record's page calls the field.
    """

    record_type = models.ForeignKey(ContentType, models.PROTECT)
    record_id = models.PositiveBigIntegerField()
    record = GenericForeignKey("record_type", "record_id")
    name = models.CharField(max_length=80)
    told = models.CharField(max_length=300, blank=True)
    article = models.ForeignKey(Article, models.CASCADE, related_name="sources")
    field = models.ForeignKey(Field, models.SET_NULL, null=True, related_name="sources")
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    words = models.TextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("nguồn")
        ordering = ["start", "pk"]
        indexes = [models.Index(fields=["record_type", "record_id"], name="source_of_a_record")]

    def __str__(self) -> str:
        return f"{self.name}: {self.words}"
