"""The list of work an exchange started with, and its tasks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.checklists.models.templates import Template
from ketnghia.exchanges.models import Exchange
from ketnghia.people.models import Person
from ketnghia.ui.searching import Searchable
from ketnghia.units.models import Unit, may_read, may_run


class ChecklistQuerySet(models.QuerySet["Checklist"]):
    """Preparing is the unit's own: the other side of an exchange does not read it."""

    def visible_to(self, user: User) -> Self:
        return self.filter(may_read(user))

    def editable_by(self, user: User) -> Self:
        return self.filter(may_run(user))


class Checklist(models.Model):
    """What one unit prepares for an exchange, from one version of a template (danh mục).

    Without a template it holds what the unit added of its own.
    """

    exchange = models.ForeignKey(Exchange, models.CASCADE, related_name="checklists")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="checklists")
    template = models.ForeignKey(
        Template, models.PROTECT, null=True, blank=True, related_name="checklists"
    )
    started_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True)
    started_at = models.DateTimeField(auto_now_add=True)

    objects = ChecklistQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("danh mục việc chuẩn bị")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["exchange", "unit", "template"], name="checklist_once"),
            models.UniqueConstraint(
                fields=["exchange", "unit"],
                condition=Q(template=None),
                name="own_checklist_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.template or _now("Việc ghi thêm"))


class TaskQuerySet(Searchable["Task"]):
    """Questions one can ask about what has to be ready."""

    def visible_to(self, user: User) -> Self:
        return self.filter(may_read(user, at="checklist__unit"))

    def editable_by(self, user: User) -> Self:
        return self.filter(may_run(user, at="checklist__unit"))

    def waiting(self) -> Self:
        """Neither done nor set aside, of an exchange that was not called off."""
        called_off = Exchange.State.CANCELLED
        return self.filter(done_on=None, skipped_on=None).exclude(
            checklist__exchange__state=called_off
        )

    def late_on(self, day: date) -> Self:
        return self.waiting().filter(due_on__lt=day)

    def due_within(self, day: date, days: int) -> Self:
        """Waiting, and their day is past or comes within so many days."""
        return self.waiting().filter(due_on__lte=day + timedelta(days=days))


class Task(models.Model):
    """One thing to have ready: ticked off, or set aside with the reason (việc chuẩn bị).

    `days` tells the due day from the exchange's own, so it moves with it; empty where a person
    set the day. A paper keeps its number, day and issuer.
    """

    checklist = models.ForeignKey(Checklist, models.CASCADE, related_name="tasks")
    order = models.PositiveSmallIntegerField(default=1)
    what = models.CharField(_("việc"), max_length=300)
    owner = models.CharField(_("ai làm"), max_length=120, blank=True)
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="preparing",
        verbose_name=_("giao cho"),
    )
    days = models.SmallIntegerField(null=True, blank=True, editable=False)
    due_on = models.DateField(_("xong trước ngày"))
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    has_file = models.BooleanField(_("kèm tệp"), default=False)
    is_paper = models.BooleanField(_("là văn bản"), default=False)
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    signed_on = models.DateField(_("ngày ký"), null=True, blank=True)
    issuer = models.CharField(_("cơ quan ban hành"), max_length=200, blank=True)
    done_on = models.DateField(_("xong ngày"), null=True, blank=True)
    done_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("người ghi")
    )
    skipped_on = models.DateField(_("ghi không cần ngày"), null=True, blank=True)
    skipped_why = models.CharField(_("vì sao không cần"), max_length=300, blank=True)
    is_own = models.BooleanField(default=False, editable=False)
    search_text = models.TextField(editable=False)

    objects = TaskQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_text", "days", "order"])

    class Meta:
        verbose_name = _("việc chuẩn bị")
        ordering = ["due_on", "order", "pk"]
        indexes = [
            models.Index(fields=["done_on", "skipped_on", "due_on"], name="task_waiting"),
        ]

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return reverse("checklists:task", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.done_on is None and self.skipped_on is None

    @property
    def is_late(self) -> bool:
        return self.is_open and self.due_on < localdate()

    @property
    def paper(self) -> str:
        """The paper as one says it: số 12-TTr/TĐTN, Tỉnh ủy."""
        number = _now("số %(number)s") % {"number": self.number} if self.number else ""
        return ", ".join(part for part in (number, self.issuer) if part)

    def finish(self, *, by: User, on: date | None = None) -> None:
        """Tick it off, with who and when; a reason it was set aside for falls away."""
        if self.done_on:
            raise ValidationError(_now("Việc này đã ghi xong rồi."))
        if on and on > localdate():
            raise ValidationError({"on": _now("Ngày xong chưa tới.")})
        self.done_on, self.done_by = on or localdate(), by
        self.skipped_on, self.skipped_why = None, ""
        self.save(update_fields=["done_on", "done_by", "skipped_on", "skipped_why"])

    def tick(self, *, by: User) -> None:
        """Done; ticked again, it is open again."""
        if self.is_open:
            self.finish(by=by)
        else:
            self.reopen()

    def set_aside(self, *, why: str) -> None:
        """Say that it is not needed this time, and why."""
        if self.done_on:
            raise ValidationError(_now("Việc này đã xong. Mở lại trước khi ghi không cần."))
        self.skipped_on, self.skipped_why = localdate(), why
        self.save(update_fields=["skipped_on", "skipped_why"])

    def reopen(self) -> None:
        """Say that it is not done after all, or needed after all."""
        self.done_on = self.done_by = self.skipped_on = None
        self.skipped_why = ""
        self.save(update_fields=["done_on", "done_by", "skipped_on", "skipped_why"])

    def withdraw(self) -> None:
        """Take an own line out again; what a template asked for is set aside instead."""
        if not self.is_own:
            raise ValidationError(_now("Việc của danh mục thì ghi “không cần” với lý do."))
        self.delete()
