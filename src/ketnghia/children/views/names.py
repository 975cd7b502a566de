"""Pages with names: reading, adding, correcting, letting go, taking away as a file."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.children.export import XLSX, workbook
from ketnghia.children.forms.names import ChildForm, NamesForm, NamesPasteForm
from ketnghia.children.models import Opening
from ketnghia.children.operations import add_children, correct_child, let_go, note_act
from ketnghia.children.operations.lists import Added
from ketnghia.children.reading import read_children
from ketnghia.children.sheet import name_row, name_rows
from ketnghia.children.terms import FIELD_WORDS, Act, Use
from ketnghia.children.views.guarding import behind_opening, child_at
from ketnghia.ui.pages import page


@require_GET
@behind_opening
def names(request: Request, opening: Opening) -> HttpResponse:
    context = {
        "opening": opening,
        "child_list": opening.child_list,
        "rows": name_rows(opening.child_list),
        "uses": [use.label for use in Use],
    }
    return page(request, "children/names.html", context)


@require_http_methods(["GET", "POST"])
@behind_opening
def names_add(request: Request, opening: Opening) -> HttpResponse:
    """Paste, look at what was read, keep it. Nothing is stored before the second button."""
    child_list = opening.child_list
    kept = ", ".join(str(FIELD_WORDS[field]) for field in child_list.fields)
    context = {"child_list": child_list, "form": NamesPasteForm(), "kept": kept}
    if "keep" in request.POST:
        rows = NamesForm(request.POST, wanted=child_list.fields)
        if rows.carry_out(partial(add_children, child_list), by=request.user):
            messages.success(request, _told(rows.result))
            return redirect("children:names", child_list.pk)
        return page(request, "children/names_add.html", {**context, "names": rows})
    form = NamesPasteForm(request.POST or None)
    context["form"] = form
    if form.carry_out(partial(read_children, today=localdate())):
        context |= {"names": NamesForm(wanted=child_list.fields, lines=form.result)}
        context |= {"doubtful": sum(line.is_doubtful for line in form.result)}
    return page(request, "children/names_add.html", context)


def _told(added: Added) -> str:
    told = [_("Đã ghi %(number)s em.") % {"number": added.added}]
    if added.known:
        told.append(_("%(number)s em đã có sẵn, không ghi lại.") % {"number": added.known})
    return " ".join(told)


@require_http_methods(["GET", "POST"])
@behind_opening
def child_edit(request: Request, opening: Opening, place: int) -> HttpResponse:
    """One child: who it is, who agreed to what, and its papers."""
    child = child_at(opening, place)
    wanted = opening.child_list.fields
    form = ChildForm(request.POST or None, wanted=wanted, known=child.particulars)
    if form.carry_out(partial(correct_child, child)):
        messages.success(request, _("Đã sửa."))
        return redirect("children:names", opening.child_list_id)
    context = {
        "child_list": opening.child_list,
        "form": form,
        "row": name_row(child),
        "consents": child.consents.order_by("use", "given_on"),
    }
    return page(request, "children/child.html", context)


@require_POST
@behind_opening
def child_leave(request: Request, opening: Opening, place: int) -> HttpResponse:
    let_go(child_at(opening, place))
    messages.success(request, _("Đã bỏ khỏi danh sách, tên đã xóa."))
    return redirect("children:names", opening.child_list_id)


@require_POST
@behind_opening
def names_export(request: Request, opening: Opening) -> HttpResponse:
    """The names as a file, with an entry that they were taken away."""
    note_act(opening, Act.EXPORTED)
    content = workbook(opening.child_list, by=request.user)
    answer = HttpResponse(content, content_type=XLSX)
    name = f"danh-sach-{opening.child_list_id}-{localdate():%Y-%m-%d}.xlsx"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
