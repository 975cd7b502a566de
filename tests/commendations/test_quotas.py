"""Arithmetic of quotas and votes: nothing is lost, nothing is rounded in anybody's favour."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ketnghia.commendations.quotas import Room, is_majority, share

numbers = st.integers(0, 10_000)
percents = st.integers(1, 100)


@given(limit=numbers, used=numbers)
def test_what_is_left_and_what_is_over_make_up_the_difference(limit: int, used: int) -> None:
    room = Room(limit, used)

    assert room.left - room.over == limit - used
    assert room.left == 0 or room.over == 0
    assert room.is_over == (room.over > 0)


@given(percent=percents, whole=numbers, more=numbers)
def test_a_share_never_exceeds_its_percentage_and_grows_with_the_whole(
    percent: int, whole: int, more: int
) -> None:
    assert share(percent, whole) * 100 <= percent * whole
    assert (share(percent, whole) + 1) * 100 > percent * whole
    assert share(percent, whole + more) >= share(percent, whole)
    assert share(100, whole) == whole


@given(present=st.integers(1, 60), needed=st.integers(50, 100), data=st.data())
def test_votes_suffice_from_one_number_on_and_never_without_a_majority(
    present: int, needed: int, data: st.DataObject
) -> None:
    votes = data.draw(st.integers(0, present))

    if is_majority(votes, present, needed):
        assert votes * 2 > present or votes * 100 >= needed * present
        assert is_majority(min(votes + 1, present), present, needed)
    assert is_majority(present, present, needed)
    assert not is_majority(0, present, needed)
    assert not is_majority(present // 2, present, 50)
