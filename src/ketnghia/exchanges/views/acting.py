"""What the small forms of an exchange share: load through the ability, act, go back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from ketnghia.accounts.models import Request
from ketnghia.exchanges.models import Exchange, Participation
from ketnghia.ui.pages import page


def exchange_of(request: Request, pk: int) -> Exchange:
    """An exchange the person may change; what they may not is not there."""
    return get_object_or_404(Exchange.objects.editable_by(request.user), pk=pk)


def side_of(request: Request, pk: int) -> Participation:
    found = Participation.objects.editable_by(request.user).select_related("exchange", "unit")
    return get_object_or_404(found, pk=pk)


def act_page(
    request: Request, form: Any, *, title: str, back: Any, about: str = "", button: str = ""
) -> HttpResponse:
    """One short form with one button; `back` is where "Thôi" leads."""
    context = {
        "form": form,
        "title": title,
        "back_url": reverse(back) if isinstance(back, str) else back.get_absolute_url(),
        "about": about,
        "button": button or title,
    }
    return page(request, "exchanges/act.html", context)


def attempt(request: Request, act: Callable[[], Any], done: str) -> bool:
    """Carry out an act without a form; a refusal is told above the page."""
    try:
        act()
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
        return False
    messages.success(request, done)
    return True


def back_to(exchange: Exchange, part: str = "") -> HttpResponse:
    return redirect(f"{exchange.get_absolute_url()}{f'#{part}' if part else ''}")
