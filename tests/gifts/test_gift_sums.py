"""Sums of gifts are honest: whatever the order, bounds stay, kinds and currencies stay apart."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount
from ketnghia.gifts.sums import KINDS, Lot, Sum, sums
from ketnghia.gifts.worth import Count, Currency, UnclearWorthError, Worth, hear_count, hear_worth

MILLION = Decimal(1_000_000)


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("10 triệu", Worth(10 * MILLION)),
        ("gần 40 triệu", Worth(40 * MILLION, Bound.NEARLY)),
        ("gan 40tr dong", Worth(40 * MILLION, Bound.NEARLY)),
        ("trên 1,5 tỷ đồng", Worth(1500 * MILLION, Bound.OVER)),
        ("500.000đ", Worth(Decimal(500_000))),
        ("100 USD", Worth(Decimal(100), currency=Currency.USD)),
        ("$100", Worth(Decimal(100), currency=Currency.USD)),
        ("khoảng 2 triệu kíp", Worth(2 * MILLION, Bound.ABOUT, Currency.LAK)),
        ("500 nhân dân tệ", Worth(Decimal(500), currency=Currency.CNY)),
        ("một trăm nghìn", Worth(Decimal(100_000))),
        ("0", Worth(Decimal(0))),
        ("", None),
        ("   ", None),
    ],
)
def test_money_is_understood_as_it_is_typed(text: str, worth: Worth | None) -> None:
    assert hear_worth(text) == worth


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("không nhớ", "unreadable"),
        ("10 triệu và 5 triệu", "several"),
        ("20 suất quà", "money"),
        ("999.999 tỷ", "large"),
    ],
)
def test_what_is_not_one_amount_of_money_is_refused(text: str, code: str) -> None:
    with pytest.raises(UnclearWorthError) as wrong:
        hear_worth(text)

    assert wrong.value.code == code


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("20 suất quà", Count(Decimal(20), measure="suất quà")),
        ("khoảng 30 ngày công", Count(Decimal(30), Bound.ABOUT, "ngày công")),
        ("1 bộ máy tính", Count(Decimal(1), measure="bộ máy tính")),
        ("", None),
    ],
)
def test_things_are_counted_as_they_are_typed(text: str, count: Count | None) -> None:
    assert hear_count(text) == count


def test_words_say_the_bound_and_the_money() -> None:
    assert str(Worth(40 * MILLION, Bound.NEARLY)) == "gần 40 triệu đồng"
    assert str(Worth(Decimal("100.50"), Bound.EXACTLY, Currency.USD)) == "100,5 đô la Mỹ"
    assert str(Count(Decimal(1900), Bound.OVER, "suất quà")) == "trên 1.900 suất quà"


def test_kinds_and_currencies_stay_apart_and_what_has_no_value_is_counted() -> None:
    told = sums(
        [
            Lot("cash", value=10 * MILLION),
            Lot("cash", value=Decimal(100), currency="USD"),
            Lot(
                "goods", value=40 * MILLION, bound=Bound.NEARLY, number=Decimal(20), measure="suất"
            ),
            Lot("goods", number=Decimal(5), measure="suất"),
            Lot("souvenir"),
        ]
    )

    assert told == [
        Sum("cash", 2, 0, {"VND": Amount(10 * MILLION), "USD": Amount(Decimal(100))}),
        Sum(
            "goods",
            2,
            1,
            {"VND": Amount(40 * MILLION, Bound.NEARLY)},
            {"suất": Amount(Decimal(25))},
        ),
        Sum("souvenir", 1, 1),
    ]


NUMBERS = st.none() | st.decimals(0, 10**9, places=0, allow_nan=False)
BOUNDS = st.sampled_from(Bound)
LOTS = st.lists(
    st.builds(
        Lot,
        kind=st.sampled_from(KINDS),
        items=st.integers(1, 5),
        value=NUMBERS,
        bound=BOUNDS,
        currency=st.sampled_from(["VND", "USD", "LAK"]),
        number=NUMBERS,
        number_bound=BOUNDS,
        measure=st.sampled_from(["", "suất", "ngày công"]),
    ),
    max_size=8,
)


def in_order(told: list[Sum]) -> list[tuple[object, ...]]:
    return [(one.kind, one.items, one.unvalued, dict(one.money), dict(one.counts)) for one in told]


@given(LOTS, st.randoms(use_true_random=False))
def test_the_order_of_gifts_never_matters_to_what_is_summed(
    lots: list[Lot], random: object
) -> None:
    turned = list(lots)
    random.shuffle(turned)  # type: ignore[attr-defined]

    def values(told: list[Sum]) -> list[tuple[object, ...]]:
        return [
            (one.kind, one.items, one.unvalued, {key: a.value for key, a in one.money.items()})
            for one in told
        ]

    assert values(sums(turned)) == values(sums(lots))


@given(LOTS)
def test_a_sum_is_exact_only_where_every_part_is(lots: list[Lot]) -> None:
    for one in sums(lots):
        for currency, amount in one.money.items():
            parts = [
                lot.bound
                for lot in lots
                if lot.kind == one.kind and lot.currency == currency and lot.value is not None
            ]
            assert (amount.bound == Bound.EXACTLY) == all(part == Bound.EXACTLY for part in parts)


@given(LOTS)
def test_every_item_is_counted_once_and_nothing_without_value_is_summed(lots: list[Lot]) -> None:
    told = sums(lots)

    assert sum(one.items for one in told) == sum(lot.items for lot in lots)
    assert sum(one.unvalued for one in told) == sum(lot.items for lot in lots if lot.value is None)
    summed = sum((a.value for one in told for a in one.money.values()), Decimal(0))
    assert summed == sum((lot.value for lot in lots if lot.value is not None), Decimal(0))


@given(st.lists(st.builds(Lot, kind=st.just("cash"), value=NUMBERS, bound=BOUNDS), max_size=6))
def test_gifts_summed_by_the_database_come_to_what_they_come_to_one_by_one(
    lots: list[Lot],
) -> None:
    """The database sums those of one bound; putting the groups together changes nothing."""
    groups: dict[tuple[Bound, bool], list[Lot]] = {}
    for lot in lots:
        groups.setdefault((lot.bound, lot.value is None), []).append(lot)
    grouped = [
        Lot(
            "cash",
            items=len(group),
            value=None if is_blank else sum((lot.value or Decimal(0) for lot in group), Decimal(0)),
            bound=bound,
        )
        for (bound, is_blank), group in groups.items()
    ]

    assert in_order(sums(grouped)) == in_order(sums(lots))
