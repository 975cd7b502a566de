"""What pages ask of the book of gifts."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _

from ketnghia.gifts.book import WORDS, Balance, Pair, Told, sum_words
from ketnghia.gifts.sums import Sum

register = template.Library()


@register.simple_tag
def cell(balance: Balance, pair: Pair, direction: str) -> list[Told]:
    """What was given to a partner, or received from it, each kind with its list."""
    return list(balance.told(pair, direction))


@register.simple_tag
def balance_lead(balance: Balance) -> str:
    """What was given and received in all, in one or two sentences."""
    given, received = balance.whole("given"), balance.whole("received")
    if not given and not received:
        return _("Chưa ghi gì.")
    parts = []
    if given:
        parts.append(_("Đã tặng %(sums)s.") % {"sums": _kinds(given)})
    if received:
        parts.append(_("Đã nhận %(sums)s.") % {"sums": _kinds(received)})
    return " ".join(parts)


def _kinds(told: list[Sum]) -> str:
    return "; ".join(f"{WORDS[one.kind]}: {sum_words(one)}" for one in told)


@register.simple_tag
def kind_words(one: Sum) -> str:
    """Tiền: 10 triệu đồng."""
    return f"{WORDS[one.kind]}: {sum_words(one)}"
