"""Reviews of one agreement: what was promised against what was done."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.activities.spans import Span
from ketnghia.agreements.models import Agreement
from ketnghia.events import publish
from ketnghia.exchanges.models import Exchange
from ketnghia.reviews.events import AgreementReviewed


class AgreementReviewQuerySet(models.QuerySet["AgreementReview"]):
    """Questions one can ask about reviews of papers."""

    def visible_to(self, user: User) -> Self:
        return self.filter(agreement__in=Agreement.objects.visible_to(user))

    def editable_by(self, user: User) -> Self:
        return self.filter(agreement__in=Agreement.objects.editable_by(user))


class AgreementReview(models.Model):
    """One paper reviewed for a year or its whole term (rà lại một văn bản).

    What was promised and done is read from duties and evidence; people write how it went and what
    follows. `held_on`: the day the sides summed it up; until then it is being prepared.
    """

    code = models.CharField(max_length=60, unique=True, null=True, blank=True, editable=False)
    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="reviews")
    first = models.DateField(_("từ ngày"))
    last = models.DateField(_("đến hết ngày"))
    is_final = models.BooleanField(
        _("tổng kết cả thời hạn"),
        default=False,
        help_text=_("Xong thì văn bản được ghi là đã tổng kết."),
    )
    process = models.TextField(_("quá trình triển khai"), blank=True)
    ease = models.TextField(_("thuận lợi"), blank=True)
    difficulty = models.TextField(_("khó khăn"), blank=True)
    proposal = models.TextField(_("đề xuất"), blank=True)
    direction = models.TextField(_("phương hướng"), blank=True)
    result = models.TextField(_("kết luận"), blank=True)
    meeting = models.ForeignKey(
        Exchange,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="reviews",
        verbose_name=_("cuộc họp rà lại"),
    )
    held_on = models.DateField(_("ngày tổng kết"), null=True, blank=True, editable=False)
    prepared_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    prepared_at = models.DateTimeField(auto_now_add=True)

    objects = AgreementReviewQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("rà lại văn bản")
        ordering = ["-last", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last__gte=F("first")),
                name="agreement_review_ends_after_it_begins",
                violation_error_message=_("Ngày cuối phải sau ngày đầu."),
            )
        ]

    def __str__(self) -> str:
        return _now("Rà lại “%(paper)s”") % {"paper": self.agreement.title}

    def get_absolute_url(self) -> str:
        return reverse("reviews:agreement_review", args=[self.pk])

    @property
    def span(self) -> Span:
        return Span(self.first, self.last)

    @property
    def sections(self) -> list[tuple[str, str]]:
        """What people wrote, under the heads a review of a paper is printed with."""
        return [
            (_now("Quá trình triển khai"), self.process),
            (_now("Thuận lợi"), self.ease),
            (_now("Khó khăn"), self.difficulty),
            (_now("Đề xuất"), self.proposal),
            (_now("Phương hướng"), self.direction),
            (_now("Kết luận của các bên"), self.result),
        ]

    @transaction.atomic
    def conclude(self, *, on: date, result: str, by: User) -> None:
        """Write what the sides concluded; a review of the whole term sums the paper up."""
        if not result:
            raise ValidationError({"result": _now("Ghi kết luận của các bên.")})
        if on > localdate():
            raise ValidationError({"on": _now("Ngày tổng kết chưa tới.")})
        if self.is_final:
            self.agreement.review(on=on)
        self.held_on, self.result = on, result
        self.save(update_fields=["held_on", "result"])
        publish(AgreementReviewed(self.pk, self.agreement_id, on, by.pk))
