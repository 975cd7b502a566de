"""Home, the list of relations, one relation, and the search over everything."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from ketnghia.accounts.models import Request
from ketnghia.agreements.models import Party
from ketnghia.agreements.states import AgreementState
from ketnghia.holidays.names import HOME, country_name
from ketnghia.overview.acts import gift_url, plan_url, record_url
from ketnghia.overview.calendar import date_lines
from ketnghia.overview.duty_table import duty_rows, table_title
from ketnghia.overview.finding import find_everywhere
from ketnghia.overview.home import Home
from ketnghia.overview.relation import Relation
from ketnghia.overview.scopes import Scope
from ketnghia.overview.thread import knots
from ketnghia.overview.tie_list import TieListing
from ketnghia.overview.ties import ties_of
from ketnghia.overview.turns import may_be_ordered, turn_lines
from ketnghia.overview.words import lead
from ketnghia.reading.composing import units_told
from ketnghia.reading.models import Article
from ketnghia.rotations.planning import plan_turn_url
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import long_day
from ketnghia.vietnamese.text import tidy


@require_GET
def home(request: Request) -> HttpResponse:
    day = localdate()
    told = Home(request.user, today=day, opened=request.GET.get("xem", ""))
    context = {
        "home": told,
        "day_words": long_day(day),
        "turns": told.turns.whose(),
        "dates": date_lines(told),
    }
    return page(request, "overview/home.html", context)


@require_GET
def relation_list(request: Request) -> HttpResponse:
    scope = Scope(request.user, request.GET.get("q", "").replace("\0", ""))
    ties = ties_of(request.user, scope=scope)
    listing = TieListing(request, ties)
    if listing.wants_export:
        return listing.export()
    context = {"listing": listing, "ties": ties, "scope": scope}
    return page(request, "overview/relation_list.html", context, "rows")


@require_GET
def relation_detail(request: Request, left: int, right: int) -> HttpResponse:
    one, other = get_object_or_404(Unit, pk=left), get_object_or_404(Unit, pk=right)
    relation = Relation(one, other, user=request.user)
    if not relation.mine or relation.a_ids & relation.b_ids:
        raise Http404
    if not relation.mine & relation.a_ids:
        return redirect("overview:relation", relation.b.pk, relation.a.pk)
    if (left, right) != (relation.a.pk, relation.b.pk):
        return redirect("overview:relation", relation.a.pk, relation.b.pk)
    return page(request, "overview/relation_detail.html", _told(relation))


@require_GET
def relation_of_article(request: Request, pk: int) -> HttpResponse:
    """From an article that was written to the relation of the units it tells of."""
    article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
    sides = units_told(article)[:2]
    if len(sides) < 2:  # noqa: PLR2004 - one unit has no relation
        return redirect(article)
    return redirect("overview:relation", *(unit.pk for unit in sides))


def _told(relation: Relation) -> dict[str, Any]:
    """Everything the page of a relation says."""
    can_edit = Unit.objects.run_by(relation.user).filter(pk__in=relation.mine).exists()
    planned = plan_turn_url(relation.ledger) if relation.ledger else ""
    return {
        "relation": relation,
        "country": "" if relation.b.country == HOME else country_name(relation.b.country),
        "knots": knots(relation),
        "rows": duty_rows(relation),
        "table_title": table_title(relation),
        "turns": turn_lines(relation),
        "order_paper": relation.current if can_edit and may_be_ordered(relation) else None,
        "lead": lead(relation),
        "can_edit": can_edit,
        "plan_url": planned or plan_url(relation.a, relation.b),
        "record_url": record_url(relation.a, relation.b),
        "gift_url": gift_url(relation.a, relation.b),
        "orphan": _orphan(relation) if can_edit else None,
    }


def _orphan(relation: Relation) -> Party | None:
    """The signatory of the running paper that is no more, and about which nothing was decided."""
    paper = relation.current
    if paper is None or paper.state_on(relation.today) != AgreementState.SIGNATORY_ENDED:
        return None
    return next(iter(paper.ended_parties(relation.today)), None)


@require_GET
def search(request: Request) -> HttpResponse:
    words = tidy(request.GET.get("q", "").replace("\0", ""))[:200]
    groups = find_everywhere(words, request.user) if words else []
    context = {"words": words, "groups": groups}
    return page(request, "overview/search.html", context, "found")
