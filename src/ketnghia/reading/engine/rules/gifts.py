"""Gifts and help in kind or money: what is counted behind a verb of giving, and for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ketnghia.reading.engine.data import word_set
from ketnghia.reading.engine.rules.amounts import Amount
from ketnghia.reading.engine.rules.counting import Count
from ketnghia.reading.engine.rules.figures import Counted
from ketnghia.reading.engine.text import Text
from ketnghia.reading.engine.zones import Zone

# From the verb of giving to the last of the things given in its sentence.
FURTHEST, NEAR_WORTH, NEAR_SUM, LONGEST_RECIPIENT = 45, 12, 3, 12


@dataclass(frozen=True)
class Gift:
    """Something given: counted, or an amount alone; what it is worth; to whom."""

    count: Count
    last: int
    worth: Amount | None = None
    is_each: bool = False
    recipient: tuple[int, int] | None = None
    what: tuple[int, int] | None = None


def gifts(text: Text, counted: Sequence[Counted], money: Sequence[Amount]) -> list[Gift]:
    """What is handed over in the event, in order."""
    things = [_thing(text, one, money) for one in counted if _is_given(text, one)]
    priced = {gift.worth.count.first for gift in things if gift.worth}
    sums = [
        Gift(one.count, one.last, one, recipient=_recipient(text, one.count, one.last))
        for one in money
        if one.count.first not in priced and _is_sum_given(text, one)
    ]
    return sorted([*things, *sums], key=lambda gift: gift.count.first)


def _is_given(text: Text, one: Counted) -> bool:
    if one.outlook.is_promise or one.count.sentence.zone not in {Zone.BODY, Zone.CAPTION}:
        return False
    near = range(one.count.last, one.last)
    is_praise = any(text.mark(place, "gives_no") for place in near)
    return not is_praise and not _is_people(text, one) and _giving_before(text, one.count)


def _is_people(text: Text, one: Counted) -> bool:
    """People are given to, not given."""
    return text.mark(one.first, "measure_receivers") is not None


def _giving_before(text: Text, count: Count) -> bool:
    """The last verb before the number is one of giving, and nothing else is done since."""
    floor = max(count.sentence.first, count.begin - FURTHEST)
    for place in range(count.begin - 1, floor - 1, -1):
        if text.words[place].form in {".", ":"}:
            return False
        if text.mark(place, "gives") or text.mark(place - 1, "gives"):
            return True
        if text.mark(place, "act"):
            return False
    return False


def _thing(text: Text, one: Counted, money: Sequence[Amount]) -> Gift:
    worth, is_each = _worth(text, one, money)
    end = worth.last if worth else one.last
    recipient = _recipient(text, one.count, one.last) or _recipient(text, one.count, end)
    return Gift(one.count, one.last, worth, is_each, recipient, one.what)


def _worth(text: Text, one: Counted, money: Sequence[Amount]) -> tuple[Amount | None, bool]:
    """As in "30 suất quà, mỗi suất 500 nghìn đồng", "(trị giá 10 triệu đồng)"."""
    for amount in money:
        between = range(one.last, amount.count.begin)
        if amount.count.sentence != one.count.sentence or not 0 < len(between) <= NEAR_WORTH:
            continue
        if any(text.words[place].is_number for place in between):
            return None, False
        keys = {text.key(place) for place in between}
        is_each = _is_price(text, between, amount)
        is_own = "tổng" not in keys and bool(keys & word_set("worth_of"))
        return (amount, is_each) if is_each or is_own else (None, False)
    return None, False


def _is_price(text: Text, between: range, amount: Amount) -> bool:
    """As in "mỗi suất 500 nghìn đồng", "500 nghìn đồng/suất"; "mỗi năm" is no price."""
    marks = (place for place in between if text.key(place) == "mỗi")
    is_each = any(text.key(place + 1) not in word_set("time_after") for place in marks)
    is_per = text.key(amount.last) == "/"
    return is_each or (is_per and text.key(amount.last + 1) not in word_set("time_after"))


def _is_sum_given(text: Text, one: Amount) -> bool:
    begin = one.count.begin
    near = {text.key(place) for place in range(max(0, begin - NEAR_SUM), begin)}
    is_price = bool(near & (word_set("worth_of") | {"mỗi", "tổng", "vốn"}))
    in_body = one.count.sentence.zone is Zone.BODY
    return in_body and not is_price and _giving_before(text, one.count)


def _ends_recipient(text: Text, place: int) -> bool:
    """At a sign, and at "và" before another gift."""
    after = place + 1
    is_next = text.key(place) == "và" and (
        text.mark(after, "gives") is not None or _is_number(text, after)
    )
    return text.words[place].is_sign or is_next


def _is_number(text: Text, place: int) -> bool:
    return place < len(text.words) and text.words[place].is_number


def _recipient(text: Text, count: Count, last: int) -> tuple[int, int] | None:
    """Whom it is for: behind "cho", up to a sign."""
    stop = count.sentence.last
    for place in range(last, min(stop, last + NEAR_WORTH)):
        if text.words[place].form in {";", "."} or text.words[place].is_number:
            return None
        if text.key(place) in {"cho", "tặng"} and place + 1 < stop:
            end = place + 1
            while end < min(stop, place + LONGEST_RECIPIENT) and not _ends_recipient(text, end):
                end += 1
            return (place + 1, end) if end > place + 1 else None
    return None
