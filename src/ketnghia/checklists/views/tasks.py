"""One task: its page, ticking it off, setting it aside, and the list of all that is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.checklists.forms.tasks import PaperForm, SkipForm
from ketnghia.checklists.models import Task
from ketnghia.checklists.operations import change_task
from ketnghia.checklists.tables import COLUMNS, TaskFilter
from ketnghia.checklists.views.acting import back_to, panel, task_of
from ketnghia.ui.acting import act_page
from ketnghia.ui.listing import Listing
from ketnghia.ui.pages import page


@require_GET
def task_list(request: Request) -> HttpResponse:
    found = Task.objects.visible_to(request.user)
    listing = Listing(
        request,
        found.select_related("checklist__exchange", "checklist__unit", "person"),
        columns=COLUMNS,
        filters=TaskFilter,
        default_sort="due_on",
        name="viec-chuan-bi",
    )
    if listing.wants_export:
        return listing.export()
    return page(request, "checklists/task_list.html", {"listing": listing}, "rows")


@require_GET
def task_detail(request: Request, pk: int) -> HttpResponse:
    found = Task.objects.visible_to(request.user)
    parts = ("checklist__exchange", "checklist__unit", "checklist__template", "person", "done_by")
    task = get_object_or_404(found.select_related(*parts), pk=pk)
    may_edit = Task.objects.editable_by(request.user).filter(pk=pk).exists()
    return page(request, "checklists/task_detail.html", {"task": task, "may_edit": may_edit})


@require_http_methods(["GET", "POST"])
def task_edit(request: Request, pk: int) -> HttpResponse:
    task = task_of(request, pk)
    names = ("what", "due_on", "owner", "note", "is_paper", "number", "signed_on", "issuer")
    initial = {name: getattr(task, name) for name in names}
    initial["person"] = task.person.name if task.person else ""
    form = PaperForm(request.POST or None, initial=initial)
    if form.carry_out(partial(change_task, task)):
        messages.success(request, _("Đã sửa việc."))
        return redirect(task)
    title, about = _("Sửa việc chuẩn bị"), task.checklist.exchange.title
    return act_page(request, form, title=title, about=about, back=task.get_absolute_url())


@require_POST
def task_finish(request: Request, pk: int) -> HttpResponse:
    """Done; asked again, it is open again."""
    task = task_of(request, pk)
    if request.htmx:
        task.tick(by=request.user)
        return panel(request, task.checklist.exchange)
    said = _("Đã xong việc này.") if task.is_open else _("Đã mở lại việc này.")
    return _done(request, task, partial(task.tick, by=request.user), said)


@require_http_methods(["GET", "POST"])
def task_skip(request: Request, pk: int) -> HttpResponse:
    task = task_of(request, pk)
    form = SkipForm(request.POST or None)
    if form.carry_out(task.set_aside):
        messages.success(request, _("Đã ghi là không cần."))
        return back_to(task.checklist.exchange)
    back = task.get_absolute_url()
    return act_page(request, form, title=_("Không cần việc này"), about=task.what, back=back)


@require_POST
def task_remove(request: Request, pk: int) -> HttpResponse:
    task = task_of(request, pk)
    return _done(request, task, task.withdraw, _("Đã bỏ việc ghi thêm."))


def _done(request: Request, task: Task, act: Callable[[], Any], said: str) -> HttpResponse:
    """Carry out an act without a form; a refusal is told above the page."""
    try:
        act()
        messages.success(request, said)
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    return back_to(task.checklist.exchange)
