"""Who takes part: sides, their delegations, and lists pasted into them."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.exchanges.forms.delegations import DelegationForm, ListForm, PasteForm
from ketnghia.exchanges.forms.exchanges import SideForm
from ketnghia.exchanges.models import Member, Participation
from ketnghia.exchanges.operations import add_side, describe_side, enter_list, remove_side
from ketnghia.exchanges.operations.delegations import Entered, children_of, known_as
from ketnghia.exchanges.pasting import AT_MOST, Reading, read_list
from ketnghia.exchanges.views.acting import back_to, exchange_of, side_of
from ketnghia.ui.acting import act_page, attempt
from ketnghia.ui.pages import page
from ketnghia.vietnamese.text import fold


@require_http_methods(["GET", "POST"])
def side_add(request: Request, pk: int) -> HttpResponse:
    exchange = exchange_of(request, pk)
    form = SideForm(request.POST or None)
    if form.carry_out(partial(add_side, exchange)):
        messages.success(request, _("Đã thêm đơn vị."))
        return redirect("exchanges:delegation", form.result.pk)
    return act_page(
        request, form, title=_("Thêm đơn vị tham gia"), back=exchange.get_absolute_url()
    )


@require_POST
def side_remove(request: Request, pk: int) -> HttpResponse:
    side = side_of(request, pk)
    attempt(request, partial(remove_side, side, by=request.user), _("Đã bỏ đơn vị."))
    return back_to(side.exchange)


@require_http_methods(["GET", "POST"])
def delegation(request: Request, pk: int) -> HttpResponse:
    side = side_of(request, pk)
    names = ("role", "direction", "head_title", "size", "interpreter", "border_gate", "arrives_on",
             "leaves_on")  # fmt: skip
    initial = {name: getattr(side, name) for name in names}
    initial["head"] = side.head.name if side.head else ""
    form = DelegationForm(request.POST or None, initial=initial, side=side)
    if form.carry_out(partial(describe_side, side)):
        messages.success(request, _("Đã ghi đoàn."))
        return redirect("exchanges:delegation", pk)
    context = {
        "side": side,
        "form": form,
        "members": side.members.select_related("person"),
    }
    return page(request, "exchanges/delegation.html", context)


@require_POST
def member_remove(request: Request, pk: int) -> HttpResponse:
    member = get_object_or_404(Member.objects.editable_by(request.user), pk=pk)
    side = member.participation_id
    attempt(request, member.delete, _("Đã bỏ khỏi đoàn."))
    return redirect("exchanges:delegation", side)


@require_http_methods(["GET", "POST"])
def list_paste(request: Request, pk: int) -> HttpResponse:
    """Paste, look at what was read, keep it. Nothing is stored before the second button."""
    side = side_of(request, pk)
    if "keep" in request.POST:
        return _keep(request, side)
    form = PasteForm(request.POST or None)
    context = {"side": side, "form": form}
    if form.carry_out(lambda text: read_list(text, on=side.exchange.begins_on)):
        context |= _preview(side, form.result)
    return page(request, "exchanges/list_paste.html", context)


def _preview(side: Participation, read: Reading) -> dict[str, object]:
    initial: dict[str, object] = {"children": read.children}
    for place, row in enumerate(read.rows):
        initial |= {f"name-{place}": row.name, f"title-{place}": row.title}
        initial |= {f"duty-{place}": row.duty, f"take-{place}": "name" not in row.doubts}
    known = known_as(side, [row.name for row in read.rows])
    lines = ListForm(initial=initial, size=len(read.rows), known=known)
    return {
        "read": read,
        "lines": lines,
        "rows": [(row, place, lines) for place, row in enumerate(read.rows)],
        "children_now": children_of(side),
        "sure": sum(row.is_sure for row in read.rows),
    }


def _keep(request: Request, side: Participation) -> HttpResponse:
    sent = request.POST.get("size", "")
    size = min(int(sent), AT_MOST) if sent.isdecimal() else 0
    names = [request.POST.get(f"name-{place}", "") for place in range(size)]
    known = known_as(side, [name for name in names if fold(name)])
    form = ListForm(request.POST, size=size, known=known)
    if form.carry_out(partial(enter_list, side)):
        messages.success(request, _told(form.result))
        return redirect("exchanges:delegation", side.pk)
    context = {"side": side, "lines": form, "rows": [(None, place, form) for place in range(size)]}
    return page(request, "exchanges/list_paste.html", {**context, "form": PasteForm()})


def _told(entered: Entered) -> str:
    """What became of the list, in one sentence for each kind of line."""
    told = [_("Đã ghi %(number)s người.") % {"number": entered.added}]
    if entered.known:
        told.append(_("%(number)s người đã có sẵn, không ghi lại.") % {"number": entered.known})
    if entered.children:
        told.append(_("%(number)s em: chỉ ghi số, không giữ tên.") % {"number": entered.children})
    return " ".join(told)
