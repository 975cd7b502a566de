from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnghia.activities.shares import Part, exceeds_whole, weights

LEAD = Part(is_lead=True)


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([], [1]),
        ([Part(is_lead=False)], [1, 0]),
        ([Part(is_lead=False, share=Decimal(30))], [Decimal("0.7"), Decimal("0.3")]),
        ([Part(is_lead=False, share=Decimal(30), is_disputed=True)], [1, 0]),
        ([Part(is_lead=False, share=Decimal(100))], [0, 1]),
    ],
)
def test_the_lead_takes_what_the_others_leave(others: list[Part], expected: list[object]) -> None:
    assert weights([LEAD, *others]) == expected


@given(
    st.lists(
        st.builds(
            Part,
            is_lead=st.just(value=False),
            share=st.none() | st.decimals(0, 25, places=2),
            is_disputed=st.booleans(),
        ),
        max_size=4,
    )
)
def test_a_common_total_counts_each_thing_once(others: list[Part]) -> None:
    found = weights([LEAD, *others])

    assert sum(found) == 1
    assert all(weight >= 0 for weight in found)


def test_more_than_the_whole_is_noticed() -> None:
    assert exceeds_whole([Decimal(60), None, Decimal("40.01")])
    assert not exceeds_whole([Decimal(60), None, Decimal(40)])
