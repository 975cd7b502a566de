"""Preparing on the page of an exchange: what is left, choosing lists, adding a line."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ketnghia.accounts.models import Request
from ketnghia.checklists.forms.tasks import StartForm, TaskForm
from ketnghia.checklists.operations import add_task, proposed, start, templates_for
from ketnghia.checklists.views.acting import back_to, panel, side_of
from ketnghia.exchanges.models import Exchange
from ketnghia.ui.acting import act_page
from ketnghia.ui.pages import page


@require_GET
def for_exchange(request: Request, pk: int) -> HttpResponse:
    exchange = get_object_or_404(Exchange.objects.visible_to(request.user), pk=pk)
    return panel(request, exchange)


@require_http_methods(["GET", "POST"])
def choose(request: Request, pk: int, unit: int) -> HttpResponse:
    """Choose lists; those the facts of the exchange ask for are ticked already."""
    exchange, own = side_of(request, pk, unit)
    nearest = list(templates_for(own).values())
    initial = {"templates": [template.pk for template in proposed(exchange, own)]}
    form = StartForm(request.POST or None, initial=initial, nearest=nearest)
    if form.carry_out(partial(start, exchange), unit=own, by=request.user):
        messages.success(request, _("Đã lập danh mục việc chuẩn bị."))
        return back_to(exchange)
    context = {"exchange": exchange, "unit": own, "form": form, "nearest": nearest}
    return page(request, "checklists/choose.html", context)


@require_http_methods(["GET", "POST"])
def task_add(request: Request, pk: int, unit: int) -> HttpResponse:
    exchange, own = side_of(request, pk, unit)
    form = TaskForm(request.POST or None)
    if form.carry_out(partial(add_task, exchange), unit=own):
        messages.success(request, _("Đã ghi thêm việc."))
        return back_to(exchange)
    title, back = _("Ghi thêm việc chuẩn bị"), exchange.get_absolute_url()
    return act_page(request, form, title=title, about=exchange.title, back=back)
