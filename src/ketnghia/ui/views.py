"""The choice of theme, and the shelf: every component with its states, for those who build."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from ketnghia.ui.pages import page
from ketnghia.ui.shelf import shelf_context
from ketnghia.ui.theme import remember_theme


@require_GET
def shelf(request: HttpRequest) -> HttpResponse:
    if not getattr(request.user, "is_staff", False):
        raise Http404
    return page(request, "ui/shelf.html", shelf_context())


@login_not_required
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the chosen theme on this device and go back to the page."""
    back = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    response = redirect(back if is_ours else "/")
    remember_theme(response, request.POST.get("theme", ""))
    return response
