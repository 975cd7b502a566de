"""What the reader says it found, and where."""

from __future__ import annotations

from dataclasses import asdict, dataclass, is_dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a finding is about. The values are kept by the desk: never rename one."""

    ARTICLE = "kind"
    PUBLISHED = "published_on"
    EVENT = "event"
    PLACE = "place"
    UNIT = "unit"
    PERSON = "person"
    AGREEMENT = "agreement"
    SIGNED = "signed_on"
    TERM = "term"
    COMMITMENT = "commitment"
    FIGURE = "figure"
    MONEY = "money"
    SITE = "site"
    GIFT = "gift"
    PHOTO = "photo"


@dataclass(frozen=True)
class Finding:
    """One thing found: its value, its place in the text a person sees, and why it is believed.

    `rule` names the function that found it; `confidence` is between 0 and 1; `reason` is one
    Vietnamese sentence for the person at the desk, empty where the words speak for themselves.
    `also` holds other places that say the same: a unit is named more than once.
    """

    kind: Kind
    value: Any
    start: int
    end: int
    words: str
    rule: str
    confidence: float
    reason: str = ""
    also: tuple[tuple[int, int], ...] = ()

    @property
    def plain(self) -> Any:
        """The value as JSON has it."""
        if is_dataclass(self.value) and not isinstance(self.value, type):
            return asdict(self.value)
        return self.value


@dataclass(frozen=True)
class Span:
    """A stretch of days as ISO dates; a year nobody tells is XXXX."""

    start: str
    end: str


@dataclass(frozen=True)
class UnitFact:
    """An organisation that acts, with every form of its name in the text, the fullest first."""

    aliases: tuple[str, ...]
    level: str = ""


@dataclass(frozen=True)
class PersonFact:
    """A named person with a part in the event; the position is as written, "" where none is."""

    name: str
    position: str = ""


@dataclass(frozen=True)
class AgreementFact:
    """The paper signed, reviewed or carried out; parties are indexes into the units."""

    kind: str
    parties: tuple[int, ...] = ()


@dataclass(frozen=True)
class TermFact:
    """From when to when a paper runs: years, or ISO dates."""

    start: int | str | None
    end: int | str | None


@dataclass(frozen=True)
class CommitmentFact:
    """A promise with a number. `choice` numbers the promises of which one is enough."""

    quantity: int | float
    bound: str
    per: str | None
    what: str
    choice: int | None = None
    is_at_friends: bool = False


@dataclass(frozen=True)
class FigureFact:
    """A counted result or attendance."""

    value: int | float
    unit: str
    bound: str


@dataclass(frozen=True)
class MoneyFact:
    """An amount; `currency` is VND or another ISO code."""

    amount: int | float
    bound: str
    purpose: str | None
    currency: str = "VND"


@dataclass(frozen=True)
class SiteFact:
    """A place guests were taken to; `sort` is memorial (a red address) or model."""

    name: str
    sort: str


@dataclass(frozen=True)
class GiftFact:
    """Something given: `quantity` of `what`, or money alone; `worth` in đồng, each or together."""

    what: str
    quantity: int | float | None = None
    worth: int | float | None = None
    is_each: bool = False
    recipient: str = ""


@dataclass(frozen=True)
class PhotoFact:
    """A picture on the page: its file name where the page tells it, and its caption."""

    file: str
    caption: str
