"""What changed hands when units met, both ways, worth something or not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ketnghia.gifts.models import Gift
from ketnghia.simulation.nation.bulk import Table
from ketnghia.simulation.nation.chance import Chance, Weighted
from ketnghia.simulation.nation.figures import BOUNDS
from ketnghia.simulation.nation.land import Actor
from ketnghia.vietnamese.text import fold

KINDS = Weighted([("souvenir", 50), ("cash", 22), ("goods", 23), ("labour", 5)])
WHAT = {
    "souvenir": ("Tranh lưu niệm", "Khăn dệt tay", "Biểu trưng đơn vị"),
    "cash": ("Ủng hộ quỹ vì người nghèo", "Học bổng cho học sinh nghèo"),
    "goods": ("Sách, vở cho học sinh", "Máy tính cho trường học", "Áo ấm cho các em"),
    "labour": ("Ngày công sửa nhà", "Ngày công làm đường"),
}
MILLION = 1_000_000


class Gifts:
    """Writes gifts of an exchange."""

    def __init__(self, seed: int) -> None:
        self.chance = Chance(seed, "gifts")
        self.gifts = Table(Gift)

    @property
    def tables(self) -> list[Table]:
        return [self.gifts]

    def write(self, exchange: int, guest: Actor, host: Actor, on: date) -> None:
        """From the guest to the host, often something back."""
        pairs = [(guest, host), (host, guest)] if self.chance.happens(0.6) else [(guest, host)]
        for giver, receiver in pairs:
            kind = KINDS.draw(self.chance)
            has_value = kind in {"cash", "goods"} and self.chance.happens(0.9)
            worth = max(1, round(self.chance.around(8))) * MILLION if has_value else None
            what = self.chance.choice(WHAT[kind])
            self.gifts.add(
                exchange_id=exchange,
                giver_id=giver.pk,
                receiver_id=receiver.pk,
                on=on,
                kind=kind,
                what=what,
                search_text=fold(what),
                value=None if worth is None else Decimal(worth),
                bound=BOUNDS.draw(self.chance) if worth else "exactly",
            )
