"""Light, dark, or as the device says; remembered on the device."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

COOKIE = "theme"
THEMES = {"light", "dark"}
A_YEAR = 365 * 24 * 3600


def theme_of(request: HttpRequest | None) -> str:
    """The theme chosen on this device; blank: as the device says."""
    chosen = request.COOKIES.get(COOKIE, "") if request else ""
    return chosen if chosen in THEMES else ""


def remember_theme(response: HttpResponse, chosen: str) -> None:
    if chosen in THEMES:
        response.set_cookie(
            COOKIE,
            chosen,
            max_age=A_YEAR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
