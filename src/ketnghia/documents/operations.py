"""Keeping a file beside a record, and letting it go."""

from __future__ import annotations

import io
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
from ketnghia.documents.models import Document


@transaction.atomic
def attach(subject: models.Model, upload: UploadedFile[Any], *, by: User | None) -> Document:
    """Keep a checked file beside a record; a photo loses the place it was taken.

    Raises ValidationError where the file is of a wrong kind or already there.
    """
    checked = check(upload)
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
