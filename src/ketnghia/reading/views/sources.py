"""Where the fields of a record come from, on the pages of the rooms below."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from ketnghia.accounts.models import Request
from ketnghia.activities.models import Activity
from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.models import Exchange
from ketnghia.gifts.models import Gift
from ketnghia.people.models import Person
from ketnghia.reading.models import Article, Source
from ketnghia.ui.pages import page


@require_GET
def for_agreement(request: Request, pk: int) -> HttpResponse:
    return _sources(request, Agreement.objects.visible_to(request.user), pk)


@require_GET
def for_exchange(request: Request, pk: int) -> HttpResponse:
    return _sources(request, Exchange.objects.visible_to(request.user), pk)


@require_GET
def for_activity(request: Request, pk: int) -> HttpResponse:
    return _sources(request, Activity.objects.visible_to(request.user), pk)


@require_GET
def for_gift(request: Request, pk: int) -> HttpResponse:
    return _sources(request, Gift.objects.visible_to(request.user), pk)


@require_GET
def for_person(request: Request, pk: int) -> HttpResponse:
    """People stand open to whoever is signed in; articles only to their units."""
    return _sources(request, Person.objects.all(), pk)


def _sources(request: Request, records: QuerySet[Any], pk: int) -> HttpResponse:
    """The words of every field; of an article that is not the person's, nothing is told."""
    record = get_object_or_404(records, pk=pk)
    readable = Article.objects.visible_to(request.user)
    sources: Any = Source.objects.of(record).filter(article__in=readable)
    template = "reading/sources.html" if request.htmx else "reading/sources_page.html"
    return page(request, template, {"record": record, "sources": sources})
