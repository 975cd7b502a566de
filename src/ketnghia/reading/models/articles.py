"""Articles taken in: what was given, the text a person sees, and how far the reading is."""

from __future__ import annotations

from datetime import timedelta
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.ui.searching import Searchable
from ketnghia.units.models import Unit, may_read, may_run

# A reading takes a second at most; one that began so long ago was cut short.
CUT_SHORT = timedelta(minutes=5)


class BatchQuerySet(models.QuerySet["Batch"]):
    """Questions one can ask about what was taken in at once."""

    def visible_to(self, user: User) -> Self:
        return self.filter(may_read(user))

    def editable_by(self, user: User) -> Self:
        return self.filter(may_run(user))

    def with_counts(self) -> Self:
        """With how many of its articles wait, were read, and could not be read."""
        waiting = Q(articles__state__in=Article.UNREAD)
        failed = Q(articles__state=Article.State.FAILED)
        return self.annotate(
            number=Count("articles"),
            waiting=Count("articles", filter=waiting),
            failed=Count("articles", filter=failed),
        )


class Batch(models.Model):
    """What one person took in at once: some files, a folder, a pasted text (đợt đưa vào)."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="batches")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    title = models.CharField(_("tên đợt"), max_length=200)
    # Files that were there already, or refused at the door, with one sentence each.
    refused = models.JSONField(default=list)

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("đợt đưa vào")
        ordering = ["-at", "-pk"]

    # Set by `with_counts`.
    number: int
    waiting: int
    failed: int

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("reading:batch", args=[self.pk])

    @property
    def done(self) -> int:
        """How many are read, or said why not."""
        return self.number - self.waiting


class ArticleQuerySet(Searchable["Article"]):
    """Questions one can ask about articles."""

    def visible_to(self, user: User) -> Self:
        return self.filter(may_read(user))

    def editable_by(self, user: User) -> Self:
        return self.filter(may_run(user))

    def unread(self) -> Self:
        """Waiting for the reader, or cut short while it read."""
        begun = timezone.now() - CUT_SHORT
        return self.filter(
            Q(state=Article.State.WAITING) | Q(state=Article.State.READING, begun_at__lt=begun)
        )

    def to_look_at(self) -> Self:
        """Read, and nobody has decided about them yet."""
        return self.filter(state=Article.State.READ)


class Article(models.Model):
    """A news item, report or saved page that is read (bài viết nguồn).

    What was given stays as a file beside it; `digest` is its SHA-256, so the same article given
    twice to one unit is kept once. `text` is what a person sees: all places are places of it.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("chờ đọc")
        READING = "reading", _("đang đọc")
        READ = "read", _("chờ xem")
        FAILED = "failed", _("không đọc được")
        ACCEPTED = "accepted", _("đã ghi vào sổ")
        ASIDE = "aside", _("để lại")

    UNREAD = (State.WAITING, State.READING)

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="articles")
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="articles", verbose_name=_("đưa vào cho")
    )
    name = models.CharField(_("tên tệp"), max_length=200)
    link = models.URLField(_("địa chỉ trang"), max_length=500, blank=True)
    digest = models.CharField("SHA-256", max_length=64, editable=False)
    state = models.CharField(
        _("tình trạng"), max_length=10, choices=State, default=State.WAITING, editable=False
    )
    failure = models.CharField(_("vì sao không đọc được"), max_length=300, blank=True)
    title = models.CharField(_("đầu đề"), max_length=300, blank=True)
    text = models.TextField(blank=True, editable=False)
    notices = models.JSONField(default=list, editable=False)
    published_on = models.DateField(_("đăng ngày"), null=True, blank=True)
    begins_on = models.DateField(_("việc từ ngày"), null=True, blank=True)
    ends_on = models.DateField(_("việc đến ngày"), null=True, blank=True)
    begun_at = models.DateTimeField(null=True, editable=False)
    read_at = models.DateTimeField(null=True, editable=False)
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("người quyết")
    )
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    # What acceptance wrote, as {"app.Model": [keys]}: whatever hangs on it later forbids undoing.
    written = models.JSONField(default=dict, editable=False)
    search_text = models.TextField(editable=False, default="")

    objects = ArticleQuerySet.as_manager()
    history = HistoricalRecords(
        excluded_fields=["text", "notices", "search_text", "written", "begun_at", "read_at"]
    )

    class Meta:
        verbose_name = _("bài viết nguồn")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["unit", "state"], name="article_by_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "digest"],
                name="article_once_per_unit",
                violation_error_message=_("Bài này đã có."),
            )
        ]

    def __str__(self) -> str:
        return self.title or self.name

    def get_absolute_url(self) -> str:
        return reverse("reading:desk", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Whether a person may still decide about what was found."""
        return self.state == self.State.READ

    def begin(self) -> bool:
        """Take it to be read; false where another reader has it or it was read."""
        now = timezone.now()
        taken = Article.objects.unread().filter(pk=self.pk)
        if not taken.update(state=self.State.READING, begun_at=now):
            return False
        self.state, self.begun_at = self.State.READING, now
        return True

    def fail(self, why: str) -> None:
        """Say in one sentence why it cannot be read."""
        self.state, self.failure, self.read_at = self.State.FAILED, why[:300], timezone.now()
        self.save(update_fields=["state", "failure", "read_at"])

    def wait_again(self) -> None:
        """Let the reader try once more."""
        if self.state != self.State.FAILED:
            raise ValidationError(_now("Bài này đã đọc rồi."))
        self.state, self.failure = self.State.WAITING, ""
        self.save(update_fields=["state", "failure"])

    def set_aside(self, *, by: User) -> None:
        """Leave it: nothing of it is to be written."""
        if self.state not in {self.State.READ, self.State.FAILED}:
            raise ValidationError(_now("Bài này không còn chờ xem."))
        self._decide(self.State.ASIDE, by)

    def take_up(self, *, by: User) -> None:
        """Look at it again after all."""
        if self.state != self.State.ASIDE:
            raise ValidationError(_now("Bài này không nằm trong mục để lại."))
        self._decide(self.State.FAILED if self.failure else self.State.READ, by)

    def reopen(self, *, by: User) -> None:
        """Wait to be decided about again, after what was written was taken back."""
        self._decide(self.State.READ, by)
        self.save(update_fields=["written"])

    def _decide(self, state: State, by: User) -> None:
        self.state, self.decided_by, self.decided_at = state, by, timezone.now()
        self._history_user = by  # history names who decided, also outside a page
        self.save(update_fields=["state", "decided_by", "decided_at"])
