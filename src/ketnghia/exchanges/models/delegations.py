"""Who came with a unit: people by name, everybody else as a number."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.exchanges.models.exchanges import Participation, PartQuerySet
from ketnghia.people.models import Person


class MemberQuerySet(PartQuerySet["Member"]):
    """Members belong to the exchange of their delegation."""

    whole = "participation__exchange"


class Member(models.Model):
    """An adult in a delegation, with the post of that day (thành viên đoàn)."""

    participation = models.ForeignKey(Participation, models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="delegations")
    title = models.CharField(_("chức vụ ngày đó"), max_length=200, blank=True)
    duty = models.CharField(_("việc trong đoàn"), max_length=100, blank=True)
    order = models.PositiveSmallIntegerField(default=1)

    objects = MemberQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("thành viên đoàn")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participation", "person"],
                name="member_once",
                violation_error_message=_("Người này đã có trong đoàn."),
            )
        ]

    def __str__(self) -> str:
        return str(self.person)


class Group(models.Model):
    """People of a delegation told by number only; children by name only in a child list (nhóm)."""

    class Kind(models.TextChoices):
        OFFICERS = "officers", _("Cán bộ")
        YOUTH = "youth", _("Đoàn viên, thanh niên")
        CHILDREN = "children", _("Thiếu nhi")
        STUDENTS = "students", _("Sinh viên")
        BUSINESS = "business", _("Doanh nhân trẻ")
        DOCTORS = "doctors", _("Y, bác sĩ")
        OTHER = "other", _("Người khác")

    participation = models.ForeignKey(Participation, models.CASCADE, related_name="groups")
    kind = models.CharField(_("nhóm"), max_length=8, choices=Kind)
    number = models.PositiveIntegerField(_("số người"))
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("nhóm trong đoàn")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participation", "kind"],
                name="group_once",
                violation_error_message=_("Nhóm này đã có trong đoàn."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.get_kind_display()}"
