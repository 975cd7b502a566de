"""Totals of reports: the sum of their parts in any order, bounds kept, a shared record once."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ketnghia.activities.tallies import Tally, added
from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount
from ketnghia.reviews.codes import canonical, code_of, digest_of, grouped_code, typed_code
from ketnghia.reviews.sums import Piece, percent, together

# A busy machine is slow, not wrong.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
amounts = st.builds(Amount, st.integers(0, 10**9).map(Decimal), st.sampled_from(list(Bound)))
tallies = st.builds(
    Tally, amount=st.none() | amounts, number=st.integers(0, 9), unknown=st.integers(0, 3)
)
pieces = st.lists(st.builds(Piece, tallies), max_size=6)


@patient
@given(pieces, st.randoms())
def test_the_order_of_reports_says_nothing(some: list[Piece], chance: object) -> None:
    turned = list(some)
    chance.shuffle(turned)  # type: ignore[attr-defined]

    assert together(turned, adds="sum") == together(some, adds="sum")


@patient
@given(pieces, st.integers(0, 6))
def test_a_level_between_changes_nothing(some: list[Piece], cut: int) -> None:
    """Communes first, then the province: the same as all at once."""
    lower = together(some[:cut], adds="sum")

    assert together([lower, *some[cut:]], adds="sum") == together(some, adds="sum")


@patient
@given(pieces)
def test_a_total_is_the_sum_of_its_parts_with_their_bounds(some: list[Piece]) -> None:
    told = together(some, adds="sum").tally

    assert told == added(piece.tally for piece in some if not piece.tally.is_blank)
    known = [piece.tally.amount for piece in some if piece.tally.amount]
    if told.amount and told.amount.bound == Bound.EXACTLY:
        assert {amount.bound for amount in known} == {Bound.EXACTLY}


records = st.lists(st.sets(st.integers(1, 20)), min_size=1, max_size=8)


@patient
@given(records)
def test_a_record_of_several_units_counts_once_at_every_level(some: list[set[int]]) -> None:
    def piece(keys: set[int]) -> Piece:
        value = Amount(Decimal(len(keys)))
        return Piece(Tally(value, len(keys)) if keys else Tally(), dict.fromkeys(
            (str(key) for key in keys), Decimal(1)))  # fmt: skip

    parts = [piece(keys) for keys in some]
    every = set().union(*some)
    nested = parts[0]
    for part in parts[1:]:
        nested = together([nested, part], adds="last")

    for told in (together(parts, adds="last"), nested):
        assert (told.tally.amount.value if told.tally.amount else 0) == len(every)


shares = st.lists(st.tuples(st.integers(0, 50), st.integers(50, 99)), min_size=1, max_size=8)


@patient
@given(shares)
def test_shares_of_known_wholes_are_shares_of_the_sum(some: list[tuple[int, int]]) -> None:
    parts = [
        Piece(Tally(Amount(Decimal(0)), 1, ratio=(Decimal(part), Decimal(whole))))
        for part, whole in some
    ]

    told = together(parts, adds="share").tally

    assert told.ratio == (sum(part for part, _ in some), sum(whole for _, whole in some))


def test_shares_of_unknown_wholes_are_never_added() -> None:
    parts = [Piece(Tally(Amount(Decimal(value)), 1)) for value in (60, 75)]

    told = together(parts, adds="share").tally

    assert (told.amount, told.range) == (None, (60, 75))


def test_percent_has_no_cap_and_keeps_the_bound() -> None:
    houses = Tally(Amount(Decimal(13), Bound.OVER))

    assert percent(houses, Decimal(1)) == Amount(Decimal(1300), Bound.OVER)
    assert percent(houses, None) is None
    assert percent(Tally(), Decimal(5)) is None


contents = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@patient
@given(contents, contents)
def test_a_code_changes_exactly_when_the_content_does(one: object, other: object) -> None:
    same = canonical(one) == canonical(other)

    assert (code_of(digest_of(one)) == code_of(digest_of(other))) is same


def test_a_code_is_read_however_it_was_typed() -> None:
    code = code_of(digest_of({"a": 1}))

    assert len(code) == 12
    assert typed_code(grouped_code(code).lower().replace("-", " ")) == code
    assert typed_code("o1l-u") == "011V"
