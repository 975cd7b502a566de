"""Keeping a file beside a record, and letting it go."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from ketnghia.accounts.models import User
from ketnghia.documents.checking import check, digest
from ketnghia.documents.models import Document, Photo
from ketnghia.documents.photos import render


@transaction.atomic
def attach(
    subject: models.Model, upload: UploadedFile[Any], *, by: User | None, texts: bool = False
) -> Document:
    """Keep a checked file beside a record; a photo loses the place it was taken.

    `texts`: the record is one of words, so plain text and saved pages are kept too.
    Raises ValidationError where the file is of a wrong kind or already there.
    """
    checked = check(upload, texts=texts)
    content: File[bytes] = upload
    if checked.media_type.startswith("image/"):
        content = _without_place(upload)
    found = digest(content.file) if content is not upload else checked.sha256  # type: ignore[arg-type]
    kind = ContentType.objects.get_for_model(subject)
    if Document.objects.filter(subject_type=kind, subject_id=subject.pk, sha256=found).exists():
        raise ValidationError(_("Tệp này đã có ở đây."))
    return Document.objects.create(
        subject_type=kind,
        subject_id=subject.pk,
        file=File(content.file, name=checked.name),
        name=checked.name,
        media_type=checked.media_type,
        size=content.size,
        sha256=found,
        added_by=by,
    )


def _without_place(upload: UploadedFile[Any]) -> ContentFile[bytes]:
    """The same picture, turned upright, without the data a camera writes beside it."""
    assert upload.file is not None  # noqa: S101 - checked before
    upload.file.seek(0)
    with Image.open(upload.file) as image:
        kind = image.format or "JPEG"
        upright = ImageOps.exif_transpose(image)
        clean = Image.new(upright.mode, upright.size)
        clean.paste(upright)
        out = io.BytesIO()
        clean.save(out, format=kind, quality=90)
    return ContentFile(out.getvalue())


@transaction.atomic
def remove(document: Document) -> None:
    """Let a file go, and its bytes once the change is certain."""
    file = document.file
    document.delete()
    transaction.on_commit(lambda: file.storage.delete(file.name or ""))


MOST_PHOTOS = 30


@transaction.atomic
def add_photo(  # noqa: PLR0913 - a photo with what is said of it
    subject: models.Model,
    upload: UploadedFile[Any],
    *,
    by: User | None,
    caption: str = "",
    credit: str = "",
    taken_on: date | None = None,
    shows_children: bool = False,
) -> Photo:
    """Keep a photo beside a record, shrunk and without its position; sent twice it is kept once.

    `taken_on` is what the device read before it shrank the picture. Raises ValidationError where
    the file is no picture.
    """
    checked = check(upload)
    if not checked.media_type.startswith("image/"):
        raise ValidationError(_("“%(name)s” không phải ảnh.") % {"name": checked.name})
    assert upload.file is not None  # noqa: S101 - checked before
    made = render(upload.file)
    sha256 = hashlib.sha256(made.large).hexdigest()
    kept = photos_of(subject)
    twin = kept.filter(sha256=sha256).first()
    if twin:
        return twin
    if kept.count() >= MOST_PHOTOS:
        raise ValidationError(_("Mỗi nơi giữ nhiều nhất %(n)s ảnh.") % {"n": MOST_PHOTOS})
    photo = Photo(
        subject_type=ContentType.objects.get_for_model(subject),
        subject_id=subject.pk,
        width=made.width,
        height=made.height,
        sha256=sha256,
        order=kept.count() + 1,
        caption=caption,
        credit=credit,
        taken_on=taken_on or made.taken_on,
        shows_children=shows_children,
        added_by=by,
    )
    photo.image.save(f"{sha256[:20]}.jpg", ContentFile(made.large), save=False)
    photo.small.save(f"{sha256[:20]}-small.jpg", ContentFile(made.small), save=False)
    photo.save()
    return photo


@transaction.atomic
def add_photos(
    subject: models.Model, uploads: Sequence[UploadedFile[Any]], *, by: User | None, **told: Any
) -> list[Photo]:
    """Keep several photos at once: all of them, or none when one is refused."""
    return [add_photo(subject, upload, by=by, **told) for upload in uploads]


def photos_of(subject: models.Model) -> models.QuerySet[Photo]:
    kind = ContentType.objects.get_for_model(subject)
    return Photo.objects.filter(subject_type=kind, subject_id=subject.pk)


@transaction.atomic
def describe_photo(
    photo: Photo,
    *,
    caption: str = "",
    credit: str = "",
    place: str = "",
    taken_on: date | None = None,
    shows_children: bool = False,
) -> Photo:
    """Write what is said of a photo; history keeps what was said before."""
    photo.caption, photo.credit, photo.place = caption, credit, place
    photo.taken_on, photo.shows_children = taken_on, shows_children
    photo.save(update_fields=["caption", "credit", "place", "taken_on", "shows_children"])
    return photo


@transaction.atomic
def remove_photo(photo: Photo) -> None:
    """Let a photo go, and its bytes once the change is certain."""
    names = [photo.image.name, photo.small.name]
    storage = photo.image.storage
    photo.delete()

    def let_bytes_go() -> None:
        for name in filter(None, names):
            storage.delete(name)

    transaction.on_commit(let_bytes_go)
