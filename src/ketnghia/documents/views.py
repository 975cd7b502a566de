"""Handing files out and taking them in; who may is asked of the record they belong to."""

from __future__ import annotations

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
from ketnghia.documents.models import Document
from ketnghia.documents.operations import attach, remove
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
