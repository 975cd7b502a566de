"""One's own page, and the door an invitation opens."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ketnghia.accounts.forms import AcceptanceForm, ProfileForm
from ketnghia.accounts.models import Invitation, Request
from ketnghia.accounts.operations import accept, digest_of
from ketnghia.ui.pages import page

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_http_methods(["GET", "POST"])
def profile(request: Request) -> HttpResponse:
    user = request.user
    initial = {"full_name": user.full_name, "has_single_keys": user.has_single_keys}
    form = ProfileForm(request.POST or None, initial=initial)
    if form.carry_out(user.change):
        messages.success(request, _("Đã lưu."))
        return redirect("accounts:profile")
    return page(request, "accounts/profile.html", {"form": form})


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def accept_invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """The link is the right to be here: an unknown one is a 404, a spent one says so."""
    invitation = get_object_or_404(Invitation, digest=digest_of(secret))
    if not invitation.is_open:
        return page(
            request, "accounts/invitation_ended.html", {"invitation": invitation}, status=410
        )
    form = AcceptanceForm(request.POST or None, initial={"full_name": invitation.full_name})
    if form.carry_out(partial(accept, invitation)):
        login(request, form.result, backend=BACKEND)
        messages.success(request, _("Chào đồng chí. Tài khoản đã sẵn sàng."))
        return redirect("/")
    context = {"form": form, "invitation": invitation}
    return page(request, "accounts/invitation_accept.html", context)
