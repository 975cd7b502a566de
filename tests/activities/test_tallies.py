from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ketnghia.activities.tallies import Tally, added, share_of, with_doubt
from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount

amounts = st.builds(
    Amount,
    value=st.integers(min_value=0, max_value=10**9).map(Decimal),
    bound=st.sampled_from(list(Bound)),
)
tallies = st.builds(
    Tally,
    amount=st.none() | amounts,
    number=st.integers(0, 9),
    unknown=st.integers(0, 9),
    range=st.none() | st.tuples(st.just(Decimal(3)), st.just(Decimal(7))),
)


def test_four_nothings_stay_apart() -> None:
    blank, zero = Tally(), Tally(amount=Amount(Decimal(0)), number=1)
    unknown = Tally(unknown=1)

    assert blank.is_blank
    assert not zero.is_blank
    assert not unknown.is_blank
    assert added([blank, zero]).amount == Amount(Decimal(0))
    assert added([blank, unknown]).amount is None


@given(st.lists(tallies, max_size=6), st.randoms())
def test_the_order_of_adding_says_nothing(parts: list[Tally], random: object) -> None:
    mixed = list(parts)
    random.shuffle(mixed)  # type: ignore[attr-defined]

    assert added(mixed) == added(parts)


@given(st.lists(tallies, max_size=6))
def test_adding_loses_nothing(parts: list[Tally]) -> None:
    whole = added(parts)

    known = [part.amount for part in parts if part.amount]
    assert (whole.amount is None) == (not known)
    assert whole.number == sum(part.number for part in parts)
    assert whole.unknown == sum(part.unknown for part in parts)
    if known and whole.amount:
        assert (whole.amount.bound == Bound.EXACTLY) == all(a.bound == Bound.EXACTLY for a in known)


def test_shares_are_never_added() -> None:
    assert share_of([(Decimal(60), None), (Decimal(80), None)]).range == (60, 80)
    assert share_of([(Decimal(75), None)]).amount == Amount(Decimal(75))
    assert share_of([(Decimal(30), Decimal(40)), (Decimal(30), Decimal(60))]).amount == Amount(
        Decimal("60.0")
    )
    assert share_of([]).is_blank


def test_while_a_question_waits_the_total_is_a_range() -> None:
    told = {1: Amount(Decimal(40)), 2: Amount(Decimal(100)), 3: Amount(Decimal(40))}
    whole = Tally(amount=Amount(Decimal(180), Bound.ABOUT), number=3)

    doubted = with_doubt(whole, told, [(1, 2), (2, 3)])

    assert doubted.is_in_doubt
    assert doubted.least == Amount(Decimal(100), Bound.ABOUT)
    assert not with_doubt(whole, told, [(3, 9)]).is_in_doubt


@given(
    st.dictionaries(st.integers(1, 9), amounts, min_size=1),
    st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), max_size=9),
)
def test_doubt_takes_away_no_more_than_there_is(
    told: dict[int, Amount], pairs: list[tuple[int, int]]
) -> None:
    whole = added(Tally(amount=amount, number=1) for amount in told.values())

    doubted = with_doubt(whole, told, pairs)

    greatest = max(amount.value for amount in told.values())
    least = doubted.least or doubted.amount
    assert least
    assert whole.amount
    assert greatest <= least.value <= whole.amount.value
