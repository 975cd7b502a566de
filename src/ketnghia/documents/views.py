"""Handing files out and taking them in; who may is asked of the record they belong to."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.documents.forms import PhotoForm
from ketnghia.documents.models import Document, Photo
from ketnghia.documents.operations import (
    add_photos,
    attach,
    describe_photo,
    remove,
    remove_photo,
)
from ketnghia.ui.pages import page


def _subject(kind: ContentType, pk: int, request: Request, ability: str) -> Any:
    """The record, if its own room lets this person see or edit it."""
    model = kind.model_class()
    ask = getattr(getattr(model, "objects", None), ability, None)
    if model is None or ask is None:
        raise Http404
    found: models.QuerySet[models.Model] = ask(request.user)
    return get_object_or_404(found, pk=pk)


@require_GET
def document_download(request: Request, pk: int) -> HttpResponseBase:
    document = get_object_or_404(Document, pk=pk)
    _subject(document.subject_type, document.subject_id, request, "visible_to")
    answer = FileResponse(
        document.file.open("rb"),
        as_attachment=True,
        filename=document.name,
        content_type=document.media_type,
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


@require_POST
def document_remove(request: Request, pk: int) -> HttpResponse:
    document = get_object_or_404(Document, pk=pk)
    subject = _subject(document.subject_type, document.subject_id, request, "editable_by")
    remove(document)
    messages.success(request, _("Đã bỏ tệp."))
    return redirect(subject)


@require_http_methods(["GET", "POST"])
def document_attach(request: Request, app: str, model: str, pk: int) -> HttpResponse:
    kind = get_object_or_404(ContentType, app_label=app, model=model)
    subject = _subject(kind, pk, request, "editable_by")
    refusals = []
    for upload in request.FILES.getlist("file"):
        try:
            attach(subject, upload, by=request.user)
        except ValidationError as refusal:
            refusals += refusal.messages
    if request.method == "POST" and request.FILES and not refusals:
        messages.success(request, _("Đã giữ tệp."))
        return redirect(subject)
    if request.method == "POST" and not request.FILES:
        refusals.append(_("Chọn ít nhất một tệp."))
    context = {"subject": subject, "refusals": refusals}
    return page(request, "documents/document_attach.html", context)


@require_GET
def photo_show(request: Request, pk: int, size: str) -> HttpResponseBase:
    """The picture itself, in one of its two sizes; its bytes never change."""
    photo = get_object_or_404(Photo, pk=pk)
    _subject(photo.subject_type, photo.subject_id, request, "visible_to")
    file = photo.small if size == "nho" else photo.image
    answer = FileResponse(file.open("rb"), content_type="image/jpeg")
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, max-age=86400, immutable"
    return answer


@require_http_methods(["GET", "POST"])
def photo_add(request: Request, app: str, model: str, pk: int) -> HttpResponse:
    kind = get_object_or_404(ContentType, app_label=app, model=model)
    subject = _subject(kind, pk, request, "editable_by")
    uploads, refusals = request.FILES.getlist("photo"), []
    try:
        kept = add_photos(subject, uploads, by=request.user)
    except ValidationError as refusal:
        kept, refusals = [], refusal.messages
    if kept:
        messages.success(request, _("Đã giữ %(number)s ảnh.") % {"number": len(kept)})
        return redirect(subject)
    if request.method == "POST" and not refusals:
        refusals = [_("Chọn ít nhất một ảnh.")]
    context = {"subject": subject, "refusals": refusals}
    return page(request, "documents/photo_add.html", context)


@require_http_methods(["GET", "POST"])
def photo_edit(request: Request, pk: int) -> HttpResponse:
    photo = get_object_or_404(Photo, pk=pk)
    subject = _subject(photo.subject_type, photo.subject_id, request, "editable_by")
    names = ("caption", "credit", "place", "taken_on", "shows_children")
    initial = {name: getattr(photo, name) for name in names}
    form = PhotoForm(request.POST or None, initial=initial)
    if form.carry_out(partial(describe_photo, photo)):
        messages.success(request, _("Đã ghi chú thích ảnh."))
        return redirect(subject)
    context = {"photo": photo, "subject": subject, "form": form}
    return page(request, "documents/photo_edit.html", context)


@require_POST
def photo_remove(request: Request, pk: int) -> HttpResponse:
    photo = get_object_or_404(Photo, pk=pk)
    subject = _subject(photo.subject_type, photo.subject_id, request, "editable_by")
    remove_photo(photo)
    messages.success(request, _("Đã bỏ ảnh."))
    return redirect(subject)
