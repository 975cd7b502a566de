"""Who agreed to what for a child, and when it was taken back."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import User
from ketnghia.children.models.lists import Child
from ketnghia.children.models.portrayals import Portrayal
from ketnghia.children.sealing import unseal
from ketnghia.children.terms import Form, Relation, Use


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Questions about consents."""

    def valid_on(self, day: date) -> Self:
        return self.filter(given_on__lte=day, valid_until__gte=day, withdrawn_on=None)


class Consent(models.Model):
    """That a representative, and from seven the child too, agreed to one use (đồng ý).

    For a child of a list, or for children shown in a picture or story whose names nobody keeps
    (`covers` says how many). The giver's name stands sealed.
    """

    child = models.ForeignKey(Child, models.CASCADE, null=True, blank=True, related_name="consents")
    portrayal = models.ForeignKey(
        Portrayal, models.CASCADE, null=True, blank=True, related_name="consents"
    )
    covers = models.PositiveSmallIntegerField(_("cho mấy em"), default=1)
    use = models.CharField(_("cho việc gì"), max_length=7, choices=Use)
    relation = models.CharField(_("ai đồng ý"), max_length=8, choices=Relation)
    sealed_giver = models.TextField(editable=False, blank=True)
    child_agreed = models.BooleanField(_("em cũng đồng ý"), default=False)
    form = models.CharField(_("bằng gì"), max_length=10, choices=Form)
    given_on = models.DateField(_("từ ngày"))
    valid_until = models.DateField(_("đến hết ngày"))
    withdrawn_on = models.DateField(_("rút ngày"), null=True, blank=True)
    withdrawn_by_child = models.BooleanField(_("em tự rút"), default=False)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    withdrawal_recorded_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("đồng ý")
        ordering = ["given_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(child__isnull=False, portrayal__isnull=True)
                | Q(child__isnull=True, portrayal__isnull=False),
                name="consent_of_a_child_or_a_picture",
            ),
            models.CheckConstraint(
                condition=Q(valid_until__gte=models.F("given_on")),
                name="consent_ends_after_it_begins",
                violation_error_message=_("Ngày hết phải sau ngày đồng ý."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_use_display()

    @property
    def giver(self) -> str:
        """The representative's name; asked only where the right to know was asked before."""
        return unseal(self.sealed_giver)
