"""Taking articles in: files, a folder, a pasted text; each in a short transaction of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ketnghia.accounts.models import User
from ketnghia.documents.checking import Checked, check, safe_name
from ketnghia.documents.operations import attach
from ketnghia.reading.models import Article, Batch
from ketnghia.reading.tasks import wait_for
from ketnghia.units.models import Unit

MOST_FILES = 1000
LEAST_LETTERS = 40


def take_files(unit: Unit, uploads: Sequence[UploadedFile[Any]], *, by: User) -> Batch:
    """Take in files; those already there and those nobody can read are told beside the batch."""
    if not uploads:
        raise ValidationError(_("Chọn ít nhất một tệp."))
    if len(uploads) > MOST_FILES:
        raise ValidationError(_("Mỗi lần đưa vào nhiều nhất %(n)s tệp.") % {"n": MOST_FILES})
    number = len(uploads)
    title = ngettext("%(n)s tệp", "%(n)s tệp", number) % {"n": number}
    if number == 1:
        title = safe_name(uploads[0].name or "")
    batch = Batch.objects.create(unit=unit, by=by, title=title)
    for upload in uploads:
        _take(batch, upload, by)
    if batch.refused:
        batch.save(update_fields=["refused"])
    return batch


def take_text(unit: Unit, *, text: str, link: str = "", by: User) -> Batch:
    """Take in a pasted text, or the source of a saved page."""
    if len(text.strip()) < LEAST_LETTERS:
        raise ValidationError({"text": _("Dán cả bài vào đây, ít nhất vài câu.")})
    now = localtime()
    title = _("Bài dán lúc %(at)s") % {"at": f"{now:%H:%M, %d/%m/%Y}"}
    batch = Batch.objects.create(unit=unit, by=by, title=title)
    upload = SimpleUploadedFile(f"bai-dan-{now:%Y%m%d-%H%M%S}.txt", text.encode(), "text/plain")
    _take(batch, upload, by, link=link, shown=title)
    if batch.refused:
        batch.save(update_fields=["refused"])
    return batch


def _take(
    batch: Batch, upload: UploadedFile[Any], by: User, *, link: str = "", shown: str = ""
) -> None:
    name = safe_name(upload.name or "")
    try:
        checked = check(upload, texts=True)
        _refuse_pictures(checked)
        known = Article.objects.filter(unit=batch.unit, digest=checked.sha256).first()
        if known is not None:
            _refuse(batch, name, _("Bài này đã có."), known)
            return
        with transaction.atomic():
            article = Article.objects.create(
                batch=batch, unit=batch.unit, name=shown or name, link=link, digest=checked.sha256
            )
            attach(article, upload, by=by, texts=True)
            wait_for(article)
    except ValidationError as refusal:
        _refuse(batch, name, refusal.messages[0])


def _refuse_pictures(checked: Checked) -> None:
    if checked.media_type.startswith("image/"):
        raise ValidationError(_("Ảnh không có chữ để đọc. Đưa vào bài viết, không đưa ảnh."))


def _refuse(batch: Batch, name: str, why: str, known: Article | None = None) -> None:
    batch.refused.append({"name": name, "why": why, "article": known.pk if known else None})
