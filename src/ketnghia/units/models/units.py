"""Units through time: a stable identity, with names, standings and successions that have dates."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Subquery, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.ui.searching import Searchable
from ketnghia.units.models.seats import Seat, held_by, reached_from
from ketnghia.units.models.territories import Level, Territory
from ketnghia.vietnamese.dates import day
from ketnghia.vietnamese.text import fold


class UnitQuerySet(Searchable["Unit"]):
    """Questions one can ask about units."""

    def children_of(self, parent: Unit | None, *, on: date) -> Self:
        """Units that stood right below another on a day; below none: the tops of the tree."""
        held = Standing.objects.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=on),
            Q(valid_until__isnull=True) | Q(valid_until__gte=on),
            parent=parent,
        )
        return self.living_on(on).filter(pk__in=held.values("unit"))

    def with_children(self, *, on: date) -> Self:
        """With `children_number`: how many stood right below on a day."""
        held = Standing.objects.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=on),
            Q(valid_until__isnull=True) | Q(valid_until__gte=on),
            parent=OuterRef("pk"),
        )
        number = held.order_by().values("parent").annotate(n=Count("pk")).values("n")
        return self.annotate(children_number=Coalesce(Subquery(number), 0))

    def ranked(self, words: str) -> Self:
        """Found by any name, best first: the name itself, its beginning, the living, the higher."""
        wanted = fold(words)
        return (
            self.search(words)
            .annotate(
                rank=Case(
                    When(search_text__contains=f"| {wanted} |", then=0),
                    When(search_text__endswith=f"| {wanted}", then=0),
                    When(search_text__startswith=wanted, then=1),
                    When(search_text__contains=f" {wanted}", then=2),
                    default=3,
                ),
                is_gone=Case(When(ended_on__isnull=True, then=0), default=1),
            )
            .order_by("rank", "is_gone", "sort_key", "pk")
        )

    def living_on(self, day: date) -> Self:
        return self.filter(
            Q(began_on__isnull=True) | Q(began_on__lte=day),
            Q(ended_on__isnull=True) | Q(ended_on__gt=day),
        )

    def below(self, unit: Unit, *, on: date) -> Self:
        """Every unit that stood under another on a day, directly or further down."""
        held = RawSQL(_BELOW, [unit.pk, on.isoformat(), on.isoformat(), unit.pk])  # noqa: S611 - bound
        return self.filter(pk__in=held)

    def visible_to(self, user: User) -> Self:
        """Units whose papers the user may read: those a seat of theirs reaches today."""
        return self.filter(reached_from(held_by(user)))

    def run_by(self, user: User) -> Self:
        """Units whose papers the user may change: reached by an officer's seat or a higher one."""
        return self.filter(reached_from(held_by(user, roles=Seat.RUNNING)))

    def signed_off_by(self, user: User) -> Self:
        """Units for which the user signs off."""
        return self.filter(reached_from(held_by(user, roles=Seat.SIGNING)))

    def administered_by(self, user: User) -> Self:
        """Units whose seats, names and successions the user keeps."""
        return self.filter(reached_from(held_by(user, roles=[Seat.Role.ADMINISTRATOR])))


# Standings are followed downwards as they were on the day; UNION stops at what was seen.
_BELOW = """
WITH RECURSIVE below(unit_id) AS (
    SELECT CAST(%s AS bigint)
    UNION
    SELECT standing.unit_id FROM units_standing standing
    JOIN below ON standing.parent_id = below.unit_id
    WHERE (standing.valid_from IS NULL OR standing.valid_from <= %s)
      AND (standing.valid_until IS NULL OR standing.valid_until >= %s)
)
SELECT unit_id FROM below WHERE unit_id <> %s
"""


class Unit(models.Model):
    """An organisation that signs, hosts or acts; its identity outlives its names (đơn vị).

    A merged unit is a new unit, also when it keeps one predecessor's name. `name`, `search_text`
    and `sort_key` repeat its latest official name and all its names, for lists and search.
    """

    class Kind(models.TextChoices):
        UNION = "union", _("Đoàn TNCS Hồ Chí Minh")
        ASSOCIATION = "association", _("Hội Liên hiệp Thanh niên")
        STUDENTS = "students", _("Hội Sinh viên")
        CHILDREN = "children", _("Hội đồng Đội")
        ARMY = "army", _("Đơn vị quân đội, biên phòng")
        POLICE = "police", _("Đơn vị công an")
        AGENCY = "agency", _("Cơ quan, ban, ngành")
        COMPANY = "company", _("Doanh nghiệp")
        SCHOOL = "school", _("Trường học")
        FOREIGN = "foreign", _("Tổ chức thanh niên nước ngoài")
        OTHER = "other", _("Tổ chức khác")

    code = models.CharField(_("mã"), max_length=60, unique=True)
    kind = models.CharField(_("loại"), max_length=12, choices=Kind, default=Kind.UNION)
    country = models.CharField(_("nước"), max_length=2, default="VN")
    territory = models.ForeignKey(Territory, models.PROTECT, null=True, blank=True)
    began_on = models.DateField(_("thành lập ngày"), null=True, blank=True)
    ended_on = models.DateField(_("kết thúc ngày"), null=True, blank=True)
    name = models.CharField(_("tên"), max_length=200, editable=False)
    search_text = models.TextField(editable=False)
    sort_key = models.CharField(max_length=900, db_index=True, editable=False)

    objects = UnitQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_text", "sort_key"])

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__gt=F("began_on")),
                name="unit_ends_after_it_begins",
                violation_error_message=_("Ngày kết thúc phải sau ngày thành lập."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("units:detail", args=[self.pk])

    def name_on(self, day: date | None = None) -> str:
        """The official name valid on a day (today when none is given), else the latest."""
        day = day or localdate()
        official = [
            n for n in self.names.all() if n.form == UnitName.Form.OFFICIAL and n.language == "vi"
        ]
        valid = [n for n in official if n.covers(day)]
        return valid[-1].name if valid else self.name

    @property
    def is_living(self) -> bool:
        return self.ended_on is None or self.ended_on > localdate()

    @property
    def short_name(self) -> str:
        """What people call it between themselves: "Quảng Trị" for Tỉnh đoàn Quảng Trị."""
        short = [n.name for n in self.names.all() if n.form == UnitName.Form.SHORT]
        return short[0] if short else self.name

    @property
    def told_apart(self) -> str:
        """Its name with the days that tell it from another of the same name."""
        if self.ended_on:
            return _("%(name)s, kết thúc %(day)s") % {"name": self.name, "day": day(self.ended_on)}
        if self.began_on:
            return _("%(name)s, từ %(day)s") % {"name": self.name, "day": day(self.began_on)}
        return self.name

    def successor_ids(self) -> set[int]:
        """Every unit this one went into, directly or later."""
        return _followed(self.pk, "predecessors", "successors")

    def predecessor_ids(self) -> set[int]:
        """Every unit that went into this one, directly or earlier."""
        return _followed(self.pk, "successors", "predecessors")

    def lineage_ids(self) -> set[int]:
        """Itself, what it came from and what it went into: one side of a relation."""
        return {self.pk} | self.successor_ids() | self.predecessor_ids()

    def heirs(self) -> UnitQuerySet:
        """The living units its rights went to.

        Where none followed it, the heirs of the unit above it: as the provincial committee
        inherits a district's agreement under Nghị định 177/2025/NĐ-CP (domain.md §4.4).
        """
        if self.is_living:
            return Unit.objects.filter(pk=self.pk)
        living = Unit.objects.filter(pk__in=self.successor_ids()).living_on(localdate())
        if living.exists():
            return living
        last = self.standings.order_by("-valid_from", "-pk").first()
        return last.parent.heirs() if last and last.parent else Unit.objects.none()


def _followed(unit: int, backward: str, forward: str) -> set[int]:
    """Units reached along successions in one direction."""
    seen: set[int] = set()
    waiting = {unit}
    while waiting:
        rows = Succession.objects.filter(**{f"{backward}__in": waiting})
        waiting = set(rows.values_list(forward, flat=True)) - seen - {None, unit}
        seen |= waiting
    return seen


class UnitNameQuerySet(models.QuerySet["UnitName"]):
    """Questions about names."""

    def official(self) -> Self:
        """The names it signs with, in time."""
        return self.filter(form=UnitName.Form.OFFICIAL, language="vi")

    def aliases(self) -> Self:
        """Every other way to write it."""
        return self.exclude(form=UnitName.Form.OFFICIAL, language="vi")


class UnitName(models.Model):
    """One name of a unit in one language, with its validity."""

    class Form(models.TextChoices):
        OFFICIAL = "official", _("Tên chính thức")
        SHORT = "short", _("Tên gọn")
        ALIAS = "alias", _("Cách viết khác")

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="names")
    name = models.CharField(_("tên"), max_length=200)
    language = models.CharField(_("ngôn ngữ"), max_length=10, default="vi")
    form = models.CharField(_("dạng"), max_length=10, choices=Form, default=Form.OFFICIAL)
    valid_from = models.DateField(_("từ ngày"), null=True, blank=True)
    valid_until = models.DateField(_("đến hết ngày"), null=True, blank=True)

    objects = UnitNameQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = [F("valid_from").asc(nulls_first=True), "pk"]

    def __str__(self) -> str:
        return self.name

    def covers(self, day: date) -> bool:
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)


class Standing(models.Model):
    """Where a unit stood in the tree, and at which level, from one day to another."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="standings")
    parent = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="children")
    level = models.CharField(_("cấp"), max_length=12, choices=Level)
    valid_from = models.DateField(_("từ ngày"), null=True, blank=True)
    valid_until = models.DateField(_("đến hết ngày"), null=True, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = [F("valid_from").asc(nulls_first=True), "pk"]

    def __str__(self) -> str:
        return f"{self.unit} · {self.get_level_display()}"


class SuccessionQuerySet(models.QuerySet["Succession"]):
    """Questions about successions."""

    def undoable_by(self, user: User) -> Self:
        """Recorded here, and every unit that ended is kept by the user."""
        through = Succession.predecessors.through.objects.filter(succession=OuterRef("pk"))
        mine = Unit.objects.administered_by(user)
        return self.filter(~Exists(through.exclude(unit__in=mine)), recorded_by__isnull=False)


class Succession(models.Model):
    """A dated change from some units to others, with its legal basis (kế thừa)."""

    class Kind(models.TextChoices):
        RENAMED = "renamed", _("Đổi tên")
        MERGED = "merged", _("Hợp nhất")
        ABSORBED = "absorbed", _("Sáp nhập")
        SPLIT = "split", _("Chia tách")
        ENDED = "ended", _("Kết thúc hoạt động")

    kind = models.CharField(_("hình thức"), max_length=10, choices=Kind)
    on = models.DateField(_("từ ngày"))
    legal_basis = models.CharField(_("văn bản"), max_length=300)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    predecessors = models.ManyToManyField(Unit, related_name="successions_out")
    successors = models.ManyToManyField(Unit, blank=True, related_name="successions_in")
    founded = models.ForeignKey(
        Unit,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("đơn vị mới lập cùng lúc; hoàn tác thì bỏ"),
    )
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)
    objects = SuccessionQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[predecessors, successors])

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.on:%d/%m/%Y}"
