from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from ketnghia.documents.models import Photo
from ketnghia.documents.operations import add_photo, photos_of, remove_photo
from tests.making import make_agreement, make_picture

POSITION, TAKEN_AT, EXIF_PART, GPS_PART = 0x0001, 0x9003, 0x8769, 0x8825


@pytest.fixture(autouse=True)
def _folder(settings: object, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]


def from_a_camera(**options: object) -> SimpleUploadedFile:
    exif = Image.Exif()
    exif.get_ifd(EXIF_PART)[TAKEN_AT] = "2024:03:22 14:00:00"
    exif.get_ifd(GPS_PART)[POSITION] = "N"
    return make_picture(exif=exif, **options)  # type: ignore[arg-type]


def test_a_photo_keeps_its_day_and_loses_its_place(cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend)

    photo = add_photo(agreement, from_a_camera(size=(3000, 2000)), by=cast.lan)

    assert photo.taken_on == date(2024, 3, 22)
    assert (photo.width, photo.height) == (1600, 1067)
    for file, widest in ((photo.image, 1600), (photo.small, 480)):
        with Image.open(io.BytesIO(file.read())) as kept:
            assert kept.width == widest
            assert dict(kept.getexif()) == {}
            assert dict(kept.getexif().get_ifd(GPS_PART)) == {}


def test_a_photo_sent_twice_is_kept_once(cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend)

    first = add_photo(agreement, from_a_camera(), by=cast.lan)
    again = add_photo(agreement, from_a_camera(), by=cast.lan)

    assert first == again
    assert photos_of(agreement).count() == 1


def test_what_is_no_picture_is_refused_in_words(cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend)
    paper = SimpleUploadedFile("bao-cao.pdf", b"%PDF-1.7 ...")

    with pytest.raises(ValidationError, match="không phải ảnh"):
        add_photo(agreement, paper, by=cast.lan)
    with pytest.raises(ValidationError, match="không phải PDF, Word"):
        add_photo(agreement, SimpleUploadedFile("x.jpg", b"\xff\xd8 nothing"), by=cast.lan)


def test_photos_are_added_described_and_removed_on_pages(
    client: Client, cast: SimpleNamespace, django_capture_on_commit_callbacks: object
) -> None:
    agreement = make_agreement(cast.east, cast.friend)
    client.force_login(cast.lan)
    add = reverse("documents:photo_add", args=["agreements", "agreement", agreement.pk])

    refused = client.post(add, {})
    client.post(add, {"photo": [from_a_camera(), make_picture(color="red")]})

    assert "Chọn ít nhất một ảnh." in refused.text
    photo, _other = Photo.objects.all()
    caption = {"caption": "Trao quà", "taken_on": "22/3/2024", "shows_children": "on"}
    client.post(reverse("documents:photo_edit", args=[photo.pk]), caption)
    photo.refresh_from_db()
    assert (photo.caption, photo.shows_children) == ("Trao quà", True)
    shown = client.get(reverse("documents:photo", args=[photo.pk, "nho"]))
    assert shown["Content-Type"] == "image/jpeg"
    assert "private" in shown["Cache-Control"]
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        remove_photo(photo)
    assert Photo.objects.count() == 1
    assert not Path(photo.image.path).exists()
