from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import django_filters
import pytest
from django.test import RequestFactory
from openpyxl import load_workbook

from ketnghia.ui.listing import Column, Listing, safe_cell
from ketnghia.units.models import Unit
from tests.making import make_unit

COLUMNS = [
    Column("name", "Tên đơn vị", sort="sort_key", value=lambda unit: unit.name),
    Column("founded", "Thành lập", sort="-began_on", value=lambda unit: unit.began_on),
    Column("kind", "Loại", value=lambda unit: unit.get_kind_display()),
]


class UnitFilters(django_filters.FilterSet):
    kind = django_filters.ChoiceFilter(choices=Unit.Kind.choices)

    class Meta:
        model = Unit
        fields = ["kind"]


def listing_of(address: str, **options: Any) -> Listing:
    return Listing(
        RequestFactory().get(address),
        Unit.objects.all(),
        columns=COLUMNS,
        default_sort="sort_key",
        name="don-vi",
        **options,
    )


@pytest.fixture
def units(db: None) -> None:
    for name in [
        "Tỉnh đoàn Đồng Nai",
        "Tỉnh đoàn Cà Mau",
        "Tỉnh đoàn Hà Nam",
        "Tỉnh đoàn An Giang",
    ]:
        make_unit(name)
    make_unit("Tỉnh đoàn Savannakhet", kind=Unit.Kind.FOREIGN, country="LA")


def names(listing: Listing) -> list[str]:
    return [unit.name.removeprefix("Tỉnh đoàn ") for unit in listing.rows]


@pytest.mark.usefixtures("units")
@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/", ["An Giang", "Cà Mau", "Đồng Nai", "Hà Nam", "Savannakhet"]),
        ("/?sort=-name", ["Savannakhet", "Hà Nam", "Đồng Nai", "Cà Mau", "An Giang"]),
        ("/?q=ha%20nam", ["Hà Nam"]),
        ("/?q=khong-co", []),
        ("/?sort=password", ["An Giang", "Cà Mau", "Đồng Nai", "Hà Nam", "Savannakhet"]),
        ("/?q=nam%00", ["Hà Nam"]),
    ],
)
def test_a_list_is_found_and_ordered_as_its_address_asks(address: str, found: list[str]) -> None:
    assert names(listing_of(address)) == found


@pytest.mark.usefixtures("units")
def test_a_filter_narrows_the_list() -> None:
    listing = listing_of("/?kind=foreign", filters=UnitFilters)

    assert names(listing) == ["Savannakhet"]
    assert listing.is_filtered
    assert listing.is_narrowed
    assert not listing_of("/?page=2", filters=UnitFilters).is_narrowed


@pytest.mark.usefixtures("units")
@pytest.mark.parametrize(("number", "found"), [("1", 2), ("3", 1), ("99", 1), ("abc", 2)])
def test_pages_hold_their_share_and_never_break(number: str, found: int) -> None:
    listing = listing_of(f"/?page={number}", per_page=2)

    assert len(list(listing.rows)) == found
    assert listing.total == 5


def test_heads_sort_up_then_down_and_keep_the_search() -> None:
    up, *_rest = listing_of("/?q=ha&sort=name&page=3").heads
    other = listing_of("/?q=ha").heads

    assert (up.url, up.sorted) == ("?q=ha&sort=-name", "ascending")
    assert [head.url for head in other] == ["?q=ha&sort=name", "?q=ha&sort=founded", ""]


@pytest.mark.usefixtures("units")
def test_csv_holds_every_page_of_what_is_shown_and_opens_in_excel() -> None:
    make_unit('=cmd|"/c calc"!A1', kind=Unit.Kind.UNION)

    listing = listing_of("/?export=csv&kind=union", per_page=2, filters=UnitFilters)
    response = listing.export()
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))

    assert listing.wants_export
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert response["Content-Disposition"].startswith('attachment; filename="don-vi-')
    assert rows[0] == ["Tên đơn vị", "Thành lập", "Loại"]
    assert len(rows) == 6
    assert [row[0] for row in rows if "cmd" in row[0]] == ['\'=cmd|"/c calc"!A1']


@pytest.mark.usefixtures("units")
def test_xlsx_holds_the_same_rows_with_days_as_days() -> None:
    make_unit("Tỉnh đoàn Mới", on=date(2025, 7, 1))

    book = load_workbook(io.BytesIO(listing_of("/?export=xlsx&q=moi").export().content))
    header, row = book.active.iter_rows(values_only=True)

    assert header == ("Tên đơn vị", "Thành lập", "Loại")
    assert row[0] == "Tỉnh đoàn Mới"
    assert row[1].date() == date(2025, 7, 1)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+84 912", "'+84 912"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("a\x00b\x0bc", "abc"),
        (None, ""),
        (-5, -5),
        (Decimal("2.5"), Decimal("2.5")),
        (True, "có"),
        (False, "không"),
        (datetime(2025, 7, 1, 8, tzinfo=UTC), datetime(2025, 7, 1, 8)),  # noqa: DTZ001
    ],
)
def test_a_cell_is_never_a_formula(value: object, written: object) -> None:
    assert safe_cell(value) == written
