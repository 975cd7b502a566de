"""Lists of children with a purpose, and the children in them."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.children.models.keepers import units_kept_by
from ketnghia.children.sealing import Particulars
from ketnghia.children.terms import FIELDS, Basis, Purpose, Removal
from ketnghia.ui.searching import Searchable
from ketnghia.units.models import Unit, may_read


class ChildListQuerySet(Searchable["ChildList"]):
    """Two questions of who: that there is a list, and what it says."""

    def visible_to(self, user: User) -> Self:
        """That there is a list, its purpose and its numbers: whoever reads the unit's papers."""
        return self.filter(may_read(user))

    def kept_by(self, user: User) -> Self:
        """The names themselves: only who is entrusted with them."""
        return self.filter(unit__in=units_kept_by(user))

    def of(self, subject: models.Model) -> Self:
        kind = ContentType.objects.get_for_model(subject)
        return self.filter(subject_type=kind, subject_id=subject.pk)

    def with_numbers(self) -> Self:
        """With `standing_number`, children still in it, and `handovers_number`."""
        return self.annotate(
            standing_number=Count("children", filter=Q(children__removed_on=None), distinct=True),
            handovers_number=Count("handovers", distinct=True),
        )

    def holding(self) -> Self:
        """Those that still hold names."""
        return self.filter(erased_at=None)

    def due_on(self, day: date) -> Self:
        """To be erased on a day, or already before."""
        return self.holding().filter(erase_on__lte=day)

    def overdue_on(self, day: date) -> Self:
        """Their day is past and they still hold names: the daily job has not run."""
        return self.holding().filter(erase_on__lt=day)


class ChildList(models.Model):
    """Children's names kept for one purpose until one day (danh sách thiếu nhi).

    It hangs on any record (a delegation, an activity) by its kind and key. What it says about
    itself holds no name, so it may stand in lists, history and registers.
    """

    subject_type = models.ForeignKey(ContentType, models.PROTECT)
    subject_id = models.PositiveBigIntegerField()
    subject = GenericForeignKey("subject_type", "subject_id")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="child_lists")
    about = models.CharField(_("dùng cho"), max_length=300)
    purpose = models.CharField(_("mục đích"), max_length=9, choices=Purpose)
    purpose_note = models.CharField(_("nói rõ mục đích"), max_length=200, blank=True)
    basis = models.CharField(_("căn cứ"), max_length=7, choices=Basis, default=Basis.CONSENT)
    basis_note = models.CharField(_("điều luật, văn bản"), max_length=200, blank=True)
    last_day = models.DateField(_("ngày cuối của việc"))
    erase_on = models.DateField(_("ngày xóa"))
    erase_why = models.CharField(_("vì sao đổi ngày xóa"), max_length=200, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    papers_erased_on = models.DateField(_("xóa số giấy tờ ngày"), null=True, blank=True)
    erased_at = models.DateTimeField(_("xóa lúc"), null=True, blank=True)
    erased_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    erased_number = models.PositiveIntegerField(_("số em đã xóa tên"), null=True, blank=True)
    search_text = models.TextField(editable=False)

    objects = ChildListQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_text", "subject_type", "subject_id"])

    class Meta:
        verbose_name = _("danh sách thiếu nhi")
        ordering = ["-made_at", "-pk"]
        indexes = [
            models.Index(fields=["subject_type", "subject_id"], name="child_list_of"),
            models.Index(fields=["erased_at", "erase_on"], name="child_list_due"),
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}: {self.about}"

    def get_absolute_url(self) -> str:
        return reverse("children:detail", args=[self.pk])

    @property
    def fields(self) -> tuple[str, ...]:
        """What is kept of each child, and nothing else."""
        return FIELDS[self.purpose]

    @property
    def is_erased(self) -> bool:
        return self.erased_at is not None

    @property
    def is_overdue(self) -> bool:
        return not self.is_erased and self.erase_on < localdate()


class Child(models.Model):
    """One child of a list; who it is stands sealed, and leaves with the name (em).

    There is no history and no search text, and printed it is only its place in the list.
    """

    child_list = models.ForeignKey(ChildList, models.CASCADE, related_name="children")
    place = models.PositiveSmallIntegerField()
    sealed = models.TextField(editable=False)
    is_asked = models.BooleanField(_("từ 7 tuổi, hỏi cả em"))
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    removed_on = models.DateField(null=True, blank=True)
    removal = models.CharField(max_length=9, choices=Removal, blank=True)

    class Meta:
        verbose_name = _("em")
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["child_list", "place"], name="child_place_once")
        ]

    def __str__(self) -> str:
        return f"em số {self.place}"

    @property
    def particulars(self) -> Particulars:
        """Who it is; asked only where the right to know was asked before."""
        return Particulars.unsealed(self.sealed)
