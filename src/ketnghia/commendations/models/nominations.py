"""Nominations: who is put forward for which honour, with what evidence, and what became of it."""

from __future__ import annotations

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.commendations.models.decisions import Decision
from ketnghia.commendations.models.honours import Honour
from ketnghia.commendations.models.register import Award
from ketnghia.commendations.models.rounds import AwardRound
from ketnghia.commendations.terms import Kind
from ketnghia.people.models import Person
from ketnghia.ui.searching import Searchable
from ketnghia.units.models import Unit, may_read_any, may_run


class NominationQuerySet(Searchable["Nomination"]):
    """Questions one can ask about nominations."""

    def visible_to(self, user: User) -> Self:
        """By whoever reads the unit that nominates, or the one that opened the round."""
        return self.filter(may_read_any(user, "nominator", "round__unit"))

    def editable_by(self, user: User) -> Self:
        """While it is being written, by whoever runs the nominating unit."""
        return self.filter(
            may_run(user, at="nominator"),
            state__in=Nomination.WRITABLE,
            round__closed_on=None,
        )

    def run_by(self, user: User) -> Self:
        """Of units the person runs, in whatever state, while the round is open."""
        return self.filter(may_run(user, at="nominator"), round__closed_on=None)

    def judged_by(self, user: User) -> Self:
        """By whoever runs the unit that opened the round."""
        return self.filter(may_run(user, at="round__unit"), round__closed_on=None)

    def living(self) -> Self:
        """Not refused: these take places of a quota and can double a merit."""
        return self.exclude(state=Nomination.State.REFUSED)

    def waiting(self) -> Self:
        """Sent, and not yet answered or decided."""
        return self.filter(state__in=[Nomination.State.SUBMITTED, Nomination.State.AGREED])

    def with_parts(self) -> Self:
        return self.select_related(
            "round", "nominator", "honour", "unit", "person", "of_unit", "decision", "award"
        )


class Nomination(models.Model):
    """One subject put forward for one honour in a round (đề nghị khen thưởng).

    The name and title are those of the day it is written, as the register will keep them.
    `over_quota` says why more are put forward than the round allows; `remark` what the last who
    sent it back or refused it asked for.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("đang soạn")
        SENT_BACK = "sent_back", _("trả lại")
        SUBMITTED = "submitted", _("chờ xét")
        AGREED = "agreed", _("hội đồng đồng ý")
        REFUSED = "refused", _("hội đồng không đồng ý")
        DECIDED = "decided", _("đã khen")

    WRITABLE = (State.DRAFT, State.SENT_BACK)

    round = models.ForeignKey(AwardRound, models.PROTECT, related_name="nominations")
    nominator = models.ForeignKey(
        Unit, models.PROTECT, related_name="nominations", verbose_name=_("đơn vị đề nghị")
    )
    honour = models.ForeignKey(
        Honour, models.PROTECT, related_name="nominations", verbose_name=_("hình thức")
    )
    kind = models.CharField(_("khen ai"), max_length=10, choices=Kind)
    name = models.CharField(_("tên"), max_length=300)
    title = models.CharField(_("chức vụ, đơn vị"), max_length=300, blank=True)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="nominated",
        verbose_name=_("là đơn vị"),
    )  # fmt: skip
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="nominated",
        verbose_name=_("là ai"),
    )  # fmt: skip
    of_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="people_nominated",
        verbose_name=_("người của đơn vị"),
    )  # fmt: skip
    reason = models.TextField(_("tóm tắt thành tích"), blank=True)
    state = models.CharField(
        _("tình trạng"), max_length=9, choices=State, default=State.DRAFT, editable=False
    )
    over_quota = models.CharField(_("lý do vượt chỉ tiêu"), max_length=300, blank=True)
    remark = models.CharField(_("ý kiến"), max_length=500, blank=True)
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="nominations"
    )
    award = models.OneToOneField(
        Award, models.SET_NULL, null=True, blank=True, related_name="nomination"
    )
    drafted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    drafted_at = models.DateTimeField(auto_now_add=True)
    search_text = models.TextField(editable=False)

    objects = NominationQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_text"])

    class Meta:
        verbose_name = _("đề nghị khen thưởng")
        ordering = ["nominator__sort_key", "honour__rank", "kind", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(unit=None) | Q(person=None),
                name="nomination_of_a_unit_or_a_person",
                violation_error_message=_("Một đề nghị khen một đơn vị hoặc một người."),
            ),
            models.UniqueConstraint(
                fields=["round", "honour", "unit"],
                name="unit_nominated_once",
                violation_error_message=_("Đơn vị này đã được đề nghị hình thức này trong đợt."),
            ),
            models.UniqueConstraint(
                fields=["round", "honour", "person"],
                name="person_nominated_once",
                violation_error_message=_("Người này đã được đề nghị hình thức này trong đợt."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("commendations:nomination", args=[self.pk])

    @property
    def is_writable(self) -> bool:
        return self.state in self.WRITABLE

    def move(self, state: str, kind: str, *, by: User | None, remark: str = "") -> None:
        """Go to a state and keep who moved it, when and with which words."""
        self.state = state
        self.save()
        Step.objects.create(nomination=self, kind=kind, by=by, remark=remark)

    def refuse_unless(self, *states: str) -> None:
        if self.state not in states:
            words = {"name": self.name, "state": self.get_state_display()}
            raise ValidationError(_now("%(name)s: %(state)s, không làm bước này được nữa.") % words)


class ProofQuerySet(models.QuerySet["Proof"]):
    """Evidence is read and written with its nomination."""

    def editable_by(self, user: User) -> Self:
        return self.filter(nomination__in=Nomination.objects.editable_by(user))


class Proof(models.Model):
    """One piece of evidence of a nomination, in the words of the day it was attached (minh chứng).

    `key` names the record it came from ("activity:12"); evidence typed by hand has none. The
    words stay when the record changes later; the record is one tap away.
    """

    class Kind(models.TextChoices):
        ACTIVITY = "activity", _("Hoạt động")
        TOTAL = "total", _("Số liệu")
        DUTY = "duty", _("Việc đã cam kết")
        REPORT = "report", _("Báo cáo đã duyệt")
        EXCHANGE = "exchange", _("Cuộc giao lưu")
        TYPED = "typed", _("Nêu bằng chữ")

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="proofs")
    order = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(_("loại"), max_length=8, choices=Kind, default=Kind.TYPED)
    key = models.CharField(max_length=40, blank=True, db_index=True, editable=False)
    text = models.CharField(_("nội dung"), max_length=500)
    on = models.DateField(_("ngày"), null=True, blank=True)
    url = models.CharField(max_length=300, blank=True, editable=False)

    objects = ProofQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("minh chứng")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "key"],
                condition=~Q(key=""),
                name="proof_once",
                violation_error_message=_("Minh chứng này đã có."),
            )
        ]

    def __str__(self) -> str:
        return self.text


class Step(models.Model):
    """One step a nomination went through: who, when, with which words (bước)."""

    class Kind(models.TextChoices):
        SUBMITTED = "submitted", _("Gửi đề nghị")
        WITHDRAWN = "withdrawn", _("Rút về sửa")
        SENT_BACK = "sent_back", _("Trả lại")
        AGREED = "agreed", _("Hội đồng đồng ý")
        REFUSED = "refused", _("Hội đồng không đồng ý")
        UNDONE = "undone", _("Xét lại")
        DECIDED = "decided", _("Ra quyết định")

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=9, choices=Kind)
    remark = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("bước của đề nghị")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class Repeat(models.Model):
    """The kept answer to "this merit was already honoured" (trùng thành tích).

    `award` is the line already in the register, `other` a nomination still under way; the answer
    says why the subject is put forward all the same.
    """

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="repeats")
    award = models.ForeignKey(
        Award, models.CASCADE, null=True, blank=True, related_name="repeated_by"
    )
    other = models.ForeignKey(
        Nomination, models.CASCADE, null=True, blank=True, related_name="repeated_by"
    )
    answer = models.CharField(_("vì sao vẫn đề nghị"), max_length=300)
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(auto_now=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("trả lời trùng thành tích")
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "award"],
                condition=Q(award__isnull=False),
                name="repeat_once_an_award",
            ),
            models.UniqueConstraint(
                fields=["nomination", "other"],
                condition=Q(other__isnull=False),
                name="repeat_once_a_nomination",
            ),
        ]

    def __str__(self) -> str:
        return self.answer
