"""Decisions: the papers by which honours are given."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.commendations.models.honours import Honour
from ketnghia.people.models import Person
from ketnghia.ui.searching import Searchable
from ketnghia.units.models import Unit, may_read, may_run, may_sign_off
from ketnghia.vietnamese.dates import day


class DecisionQuerySet(Searchable["Decision"]):
    """Questions one can ask about decisions."""

    def visible_to(self, user: User) -> Self:
        """Those in registers the person reads, and issued ones that honour a unit they read."""
        from ketnghia.commendations.models.register import (  # noqa: PLC0415 - it names decisions
            Award,
        )

        seen = Award.objects.visible_to(user).filter(decision=OuterRef("pk"))
        return self.filter(Q(may_read(user, at="keeper")) | Q(Exists(seen)))

    def editable_by(self, user: User) -> Self:
        return self.filter(may_run(user, at="keeper"))

    def issuable_by(self, user: User) -> Self:
        """Drafts, by whoever signs off for the unit in whose register they will stand."""
        return self.filter(may_sign_off(user, at="keeper"), issued_at=None)


class Decision(models.Model):
    """The paper by which a unit gives an honour (quyết định khen thưởng).

    `keeper` is the unit whose register holds it: the unit that decided, or one that received what
    a unit above decided. Until it is issued it is a draft without number, and honours nobody.
    The texts of the paper stand as they are printed, one line for one paragraph.
    """

    code = models.CharField(max_length=60, unique=True, null=True, blank=True, editable=False)
    keeper = models.ForeignKey(
        Unit, models.PROTECT, related_name="kept_decisions", verbose_name=_("sổ của đơn vị")
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="decisions", verbose_name=_("nơi quyết định")
    )
    honour = models.ForeignKey(
        Honour, models.PROTECT, related_name="decisions", verbose_name=_("hình thức")
    )
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    decided_on = models.DateField(_("ngày ký"), null=True, blank=True)
    about = models.CharField(_("về việc"), max_length=300, blank=True)
    place = models.CharField(_("nơi ký"), max_length=100, blank=True)
    signer = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions_signed",
        verbose_name=_("người ký"),
    )
    signer_title = models.CharField(_("chức vụ ngày ký"), max_length=200, blank=True)
    signed_for = models.CharField(_("ký thay"), max_length=100, blank=True)
    above = models.CharField(_("cơ quan cấp trên"), max_length=200, blank=True)
    body_name = models.CharField(_("cơ quan ban hành"), max_length=200, blank=True)
    authority = models.CharField(_("thẩm quyền"), max_length=200, blank=True)
    bases = models.TextField(_("căn cứ"), blank=True)
    considering = models.TextField(_("xét đề nghị"), blank=True)
    articles = models.TextField(_("các điều"), blank=True)
    copies_to = models.TextField(_("nơi nhận"), blank=True)
    money_collective = models.DecimalField(
        _("tiền thưởng một tập thể"), max_digits=15, decimal_places=0, null=True, blank=True
    )
    money_person = models.DecimalField(
        _("tiền thưởng một cá nhân"), max_digits=15, decimal_places=0, null=True, blank=True
    )
    ceremony_on = models.DateField(_("ngày trao"), null=True, blank=True)
    source = models.CharField(_("nguồn"), max_length=300, blank=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    issued_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    issued_at = models.DateTimeField(null=True, blank=True)
    drafted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    drafted_at = models.DateTimeField(auto_now_add=True)
    search_text = models.TextField(editable=False)

    objects = DecisionQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_text"])

    class Meta:
        verbose_name = _("quyết định khen thưởng")
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["keeper", "unit", "number", "decided_on"],
                condition=~Q(number=""),
                name="decision_once_in_a_register",
                violation_error_message=_("Quyết định này đã có trong sổ."),
            ),
            models.CheckConstraint(
                condition=Q(issued_at=None) | Q(decided_on__isnull=False),
                name="decision_is_dated",
                violation_error_message=_("Quyết định đã ban hành phải có ngày ký."),
            ),
        ]

    def __str__(self) -> str:
        return self.told

    def get_absolute_url(self) -> str:
        return reverse("commendations:decision", args=[self.pk])

    @property
    def is_draft(self) -> bool:
        return self.issued_at is None

    @property
    def is_own(self) -> bool:
        """Decided by the unit whose register holds it."""
        return self.keeper_id == self.unit_id

    @property
    def has_paper(self) -> bool:
        """Whether its texts are here to be printed; of most old ones only the facts are known."""
        return bool(self.articles)

    @property
    def honour_said(self) -> str:
        """The honour as this paper calls it, with the name of the unit of the day."""
        return self.honour.said_by(self.unit.name_on(self.decided_on))

    @property
    def told(self) -> str:
        """As one refers to it: Quyết định số 12-QĐ/TĐTN, 3/2/2026."""
        if self.is_draft:
            return _now("Dự thảo quyết định tặng %(honour)s") % {"honour": self.honour}
        on = day(self.decided_on) if self.decided_on else ""
        if self.number:
            return _now("Quyết định số %(number)s, %(day)s") % {"number": self.number, "day": on}
        return _now("Quyết định %(day)s, chưa ghi số") % {"day": on}
