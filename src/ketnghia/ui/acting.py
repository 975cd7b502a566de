"""Short forms and single acts: one page for all of them, and a refusal told in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse

from ketnghia.ui.pages import page


def act_page(
    request: HttpRequest, form: Any, *, title: str, back: str, about: str = "", button: str = ""
) -> HttpResponse:
    """One short form with one button; `back` is the address "Thôi" leads to."""
    context = {
        "form": form,
        "title": title,
        "back_url": back,
        "about": about,
        "button": button or title,
    }
    return page(request, "ui/act.html", context)


def attempt(request: HttpRequest, act: Callable[[], Any], done: str) -> bool:
    """Carry out an act without a form; a refusal is told above the page."""
    try:
        act()
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
        return False
    messages.success(request, done)
    return True
