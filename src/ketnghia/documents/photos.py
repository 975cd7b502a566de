"""A photo made ready to keep: upright, two sizes, without what the camera wrote beside it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO

from PIL import Image, ImageOps

LARGE, SMALL = 1600, 480
QUALITY = 82
EXIF_PART = 0x8769
TAKEN_AT = 0x9003
WRITTEN_AT = 0x0132


@dataclass(frozen=True)
class Rendered:
    """Both sizes as JPEG, and the day the camera says it was taken."""

    large: bytes
    small: bytes
    width: int
    height: int
    taken_on: date | None


def render(file: IO[bytes]) -> Rendered:
    """Shrink a checked picture. The day is read before the rest of the camera's data is dropped."""
    file.seek(0)
    with Image.open(file) as image:
        taken_on = _taken_on(image)
        upright = ImageOps.exif_transpose(image).convert("RGB")
    large = _within(upright, LARGE)
    return Rendered(
        large=_jpeg(large),
        small=_jpeg(_within(large, SMALL)),
        width=large.width,
        height=large.height,
        taken_on=taken_on,
    )


def _within(image: Image.Image, side: int) -> Image.Image:
    """At most so many pixels on its longer side, never enlarged, with no data beside it."""
    scale = min(1.0, side / max(image.size))
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    clean = Image.new("RGB", size)
    clean.paste(image.resize(size, Image.Resampling.LANCZOS))
    return clean


def _jpeg(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, format="JPEG", quality=QUALITY, optimize=True, progressive=True)
    return out.getvalue()


def _taken_on(image: Image.Image) -> date | None:
    exif = image.getexif()
    said = exif.get_ifd(EXIF_PART).get(TAKEN_AT) or exif.get(WRITTEN_AT)
    try:
        return datetime.strptime(str(said)[:10], "%Y:%m:%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
