"""The shelf: every component with its states, for those who build."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ketnghia.ui.pages import page
from ketnghia.ui.thread import Knot


@require_GET
def shelf(request: HttpRequest) -> HttpResponse:
    if not getattr(request.user, "is_staff", False):
        raise Http404
    return page(request, "ui/shelf.html", {"knots": EXAMPLE})


EXAMPLE = [
    Knot("24/4/2013", "Gặp gỡ", ("review",), on=date(2013, 4, 24), line="none", gap="6 năm"),
    Knot("22/8/2019", "Ký biên bản", ("sign",), on=date(2019, 8, 22), line="slack", gap="lặng"),
    Knot("12/12/2024", "Hội đàm, ký", ("talks", "sign"), side="b", on=date(2024, 12, 12)),
    Knot("1/7/2025", "Sáp nhập", ("merger",), on=date(2025, 7, 1)),
    Knot("30/9/2025", "Chưa mở lớp", ("late",), state="late", on=date(2025, 9, 30)),
    Knot("12/12/2025", "Cuộc gặp tới", ("next",), state="next", on=date(2025, 12, 12), line=""),
]
