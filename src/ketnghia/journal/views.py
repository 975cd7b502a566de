"""The history of one record."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from ketnghia.accounts.models import Request
from ketnghia.journal.reading import history_of
from ketnghia.ui.pages import page


@require_GET
def record_history(request: Request, app: str, model: str, pk: int) -> HttpResponse:
    """Who changed what when; a record without `visible_to` is closed, unless its room opens it."""
    kind = get_object_or_404(ContentType, app_label=app, model=model)
    found: Any = kind.model_class()
    if found is None or not hasattr(found, "history"):
        raise Http404
    record = get_object_or_404(_readable(found, request), pk=pk)
    context = {"record": record, "acts": history_of(record)}
    return page(request, "journal/record_history.html", context)


def _readable(model: Any, request: Request) -> Any:
    """The records of a model this person may read: by its own rule, or all where it says so."""
    if getattr(model, "history_is_open", False):
        return model.objects.all()
    if not hasattr(model.objects, "visible_to"):
        raise Http404
    return model.objects.visible_to(request.user)
