"""Home, the list of relations, one relation, and the search over everything."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from ketnghia.accounts.models import Request
from ketnghia.overview.finding import find_everywhere
from ketnghia.overview.home import Home
from ketnghia.overview.relation import Relation, duty_rows
from ketnghia.overview.thread import knots
from ketnghia.overview.ties import ties_of
from ketnghia.overview.words import lead
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import long_day
from ketnghia.vietnamese.text import fold


@require_GET
def home(request: Request) -> HttpResponse:
    day = localdate()
    context = {"home": Home(request.user, today=day), "day": day, "day_words": long_day(day)}
    return page(request, "overview/home.html", context)


@require_GET
def relation_list(request: Request) -> HttpResponse:
    words = request.GET.get("q", "").strip()
    ties = [
        tie
        for tie in ties_of(request.user)
        if all(w in f"{tie.left.search_text} {tie.right.search_text}" for w in fold(words).split())
    ]
    return page(request, "overview/relation_list.html", {"ties": ties, "words": words}, "rows")


@require_GET
def relation_detail(request: Request, left: int, right: int) -> HttpResponse:
    one, other = get_object_or_404(Unit, pk=left), get_object_or_404(Unit, pk=right)
    relation = Relation(one, other)
    mine = set(
        Unit.objects.visible_to(request.user)
        .filter(pk__in=relation.a_ids | relation.b_ids)
        .values_list("pk", flat=True)
    )
    if not mine or relation.a_ids & relation.b_ids:
        raise Http404
    if not mine & relation.a_ids:
        return redirect("overview:relation", relation.b.pk, relation.a.pk)
    if (left, right) != (relation.a.pk, relation.b.pk):
        return redirect("overview:relation", relation.a.pk, relation.b.pk)
    context = {
        "relation": relation,
        "knots": knots(relation),
        "rows": duty_rows(relation),
        "lead": lead(relation),
        "can_edit": Unit.objects.run_by(request.user).filter(pk__in=mine).exists(),
    }
    return page(request, "overview/relation_detail.html", context)


@require_GET
def search(request: Request) -> HttpResponse:
    words = request.GET.get("q", "").strip()[:200]
    groups = find_everywhere(words, request.user) if words else []
    context = {"words": words, "groups": groups}
    return page(request, "overview/search.html", context, "found")
