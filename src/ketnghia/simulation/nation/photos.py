"""Photos beside made-up records, as metadata: the rows lists and pages read, without the files."""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256

from django.contrib.contenttypes.models import ContentType
from django.db import models

from ketnghia.documents.models import Photo
from ketnghia.simulation.nation.bulk import Table
from ketnghia.simulation.nation.chance import Chance, Weighted
from ketnghia.simulation.nation.moments import moment

NUMBERS = Weighted([(0, 70), (1, 14), (2, 8), (3, 5), (8, 3)])
SIZES = ((1600, 1200), (1600, 900), (1200, 1600))
CAPTIONS = ("Đoàn viên tại buổi ra quân", "Trao quà cho các gia đình", "Toàn cảnh buổi làm việc",
            "Các đại biểu chụp ảnh lưu niệm", "")  # fmt: skip


class Photos:
    """Writes the photos of one kind of record."""

    def __init__(self, model: type[models.Model], seed: int) -> None:
        self.chance = Chance(seed, f"photos {model.__name__}")
        self.type = ContentType.objects.get_for_model(model).pk
        self.photos = Table(Photo)

    def write(self, subject: int, *, on: date, place: str, user: int | None) -> None:
        """None for most records, eight for the few that somebody took a camera to."""
        for order in range(1, NUMBERS.draw(self.chance) + 1):
            name = f"photos/mp/{self.type}-{subject}-{order}"
            width, height = self.chance.choice(SIZES)
            self.photos.add(
                subject_type_id=self.type,
                subject_id=subject,
                image=f"{name}.jpg",
                small=f"{name}-small.jpg",
                width=width,
                height=height,
                sha256=sha256(name.encode()).hexdigest(),
                order=order,
                caption=self.chance.choice(CAPTIONS),
                place=place,
                taken_on=on,
                added_by_id=user,
                added_at=moment(on + timedelta(days=1)),
            )
