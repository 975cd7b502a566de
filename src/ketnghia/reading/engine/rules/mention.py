"""An organisation named in a text."""

from __future__ import annotations

from dataclasses import dataclass, field

from ketnghia.reading.engine.lexicon import Head
from ketnghia.reading.engine.text import Sentence
from ketnghia.reading.engine.zones import Zone


@dataclass(frozen=True)
class Mention:
    """An organisation named at words `first` to `last`.

    `territory` and `level` say where it stands, `institution` what it belongs to; all three are
    empty for a bare "Tỉnh đoàn". `is_on_map` tells that the map has its territory. `wrap` is
    committee or delegation where the unit stands behind one; `core` is the first word of the unit
    itself.
    """

    first: int
    last: int
    core: int
    head: Head
    territory: str = ""
    level: str = ""
    institution: str = ""
    country: str = ""
    is_on_map: bool = False
    wrap: str = ""
    sentence: Sentence = field(default=None, compare=False)  # type: ignore[assignment]
    is_capital: bool = True

    @property
    def is_in_opening(self) -> bool:
        zone, paragraph = self.sentence.zone, self.sentence.paragraph
        return zone is Zone.TITLE or (zone is Zone.BODY and paragraph <= 1)

    @property
    def is_bare(self) -> bool:
        is_told = self.territory or self.institution or self.country
        return not (is_told or self.head.sort in {"central", "guest"})
