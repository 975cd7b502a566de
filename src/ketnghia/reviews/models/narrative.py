"""The words of a report, and the papers it was handed in as."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.reviews.codes import code_of, digest_of, grouped_code
from ketnghia.reviews.models.reports import Report
from ketnghia.reviews.models.rounds import Heading


class Passage(models.Model):
    """What a report says under one heading (đoạn lời văn).

    `drafted` holds the sentences drafted from the evidence, each with the keys of the indicators it
    came from. `text` is what a person made of it; a new draft leaves it as it is.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="passages")
    heading = models.ForeignKey(Heading, models.CASCADE, related_name="passages")
    drafted = models.JSONField(default=list, blank=True, editable=False)
    is_own = models.BooleanField(default=False, editable=False)
    text = models.TextField(_("lời văn"), blank=True)
    edited_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    edited_at = models.DateTimeField(null=True, blank=True, editable=False)
    history = HistoricalRecords(excluded_fields=["drafted"])

    class Meta:
        verbose_name = _("đoạn lời văn")
        ordering = ["heading__order", "pk"]
        constraints = [models.UniqueConstraint(fields=["report", "heading"], name="passage_once")]

    def __str__(self) -> str:
        return f"{self.report} · {self.heading}"

    @property
    def draft(self) -> str:
        return " ".join(sentence["text"] for sentence in self.drafted)

    @property
    def words(self) -> str:
        """What is printed: the person's words, else the draft."""
        return self.text if self.is_own else self.draft


class SnapshotQuerySet(models.QuerySet["Snapshot"]):
    """Questions one can ask about snapshots."""

    def visible_to(self, user: User) -> Self:
        return self.filter(report__in=Report.objects.visible_to(user))


class Snapshot(models.Model):
    """A report as it was handed in, under a code that checks it (bản chụp).

    The code is the beginning of the SHA-256 of the content in canonical JSON: the same content has
    the same code, any other content another.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="snapshots")
    code = models.CharField(_("mã"), max_length=12, db_index=True)
    digest = models.CharField(max_length=64)
    content = models.JSONField()
    taken_at = models.DateTimeField(default=now)
    taken_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = SnapshotQuerySet.as_manager()

    class Meta:
        verbose_name = _("bản chụp")
        ordering = ["-taken_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "digest"], name="snapshot_once_a_content")
        ]

    def __str__(self) -> str:
        return self.told

    @property
    def told(self) -> str:
        """The code as it is printed and typed: "K7Q2-M4XA-93TD"."""
        return grouped_code(self.code)

    @property
    def is_current(self) -> bool:
        """Whether the report stands as it was handed in with this code."""
        last = self.report.snapshots.first()
        return self.report.is_frozen and last is not None and last.pk == self.pk

    @property
    def is_unchanged(self) -> bool:
        """Whether what is kept is still what the code was made from."""
        return digest_of(self.content) == self.digest and code_of(self.digest) == self.code
