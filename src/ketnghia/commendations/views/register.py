"""The register as a list, its lines, and what each unit and person ever received."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.commendations.forms.recording import CorrectionForm, RevokingForm, today
from ketnghia.commendations.in_report import InReport
from ketnghia.commendations.models import Award, Nomination, Proof
from ketnghia.commendations.operations import correct_award, remove_award
from ketnghia.commendations.received import of_person, of_unit
from ketnghia.commendations.tables import COLUMNS, AwardFilter
from ketnghia.commendations.year import lead_of
from ketnghia.people.models import Person
from ketnghia.reviews.models import Report
from ketnghia.ui.acting import act_page, attempt
from ketnghia.ui.listing import Listing
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit


@require_GET
def award_list(request: Request) -> HttpResponse:
    found = Award.objects.visible_to(request.user).with_parts()
    listing = Listing(
        request,
        found,
        columns=COLUMNS,
        filters=AwardFilter,
        default_sort="-on",
        name="so-khen-thuong",
    )
    if listing.wants_export:
        return listing.export()
    context = {
        "listing": listing,
        "lead": lead_of(request.user, localdate().year),
        "runs_something": Unit.objects.run_by(request.user).exists(),
    }
    return page(request, "commendations/award_list.html", context, "rows")


@require_GET
def award_detail(request: Request, pk: int) -> HttpResponse:
    award = get_object_or_404(Award.objects.visible_to(request.user).with_parts(), pk=pk)
    proofs = Proof.objects.filter(nomination__award=award)
    context = {
        "award": award,
        "proofs": proofs,
        "nomination": Nomination.objects.visible_to(request.user).filter(award=award).first(),
        "may_edit": Award.objects.editable_by(request.user).filter(pk=pk).exists(),
        "may_revoke": Award.objects.revocable_by(request.user).filter(pk=pk).exists(),
    }
    return page(request, "commendations/award_detail.html", context)


@require_http_methods(["GET", "POST"])
def award_edit(request: Request, pk: int) -> HttpResponse:
    award = get_object_or_404(Award.objects.editable_by(request.user), pk=pk)
    form = CorrectionForm(request.POST or None, award=award, user=request.user)
    if form.carry_out(partial(correct_award, award)):
        messages.success(request, _("Đã sửa dòng này trong sổ."))
        return redirect(award)
    title, back = _("Sửa dòng trong sổ"), award.get_absolute_url()
    return act_page(request, form, title=title, back=back, about=award.told)


@require_http_methods(["GET", "POST"])
def award_revoke(request: Request, pk: int) -> HttpResponse:
    """Take an honour back; only whoever signs off for the unit that keeps it."""
    award = get_object_or_404(Award.objects.revocable_by(request.user), pk=pk)
    initial = today() | {"basis": _("Luật Thi đua, khen thưởng 06/2022/QH15: kê khai gian dối.")}
    form = RevokingForm(request.POST or None, initial=initial)
    if form.carry_out(award.revoke, by=request.user):
        messages.success(request, _("Đã ghi thu hồi. Dòng vẫn còn trong sổ."))
        return redirect(award)
    title, back = _("Thu hồi khen thưởng"), award.get_absolute_url()
    return act_page(request, form, title=title, back=back, about=award.told)


@require_POST
def award_remove(request: Request, pk: int) -> HttpResponse:
    award = get_object_or_404(Award.objects.editable_by(request.user), pk=pk)
    where = award.decision or "commendations:list"
    if attempt(request, partial(remove_award, award), _("Đã bỏ dòng ghi nhầm.")):
        return redirect(where)
    return redirect(award)


@require_GET
def for_unit(request: Request, pk: int) -> HttpResponse:
    """Everything a unit ever received, with what it took over; a panel, and a page of its own."""
    unit = get_object_or_404(Unit.objects.visible_to(request.user), pk=pk)
    context = {"subject": unit, "received": of_unit(unit, request.user)}
    kind = "received" if request.htmx else "received_page"
    return page(request, f"commendations/{kind}.html", context)


@require_GET
def for_person(request: Request, pk: int) -> HttpResponse:
    """Everything a person ever received that the reader may know of."""
    person = get_object_or_404(Person, pk=pk)
    context = {"subject": person, "received": of_person(person, request.user)}
    kind = "received" if request.htmx else "received_page"
    return page(request, f"commendations/{kind}.html", context)


@require_GET
def for_report(request: Request, pk: int) -> HttpResponse:
    """Commendations over the days of a review's report; a panel, and a page of its own."""
    report = get_object_or_404(Report.objects.visible_to(request.user).with_units(), pk=pk)
    context = {"report": report, "told": InReport(report, request.user)}
    kind = "in_report" if request.htmx else "in_report_page"
    return page(request, f"commendations/{kind}.html", context)
