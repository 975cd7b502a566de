"""What pages ask of ledgers of turns: the words of `turn_words` under the names pages use."""

from __future__ import annotations

from collections.abc import Callable

from django import template

from ketnghia.rotations import turn_words
from ketnghia.rotations.ledgers import Ledger
from ketnghia.units.models import Unit

register = template.Library()

WORDS: dict[str, Callable[..., str]] = {
    "turn_lead": turn_words.lead,
    "turn_when": turn_words.when,
    "turn_tone": turn_words.tone,
    "last_held": turn_words.last_words,
    "rhythm_of": turn_words.rhythm_words,
    "line_words": turn_words.line_words,
    "line_tone": turn_words.line_tone,
    "host_then": turn_words.host_words,
}
for name, told in WORDS.items():
    register.simple_tag(told, name=name)


@register.simple_tag
def turn_years(ledger: Ledger) -> str:
    """The years the turn that waits stands for; none where no year binds."""
    if ledger.next is None or ledger.rotation.every is None:
        return ""
    return ledger.next.years(ledger.today)


@register.simple_tag
def unit_of(ledger: Ledger, place: object) -> Unit:
    """The unit that holds a place today."""
    return ledger.unit_today(place)  # type: ignore[arg-type]
