"""Figures of an activity, one at a time: added, corrected, taken out."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.activities.forms.figures import FigureForm
from ketnghia.activities.models import Activity, Figure, Indicator, IndicatorQuerySet
from ketnghia.activities.operations import add_figures, correct_figure, remove_figure
from ketnghia.ui.acting import act_page, attempt


def _usable(activity: Activity) -> IndicatorQuerySet:
    """Indicators of the activity's year that its leading unit may report under."""
    lead = activity.lead
    found = Indicator.objects.usable_by(lead.unit) if lead else Indicator.objects.national()
    return found.in_year(activity.ends_on.year).filter(derived=Indicator.Derived.NO)


@require_http_methods(["GET", "POST"])
def figure_add(request: Request, pk: int) -> HttpResponse:
    activity = get_object_or_404(Activity.objects.editable_by(request.user), pk=pk)
    form = FigureForm(request.POST or None, indicators=_usable(activity))
    if form.carry_out(lambda line: add_figures(activity, [line])):
        messages.success(request, _("Đã thêm số liệu."))
        return redirect(activity)
    back = activity.get_absolute_url()
    return act_page(request, form, title=_("Thêm số liệu"), back=back, about=activity.title)


@require_http_methods(["GET", "POST"])
def figure_edit(request: Request, pk: int) -> HttpResponse:
    figure = get_object_or_404(Figure.objects.editable_by(request.user), pk=pk)
    names = [name for name in FigureForm.base_fields if hasattr(figure, name)]
    initial = {name: getattr(figure, name) for name in names}
    form = FigureForm(request.POST or None, initial=initial, indicators=_usable(figure.activity))
    if form.carry_out(partial(correct_figure, figure)):
        messages.success(request, _("Đã sửa số liệu."))
        return redirect(figure.activity)
    back = figure.activity.get_absolute_url()
    return act_page(request, form, title=_("Sửa số liệu"), back=back, about=figure.words)


@require_POST
def figure_remove(request: Request, pk: int) -> HttpResponse:
    figure = get_object_or_404(Figure.objects.editable_by(request.user), pk=pk)
    attempt(request, partial(remove_figure, figure), _("Đã bỏ số liệu."))
    return redirect(figure.activity)
