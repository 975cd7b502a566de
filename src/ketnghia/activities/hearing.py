"""What was typed as spoken, understood as figures: "1.900 suất quà, gần 40tr"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ketnghia.activities.models import Indicator
from ketnghia.activities.operations.figures import Line
from ketnghia.vietnamese.quantities import Quantity, quantities
from ketnghia.vietnamese.text import fold

# Money may be typed without "đồng"; below this it is a count of something.
LEAST_MONEY = Decimal(100_000)
MONEY = "đồng"
CURRENCY = ("dong", "vnd", "vnđ", "d")
UNKNOWN = ("khong ro so", "chua ro so", "khong nho so")


@dataclass(frozen=True)
class Heard:
    """One figure as it was understood; without an indicator a person has to choose."""

    said: str
    what: str
    bound: str
    value: Decimal | None
    measure: str
    indicator: Indicator | None = None
    is_doubtful: bool = False

    @property
    def is_money(self) -> bool:
        return self.measure == MONEY

    @property
    def line_words(self) -> str:
        """The number with its unit, as the question about it names it."""
        return " ".join(word for word in (self.said, "" if self.said.endswith(self.measure)
                                          or self.is_money else self.measure) if word)  # fmt: skip

    @property
    def line(self) -> Line:
        """The figure to record when nobody corrects it."""
        return Line(
            what=self.what,
            value=self.value,
            measure=self.measure,
            bound=self.bound,
            indicator=self.indicator,
            said=self.said,
        )


class Ear:
    """Knows the words of the indicators a unit may report under."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        self.indicators = list(indicators)
        counted = [indicator for indicator in self.indicators if not indicator.is_money]
        measures = Counter(indicator.measure for indicator in counted)
        self.words = sorted(
            (
                (fold(word), indicator)
                for indicator in counted
                for word in _words_of(indicator, is_alone=measures[indicator.measure] == 1)
            ),
            key=lambda pair: -len(pair[0]),
        )
        self.money = [
            (fold(word), indicator)
            for indicator in self.indicators
            if indicator.is_money
            for word in indicator.words.splitlines()
        ]

    def hear(self, text: str, *, about: str = "") -> list[Heard]:
        """Every figure of a text; `about` is the activity's title, which may tell what money is."""
        return [self._heard(text, number, about) for number in quantities(text)]

    def _heard(self, text: str, number: Quantity, about: str) -> Heard:
        said = " ".join(text[number.start : number.end].split())
        if self._is_money(number):
            indicator = self._money_for(f"{number.unit} {about}")
            measure = MONEY
        else:
            indicator = self._counted(number.unit)
            measure = number.unit or (indicator.measure if indicator else "")
        return Heard(
            said=said,
            what=indicator.name if indicator else number.unit,
            bound=number.bound,
            value=number.value,
            measure=measure[:60],
            indicator=indicator,
            is_doubtful=number.is_doubtful or indicator is None,
        )

    def _is_money(self, number: Quantity) -> bool:
        unit = fold(number.unit)
        if unit.split(" ")[:1] and unit.split(" ")[0] in CURRENCY:
            return True
        return not unit and number.value >= LEAST_MONEY

    def _money_for(self, words: str) -> Indicator | None:
        """The money indicator whose word stands in the text, else the general one."""
        folded = fold(words)
        for word, indicator in sorted(self.money, key=lambda pair: -len(pair[0])):
            if word and word in folded:
                return indicator
        return next((indicator for word, indicator in self.money if word == "kinh phi"), None)

    def _counted(self, unit: str) -> Indicator | None:
        folded = f"{fold(unit)} "
        for word, indicator in self.words:
            if folded.startswith(f"{word} "):
                return indicator
        return None


def _words_of(indicator: Indicator, *, is_alone: bool) -> list[str]:
    """What it is called; its unit too, where no other indicator has the same ("đơn vị máu")."""
    words = [word.strip() for word in indicator.words.splitlines() if word.strip()]
    return [*words, indicator.measure] if is_alone else words
