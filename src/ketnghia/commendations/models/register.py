"""The register: decisions, and everybody they honoured, by the names and titles of their day."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.activities.models import Campaign
from ketnghia.agreements.models import Agreement
from ketnghia.amounts.bounds import Bound
from ketnghia.commendations.events import AwardRevoked
from ketnghia.commendations.models.decisions import Decision
from ketnghia.commendations.models.honours import Honour
from ketnghia.commendations.terms import Kind
from ketnghia.events import publish
from ketnghia.people.models import Person
from ketnghia.ui.searching import Searchable
from ketnghia.units.models import Unit, may_read_any, may_run, may_sign_off
from ketnghia.vietnamese.numbers import grouped


class Book(models.Model):
    """The register of one unit in one year: where the numbers of its certificates come from.

    The row is locked while numbers are taken, so that no two certificates share one.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="books")
    year = models.PositiveSmallIntegerField(_("năm"))
    last_number = models.PositiveIntegerField(_("số cuối"), default=0)

    class Meta:
        verbose_name = _("sổ khen thưởng")
        constraints = [models.UniqueConstraint(fields=["unit", "year"], name="book_of_a_year")]

    def __str__(self) -> str:
        return f"{self.unit} {self.year}"


class AwardQuerySet(Searchable["Award"]):
    """Questions one can ask about the lines of registers."""

    def visible_to(self, user: User) -> Self:
        """By whoever reads the unit that keeps the line, or the one that was honoured."""
        return self.filter(may_read_any(user, "keeper", "unit", "of_unit"))

    def editable_by(self, user: User) -> Self:
        return self.filter(may_run(user, at="keeper"))

    def revocable_by(self, user: User) -> Self:
        """Taken back by whoever signs off for the unit that keeps the line."""
        return self.filter(may_sign_off(user, at="keeper"))

    def standing(self) -> Self:
        """Without what was taken back."""
        return self.filter(revoked_on=None)

    def between(self, first: date, last: date) -> Self:
        return self.filter(on__gte=first, on__lte=last)

    def received_by(self, units: set[int]) -> Self:
        return self.filter(unit__in=units)

    def with_parts(self) -> Self:
        """With what lists and pages tell, in a fixed number of queries."""
        return self.select_related(
            "honour", "decision", "issuer", "unit", "person", "of_unit", "campaign", "agreement"
        ).prefetch_related("issuer__names", "givers__names", "named")


class Award(models.Model):
    """One line of a register: who was honoured how, by which decision (lượt khen).

    A named line tells a collective or a person by the name and title of that day. A line with
    `number` tells how many were honoured where the source names nobody; names found later are
    lines of their own `part_of` it, so nobody is counted twice. `issuer` and `year` repeat the
    decision's; without a decision `givers` tell what is known of who gave it.
    """

    code = models.CharField(max_length=60, unique=True, null=True, blank=True, editable=False)
    keeper = models.ForeignKey(
        Unit, models.PROTECT, related_name="kept_awards", verbose_name=_("sổ của đơn vị")
    )
    decision = models.ForeignKey(
        Decision,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="awards",
        verbose_name=_("quyết định"),
    )
    order = models.PositiveIntegerField(default=1)
    honour = models.ForeignKey(
        Honour,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="awards",
        verbose_name=_("hình thức"),
    )
    issuer = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="awards_given", editable=False
    )
    givers = models.ManyToManyField(
        Unit, blank=True, related_name="awards_told", verbose_name=_("nơi khen")
    )
    kind = models.CharField(_("khen ai"), max_length=10, choices=Kind)
    name = models.CharField(_("tên lúc được khen"), max_length=300, blank=True)
    title = models.CharField(_("chức vụ lúc đó"), max_length=300, blank=True)
    unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="awards",
        verbose_name=_("đơn vị được khen"),
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="awards",
        verbose_name=_("người được khen"),
    )
    of_unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="awards_of_people",
        verbose_name=_("người của đơn vị"),
    )
    number = models.PositiveIntegerField(_("số được khen"), null=True, blank=True)
    bound = models.CharField(_("mức"), max_length=10, choices=Bound, default=Bound.EXACTLY)
    part_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="named",
        verbose_name=_("nằm trong số"),
    )
    on = models.DateField(_("ngày"))
    year = models.PositiveSmallIntegerField(editable=False)
    reason = models.TextField(_("thành tích"), blank=True)
    campaign = models.ForeignKey(
        Campaign,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="awards",
        verbose_name=_("chiến dịch, đợt"),
    )
    agreement = models.ForeignKey(
        Agreement,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="awards",
        verbose_name=_("theo văn bản"),
    )
    merits_from = models.DateField(_("thành tích từ ngày"), null=True, blank=True)
    merits_until = models.DateField(_("đến hết ngày"), null=True, blank=True)
    money = models.DecimalField(
        _("tiền thưởng, đồng"), max_digits=15, decimal_places=0, null=True, blank=True
    )
    certificate = models.CharField(_("số vào sổ"), max_length=40, blank=True)
    ceremony_on = models.DateField(_("ngày trao"), null=True, blank=True)
    revoked_on = models.DateField(_("thu hồi từ ngày"), null=True, blank=True)
    revoked_why = models.CharField(_("lý do thu hồi"), max_length=300, blank=True)
    revoked_basis = models.CharField(_("căn cứ thu hồi"), max_length=300, blank=True)
    revoked_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    source = models.CharField(_("nguồn"), max_length=300, blank=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    search_text = models.TextField(editable=False)

    objects = AwardQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_text"], m2m_fields=[givers])

    class Meta:
        verbose_name = _("lượt khen")
        ordering = ["-on", "decision", "order", "pk"]
        indexes = [
            models.Index(fields=["-on"], name="award_newest"),
            models.Index(fields=["unit", "on"], name="award_of_a_unit"),
            models.Index(fields=["keeper", "on"], name="award_in_a_register"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=(Q(number__isnull=True) & ~Q(name=""))
                | Q(number__isnull=False, name="", unit=None, person=None),
                name="award_names_or_counts",
                violation_error_message=_("Ghi tên, hoặc ghi số; không ghi cả hai."),
            ),
            models.CheckConstraint(
                condition=Q(unit=None) | Q(person=None),
                name="award_to_a_unit_or_a_person",
                violation_error_message=_("Một dòng khen một đơn vị hoặc một người."),
            ),
            models.UniqueConstraint(
                fields=["issuer", "year", "certificate"],
                condition=~Q(certificate=""),
                name="certificate_once_in_a_register",
                violation_error_message=_("Số này đã có trong sổ của năm."),
            ),
            models.UniqueConstraint(
                fields=["decision", "unit"],
                name="unit_once_in_a_decision",
                violation_error_message=_("Đơn vị này đã có trong quyết định."),
            ),
            # No such rule for people: joining two records of one person would lose a line.
        ]

    def __str__(self) -> str:
        return self.told

    def get_absolute_url(self) -> str:
        return reverse("commendations:award", args=[self.pk])

    @property
    def told(self) -> str:
        """Whom the line is about: a name, or the number as it is known."""
        if self.number is None:
            return self.name
        bound = "" if self.bound == Bound.EXACTLY else f"{self.get_bound_display()} "
        return f"{bound}{grouped(self.number)} {str(self.get_kind_display()).lower()}"

    @property
    def is_count(self) -> bool:
        return self.number is not None

    @property
    def unnamed(self) -> int:
        """How many of a counted line nobody has named yet."""
        return max((self.number or 0) - len(self.named.all()), 0)

    @transaction.atomic
    def revoke(self, *, on: date, why: str, basis: str = "", by: User) -> None:
        """Take the honour back, with the reason that stays beside it: false claims, by law."""
        if self.revoked_on:
            raise ValidationError(_now("Lượt khen này đã thu hồi rồi."))
        if on < self.on:
            raise ValidationError({"on": _now("Ngày thu hồi phải sau ngày khen.")})
        if on > localdate():
            raise ValidationError({"on": _now("Ngày thu hồi chưa tới.")})
        self.revoked_on, self.revoked_why, self.revoked_basis = on, why, basis
        self.revoked_by = by
        self.save(update_fields=["revoked_on", "revoked_why", "revoked_basis", "revoked_by"])
        publish(AwardRevoked(self.pk, on, by.pk))

    def hand_over(self, *, on: date) -> None:
        """Write the day of the ceremony."""
        if on < self.on:
            raise ValidationError({"on": _now("Ngày trao phải từ ngày quyết định trở đi.")})
        self.ceremony_on = on
        self.save(update_fields=["ceremony_on"])
