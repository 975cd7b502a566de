"""Forms of honour: those a unit knows, its own, and which of them it uses."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.commendations.forms.fields import own_unit
from ketnghia.commendations.forms.honours import HonourForm
from ketnghia.commendations.models import Honour
from ketnghia.commendations.operations import switch_honour, write_honour
from ketnghia.ui.acting import act_page, attempt
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit


@require_GET
def honour_list(request: Request) -> HttpResponse:
    own = own_unit(request.user)
    known = Honour.objects.known_to(own) if own else Honour.objects.visible_to(request.user)
    off = Honour.unused_by.through.objects.filter(honour=OuterRef("pk"), unit=own)
    honours = known.select_related("owner").prefetch_related("dossier")
    context = {"honours": honours.annotate(is_off=Exists(off)).order_by("rank", "pk"), "own": own}
    return page(request, "commendations/honour_list.html", context)


@require_http_methods(["GET", "POST"])
def honour_create(request: Request) -> HttpResponse:
    own = get_object_or_404(Unit.objects.run_by(request.user), pk=_key(own_unit(request.user)))
    initial = {"owner": own, "votes_needed": 50}
    form = HonourForm(request.POST or None, user=request.user, initial=initial)
    if form.carry_out(write_honour, by=request.user):
        messages.success(request, _("Đã thêm hình thức khen."))
        return redirect("commendations:honours")
    return _form(request, form, title=_("Thêm hình thức khen"), about=own.name)


def _key(unit: Unit | None) -> int | None:
    return unit.pk if unit else None


@require_http_methods(["GET", "POST"])
def honour_edit(request: Request, pk: int) -> HttpResponse:
    found = Honour.objects.editable_by(request.user).prefetch_related("dossier")
    honour = get_object_or_404(found, pk=pk)
    initial = HonourForm.initial_of(honour)
    form = HonourForm(request.POST or None, user=request.user, initial=initial)
    if form.carry_out(partial(write_honour, honour), by=request.user):
        messages.success(request, _("Đã sửa hình thức khen."))
        return redirect("commendations:honours")
    return _form(request, form, title=_("Sửa hình thức khen"), about=honour.name)


def _form(request: Request, form: HonourForm, *, title: str, about: str) -> HttpResponse:
    back = reverse("commendations:honours")
    return act_page(request, form, title=title, back=back, about=about)


@require_POST
def honour_switch(request: Request, pk: int) -> HttpResponse:
    """Use a form of honour in one's own unit, or leave it out."""
    honour = get_object_or_404(Honour.objects.visible_to(request.user), pk=pk)
    own = get_object_or_404(Unit.objects.run_by(request.user), pk=_key(own_unit(request.user)))
    is_on = request.POST.get("on") == "1"
    said = _("Đơn vị dùng hình thức này.") if is_on else _("Đơn vị không dùng hình thức này nữa.")
    attempt(request, partial(switch_honour, honour, unit=own, on=is_on), said)
    return redirect("commendations:honours")
