"""Templates: those a unit uses, one version, and making the next."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ketnghia.accounts.models import Request
from ketnghia.checklists.forms.templates import RevisionForm
from ketnghia.checklists.models import Template
from ketnghia.checklists.operations import revise
from ketnghia.ui.pages import page
from ketnghia.units.models import Seat, Unit, UnitQuerySet


@require_GET
def template_list(request: Request) -> HttpResponse:
    found = Template.objects.current().visible_to(request.user).select_related("unit")
    templates = found.annotate(steps_number=Count("steps")).order_by("kind", "unit__sort_key")
    context = {"templates": templates, "may_edit": _kept_by(request).exists()}
    return page(request, "checklists/template_list.html", context)


@require_GET
def template_detail(request: Request, pk: int) -> HttpResponse:
    found = Template.objects.visible_to(request.user).select_related("unit", "made_by")
    template = get_object_or_404(found, pk=pk)
    same = Template.objects.filter(unit=template.unit, kind=template.kind)
    context = {
        "template": template,
        "versions": same.exclude(pk=pk).order_by("-version"),
        "used": template.checklists.count(),
        "may_edit": template.replaced_at is None and _kept_by(request).exists(),
    }
    return page(request, "checklists/template_detail.html", context)


@require_http_methods(["GET", "POST"])
def template_edit(request: Request, pk: int) -> HttpResponse:
    """Change the own list, or make an own copy of a list from above."""
    units = _kept_by(request)
    get_object_or_404(units[:1])
    found = Template.objects.current().visible_to(request.user)
    template = get_object_or_404(found.prefetch_related("steps"), pk=pk)
    own = units.filter(pk=template.unit_id or 0)
    units = own if own.exists() else units
    form = RevisionForm(
        request.POST or None,
        initial={"name": template.name, "unit": units.first()},
        units=units,
        steps=list(template.steps.all()),
    )
    if form.carry_out(partial(revise, template), by=request.user):
        messages.success(request, _("Đã lưu bản mới. Cuộc đã bắt đầu giữ danh mục cũ."))
        return redirect(form.result)
    context = {"template": template, "form": form, "is_copy": not own.exists()}
    return page(request, "checklists/template_edit.html", context)


def _kept_by(request: Request) -> UnitQuerySet:
    """Units whose own lists the person keeps: those they administer by a seat right there."""
    seats = Seat.objects.of(request.user).filter(role=Seat.Role.ADMINISTRATOR)
    return Unit.objects.filter(seats__in=seats).order_by("sort_key", "pk").distinct()
