"""Lists of gifts: the book itself, and its balance by partner."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import django_filters
from django import forms
from django.db.models import Q
from django.db.models.functions import ExtractYear
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ketnghia.gifts.book import Balance, Pair, sum_words
from ketnghia.gifts.models import Gift
from ketnghia.gifts.sums import Sum
from ketnghia.ui.listing import Column, Listing
from ketnghia.units.models import Unit, may_read
from ketnghia.vietnamese.text import fold

DIRECTIONS = [("given", _("ta tặng")), ("received", _("ta nhận"))]
COLUMNS = [
    Column("on", _("Ngày"), lambda gift: gift.on, sort="-on"),
    Column(
        "giver", _("Bên tặng"), lambda gift: gift.giver.name_on(gift.on), sort="giver__sort_key"
    ),
    Column(
        "receiver",
        _("Bên nhận"),
        lambda gift: gift.receiver.name_on(gift.on),
        sort="receiver__sort_key",
    ),
    Column("what", _("Nội dung"), lambda gift: gift.what),
    Column("worth", _("Trị giá"), lambda gift: gift.worth, is_number=True),
]
# In a file the number stands apart from its bound and its money, so that it can be worked with.
EXPORTED = [
    *COLUMNS[:3],
    Column("kind", _("Loại"), lambda gift: gift.get_kind_display()),
    Column("what", _("Nội dung"), lambda gift: gift.what),
    Column("count", _("Số lượng"), lambda gift: gift.count),
    Column("recipient", _("Quỹ, người nhận"), lambda gift: gift.recipient),
    Column("bound", _("Mức"), lambda g: g.worth and g.get_bound_display()),
    Column("value", _("Trị giá"), lambda gift: gift.value),
    Column(
        "currency", _("Loại tiền"), lambda g: "" if g.value is None else g.get_currency_display()
    ),
    Column("exchange", _("Trong cuộc giao lưu"), lambda gift: gift.exchange or ""),
    Column("paper", _("Biên nhận, chứng từ"), lambda gift: gift.paper),
]


class GiftFilter(django_filters.FilterSet):  # type: ignore[misc]
    """What an officer narrows the book by.

    `unit` comes from the page of a relation, `giver` and `receiver` from the balance.
    """

    year = django_filters.ChoiceFilter(label=_("Năm"), method="in_year", empty_label=_("Mọi năm"))
    partner = django_filters.CharFilter(label=_("Đối tác"), method="with_partner")
    direction = django_filters.ChoiceFilter(
        label=_("Chiều"), choices=DIRECTIONS, method="in_direction", empty_label=_("Cả hai chiều")
    )
    kind = django_filters.ChoiceFilter(
        label=_("Loại"), choices=Gift.Kind.choices, empty_label=_("Mọi loại")
    )
    unit = django_filters.ModelChoiceFilter(
        queryset=Unit.objects.all(), method="with_unit", widget=forms.HiddenInput
    )
    giver = django_filters.ModelChoiceFilter(
        queryset=Unit.objects.all(), method="by_line", widget=forms.HiddenInput
    )
    receiver = django_filters.ModelChoiceFilter(
        queryset=Unit.objects.all(), method="by_line", widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        found = self.queryset.order_by().annotate(in_year=ExtractYear("on"))
        years = found.order_by("-in_year").values_list("in_year", flat=True).distinct()
        self.filters["year"].extra["choices"] = [(str(year), str(year)) for year in years]

    def in_year(self, found: Any, _name: str, year: str) -> Any:
        return found.filter(on__year=int(year))

    def with_partner(self, found: Any, _name: str, words: str) -> Any:
        """Either of the two, by any of its names."""
        for word in fold(words).split():
            named = Q(receiver__search_text__contains=word) | Q(giver__search_text__contains=word)
            found = found.filter(named)
        return found

    def in_direction(self, found: Any, _name: str, direction: str) -> Any:
        side = "giver" if direction == "given" else "receiver"
        return found.filter(may_read(self.request.user, at=side))

    def with_unit(self, found: Any, _name: str, unit: Unit) -> Any:
        line = unit.lineage_ids()
        return found.filter(Q(giver__in=line) | Q(receiver__in=line))

    def by_line(self, found: Any, name: str, unit: Unit) -> Any:
        return found.filter(**{f"{name}__in": unit.lineage_ids()})


def _side(pair: Pair, direction: str) -> list[Sum]:
    return pair.given_sums if direction == "given" else pair.received_sums


def _words(direction: str) -> Any:
    return lambda pair: ". ".join(sum_words(one) for one in _side(pair, direction))


def _in_dong(direction: str, kind: str) -> Any:
    """The sum in đồng of a kind; empty where nobody wrote a value."""

    def value(pair: Pair) -> Any:
        told = next((one for one in _side(pair, direction) if one.kind == kind), None)
        return told.in_dong.value if told and told.in_dong else ""

    return value


def _bound(direction: str, kind: str) -> Any:
    def words(pair: Pair) -> Any:
        told = next((one for one in _side(pair, direction) if one.kind == kind), None)
        return told.in_dong.bound.label if told and told.in_dong else ""

    return words


BALANCE = [
    Column("partner", _("Đối tác"), lambda pair: pair.partner_then, sort="partner"),
    Column("own", _("Đơn vị ta"), lambda pair: pair.own_then, sort="own"),
    Column("given", _("Đã tặng"), _words("given")),
    Column("received", _("Đã nhận"), _words("received")),
    Column("unvalued", _("Món không ghi trị giá"), lambda p: p.unvalued, sort="-unvalued",
           is_number=True),
]  # fmt: skip
EXPORTED_BALANCE = [
    *BALANCE[:2],
    Column("given_cash", _("Tặng tiền, đồng"), _in_dong("given", "cash")),
    Column("given_cash_bound", _("mức"), _bound("given", "cash")),
    Column("given_goods", _("Tặng hiện vật, đồng"), _in_dong("given", "goods")),
    Column("given_goods_bound", _("mức"), _bound("given", "goods")),
    Column("received_cash", _("Nhận tiền, đồng"), _in_dong("received", "cash")),
    Column("received_cash_bound", _("mức"), _bound("received", "cash")),
    Column("received_goods", _("Nhận hiện vật, đồng"), _in_dong("received", "goods")),
    Column("received_goods_bound", _("mức"), _bound("received", "goods")),
    *BALANCE[2:],
]


class BalanceFilter(forms.Form):
    """One year, or all."""

    year = forms.ChoiceField(label=_("Năm"), required=False)

    def __init__(self, *args: Any, years: list[int], **options: Any) -> None:
        super().__init__(*args, **options)
        year = self.fields["year"]
        assert isinstance(year, forms.ChoiceField)  # noqa: S101 - declared above
        year.choices = [("", _("Mọi năm")), *((str(one), str(one)) for one in years)]


class BalanceListing(Listing):
    """The balance as a list: search over the names, one year or all, ordered by any column."""

    def __init__(self, request: HttpRequest, balance: Balance) -> None:
        super().__init__(
            request,
            Gift.objects.none(),
            columns=BALANCE,
            default_sort="partner",
            name="can-doi-qua",
            export_columns=EXPORTED_BALANCE,
        )
        self.balance = balance

    @cached_property
    def filter_form(self) -> BalanceFilter:
        return BalanceFilter(self.request.GET, years=self.balance.years)

    @cached_property
    def found(self) -> Any:
        words = fold(self.words).split()
        found = [pair for pair in self.balance.pairs if _is_named(pair, words)]
        key = self.ordering.removeprefix("-")
        return sorted(
            found, key=lambda pair: _place(key, pair), reverse=self.ordering.startswith("-")
        )


def _is_named(pair: Pair, words: list[str]) -> bool:
    then = fold(f"{pair.partner_then} {pair.own_then}")
    names = f"{pair.partner.search_text} {pair.own.search_text} {then}"
    return all(word in names for word in words)


def _place(key: str, pair: Pair) -> tuple[Any, ...]:
    keys: dict[str, tuple[Any, ...]] = {
        "partner": (pair.partner.sort_key, pair.own.sort_key),
        "own": (pair.own.sort_key, pair.partner.sort_key),
        "unvalued": (pair.unvalued, pair.partner.sort_key),
    }
    return keys[key]
