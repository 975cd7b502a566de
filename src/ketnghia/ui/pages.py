"""One URL, one template: the whole page, or only the part htmx asked for."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers


def page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any] | None = None,
    *partials: str,
    status: int = 200,
) -> HttpResponse:
    """Render a page, or the partial named like htmx's target when the page offers it."""
    htmx = getattr(request, "htmx", None)
    wanted = htmx.target if htmx and not htmx.history_restore_request else None
    name = f"{template}#{wanted}" if wanted in partials else template
    response = render(request, name, context, status=status)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response
