"""The desk: one article beside what was found in it, decided line by line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from ketnghia.accounts.models import Request
from ketnghia.reading.models import Article, Field, Proposal
from ketnghia.reading.operations import deciding
from ketnghia.reading.operations.undoing import undo
from ketnghia.reading.operations.writing import write
from ketnghia.reading.sheet import Sheet
from ketnghia.ui.acting import attempt
from ketnghia.ui.pages import page

ACTS: dict[str, Callable[..., Any]] = {
    "accept": deciding.accept,
    "refuse": deciding.refuse,
    "reopen": deciding.reopen,
}


@require_GET
def desk(request: Request, pk: int) -> HttpResponse:
    """The article with its findings; `dieu` is the finding in hand."""
    article = get_object_or_404(
        Article.objects.visible_to(request.user).select_related("batch", "unit"), pk=pk
    )
    return _shown(request, article, request.GET.get("dieu", ""))


def _shown(request: Request, article: Article, current: str | int) -> HttpResponse:
    may_edit = Article.objects.editable_by(request.user).filter(pk=article.pk).exists()
    key = int(current) if str(current).isdigit() else 0
    sheet = Sheet(article, request.user, may_edit=may_edit, current=key)
    context = {"article": article, "sheet": sheet, "may_edit": may_edit}
    return page(request, "reading/desk.html", context, "desk")


def _open(request: Request, pk: int) -> Article:
    mine = Article.objects.editable_by(request.user).to_look_at()
    return get_object_or_404(mine.select_related("batch", "unit"), pk=pk)


@require_POST
def decide(request: Request, pk: int) -> HttpResponse:
    """One act on one finding, named by the button: accept, refuse or reopen."""
    article = _open(request, pk)
    name = next((name for name in ACTS if name in request.POST), None)
    if name is None or not request.POST[name].isdigit():
        raise Http404
    field = get_object_or_404(article.fields.all(), pk=int(request.POST[name]))
    is_done = _attempt(request, partial(ACTS[name], field, by=request.user))
    stays = not is_done or name == "reopen"
    return _back(request, article, field.pk if stays else _next(article, field, request.user))


def _attempt(request: Request, act: Callable[[], Any]) -> bool:
    """Carry out an act; that it is done shows by itself, a refusal is told."""
    try:
        act()
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
        return False
    return True


def _next(article: Article, field: Field, user: Any) -> int:
    """The finding to look at next: the next doubt, else the next that is open."""
    items = Sheet(article, user, may_edit=True).items
    keys = [item.field.pk for item in items]
    place = keys.index(field.pk)
    after = items[place + 1 :] + items[:place]
    doubt = next((item for item in after if item.field.needs_a_look), None)
    waiting = doubt or next((item for item in after if item.field.is_open), None)
    return waiting.field.pk if waiting else field.pk


def _back(request: Request, article: Article, current: int) -> HttpResponse:
    if getattr(request, "htmx", None):
        return _shown(request, article, current)
    return redirect(f"{article.get_absolute_url()}?dieu={current}#dieu-{current}")


@require_POST
def accept_sure(request: Request, pk: int) -> HttpResponse:
    article = _open(request, pk)
    deciding.accept_all_sure(article, by=request.user)
    return _back(request, article, 0)


@require_POST
def choose(request: Request, pk: int, proposal: int) -> HttpResponse:
    """How one record is written: anew, into the one already there, or not."""
    article = _open(request, pk)
    found = get_object_or_404(article.proposals.all(), pk=proposal)
    choice = request.POST.get("choice", "")
    if choice not in Proposal.Choice.values:
        raise Http404
    _attempt(request, partial(deciding.choose, found, choice))
    return _back(request, article, 0)


@require_POST
def write_down(request: Request, pk: int) -> HttpResponse:
    article = _open(request, pk)
    attempt(request, partial(write, article, by=request.user), _("Đã ghi vào sổ."))
    return redirect(article)


@require_POST
def undo_writing(request: Request, pk: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.editable_by(request.user), pk=pk)
    attempt(request, partial(undo, article, by=request.user), _("Đã gỡ khỏi sổ. Bài chờ xem lại."))
    return redirect(article)
