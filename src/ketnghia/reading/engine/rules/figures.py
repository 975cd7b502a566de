"""Figures and commitments: what a number counts, and whether it is promised or done."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from ketnghia.reading.engine.rules.counted import counted_end, is_counted, share_end
from ketnghia.reading.engine.rules.counting import Count
from ketnghia.reading.engine.rules.names import QUOTES
from ketnghia.reading.engine.rules.promising import Outlook, outlook
from ketnghia.reading.engine.text import Text


@dataclass(frozen=True)
class Counted:
    """A number with the words it counts, up to word `last`."""

    count: Count
    first: int
    last: int
    outlook: Outlook
    choice: int | None = None

    @property
    def what(self) -> tuple[int, int]:
        return self.first, self.last


def counted(
    text: Text, counts: Sequence[Count], money: AbstractSet[int], content: AbstractSet[int]
) -> list[Counted]:
    """Every number that counts something; `money` holds the first words of amounts."""
    found = [
        one
        for count in counts
        if count.first not in money
        for one in _read(text, count, tells_a_paper=count.sentence.number in content)
    ]
    return _with_choices(text, found)


def _read(text: Text, count: Count, *, tells_a_paper: bool) -> list[Counted]:
    told = outlook(text, count, tells_a_paper=tells_a_paper)
    if count.is_percent:
        # A share that was reached is left out; a share that is promised is kept with its sign.
        last = share_end(text, count.last, count.sentence.last)
        return [Counted(count, count.last - 1, last, told)] if told.is_promise else []
    end = counted_end(text, count.last, count.sentence.last)
    if text.key(end) == "sẽ" and not told.is_promise:
        # "10 học viên xuất sắc sẽ được sang Prey Veng thực tế"
        told = Outlook(is_promise=True)
    is_pledged = told.is_promise and count.bound == "at_least"
    if not is_counted(text, count, end, is_pledged=is_pledged):
        return []
    if not told.is_promise and count.bound == "at_most":
        # "bài viết không quá 1.500 chữ" is a rule, no result.
        return []
    is_quoted = text.words[count.last].form in QUOTES
    return [Counted(count, count.last + is_quoted, end - is_quoted, told)]


def _with_choices(text: Text, found: list[Counted]) -> list[Counted]:
    """As in "01 phòng máy tính hoặc 01 sân chơi": either is enough, with one bound and rhythm."""
    made = list(found)
    for at in range(1, len(made)):
        left, right = made[at - 1], made[at]
        if left.count.sentence != right.count.sentence or not left.outlook.is_promise:
            continue
        between = text.words[left.count.last : right.count.begin]
        if between and between[-1].key == "hoặc":
            made[at - 1] = _chosen(left, left, at)
            made[at] = _chosen(right, left, at)
    return made


def _chosen(one: Counted, first: Counted, number: int) -> Counted:
    bound = one.count.bound if one.count.bound != "exactly" else first.count.bound
    count = replace(one.count, bound=bound)
    return Counted(count, one.first, one.last, first.outlook, first.choice or number)
