"""The list of reviews, opening one, and what it asks."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.reviews.forms.rounds import (
    AskedForm,
    AskingForm,
    HeadingForm,
    InquiryForm,
    OpeningForm,
    RoundForm,
)
from ketnghia.reviews.models import Asked, Heading, Inquiry, Report, Round
from ketnghia.reviews.operations import (
    ask_indicator,
    ask_words,
    change_levels,
    change_round,
    open_round,
    stop_asking,
    write_heading,
)
from ketnghia.reviews.sheet import reports_waiting
from ketnghia.reviews.tables import COLUMNS, ReportFilter
from ketnghia.reviews.views.loading import kept_round
from ketnghia.ui.acting import act_page, attempt
from ketnghia.ui.listing import Listing
from ketnghia.ui.pages import page
from ketnghia.units.models import Seat, Unit


@require_GET
def round_list(request: Request) -> HttpResponse:
    """Reports the person may read: of each round the uppermost, or all when asked for."""
    found = Report.objects.visible_to(request.user).with_units()
    if request.GET.get("whole") != "all":
        found = found.uppermost_for(request.user)
    listing = Listing(
        request, found, columns=COLUMNS, filters=ReportFilter,
        default_sort="-round__last", name="so-ket",
    )  # fmt: skip
    if listing.wants_export:
        return listing.export()
    units = list(Seat.objects.of(request.user).values_list("unit_id", flat=True))
    mine, to_judge = reports_waiting(units)
    context = {
        "listing": listing,
        "mine": mine,
        "to_judge": to_judge,
        "may_open": Unit.objects.run_by(request.user).exists(),
    }
    return page(request, "reviews/round_list.html", context, "rows")


@require_http_methods(["GET", "POST"])
def round_open(request: Request) -> HttpResponse:
    units = Unit.objects.run_by(request.user).filter(seats__in=Seat.objects.of(request.user))
    get_object_or_404(units[:1])
    units = units.distinct().order_by("sort_key")
    form = OpeningForm(request.POST or None, units=units, today=localdate())
    if form.carry_out(open_round, by=request.user):
        messages.success(request, _("Đã mở đợt. Các đơn vị bên dưới thấy ở trang Hôm nay."))
        return redirect(form.result)
    return page(request, "reviews/round_open.html", {"form": form})


@require_GET
def round_detail(request: Request, pk: int) -> HttpResponse:
    """What a round asks; its reports are one tap away."""
    found = get_object_or_404(Round.objects.visible_to(request.user).select_related("unit"), pk=pk)
    mine = Report.objects.visible_to(request.user).with_units().filter(round=found)
    context = {
        "round": found,
        "asked": found.asked.in_order(),
        "inquiries": found.inquiries.all(),
        "headings": found.headings.all(),
        "report": mine.order_by("pk").first(),
        "may_edit": Round.objects.editable_by(request.user).filter(pk=pk).exists(),
    }
    return page(request, "reviews/round_detail.html", context)


@require_http_methods(["GET", "POST"])
def round_edit(request: Request, pk: int) -> HttpResponse:
    made = kept_round(request, pk)
    initial = {"title": made.title, "due_on": made.due_on, "note": made.note}
    form = RoundForm(request.POST or None, initial=initial)
    if form.carry_out(partial(change_round, made)):
        messages.success(request, _("Đã ghi. Hạn mới tính cho báo cáo chưa nộp."))
        return redirect(made)
    return act_page(request, form, title=_("Sửa đợt"), back=made.get_absolute_url())


@require_http_methods(["GET", "POST"])
def asked_add(request: Request, pk: int) -> HttpResponse:
    made = kept_round(request, pk)
    form = AskingForm(request.POST or None, round=made)
    if form.carry_out(partial(ask_indicator, made)):
        return redirect(made)
    return act_page(request, form, title=_("Hỏi thêm chỉ tiêu"), back=made.get_absolute_url())


@require_http_methods(["GET", "POST"])
def asked_edit(request: Request, pk: int) -> HttpResponse:
    mine = Asked.objects.filter(round__in=Round.objects.editable_by(request.user))
    asked = get_object_or_404(mine.select_related("round", "indicator"), pk=pk)
    form = AskedForm(request.POST or None, initial={"levels": asked.levels})
    if form.carry_out(partial(change_levels, asked)):
        return redirect(asked.round)
    context = {"form": form, "asked": asked}
    return page(request, "reviews/asked_edit.html", context)


@require_POST
def asked_remove(request: Request, pk: int) -> HttpResponse:
    mine = Asked.objects.filter(round__in=Round.objects.editable_by(request.user))
    asked = get_object_or_404(mine.select_related("round"), pk=pk)
    attempt(request, partial(stop_asking, asked), _("Đợt này thôi hỏi chỉ tiêu ấy."))
    return redirect(asked.round)


@require_http_methods(["GET", "POST"])
def inquiry_add(request: Request, pk: int) -> HttpResponse:
    made = kept_round(request, pk)
    form = InquiryForm(request.POST or None)
    if form.carry_out(partial(ask_words, made)):
        return redirect(made)
    return act_page(request, form, title=_("Thêm câu hỏi"), back=made.get_absolute_url())


@require_http_methods(["GET", "POST"])
def inquiry_edit(request: Request, pk: int) -> HttpResponse:
    mine = Inquiry.objects.filter(round__in=Round.objects.editable_by(request.user))
    inquiry = get_object_or_404(mine.select_related("round"), pk=pk)
    form = InquiryForm(request.POST or None, inquiry=inquiry)
    if form.carry_out(partial(ask_words, inquiry.round, inquiry)):
        return redirect(inquiry.round)
    back = inquiry.round.get_absolute_url()
    return act_page(request, form, title=_("Sửa câu hỏi"), back=back, button=_("Ghi"))


@require_http_methods(["GET", "POST"])
def heading_add(request: Request, pk: int) -> HttpResponse:
    made = kept_round(request, pk)
    initial = {"order": made.headings.count() + 1}
    form = HeadingForm(request.POST or None, initial=initial)
    if form.carry_out(partial(write_heading, made)):
        return redirect(f"{reverse('reviews:round', args=[made.pk])}#muc-bao-cao")
    return act_page(request, form, title=_("Thêm mục báo cáo"), back=made.get_absolute_url())


@require_http_methods(["GET", "POST"])
def heading_edit(request: Request, pk: int) -> HttpResponse:
    mine = Heading.objects.filter(round__in=Round.objects.editable_by(request.user))
    heading = get_object_or_404(mine.select_related("round"), pk=pk)
    form = HeadingForm(request.POST or None, heading=heading)
    if form.carry_out(partial(write_heading, heading.round, heading)):
        return redirect(heading.round)
    back = heading.round.get_absolute_url()
    return act_page(request, form, title=_("Sửa mục báo cáo"), back=back, button=_("Ghi"))
