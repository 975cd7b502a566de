"""Decisions: writing one that was made, its page, its numbered list, the day it was handed over."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ketnghia.accounts.models import Request
from ketnghia.activities.models import Campaign
from ketnghia.commendations.forms.fields import own_unit
from ketnghia.commendations.forms.recording import (
    AddForm,
    CeremonyForm,
    CountForm,
    NamesForm,
    RecordForm,
    today,
)
from ketnghia.commendations.models import Award, Decision, Nomination
from ketnghia.commendations.operations import (
    add_recipients,
    name_in,
    record_count,
    record_decision,
    set_ceremony,
)
from ketnghia.ui.acting import act_page
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit


@require_http_methods(["GET", "POST"])
def decision_record(request: Request) -> HttpResponse:
    """Write a decision that was made; who the lists mean is shown once before it is kept."""
    get_object_or_404(Unit.objects.run_by(request.user)[:1])
    own = own_unit(request.user)
    form = RecordForm(request.POST or None, user=request.user, initial={"keeper": own, "unit": own})
    if not form.asks_for_a_look and form.carry_out(record_decision, by=request.user):
        messages.success(request, _("Đã ghi quyết định vào sổ."))
        return redirect(form.result)
    campaigns = Campaign.objects.order_by("-begins_on", "folded")[:30]
    context = {"form": form, "campaigns": campaigns}
    return page(request, "commendations/decision_record.html", context)


@require_GET
def decision_detail(request: Request, pk: int) -> HttpResponse:
    found = Decision.objects.visible_to(request.user).select_related(
        "unit", "keeper", "honour", "signer"
    )
    decision = get_object_or_404(found, pk=pk)
    seen = Award.objects.visible_to(request.user).filter(decision=decision)
    mine = Decision.objects.filter(pk=pk)
    context = {
        "decision": decision,
        "awards": seen.with_parts().order_by("order", "pk"),
        "nominations": _nominated(request, decision),
        "may_edit": mine.editable_by(request.user).exists(),
        "may_issue": mine.issuable_by(request.user).exists(),
    }
    return page(request, "commendations/decision_detail.html", context)


def _nominated(request: Request, decision: Decision) -> list[Nomination]:
    """What a draft holds; once issued its lines tell."""
    if not decision.is_draft:
        return []
    found = Nomination.objects.visible_to(request.user).filter(decision=decision)
    return list(found.with_parts().order_by("kind", "nominator__sort_key", "pk"))


@require_http_methods(["GET", "POST"])
def decision_add(request: Request, pk: int) -> HttpResponse:
    found = Decision.objects.editable_by(request.user).filter(issued_at__isnull=False)
    decision = get_object_or_404(found, pk=pk)
    form = AddForm(
        request.POST or None,
        issuer=decision.unit,
        honour=decision.honour,
        on=decision.decided_on,
    )
    act = partial(add_recipients, decision, by=request.user)
    if not form.asks_for_a_look and form.carry_out(act):
        messages.success(request, _("Đã thêm vào danh sách."))
        return redirect(decision)
    context = {"form": form, "about": decision.told, "back": decision.get_absolute_url(),
               "title": _("Thêm người được khen")}  # fmt: skip
    return page(request, "commendations/names_add.html", context)


@require_http_methods(["GET", "POST"])
def decision_ceremony(request: Request, pk: int) -> HttpResponse:
    decision = get_object_or_404(Decision.objects.editable_by(request.user), pk=pk)
    form = CeremonyForm(request.POST or None, initial=today())
    if form.carry_out(partial(set_ceremony, decision)):
        messages.success(request, _("Đã ghi ngày trao cho cả danh sách."))
        return redirect(decision)
    title, back = _("Ghi ngày trao"), decision.get_absolute_url()
    return act_page(request, form, title=title, back=back, about=decision.told)


@require_GET
def decision_paper(request: Request, pk: int) -> HttpResponse:
    """The paper and its numbered list as they are printed; without texts, the list alone."""
    found = Decision.objects.visible_to(request.user).select_related("unit", "honour", "signer")
    decision = get_object_or_404(found, pk=pk)
    seen = Award.objects.visible_to(request.user).filter(decision=decision)
    awards = list(seen.with_parts().order_by("kind", "order", "pk"))
    lines = _nominated(request, decision) if decision.is_draft else awards
    context = {"decision": decision, "awards": lines}
    return page(request, "commendations/decision_paper.html", context)


@require_http_methods(["GET", "POST"])
def count_record(request: Request) -> HttpResponse:
    get_object_or_404(Unit.objects.run_by(request.user)[:1])
    form = CountForm(
        request.POST or None, user=request.user, initial={"keeper": own_unit(request.user)}
    )
    if form.carry_out(record_count, by=request.user):
        messages.success(request, _("Đã ghi vào sổ. Khi biết tên, mở dòng này ra ghi thêm."))
        return redirect(form.result)
    context = {"form": form}
    return page(request, "commendations/count_record.html", context)


@require_http_methods(["GET", "POST"])
def count_name(request: Request, pk: int) -> HttpResponse:
    found = Award.objects.editable_by(request.user).filter(number__isnull=False)
    count = get_object_or_404(found.with_parts(), pk=pk)
    form = NamesForm(request.POST or None, count=count)
    if not form.asks_for_a_look and form.carry_out(partial(name_in, count, by=request.user)):
        messages.success(request, _("Đã ghi tên."))
        return redirect(count)
    context = {"form": form, "about": count.told, "back": count.get_absolute_url(),
               "title": _("Ghi tên vào số này")}  # fmt: skip
    return page(request, "commendations/names_add.html", context)
