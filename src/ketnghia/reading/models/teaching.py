"""Names a person taught the reader by correcting it."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import User
from ketnghia.people.models import Person
from ketnghia.reading.models.articles import Article
from ketnghia.units.models import Unit, may_read
from ketnghia.vietnamese.text import fold


class TaughtQuerySet(models.QuerySet["Taught"]):
    """Questions one can ask about what was taught."""

    def visible_to(self, user: User) -> Self:
        return self.filter(may_read(user, at="owner"))

    def by_words(self, owner: Unit, words: str) -> Self:
        """What these words mean to the officers of a unit, the last lesson first."""
        return self.filter(owner=owner, folded=fold(words)).order_by("-pk")


class Taught(models.Model):
    """That these words mean this unit or this person, for the officers of one unit (tên đã dạy)."""

    owner = models.ForeignKey(Unit, models.CASCADE, related_name="taught")
    words = models.CharField(_("cách viết"), max_length=200)
    folded = models.CharField(max_length=200, editable=False)
    unit = models.ForeignKey(Unit, models.CASCADE, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="+")
    article = models.ForeignKey(Article, models.SET_NULL, null=True, related_name="lessons")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = TaughtQuerySet.as_manager()

    class Meta:
        verbose_name = _("tên đã dạy")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "folded"], condition=Q(unit__isnull=False), name="taught_one_unit"
            ),
            models.UniqueConstraint(
                fields=["owner", "folded"],
                condition=Q(person__isnull=False),
                name="taught_one_person",
            ),
            models.CheckConstraint(
                condition=Q(unit__isnull=False, person__isnull=True)
                | Q(unit__isnull=True, person__isnull=False),
                name="taught_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.words} → {self.unit or self.person}"
