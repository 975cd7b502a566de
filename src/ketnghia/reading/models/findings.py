"""What was found in an article, one decision each, and the records it would become."""

from __future__ import annotations

from typing import Any, Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.journal.reasons import save_because
from ketnghia.people.models import Person
from ketnghia.reading.models.articles import Article
from ketnghia.units.models import Unit


class FieldQuerySet(models.QuerySet["Field"]):
    """What was found belongs to its article: whoever may see or edit that may this."""

    def visible_to(self, user: User) -> Self:
        return self.filter(article__in=Article.objects.visible_to(user))

    def editable_by(self, user: User) -> Self:
        """Those still to decide, for whoever runs the unit of the article."""
        return self.filter(article__in=Article.objects.editable_by(user).to_look_at())

    def standing(self) -> Self:
        """Everything nobody refused."""
        return self.exclude(decision=Field.Decision.REFUSED)

    def doubts(self) -> Self:
        """What a person has to look at before anything is written."""
        return self.filter(is_doubtful=True, decision=Field.Decision.OPEN)


class Field(models.Model):
    """One thing found in an article, and what a person decided about it (điều tìm thấy).

    `read` is the value as the engine found it, `value` as it stands now. `unit` and `person` are
    the records of the register a name is tied to, `note` says how. A name tied to nobody is new.
    """

    class Kind(models.TextChoices):
        """What it is about: the engine's kinds, and the name of the record to be written."""

        DEED = "kind", _("Việc")
        TITLE = "title", _("Tên ghi vào sổ")
        PUBLISHED = "published_on", _("Ngày đăng")
        EVENT = "event", _("Thời gian")
        PLACE = "place", _("Nơi")
        UNIT = "unit", _("Đơn vị")
        PERSON = "person", _("Người")
        AGREEMENT = "agreement", _("Văn bản")
        SIGNED = "signed_on", _("Ngày ký")
        TERM = "term", _("Thời hạn")
        COMMITMENT = "commitment", _("Cam kết")
        FIGURE = "figure", _("Số liệu")
        MONEY = "money", _("Tiền")
        SITE = "site", _("Nơi đến")
        GIFT = "gift", _("Quà, hỗ trợ")
        PHOTO = "photo", _("Ảnh")

    class Decision(models.TextChoices):
        OPEN = "open", _("chờ quyết")
        ACCEPTED = "accepted", _("đã nhận")
        CORRECTED = "corrected", _("đã sửa")
        REFUSED = "refused", _("đã bỏ")

    class Role(models.TextChoices):
        """The part of a unit in the event, or whom a person stands for."""

        NONE = "", _("chưa rõ")
        HOST = "host", _("Chủ nhà")
        GUEST = "guest", _("Khách")
        LEAD = "lead", _("Chủ trì")
        JOINT = "joint", _("Phối hợp")
        HEAD = "head", _("Đại diện")
        MEMBER = "member", _("Dự")

    article = models.ForeignKey(Article, models.CASCADE, related_name="fields")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Kind)
    role = models.CharField(_("vai"), max_length=6, choices=Role, blank=True, default="")
    read = models.JSONField(default=dict, editable=False)
    value = models.JSONField(_("giá trị"), default=dict)
    unit = models.ForeignKey(
        Unit,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("đơn vị trong sổ"),
    )
    person = models.ForeignKey(
        Person,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("người trong sổ"),
    )
    note = models.CharField(_("vì sao nhận ra"), max_length=300, blank=True)
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    words = models.TextField(blank=True)
    also = models.JSONField(default=list, editable=False)
    rule = models.CharField(max_length=60, blank=True)
    confidence = models.FloatField(default=1)
    reason = models.CharField(_("lý do"), max_length=300, blank=True)
    is_doubtful = models.BooleanField(default=False)
    decision = models.CharField(
        _("quyết định"), max_length=10, choices=Decision, default=Decision.OPEN
    )
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("người quyết")
    )
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = FieldQuerySet.as_manager()
    history = HistoricalRecords(
        excluded_fields=["also", "read", "rule", "confidence"],
        history_change_reason_field=models.TextField(null=True),
    )

    class Meta:
        verbose_name = _("điều tìm thấy")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "order"], name="field_in_one_place"),
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(end__gte=F("start")),
                name="field_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.words or str(self.get_kind_display())

    @property
    def is_open(self) -> bool:
        return self.decision == self.Decision.OPEN

    @property
    def is_refused(self) -> bool:
        return self.decision == self.Decision.REFUSED

    @property
    def needs_a_look(self) -> bool:
        return self.is_doubtful and self.is_open

    def accept(self, *, by: User) -> None:
        """Take it as it stands."""
        self._decide(self.Decision.ACCEPTED, by, str(_("nhận")))

    def refuse(self, *, by: User) -> None:
        """Leave it out of what is written."""
        self._decide(self.Decision.REFUSED, by, str(_("bỏ")))

    def reopen(self, *, by: User) -> None:
        """Take the last decision back; a correction stays as it was typed."""
        self._decide(self.Decision.OPEN, by, str(_("hoàn tác")))

    def correct(self, *, by: User, **told: Any) -> None:
        """Put right what was read: `value`, `role`, `unit` or `person`."""
        for name, value in told.items():
            setattr(self, name, value)
        self._decide(self.Decision.CORRECTED, by, str(_("sửa")), *told)

    def _decide(self, decision: Decision, by: User, why: str, *names: str) -> None:
        self.decision, self.decided_by, self.decided_at = decision, by, timezone.now()
        self._history_user = by  # history names who decided, also outside a page
        save_because(self, why, fields=["decision", "decided_by", "decided_at", *names])


class Proposal(models.Model):
    """One record an article would become, or the one there that tells the same (đề xuất).

    `known` is the record already there; `written` the one that was written or joined.
    """

    class Record(models.TextChoices):
        AGREEMENT = "agreement", _("Văn bản")
        EXCHANGE = "exchange", _("Cuộc giao lưu")
        ACTIVITY = "activity", _("Hoạt động")

    class Choice(models.TextChoices):
        NEW = "new", _("ghi mới")
        JOIN = "join", _("gộp vào bản đã có")
        LEAVE = "leave", _("không ghi")

    article = models.ForeignKey(Article, models.CASCADE, related_name="proposals")
    record = models.CharField(max_length=10, choices=Record)
    choice = models.CharField(_("cách ghi"), max_length=5, choices=Choice, default=Choice.NEW)
    known_type = models.ForeignKey(ContentType, models.PROTECT, null=True, related_name="+")
    known_id = models.PositiveBigIntegerField(null=True)
    known = GenericForeignKey("known_type", "known_id")
    why = models.CharField(_("vì sao là một"), max_length=300, blank=True)
    written_type = models.ForeignKey(ContentType, models.PROTECT, null=True, related_name="+")
    written_id = models.PositiveBigIntegerField(null=True)
    written = GenericForeignKey("written_type", "written_id")
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("đề xuất")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "record"], name="proposal_once"),
        ]

    def __str__(self) -> str:
        return str(self.get_record_display())

    def known_to(self, user: User) -> Any:
        """The record already there, for whoever may see it; none for others."""
        known: Any = self.known
        if known is None:
            return None
        return type(known).objects.visible_to(user).filter(pk=known.pk).first()
