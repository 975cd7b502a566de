from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount, joined, total

amounts = st.builds(
    Amount,
    value=st.integers(min_value=0, max_value=10**12).map(Decimal),
    bound=st.sampled_from(list(Bound)),
)


def test_what_s4_reports_is_about_180_million() -> None:
    whole = total(
        [
            Amount(Decimal(40)),
            Amount(Decimal(100), Bound.OVER),
            Amount(Decimal(40), Bound.NEARLY),
        ]
    )

    assert whole == Amount(Decimal(180), Bound.ABOUT)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("exactly", "exactly", "exactly"),
        ("exactly", "over", "over"),
        ("at_least", "over", "over"),
        ("nearly", "at_most", "nearly"),
        ("over", "nearly", "about"),
        ("about", "exactly", "about"),
    ],
)
def test_a_sum_says_no_more_than_its_parts(one: str, other: str, expected: str) -> None:
    assert joined(Bound(one), Bound(other)) == expected


def test_blank_is_not_zero() -> None:
    assert total([]) is None


@given(st.lists(amounts, min_size=1, max_size=8), st.randoms())
def test_the_order_of_adding_says_nothing(parts: list[Amount], random: object) -> None:
    mixed = list(parts)
    random.shuffle(mixed)  # type: ignore[attr-defined]

    assert total(mixed) == total(parts)


@given(st.lists(amounts, min_size=1, max_size=8))
def test_exact_comes_only_from_exact(parts: list[Amount]) -> None:
    whole = total(parts)

    assert whole is not None
    assert (whole.bound == Bound.EXACTLY) == all(part.bound == Bound.EXACTLY for part in parts)
