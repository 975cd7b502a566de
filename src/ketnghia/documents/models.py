"""Files kept beside any record."""

from __future__ import annotations

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User


class Document(models.Model):
    """A file as it was given, with the digest that proves it (tệp)."""

    subject_type = models.ForeignKey(ContentType, models.PROTECT)
    subject_id = models.PositiveBigIntegerField()
    subject = GenericForeignKey("subject_type", "subject_id")
    file = models.FileField(_("tệp"), upload_to="documents/%Y/%m/")
    name = models.CharField(_("tên tệp"), max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(_("cỡ, byte"))
    sha256 = models.CharField("SHA-256", max_length=64)
    language = models.CharField(_("ngôn ngữ"), max_length=10, default="vi")
    added_by = models.ForeignKey(User, models.PROTECT, null=True)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["added_at", "pk"]
        indexes = [models.Index(fields=["subject_type", "subject_id"])]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id", "sha256"],
                name="document_once_per_subject",
                violation_error_message=_("Tệp này đã có ở đây."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Photo(models.Model):
    """A photo beside any record: shrunk, without the place it was taken, its day kept (ảnh).

    `shows_children`: used inside only; whoever publishes asks for recorded consent first.
    """

    subject_type = models.ForeignKey(ContentType, models.PROTECT)
    subject_id = models.PositiveBigIntegerField()
    subject = GenericForeignKey("subject_type", "subject_id")
    image = models.FileField(_("ảnh"), upload_to="photos/%Y/%m/")
    small = models.FileField(upload_to="photos/%Y/%m/")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    sha256 = models.CharField("SHA-256", max_length=64)
    order = models.PositiveSmallIntegerField(default=1)
    caption = models.CharField(_("chú thích"), max_length=300, blank=True)
    credit = models.CharField(_("người chụp"), max_length=120, blank=True)
    place = models.CharField(_("nơi chụp"), max_length=200, blank=True)
    taken_on = models.DateField(_("ngày chụp"), null=True, blank=True)
    shows_children = models.BooleanField(_("có trẻ em"), default=False)
    added_by = models.ForeignKey(User, models.PROTECT, null=True)
    added_at = models.DateTimeField(auto_now_add=True)
    history = HistoricalRecords(excluded_fields=["image", "small"])

    class Meta:
        verbose_name = _("ảnh")
        ordering = ["order", "pk"]
        indexes = [models.Index(fields=["subject_type", "subject_id"])]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id", "sha256"],
                name="photo_once_per_subject",
                violation_error_message=_("Ảnh này đã có ở đây."),
            )
        ]

    def __str__(self) -> str:
        return self.caption or str(self._meta.verbose_name)
