"""What stands before every page with names: the right, the reason, and nothing kept on the way."""

from __future__ import annotations

from collections.abc import Callable, ItemsView
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.debug import SafeExceptionReporterFilter
from django.views.decorators.cache import never_cache

from ketnghia.accounts.models import Request
from ketnghia.children.models import Child, ChildList, Opening
from ketnghia.children.operations import current_opening
from ketnghia.children.sealing import UnreadableError

View = Callable[..., HttpResponseBase]


def kept_list(request: Request, pk: int) -> ChildList:
    """A list that holds names and is entrusted to the person; what is not theirs is not there."""
    found = ChildList.objects.kept_by(request.user).holding().select_related("unit")
    return get_object_or_404(found, pk=pk)


class SilentFilter(SafeExceptionReporterFilter):
    """Tells a report of an error where it happened, and nothing that was typed or read."""

    def get_post_parameters(self, _request: Any) -> dict[str, Any]:
        return {}

    def get_traceback_frame_variables(self, _request: Any, _frame: Any) -> ItemsView[str, Any]:
        nothing: dict[str, Any] = {}
        return nothing.items()


def behind_opening(view: View) -> View:
    """A page with names: for who keeps the list and has said why; never cached, never reported."""

    @never_cache
    @wraps(view)
    def guarded(request: Request, pk: int, **rest: Any) -> HttpResponseBase:
        request.exception_reporter_filter = SilentFilter()
        child_list = kept_list(request, pk)
        opening = current_opening(child_list, request.user)
        if opening is None:
            return redirect("children:open", pk)
        try:
            return view(request, opening, **rest)
        except UnreadableError:
            told = _("Khóa bí mật đã đổi nên không mở được tên. Báo người quản trị hệ thống.")
            messages.error(request, told)
            return redirect(child_list)

    return guarded


def child_at(opening: Opening, place: int) -> Child:
    """A child that still stands in the open list."""
    standing = opening.child_list.children.filter(removed_on=None).select_related("child_list")
    return get_object_or_404(standing, place=place)
