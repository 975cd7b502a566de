"""One series of meetings, and when it was held."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from ketnghia.accounts.models import Request
from ketnghia.exchanges.models import Exchange, Series
from ketnghia.ui.pages import page


@require_GET
def series_detail(request: Request, pk: int) -> HttpResponse:
    series = get_object_or_404(Series.objects.visible_to(request.user), pk=pk)
    found = Exchange.objects.filter(series=series).seen_by(request.user)
    context = {
        "series": series,
        "exchanges": found.prefetch_related("participations__unit__names"),
        "may_edit": Series.objects.editable_by(request.user).filter(pk=pk).exists(),
    }
    return page(request, "exchanges/series_detail.html", context)
