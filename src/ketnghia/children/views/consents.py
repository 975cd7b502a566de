"""Pages with names about consents, papers, and giving a list."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.children.forms.consents import ConsentsForm, HandoverForm, WithdrawalForm
from ketnghia.children.models import Opening
from ketnghia.children.occasions import occasion_of
from ketnghia.children.operations import (
    attach_paper,
    hand_over,
    note_act,
    papers_in,
    record_consents,
    remove_paper,
    withdraw,
)
from ketnghia.children.sheet import agreed_uses, name_rows
from ketnghia.children.terms import Act, Use
from ketnghia.children.views.guarding import behind_opening, child_at
from ketnghia.ui.pages import page


@require_http_methods(["GET", "POST"])
@behind_opening
def consents(request: Request, opening: Opening) -> HttpResponse:
    """One paper for many children; who still lacks the first consent is ticked already."""
    child_list = opening.child_list
    rows = name_rows(child_list)
    initial = {"uses": [Use.LIST], "valid_until": child_list.erase_on}
    for row in rows:
        initial[f"take-{row.child.place}"] = Use.LIST not in agreed_uses(row.child, localdate())
    form = ConsentsForm(request.POST or None, initial=initial, children=[row.child for row in rows])
    if form.carry_out(partial(record_consents, child_list), by=request.user):
        told = _("Đã ghi đồng ý cho %(number)s em.") % {"number": form.result}
        messages.success(request, told)
        return redirect("children:names", child_list.pk)
    named = list(zip(rows, [fields for _child, fields in form.rows], strict=True))
    context = {"child_list": child_list, "form": form, "named": named}
    return page(request, "children/consents.html", context)


@require_http_methods(["GET", "POST"])
@behind_opening
def consent_withdraw(request: Request, opening: Opening, place: int) -> HttpResponse:
    child = child_at(opening, place)
    held = child.consents.filter(withdrawn_on=None).order_by("use")
    uses = list(held.values_list("use", flat=True).distinct())
    form = WithdrawalForm(request.POST or None, uses=uses)
    if form.carry_out(partial(withdraw, child), by=request.user):
        messages.success(request, _("Đã rút đồng ý; việc dựa vào đó dừng ngay."))
        return redirect("children:names", opening.child_list_id)
    context = {"child_list": opening.child_list, "form": form, "child": child, "uses": uses}
    return page(request, "children/consent_withdraw.html", context)


@require_http_methods(["GET", "POST"])
@behind_opening
def paper_attach(request: Request, opening: Opening, place: int) -> HttpResponse:
    child = child_at(opening, place)
    refusals: list[str] = []
    for upload in request.FILES.getlist("file"):
        try:
            attach_paper(child, upload, by=request.user)
        except ValidationError as refusal:
            refusals += refusal.messages
    if request.FILES and not refusals:
        messages.success(request, _("Đã giữ tệp."))
        return redirect("children:names", opening.child_list_id)
    if request.method == "POST" and not request.FILES:
        refusals.append(_("Chọn ít nhất một tệp."))
    context = {"child_list": opening.child_list, "child": child, "refusals": refusals}
    return page(request, "children/paper_attach.html", context)


@require_GET
@behind_opening
def paper(_request: Request, opening: Opening, document: int) -> HttpResponseBase:
    """A paper kept beside a child; looking at it is entered too."""
    found = get_object_or_404(papers_in(opening.child_list), pk=document)
    note_act(opening, Act.FILE)
    answer = FileResponse(
        found.file.open("rb"),
        as_attachment=True,
        filename=found.name,
        content_type=found.media_type,
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


@require_POST
@behind_opening
def paper_remove(request: Request, opening: Opening, document: int) -> HttpResponse:
    remove_paper(get_object_or_404(papers_in(opening.child_list), pk=document))
    messages.success(request, _("Đã bỏ tệp."))
    return redirect("children:names", opening.child_list_id)


@require_http_methods(["GET", "POST"])
@behind_opening
def handover(request: Request, opening: Opening) -> HttpResponse:
    """Give the list to somebody: who may be given is ticked, who has not agreed is told."""
    child_list = opening.child_list
    occasion = occasion_of(child_list.subject) if child_list.subject else None
    name, country = occasion.partners[0] if occasion and occasion.partners else ("", "VN")
    rows = name_rows(child_list)
    use = Use.LIST if country == "VN" else Use.ABROAD
    agreed = [row.child for row in rows if use in agreed_uses(row.child, localdate())]
    initial = {
        "recipient": name,
        "country": country,
        "children": agreed,
        "keeps_until": child_list.last_day + timedelta(days=7),
    }
    standing = child_list.children.filter(removed_on=None)
    form = HandoverForm(request.POST or None, initial=initial, children=standing)
    if form.carry_out(partial(hand_over, child_list), by=request.user):
        messages.success(request, _("Đã ghi vào sổ giao danh sách."))
        return redirect(child_list)
    context = {"child_list": child_list, "form": form, "left_out": len(rows) - len(agreed)}
    return page(request, "children/handover.html", context)
