"""What the small forms of an exchange share: load through the ability, go back."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from ketnghia.accounts.models import Request
from ketnghia.exchanges.models import Exchange, Participation


def exchange_of(request: Request, pk: int) -> Exchange:
    """An exchange the person may change; what they may not is not there."""
    return get_object_or_404(Exchange.objects.editable_by(request.user), pk=pk)


def side_of(request: Request, pk: int) -> Participation:
    found = Participation.objects.editable_by(request.user).select_related("exchange", "unit")
    return get_object_or_404(found, pk=pk)


def back_to(exchange: Exchange, part: str = "") -> HttpResponse:
    return redirect(f"{exchange.get_absolute_url()}{f'#{part}' if part else ''}")
