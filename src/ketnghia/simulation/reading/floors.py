"""Floors under the score of the reader: they rise by themselves, and fall only with a reason."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from ketnghia.simulation.reading.corpus import articles, digest, score

NAME = "floors.json"


@dataclass(frozen=True)
class Floor:
    """The least precision and recall of a field."""

    precision: float
    recall: float


@dataclass(frozen=True)
class Floors:
    """The floors of every field on one corpus, and why some were lowered."""

    digest: str
    articles: int
    fields: dict[str, Floor] = field(default_factory=dict)
    lowered: tuple[str, ...] = ()

    @classmethod
    def kept(cls, folder: Path) -> Floors:
        """The floors beside a corpus; none where nobody has written them yet."""
        path = folder / NAME
        if not path.exists():
            return cls("", 0)
        told = json.loads(path.read_text("utf-8"))
        fields = {name: Floor(**floor) for name, floor in told["fields"].items()}
        return cls(told["digest"], told["articles"], fields, tuple(told["lowered"]))

    def keep(self, folder: Path) -> None:
        """Write the floors beside their corpus."""
        words = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        (folder / NAME).write_text(f"{words}\n", "utf-8")

    def fallen(self, now: Floors) -> list[str]:
        """What is below these floors now, a line each; a changed corpus is told first."""
        lines = []
        if self.digest and self.digest != now.digest:
            lines.append("Kho bài đã đổi từ khi ghi sàn: chạy `raise`, hoặc `lower` kèm lý do.")
        return lines + self.below(now)

    def below(self, now: Floors) -> list[str]:
        """Every field below its floor, a line each."""
        return [
            f"{name}.{measure}: {getattr(now.fields[name], measure)} < {least}"
            for name, floor in self.fields.items()
            for measure, least in asdict(floor).items()
            if getattr(now.fields[name], measure) < least
        ]

    def because(self, before: Floors, why: str) -> Floors:
        """These floors with the reason why some are lower than before."""
        reasons = [f"{line} ({why})" for line in before.below(self)]
        return replace(self, lowered=(*before.lowered, *reasons))


def measured(folder: Path) -> Floors:
    """What the reader reaches on a corpus now."""
    told = articles(folder)
    fields = {
        name: Floor(_floored(tally.precision), _floored(tally.recall))
        for name, tally in score(told).items()
    }
    return Floors(digest(folder), len(told), fields, Floors.kept(folder).lowered)


def _floored(share: float) -> float:
    return int(share * 1000) / 1000
