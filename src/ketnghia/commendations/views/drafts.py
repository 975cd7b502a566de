"""A decision before it is signed, and the petition of a unit that nominates."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.commendations.forms.drafts import DraftForm, DraftingForm, IssuingForm
from ketnghia.commendations.models import AwardRound, Decision, Honour
from ketnghia.commendations.operations import (
    draft_decision,
    drop_draft,
    gives,
    issue_decision,
    mend_draft,
)
from ketnghia.commendations.petition import Petition
from ketnghia.ui.acting import act_page, attempt
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit


@require_http_methods(["GET", "POST"])
def decision_draft(request: Request, pk: int, honour: int) -> HttpResponse:
    """Take what was agreed for one honour into a draft."""
    found = AwardRound.objects.editable_by(request.user).running().select_related("unit")
    round = get_object_or_404(found, pk=pk)  # noqa: A001 - the word of the field
    given = get_object_or_404(Honour.objects.filter(rounds=round), pk=honour)
    form = DraftingForm(request.POST if request.method == "POST" else None)
    if form.carry_out(partial(draft_decision, round, given), by=request.user):
        messages.success(request, _("Đã soạn dự thảo từ các đề nghị hội đồng đồng ý."))
        return redirect(form.result)
    number = round.nominations.filter(state="agreed", honour=given, decision=None).count()
    about = _("%(honour)s: %(number)s đề nghị hội đồng đã đồng ý.") % {
        "honour": given.name, "number": number
    }  # fmt: skip
    title, back = _("Soạn quyết định"), round.get_absolute_url()
    return act_page(request, form, title=title, back=back, about=about)


@require_http_methods(["GET", "POST"])
def decision_mend(request: Request, pk: int) -> HttpResponse:
    """Mend the words of a draft."""
    decision = _draft(request, pk)
    form = DraftForm(request.POST or None, initial=DraftForm.initial_of(decision))
    if form.carry_out(partial(mend_draft, decision)):
        messages.success(request, _("Đã sửa dự thảo."))
        return redirect("commendations:decision_paper", decision.pk)
    title, back = _("Sửa lời văn quyết định"), decision.get_absolute_url()
    return act_page(request, form, title=title, back=back, about=decision.told)


def _draft(request: Request, pk: int) -> Decision:
    found = Decision.objects.editable_by(request.user).filter(issued_at=None)
    return get_object_or_404(found.select_related("honour", "unit", "keeper"), pk=pk)


@require_http_methods(["GET", "POST"])
def decision_issue(request: Request, pk: int) -> HttpResponse:
    """Write the signed decision into the register; by whoever signs off for the unit."""
    found = Decision.objects.issuable_by(request.user).select_related("honour", "unit", "keeper")
    decision = get_object_or_404(found, pk=pk)
    is_own = gives(decision.keeper, decision.honour)
    initial = {"decided_on": localdate(), "takes_numbers": True}
    form = IssuingForm(request.POST or None, is_own=is_own, initial=initial)
    if form.carry_out(partial(issue_decision, decision), by=request.user):
        messages.success(request, _("Đã ghi quyết định vào sổ khen thưởng."))
        return redirect(form.result)
    title, back = _("Ghi quyết định đã ký"), decision.get_absolute_url()
    about = _("Một lần ghi: cả danh sách vào sổ, mỗi dòng kèm minh chứng.")
    return act_page(request, form, title=title, back=back, about=about)


@require_POST
def decision_drop(request: Request, pk: int) -> HttpResponse:
    decision = _draft(request, pk)
    round = AwardRound.objects.filter(nominations__decision=decision).first()  # noqa: A001
    done = _("Đã bỏ dự thảo. Các đề nghị vẫn là hội đồng đồng ý.")
    if not attempt(request, partial(drop_draft, decision), done):
        return redirect(decision)
    return redirect(round or "commendations:rounds")


@require_GET
def petition(request: Request, pk: int, unit: int) -> HttpResponse:
    """The petition of one nominating unit with its numbered list, as it is printed."""
    found = AwardRound.objects.visible_to(request.user).select_related("unit", "campaign")
    round = get_object_or_404(found, pk=pk)  # noqa: A001
    nominator = get_object_or_404(Unit.objects.visible_to(request.user), pk=unit)
    paper = Petition(round, nominator)
    if not paper.nominations:
        raise Http404
    context = {"round": round, "nominator": nominator, "paper": paper}
    return page(request, "commendations/petition.html", context)
