"""People with their names and the posts they held, each with dates."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.ui.searching import Searchable
from ketnghia.units.models import Unit
from ketnghia.vietnamese.text import fold


class PersonQuerySet(Searchable["Person"]):
    """Questions one can ask about people; whoever is signed in may ask them."""

    def sounding(self, name: str) -> Self:
        """Whoever has this name, or a spelling of it, but for marks and capitals."""
        wanted = fold(name)
        return self.filter(
            Q(search_text=wanted)
            | Q(search_text__startswith=f"{wanted} | ")
            | Q(search_text__endswith=f" | {wanted}")
            | Q(search_text__contains=f" | {wanted} | ")
        )

    def editable_by(self, user: User) -> Self:
        """Everybody, for whoever runs a unit: people stand in papers of many units."""
        return self if Unit.objects.run_by(user).exists() else self.none()


class Person(models.Model):
    """Somebody named in papers: signatory, head of a delegation, contact (nhân sự)."""

    code = models.CharField(max_length=60, unique=True, null=True, blank=True, editable=False)
    name = models.CharField(_("họ và tên"), max_length=120)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    search_text = models.TextField(editable=False)
    sort_key = models.CharField(max_length=600, db_index=True, editable=False)

    # Whoever is signed in may read who changed what about a person.
    history_is_open = True

    objects = PersonQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_text", "sort_key"])

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("people:detail", args=[self.pk])

    def titles_on(self, day: date) -> str:
        """The chain of titles held on a day, highest first, as papers print it."""
        return ", ".join(post.title for post in self.posts.all() if post.covers(day))


class PersonName(models.Model):
    """Another spelling of a person's name, or the name in another script."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="names")
    name = models.CharField(_("tên"), max_length=120)
    language = models.CharField(_("ngôn ngữ"), max_length=10, default="vi")
    history = HistoricalRecords()

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A post a person held, from one day to another (chức vụ)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="posts")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="posts")
    title = models.CharField(_("chức vụ"), max_length=200)
    rank = models.PositiveSmallIntegerField(_("thứ tự"), default=10)
    valid_from = models.DateField(_("từ ngày"), null=True, blank=True)
    valid_until = models.DateField(_("đến hết ngày"), null=True, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ["rank", F("valid_from").asc(nulls_first=True), "pk"]

    def __str__(self) -> str:
        return self.title

    def covers(self, day: date) -> bool:
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)
