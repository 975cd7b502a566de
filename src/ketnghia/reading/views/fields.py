"""Putting a finding right, and adding what the reader missed."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ketnghia.accounts.models import Request
from ketnghia.reading.forms.fields import FORMS, form_for
from ketnghia.reading.models import Article, Field
from ketnghia.reading.operations import deciding
from ketnghia.reading.proposing.promises import bounds
from ketnghia.reading.saying import label_of
from ketnghia.ui.pages import page

AROUND = 120


@require_http_methods(["GET", "POST"])
def field_correct(request: Request, pk: int) -> HttpResponse:
    """The form of one finding, below the sentence it stands in."""
    field = get_object_or_404(Field.objects.editable_by(request.user), pk=pk)
    if field.kind not in FORMS:
        raise Http404
    form = form_for(field, request.POST or None, by=request.user)
    if form.carry_out(partial(_correct, field, form, request.user)):
        return redirect(f"{field.article.get_absolute_url()}?dieu={pk}#dieu-{pk}")
    context = {
        "form": form,
        "field": field,
        "title": _("Sửa: %(what)s") % {"what": label_of(field).lower()},
        "back": f"{field.article.get_absolute_url()}?dieu={pk}#dieu-{pk}",
        "around": _around(field),
    }
    return page(request, "reading/field_correct.html", context)


def _correct(field: Field, form: Any, by: Any, **typed: Any) -> None:
    deciding.correct(field, by=by, **form.told(typed))


def _around(field: Field) -> tuple[str, str, str] | None:
    """The sentence of a finding: before its words, the words, after them."""
    if field.start is None or field.end is None:
        return None
    text = field.article.text
    first, last = bounds(text, field.start, field.end)
    first, last = max(first, field.start - AROUND), min(last, field.end + AROUND)
    return text[first : field.start], text[field.start : field.end], text[field.end : last]


@require_http_methods(["GET", "POST"])
def field_add(request: Request, pk: int, kind: str) -> HttpResponse:
    """Something the reader missed, typed by a person."""
    mine = Article.objects.editable_by(request.user).to_look_at()
    article = get_object_or_404(mine, pk=pk)
    if kind not in FORMS:
        raise Http404
    field = Field(article=article, kind=kind, rule="desk.typed", value=FORMS[kind].blank)
    form = form_for(field, request.POST or None, by=request.user)
    if form.carry_out(partial(_add, field, form, request.user)):
        return redirect(f"{article.get_absolute_url()}?dieu={field.pk}#dieu-{field.pk}")
    context = {
        "form": form,
        "field": field,
        "title": _("Thêm: %(what)s") % {"what": str(field.get_kind_display()).lower()},
        "back": article.get_absolute_url(),
    }
    return page(request, "reading/field_correct.html", context)


def _add(field: Field, form: Any, by: Any, **typed: Any) -> None:
    deciding.add(field, by=by, **form.told(typed))
