"""One's feeds, their addresses, and what a calendar gets there."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_GET,
    require_http_methods,
    require_POST,
    require_safe,
)

from ketnghia.accounts.models import Request
from ketnghia.agenda.addresses import Addresses
from ketnghia.agenda.forms import FeedForm
from ketnghia.agenda.models import Feed
from ketnghia.agenda.operations import issue, note_fetch, reissue, revoke
from ketnghia.agenda.publishing import (
    SAME_FOR,
    Answer,
    answer,
    exchange_calendar,
    is_asked_too_often,
)
from ketnghia.agenda.showing import Shown
from ketnghia.exchanges.models import Exchange
from ketnghia.ui.pages import page

CALENDAR = "text/calendar; charset=utf-8"
SECRET = "agenda-secret"  # noqa: S105 - the name of a place in the session


@require_http_methods(["GET", "POST"])
def feeds(request: Request) -> HttpResponse:
    form = FeedForm(request.POST or None, user=request.user)
    if form.carry_out(issue, by=request.user):
        feed, secret = form.result
        request.session[SECRET] = secret
        return redirect("agenda:feed_address", feed.pk)
    mine = Feed.objects.of(request.user).select_related("unit")
    context = {"feeds": mine, "form": form, "links": Addresses(request)}
    return page(request, "agenda/feeds.html", context)


@require_GET
@never_cache
def feed_address(request: Request, pk: int) -> HttpResponse:
    """The address, shown once: right after it was made."""
    feed = get_object_or_404(Feed.objects.of(request.user).living(), pk=pk)
    secret = request.session.pop(SECRET, "")
    if not Feed.objects.opened_by(secret).filter(pk=pk).exists():
        messages.info(request, _("Địa chỉ chỉ hiện một lần. Nếu chưa kịp chép, cấp lại địa chỉ."))
        return redirect("agenda:feeds")
    address = request.build_absolute_uri(reverse("agenda:feed", args=[secret]))
    context = {"feed": feed, "shown": Shown(address), "links": Addresses(request)}
    return page(request, "agenda/feed_address.html", context)


@require_POST
def feed_reissue(request: Request, pk: int) -> HttpResponse:
    feed = get_object_or_404(Feed.objects.of(request.user).living(), pk=pk)
    request.session[SECRET] = reissue(feed)
    return redirect("agenda:feed_address", feed.pk)


@require_POST
def feed_revoke(request: Request, pk: int) -> HttpResponse:
    feed = get_object_or_404(Feed.objects.of(request.user).living(), pk=pk)
    revoke(feed)
    messages.success(request, _("Đã thu hồi. Địa chỉ này không còn mở ra lịch nữa."))
    return redirect("agenda:feeds")


@login_not_required
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponseBase:
    """What a calendar gets: the address is the right to read it, as long as its owner has one."""
    found = get_object_or_404(Feed.objects.select_related("owner", "unit").opened_by(secret))
    if not found.is_readable:
        raise Http404
    if is_asked_too_often(found):
        return HttpResponse(status=429, headers={"Retry-After": "60"})
    given = answer(found, base=request.build_absolute_uri("/")[:-1], today=localdate())
    note_fetch(found, etag=given.etag)
    return _unless_known(request, found, given)


def _unless_known(request: HttpRequest, feed: Feed, given: Answer) -> HttpResponseBase:
    """The calendar, or that it is still the one the asker has."""
    changed = int(feed.changed_at.timestamp())
    headers = {
        "Content-Disposition": 'inline; filename="ket-nghia.ics"',
        "Cache-Control": f"private, max-age={SAME_FOR}",
        "ETag": quote_etag(given.etag),
        "Last-Modified": http_date(changed),
    }
    response = HttpResponse(given.content, content_type=CALENDAR, headers=headers)
    known = get_conditional_response(
        request, etag=headers["ETag"], last_modified=changed, response=response
    )
    return known or response


@require_GET
def exchange(request: Request, pk: int) -> HttpResponse:
    """One exchange to take into a calendar."""
    found = get_object_or_404(Exchange.objects.visible_to(request.user), pk=pk)
    base = request.build_absolute_uri("/")[:-1]
    content = exchange_calendar(found, base=base, today=localdate())
    response = HttpResponse(content, content_type=CALENDAR)
    response["Content-Disposition"] = f'attachment; filename="giao-luu-{pk}.ics"'
    return response
