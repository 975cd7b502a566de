"""Children shown in a picture or told of in a story."""

from __future__ import annotations

from typing import Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.children.models.lists import Child


class PortrayalQuerySet(models.QuerySet["Portrayal"]):
    """Questions about what shows children."""

    def of(self, subject: models.Model) -> Self:
        kind = ContentType.objects.get_for_model(subject)
        return self.filter(subject_type=kind, subject_id=subject.pk)


class Portrayal(models.Model):
    """That a picture or story shows so many children one could recognise (thiếu nhi trong ảnh).

    Those who stand in a list are tied to it there (`children`); for the others consents are
    recorded by number.
    """

    subject_type = models.ForeignKey(ContentType, models.PROTECT)
    subject_id = models.PositiveBigIntegerField()
    subject = GenericForeignKey("subject_type", "subject_id")
    number = models.PositiveSmallIntegerField(_("số em nhận ra được"))
    children = models.ManyToManyField(Child, related_name="portrayals", blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = PortrayalQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["subject_type", "subject_id"])

    class Meta:
        verbose_name = _("thiếu nhi trong ảnh, bài")
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id"], name="portrayal_once_per_subject"
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} em"
