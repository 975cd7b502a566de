"""Files kept beside any record."""

from __future__ import annotations

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

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
