"""What figures are figures of: the indicators of a year, national ones and a unit's own."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.ui.searching import Searchable
from ketnghia.units.models import Unit, may_read, may_run


class IndicatorQuerySet(Searchable["Indicator"]):
    """Questions one can ask about indicators."""

    def in_year(self, year: int) -> Self:
        """The edition of each indicator that is valid in a year."""
        return self.filter(
            Q(until_year__isnull=True) | Q(until_year__gte=year), from_year__lte=year
        )

    def national(self) -> Self:
        return self.filter(owner__isnull=True)

    def visible_to(self, user: User) -> Self:
        """National ones, and those of units the person reaches."""
        return self.filter(Q(owner__isnull=True) | may_read(user, at="owner"))

    def editable_by(self, user: User) -> Self:
        return self.filter(may_run(user, at="owner"))

    def usable_by(self, unit: Unit) -> Self:
        """What a unit may report under: national ones, its own, and those of units above it."""
        above = unit.reached_by.values("holder")
        return self.filter(Q(owner__isnull=True) | Q(owner=unit) | Q(owner__in=above))


class Indicator(models.Model):
    """What a figure is a figure of, with its unit and how it adds up (chỉ tiêu).

    `code` stays the same from year to year; an edition is valid from one year to another. A unit's
    own indicator may stand `under` a national one of the same measure and then counts in it.
    The list of domain.md §5.4 is loaded by `ketnghia load-indicators`.
    """

    class Group(models.TextChoices):
        EDUCATION = "A", _("Giáo dục, tuyên truyền")
        VOLUNTEERING = "B", _("Tình nguyện, an sinh xã hội")
        COUNTRYSIDE = "C", _("Nông thôn mới, đô thị, môi trường")
        CREATIVITY = "D", _("Sáng tạo, chuyển đổi số, cải cách hành chính")
        DEFENCE = "E", _("Bảo vệ Tổ quốc, biên giới")
        COMPANIONSHIP = "F", _("Đồng hành với thanh niên")
        CHILDREN = "G", _("Thiếu nhi")
        BUILDING = "H", _("Xây dựng Đoàn, tham gia xây dựng Đảng")
        COOPERATION = "I", _("Quốc tế, phối hợp, kết nghĩa")

    class Adds(models.TextChoices):
        """How figures of one indicator come together."""

        SUM = "sum", _("cộng dồn")
        LAST = "last", _("lấy số cuối kỳ")
        SHARE = "share", _("tỷ lệ, không cộng")

    class Nature(models.TextChoices):
        """What is counted; different natures are never added to each other."""

        THINGS = "things", _("vật, việc")
        PEOPLE = "people", _("người")
        TURNS = "turns", _("lượt")
        MONEY = "money", _("tiền")
        PERCENT = "percent", _("phần trăm")

    class Derived(models.TextChoices):
        """Filled from what the house itself keeps, not typed."""

        NO = "", _("gõ vào")
        PAPERS = "papers", _("văn bản còn hiệu lực")
        DELEGATIONS = "delegations", _("đoàn ra, đoàn vào")
        MEETINGS = "meetings", _("hội đàm, tọa đàm, giao lưu")
        DUTIES = "duties", _("cam kết đạt")
        SUPPORT = "support", _("giá trị hỗ trợ đối tác")
        CHILDREN = "children", _("thiếu nhi tham gia giao lưu")

    code = models.CharField(_("mã"), max_length=20)
    group = models.CharField(_("nhóm"), max_length=1, choices=Group)
    order = models.PositiveSmallIntegerField(default=0)
    name = models.CharField(_("tên chỉ tiêu"), max_length=200)
    measure = models.CharField(_("đơn vị tính"), max_length=40)
    adds = models.CharField(_("cách cộng"), max_length=5, choices=Adds, default=Adds.SUM)
    nature = models.CharField(_("đếm gì"), max_length=7, choices=Nature, default=Nature.THINGS)
    derived = models.CharField(
        _("lấy từ"), max_length=12, choices=Derived, default=Derived.NO, blank=True
    )
    words = models.TextField(_("cách gọi khác"), blank=True, help_text=_("Mỗi dòng một cách gọi."))
    owner = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="own_indicators",
        verbose_name=_("chỉ tiêu riêng của"),
    )
    under = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("tính vào chỉ tiêu"),
    )
    from_year = models.PositiveSmallIntegerField(_("dùng từ năm"))
    until_year = models.PositiveSmallIntegerField(_("dùng đến hết năm"), null=True, blank=True)
    search_text = models.TextField(editable=False)

    # Whoever is signed in may read who changed what about an indicator.
    history_is_open = True

    objects = IndicatorQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_text"])

    class Meta:
        verbose_name = _("chỉ tiêu")
        ordering = ["group", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "code", "from_year"],
                name="indicator_once_a_year",
                violation_error_message=_("Mã này đã có trong năm đó."),
            ),
            models.UniqueConstraint(
                fields=["code", "from_year"],
                condition=Q(owner__isnull=True),
                name="national_indicator_once_a_year",
                violation_error_message=_("Mã này đã có trong năm đó."),
            ),
            models.CheckConstraint(
                condition=Q(until_year__gte=F("from_year")),
                name="indicator_ends_after_it_begins",
                violation_error_message=_("Năm cuối phải từ năm đầu trở đi."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_money(self) -> bool:
        return self.nature == self.Nature.MONEY

    @property
    def is_goods(self) -> bool:
        """Things given: their worth may already lie in a sum of money."""
        return self.group == self.Group.VOLUNTEERING and self.nature == self.Nature.THINGS

    @property
    def root_id(self) -> int:
        """The indicator whose total a figure enters."""
        return self.under_id or self.pk
