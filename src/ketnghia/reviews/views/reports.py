"""The page of a report, its print, its spreadsheet, and its units beside each other."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from ketnghia.accounts.models import Request
from ketnghia.reviews.codes import typed_code
from ketnghia.reviews.comparing import Comparison
from ketnghia.reviews.exporting import appendix
from ketnghia.reviews.figures import Figures
from ketnghia.reviews.forms.reports import CodeForm
from ketnghia.reviews.models import Snapshot
from ketnghia.reviews.narrative import Narrative
from ketnghia.reviews.rows import Table
from ketnghia.reviews.sheet import ReportSheet
from ketnghia.reviews.views.loading import seen
from ketnghia.ui.listing import XLSX
from ketnghia.ui.pages import page


@require_GET
def report_detail(request: Request, pk: int) -> HttpResponse:
    report = seen(request, pk)
    everything = request.GET.get("het") == "1"
    context = {
        "report": report,
        "sheet": ReportSheet(report, request.user, everything=everything),
        "everything": everything,
        "is_today": request.GET.get("don-vi") == "hom-nay",
    }
    return page(request, "reviews/report_detail.html", context)


@require_GET
def report_print(request: Request, pk: int) -> HttpResponse:
    """The whole report on paper: words, signatures' place, the appendix of numbers, its code."""
    report = seen(request, pk)
    context = {
        "report": report,
        "sheet": ReportSheet(report, request.user),
        "narrative": Narrative(report),
        "paper_day": report.submitted_on or localdate(),
    }
    return page(request, "reviews/report_print.html", context)


@require_GET
def report_export(request: Request, pk: int) -> HttpResponse:
    report = seen(request, pk)
    everything = request.GET.get("het") == "1"
    file = appendix(Table(Figures(report), everything=everything))
    response = HttpResponse(file, content_type=XLSX)
    name = f"phu-luc-so-lieu-{report.pk}-{localdate():%Y-%m-%d}.xlsx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_GET
def report_compare(request: Request, pk: int) -> HttpResponse:
    report = seen(request, pk)
    comparison = Comparison(
        report,
        indicator=request.GET.get("chi-tieu", ""),
        sort=request.GET.get("xep", ""),
        is_today=request.GET.get("don-vi") == "hom-nay",
    )
    context = {"report": report, "comparison": comparison}
    return page(request, "reviews/report_compare.html", context, "bang")


@require_GET
def check_code(request: Request) -> HttpResponse:
    """Whether a printed code is that of a report handed in, and the report is still the same."""
    form = CodeForm(request.GET if "ma" in request.GET else None)
    found, is_asked = None, form.is_bound and form.is_valid()
    if is_asked:
        code = typed_code(form.cleaned_data["ma"])
        mine = Snapshot.objects.visible_to(request.user).filter(code=code)
        found = mine.select_related("report__round", "report__unit", "taken_by").first()
    context = {"form": form, "snapshot": found, "is_asked": is_asked}
    return page(request, "reviews/check_code.html", context)
