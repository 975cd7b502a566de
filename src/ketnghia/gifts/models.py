"""The book of gifts and support: what one unit gave another."""

from __future__ import annotations

from decimal import Decimal
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.amounts.bounds import Bound
from ketnghia.exchanges.models import Exchange
from ketnghia.gifts.sums import Lot
from ketnghia.gifts.worth import Currency, count_words, worth_words
from ketnghia.ui.searching import Searchable
from ketnghia.units.models import Unit, may_read_any, may_run
from ketnghia.vietnamese.text import fold


class GiftQuerySet(Searchable["Gift"]):
    """Questions one can ask about gifts."""

    def visible_to(self, user: User) -> Self:
        """Those a unit of the user gave or received."""
        return self.filter(may_read_any(user, "giver", "receiver"))

    def editable_by(self, user: User) -> Self:
        return self.filter(may_run(user, at="giver") | may_run(user, at="receiver"))

    def search(self, words: str) -> Self:
        """Every word, without marks, in what was given, for whom, or a name of either unit."""
        found = self
        for word in fold(words).split():
            found = found.filter(
                Q(search_text__contains=word)
                | Q(giver__search_text__contains=word)
                | Q(receiver__search_text__contains=word)
            )
        return found

    def with_units(self) -> Self:
        """With everything lists tell, in a fixed number of queries."""
        return self.select_related("giver", "receiver", "exchange").prefetch_related(
            "giver__names", "receiver__names"
        )


class Gift(models.Model):
    """Something one unit gave another: money, goods, labour, a souvenir (quà, hỗ trợ).

    Without a value nobody wrote down what it was worth; that is not zero.
    """

    class Kind(models.TextChoices):
        CASH = "cash", _("Tiền")
        GOODS = "goods", _("Hiện vật")
        LABOUR = "labour", _("Ngày công")
        SOUVENIR = "souvenir", _("Quà lưu niệm")

    exchange = models.ForeignKey(
        Exchange,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="gifts",
        verbose_name=_("trong cuộc giao lưu"),
    )
    giver = models.ForeignKey(
        Unit, models.PROTECT, related_name="gifts_given", verbose_name=_("bên tặng")
    )
    receiver = models.ForeignKey(
        Unit, models.PROTECT, related_name="gifts_received", verbose_name=_("bên nhận")
    )
    recipient = models.CharField(_("quỹ, người nhận"), max_length=200, blank=True)
    on = models.DateField(_("ngày"))
    kind = models.CharField(_("loại"), max_length=8, choices=Kind)
    what = models.CharField(_("nội dung"), max_length=300)
    value = models.DecimalField(
        _("trị giá"), max_digits=17, decimal_places=2, null=True, blank=True
    )
    bound = models.CharField(_("mức"), max_length=10, choices=Bound, default=Bound.EXACTLY)
    currency = models.CharField(
        _("loại tiền"), max_length=3, choices=Currency, default=Currency.VND
    )
    number = models.DecimalField(
        _("số lượng"), max_digits=17, decimal_places=2, null=True, blank=True
    )
    number_bound = models.CharField(
        _("mức của số lượng"), max_length=10, choices=Bound, default=Bound.EXACTLY
    )
    measure = models.CharField(_("đơn vị tính"), max_length=60, blank=True)
    paper = models.CharField(_("biên nhận, chứng từ"), max_length=200, blank=True)
    note = models.TextField(_("ghi chú"), blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, editable=False)
    search_text = models.TextField(editable=False, default="")

    objects = GiftQuerySet.as_manager()
    history = HistoricalRecords(
        excluded_fields=["search_text"], history_change_reason_field=models.TextField(null=True)
    )

    class Meta:
        verbose_name = _("quà, hỗ trợ")
        ordering = ["on", "pk"]
        indexes = [models.Index(fields=["on"], name="gift_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(giver=models.F("receiver")),
                name="gift_between_two",
                violation_error_message=_("Bên nhận phải là đơn vị khác với bên tặng."),
            )
        ]

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return reverse("gifts:detail", args=[self.pk])

    @property
    def worth(self) -> str:
        """What it was worth, in words; empty where nobody wrote it down."""
        return "" if self.value is None else worth_words(self.value, self.bound, self.currency)

    @property
    def count(self) -> str:
        """How many of what, in words; empty where nobody counted."""
        if self.number is None:
            return ""
        return count_words(self.number, self.number_bound, self.measure)

    @property
    def value_in_dong(self) -> Decimal | None:
        """Its worth where it was written in đồng: other money is never turned into them."""
        return self.value if self.currency == Currency.VND else None

    @property
    def lot(self) -> Lot:
        """The gift as it adds up with others."""
        return Lot(
            self.kind,
            value=self.value,
            bound=Bound(self.bound),
            currency=self.currency,
            number=self.number,
            number_bound=Bound(self.number_bound),
            measure=self.measure,
        )
