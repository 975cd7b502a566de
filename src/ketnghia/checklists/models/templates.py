"""Templates of checklists: the national ones, and the copies units made of them."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import User
from ketnghia.checklists.terms import Kind
from ketnghia.units.models import Seat, Unit, may_read


class TemplateQuerySet(models.QuerySet["Template"]):
    """Questions one can ask about templates."""

    def current(self) -> Self:
        """The newest version of each."""
        return self.filter(replaced_at=None)

    def visible_to(self, user: User) -> Self:
        """The national ones, those of units the user reads, and those of units above."""
        above = Unit.objects.filter(reaches__unit__in=_own(user))
        return self.filter(Q(unit=None) | Q(unit__in=above) | may_read(user))

    def editable_by(self, user: User) -> Self:
        """Those of units the user administers; the national ones are changed as an own copy."""
        return self.filter(unit__in=Unit.objects.administered_by(user))


def _own(user: User) -> models.QuerySet[Unit]:
    """Units the user holds a seat in."""
    return Unit.objects.filter(seats__in=Seat.objects.of(user))


class Template(models.Model):
    """One version of what has to be ready for exchanges of a kind (danh mục mẫu).

    A version never changes: saving makes the next one, so an exchange can always tell which
    list it started with. Without a unit it is the national one.
    """

    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="checklist_templates"
    )
    kind = models.CharField(_("loại"), max_length=8, choices=Kind)
    name = models.CharField(_("tên"), max_length=200)
    version = models.PositiveSmallIntegerField(_("bản"), default=1)
    made_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="copies"
    )
    made_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    replaced_at = models.DateTimeField(null=True, blank=True)

    objects = TemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("danh mục mẫu")
        ordering = ["kind", "unit", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "version"], name="template_version_once"
            ),
            models.UniqueConstraint(
                fields=["kind", "version"],
                condition=Q(unit=None),
                name="national_template_version_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("checklists:template", args=[self.pk])


class Step(models.Model):
    """One line of a template: what, by whom, how many days before or after (việc trong mẫu)."""

    template = models.ForeignKey(Template, models.CASCADE, related_name="steps")
    order = models.PositiveSmallIntegerField(default=1)
    what = models.CharField(_("việc"), max_length=300)
    owner = models.CharField(_("ai làm"), max_length=120, blank=True)
    days = models.SmallIntegerField(
        _("số ngày"), help_text=_("âm: trước ngày đầu; dương: sau ngày cuối; 0: ngày đầu")
    )
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    has_file = models.BooleanField(_("kèm tệp"), default=False)
    is_paper = models.BooleanField(_("là văn bản"), default=False)

    class Meta:
        verbose_name = _("việc trong mẫu")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.what
