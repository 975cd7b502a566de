"""Articles: the list with its ways in, a batch while it is read, and leaving one aside."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.reading.forms.taking import FilesForm, TextForm
from ketnghia.reading.models import Article, Batch
from ketnghia.reading.operations.taking import take_files, take_text
from ketnghia.reading.tables import COLUMNS, ArticleFilter
from ketnghia.reading.tasks import wait_for
from ketnghia.ui.acting import attempt
from ketnghia.ui.listing import Listing
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit


@require_GET
def article_list(request: Request) -> HttpResponse:
    listing = Listing(
        request,
        Article.objects.visible_to(request.user).select_related("unit"),
        columns=COLUMNS,
        filters=ArticleFilter,
        default_sort="-pk",
        name="bai-viet",
    )
    if listing.wants_export:
        return listing.export()
    may_add = Unit.objects.run_by(request.user).exists()
    form = FilesForm(by=request.user) if may_add else None
    context = {"listing": listing, "form": form}
    return page(request, "reading/article_list.html", context, "rows")


@require_http_methods(["GET", "POST"])
def take_files_in(request: Request) -> HttpResponse:
    """Files and folders; what is already there or unreadable is told on the page of the batch."""
    get_object_or_404(Unit.objects.run_by(request.user)[:1])
    form = FilesForm(request.POST or None, request.FILES or None, by=request.user)
    if form.carry_out(take_files, by=request.user):
        return redirect(form.result)
    return page(request, "reading/take_files.html", {"form": form})


@require_http_methods(["GET", "POST"])
def take_text_in(request: Request) -> HttpResponse:
    """A pasted text; with one article there is nothing to wait for but the desk."""
    get_object_or_404(Unit.objects.run_by(request.user)[:1])
    form = TextForm(request.POST or None, by=request.user)
    if form.carry_out(take_text, by=request.user):
        return redirect(form.result)
    return page(request, "reading/take_text.html", {"form": form})


@require_GET
def batch_detail(request: Request, pk: int) -> HttpResponse:
    """How far a batch is; asked again every two seconds while something waits."""
    seen = Batch.objects.visible_to(request.user).with_counts()
    batch = get_object_or_404(seen.select_related("unit", "by"), pk=pk)
    articles = batch.articles.order_by("pk")
    context = {"batch": batch, "articles": articles}
    return page(request, "reading/batch_detail.html", context, "progress")


def _mine(request: Request, pk: int) -> Article:
    return get_object_or_404(Article.objects.editable_by(request.user), pk=pk)


@require_POST
def set_aside(request: Request, pk: int) -> HttpResponse:
    article = _mine(request, pk)
    done = attempt(request, partial(article.set_aside, by=request.user), _("Đã để bài lại."))
    return redirect("reading:list") if done else redirect(article)


@require_POST
def take_up(request: Request, pk: int) -> HttpResponse:
    article = _mine(request, pk)
    attempt(request, partial(article.take_up, by=request.user), _("Đã lấy bài ra xem lại."))
    return redirect(article)


@require_POST
def read_again(request: Request, pk: int) -> HttpResponse:
    article = _mine(request, pk)
    if attempt(request, article.wait_again, _("Đã xếp bài vào hàng đọc.")):
        wait_for(article)
    return redirect(article.batch)
