"""Agreements between units, the promises in them, the duties that follow, and their evidence."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.agreements.terms import Area, Bound, Counted, Rhythm, Where, Who
from ketnghia.people.models import Person
from ketnghia.units.models import Unit


class AgreementQuerySet(models.QuerySet["Agreement"]):
    """Questions one can ask about agreements."""

    def visible_to(self, user: User) -> Self:
        """Agreements of any unit the user's seats reach, on either side, ended units too."""
        mine = Party.objects.filter(unit__in=Unit.objects.visible_to(user))
        return self.filter(pk__in=mine.values("agreement"))

    def editable_by(self, user: User) -> Self:
        """Agreements of units the user runs, whatever has become of the unit that signed."""
        mine = Party.objects.filter(unit__in=Unit.objects.run_by(user))
        return self.filter(pk__in=mine.values("agreement"))

    def in_force_on(self, day: date) -> Self:
        return self.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=day),
            Q(closed_on__isnull=True) | Q(closed_on__gt=day),
            signed_on__isnull=False,
            starts_on__lte=day,
        )


class Agreement(models.Model):
    """A paper two or more units signed with each other (văn bản)."""

    class Kind(models.TextChoices):
        PROGRAMME = "programme", _("Chương trình phối hợp")
        MEMORANDUM = "memorandum", _("Biên bản ghi nhớ")
        PLAN = "plan", _("Kế hoạch phối hợp")
        TWINNING = "twinning", _("Giao ước kết nghĩa")
        OTHER = "other", _("Văn bản khác")

    code = models.CharField(max_length=60, unique=True, null=True, blank=True, editable=False)
    kind = models.CharField(_("loại"), max_length=12, choices=Kind, default=Kind.PROGRAMME)
    title = models.CharField(_("tên văn bản"), max_length=300)
    signed_on = models.DateField(_("ngày ký"), null=True, blank=True)
    signed_on_note = models.CharField(
        _("vì sao suy ra ngày ký"),
        max_length=300,
        blank=True,
        help_text=_("Điền khi nguồn không ghi đủ ngày, tháng, năm."),
    )
    signed_at = models.CharField(_("nơi ký"), max_length=200, blank=True)
    starts_on = models.DateField(_("hiệu lực từ"), null=True, blank=True)
    ends_on = models.DateField(_("đến hết ngày"), null=True, blank=True)
    frame = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="framed",
        verbose_name=_("nằm dưới văn bản"),
    )
    predecessor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="renewals",
        verbose_name=_("thay cho văn bản"),
    )
    handed_over_on = models.DateField(_("bản trước thôi hiệu lực từ"), null=True, blank=True)
    reviewed_on = models.DateField(_("đã tổng kết ngày"), null=True, blank=True)
    closed_on = models.DateField(_("khép lại ngày"), null=True, blank=True)
    closing_note = models.CharField(_("lý do khép lại"), max_length=300, blank=True)
    note = models.TextField(_("ghi chú"), blank=True)
    drafted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True)
    drafted_at = models.DateTimeField(auto_now_add=True)
    search_text = models.TextField(editable=False)
    sort_key = models.CharField(max_length=900, db_index=True, editable=False)

    objects = AgreementQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_text", "sort_key"])

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="agreement_ends_after_it_starts",
                violation_error_message=_("Ngày hết hiệu lực phải sau ngày bắt đầu."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("signed_on")),
                name="agreement_ends_after_it_is_signed",
                violation_error_message=_("Ngày hết hiệu lực phải sau ngày ký."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("agreements:detail", args=[self.pk])


class Party(models.Model):
    """A unit that signed, in its order on the paper (bên ký)."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="parties")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="parties")
    order = models.PositiveSmallIntegerField(_("thứ tự"))
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "unit"],
                name="party_once",
                violation_error_message=_("Một đơn vị chỉ đứng một bên."),
            ),
            models.UniqueConstraint(fields=["agreement", "order"], name="party_in_one_place"),
        ]

    def __str__(self) -> str:
        return str(self.unit)


class Signatory(models.Model):
    """Who signed for a party, with the title of that day."""

    party = models.ForeignKey(Party, models.CASCADE, related_name="signatories")
    person = models.ForeignKey(Person, models.PROTECT, related_name="signatures")
    title = models.CharField(_("chức vụ ngày ký"), max_length=200, blank=True)
    history = HistoricalRecords()

    def __str__(self) -> str:
        return f"{self.person}, {self.title}"


class Commitment(models.Model):
    """A promise as it is spoken, and how it is understood (cam kết)."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="commitments")
    order = models.PositiveSmallIntegerField(_("thứ tự"), default=1)
    area = models.CharField(_("lĩnh vực"), max_length=15, choices=Area, default=Area.OTHER)
    wording = models.TextField(_("lời cam kết"))
    rhythm = models.CharField(_("nhịp"), max_length=10, choices=Rhythm, default=Rhythm.OVER_TERM)
    due_on = models.DateField(_("trước ngày"), null=True, blank=True)
    who = models.CharField(_("ai làm"), max_length=10, choices=Who, default=Who.JOINTLY)
    side = models.ForeignKey(
        Party,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="own_commitments",
        verbose_name=_("bên làm"),
    )
    where = models.CharField(_("ở đâu"), max_length=10, choices=Where, default=Where.ANYWHERE)
    delegates = models.ManyToManyField(
        Unit, blank=True, related_name="delegated_commitments", verbose_name=_("giao cho đơn vị")
    )
    history = HistoricalRecords(m2m_fields=[delegates])

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.wording


class Branch(models.Model):
    """One way to keep a promise: what is counted and how many. Any met branch is enough.

    No quantity: the promise is not counted, it is judged by evidence (alive, quiet, done).
    """

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="branches")
    order = models.PositiveSmallIntegerField(default=1)
    counted = models.CharField(_("việc gì"), max_length=12, choices=Counted)
    bound = models.CharField(_("mức"), max_length=10, choices=Bound, default=Bound.AT_LEAST)
    quantity = models.PositiveIntegerField(_("bao nhiêu"), null=True, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"{self.get_bound_display()} {self.quantity} {self.get_counted_display()}"


class Duty(models.Model):
    """What one side (or both together) owes in one period: opened by the system (việc phải làm).

    `party` empty means jointly. `is_met` and `is_exceeded` repeat what the evidence says: caches
    that `recount` writes and a test compares. The state shown is computed, never typed.
    """

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="duties")
    party = models.ForeignKey(Party, models.CASCADE, null=True, blank=True, related_name="duties")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    is_met = models.BooleanField(default=False, editable=False)
    is_exceeded = models.BooleanField(default=False, editable=False)
    dropped_on = models.DateField(_("không còn phù hợp từ"), null=True, blank=True)
    dropped_why = models.CharField(_("vì sao"), max_length=300, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ["ends_on", "pk"]
        indexes = [models.Index(fields=["ends_on", "is_met"])]

    def __str__(self) -> str:
        return f"{self.commitment} ({self.starts_on:%Y})"


class Evidence(models.Model):
    """An exchange or activity credited to a duty by a person (bằng chứng).

    `source` is generic: the rooms above hand their records down (`operations.credit`).
    """

    class Answer(models.TextChoices):
        NONE = "none", _("bạn chưa trả lời")
        CONFIRMED = "confirmed", _("bạn đã xác nhận")
        DISPUTED = "disputed", _("bạn có ý kiến khác")

    duty = models.ForeignKey(Duty, models.CASCADE, related_name="evidence")
    branch = models.ForeignKey(Branch, models.CASCADE, related_name="evidence")
    source_type = models.ForeignKey(ContentType, models.PROTECT)
    source_id = models.PositiveBigIntegerField()
    source = GenericForeignKey("source_type", "source_id")
    on = models.DateField(_("ngày"))
    amount = models.PositiveIntegerField(_("tính"), default=1)
    credited_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    credited_at = models.DateTimeField(auto_now_add=True)
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.NONE)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    remark = models.CharField(_("ý kiến"), max_length=300, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ["on", "pk"]
        indexes = [models.Index(fields=["source_type", "source_id"])]
        constraints = [
            models.UniqueConstraint(
                fields=["duty", "source_type", "source_id"],
                name="evidence_once_per_duty",
                violation_error_message=_("Việc này đã được tính rồi."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.source} → {self.duty}"


class Inheritance(models.Model):
    """What became of an agreement whose signatory ended: who took it on, on which paper."""

    class Decision(models.TextChoices):
        INHERIT = "inherit", _("Kế thừa, tiếp tục thực hiện")
        RESIGN = "resign", _("Ký lại với đơn vị mới")
        FOLD = "fold", _("Gộp vào văn bản khác")
        CLOSE = "close", _("Khép lại")

    party = models.OneToOneField(Party, models.CASCADE, related_name="inheritance")
    decision = models.CharField(_("quyết định"), max_length=10, choices=Decision)
    heir = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="inherited",
        verbose_name=_("đơn vị nhận"),
    )
    into = models.ForeignKey(
        Agreement,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("văn bản mới"),
    )
    on = models.DateField(_("từ ngày"))
    paper = models.CharField(_("theo văn bản"), max_length=300, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True)
    decided_at = models.DateTimeField(auto_now_add=True)
    history = HistoricalRecords()

    def __str__(self) -> str:
        return f"{self.party} · {self.get_decision_display()}"
