"""Papers units signed with each other: who, when, for how long, and what became of a signatory."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.agreements.periods import ONE_DAY
from ketnghia.agreements.states import AgreementState
from ketnghia.people.models import Person
from ketnghia.ui.searching import Searchable
from ketnghia.units.models import Unit, may_read, may_run


class AgreementQuerySet(Searchable["Agreement"]):
    """Questions one can ask about agreements."""

    def visible_to(self, user: User) -> Self:
        """Agreements of any unit the user's seats reach, on either side, ended units too."""
        return self.filter(Exists(Party.objects.filter(may_read(user), agreement=OuterRef("pk"))))

    def editable_by(self, user: User) -> Self:
        """Agreements of units the user runs, whatever has become of the unit that signed."""
        return self.filter(Exists(Party.objects.filter(may_run(user), agreement=OuterRef("pk"))))

    def in_state(self, state: str, day: date) -> Self:
        """Those that `state_on` puts in a state on a day; said once more, for the database."""
        renewed = Agreement.objects.filter(predecessor=OuterRef("pk"))
        handed = renewed.filter(handed_over_on__lte=day, signed_on__isnull=False)
        orphaned = Party.objects.filter(
            agreement=OuterRef("pk"), unit__ended_on__lte=day, inheritance=None
        )
        signed = self.filter(signed_on__isnull=False)
        is_over = Q(ends_on__lt=day) | Q(closed_on__lte=day) | Exists(handed)
        is_reviewed = Q(reviewed_on__isnull=False) | Exists(renewed)
        running = signed.exclude(is_over)
        choices = {
            AgreementState.DRAFT: self.filter(signed_on=None),
            AgreementState.ENDED: signed.filter(is_over).filter(is_reviewed),
            AgreementState.ENDED_WITHOUT_REVIEW: signed.filter(is_over).exclude(is_reviewed),
            AgreementState.SIGNATORY_ENDED: running.filter(Exists(orphaned)),
            AgreementState.SIGNED: running.exclude(Exists(orphaned)).filter(starts_on__gt=day),
            AgreementState.IN_FORCE: running.exclude(Exists(orphaned)).exclude(starts_on__gt=day),
        }
        return choices[AgreementState(state)]

    def between(self, one: set[int], other: set[int]) -> Self:
        """Papers that a unit of the one lineage signed with a unit of the other."""
        return self.filter(
            pk__in=Party.objects.filter(unit__in=one).values("agreement"),
        ).filter(pk__in=Party.objects.filter(unit__in=other).values("agreement"))

    def with_parts(self) -> Self:
        """With everything that states and pages ask for, in a fixed number of queries."""
        return self.prefetch_related(
            "parties__unit__names",
            "parties__inheritance",
            "parties__signatories__person",
            "renewals",
        )

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
    # What a draft says of its signing; `signed_on` is set by signing, so a draft stays one.
    planned_signing = models.DateField(null=True, blank=True, editable=False)
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
        verbose_name = _("văn bản")
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

    @transaction.atomic
    def review(self, *, on: date) -> None:
        """Record the day the paper was summed up."""
        if self.signed_on is None or on < self.signed_on:
            raise ValidationError({"on": _("Ngày tổng kết phải sau ngày ký.")})
        if on > localdate():
            raise ValidationError({"on": _("Ngày tổng kết chưa tới.")})
        self.reviewed_on = on
        self.save(update_fields=["reviewed_on"])

    @property
    def last_day(self) -> date | None:
        """The last day in force, whatever was decided first: its end, its closing, a hand-over."""
        handed = [r.handed_over_on for r in self.renewals.all() if r.handed_over_on and r.signed_on]
        days = [self.ends_on, *(day - ONE_DAY for day in [self.closed_on, *handed] if day)]
        return min((day for day in days if day), default=None)

    def ended_parties(self, day: date | None = None) -> list[Party]:
        """Signatories that are no more and about which nothing was decided."""
        day = day or localdate()
        return [
            party
            for party in self.parties.all()
            if party.unit.ended_on
            and party.unit.ended_on <= day
            and not hasattr(party, "inheritance")
        ]

    def state_on(self, day: date | None = None) -> AgreementState:
        """The state that follows from the facts on a day."""
        day = day or localdate()
        if self.signed_on is None:
            return AgreementState.DRAFT
        last = self.last_day
        if last is not None and last < day:
            is_reviewed = self.reviewed_on is not None or bool(self.renewals.all())
            return AgreementState.ENDED if is_reviewed else AgreementState.ENDED_WITHOUT_REVIEW
        if self.ended_parties(day):
            return AgreementState.SIGNATORY_ENDED
        if self.starts_on and self.starts_on > day:
            return AgreementState.SIGNED
        return AgreementState.IN_FORCE


class Party(models.Model):
    """A unit that signed, in its order on the paper (bên ký)."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="parties")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="parties")
    order = models.PositiveSmallIntegerField(_("thứ tự"))
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("bên ký")
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

    class Meta:
        verbose_name = _("người ký")

    def __str__(self) -> str:
        return f"{self.person}, {self.title}"


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

    class Meta:
        verbose_name = _("quyết định kế thừa")

    def __str__(self) -> str:
        return f"{self.party} · {self.get_decision_display()}"
