"""Within one request a person's seats are read once."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from ketnghia.units.models import seats_remembered


def remember_seats(
    respond: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Every condition of access of a page names the same seats."""

    def answered(request: HttpRequest) -> HttpResponseBase:
        with seats_remembered():
            return respond(request)

    return answered
