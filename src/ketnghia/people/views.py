"""People: the list, and one person with names and posts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.people.forms import CorrectionForm, MergeForm, NameForm, PostForm
from ketnghia.people.models import Person
from ketnghia.people.operations import add_name, add_post, correct, look_alike, merge
from ketnghia.ui.forms import ActionForm
from ketnghia.ui.listing import Column, Listing
from ketnghia.ui.pages import page

COLUMNS = [
    Column("name", _("Họ và tên"), lambda p: p.name, sort="sort_key"),
    Column("posts", _("Chức vụ"), lambda p: ", ".join(post.title for post in p.posts.all())),
]


@require_GET
def person_list(request: Request) -> HttpResponse:
    people = Person.objects.prefetch_related("posts")
    listing = Listing(request, people, columns=COLUMNS, default_sort="sort_key", name="nhan-su")
    if listing.wants_export:
        return listing.export()
    return page(request, "people/person_list.html", {"listing": listing}, "rows")


@require_GET
def person_detail(request: Request, pk: int) -> HttpResponse:
    people = Person.objects.prefetch_related("names", "posts__unit__names")
    person = get_object_or_404(people, pk=pk)
    may_edit = Person.objects.editable_by(request.user).filter(pk=pk).exists()
    context = {
        "person": person,
        "may_edit": may_edit,
        "alike": look_alike(person) if may_edit else [],
    }
    return page(request, "people/person_detail.html", context)


ACTS: dict[str, tuple[type[ActionForm], Callable[..., Any]]] = {
    "correct": (CorrectionForm, correct),
    "name": (NameForm, add_name),
    "post": (PostForm, add_post),
}


@require_http_methods(["GET", "POST"])
def person_edit(request: Request, pk: int) -> HttpResponse:
    """Three small forms on one page; the button says which one was sent."""
    person = get_object_or_404(Person.objects.editable_by(request.user), pk=pk)
    initial = {"name": person.name, "note": person.note}
    forms: dict[str, ActionForm] = {}
    for name, (kind, act) in ACTS.items():
        sent = request.POST if name in request.POST else None
        forms[name] = kind(sent, initial=initial if name == "correct" else None, prefix=name)
        if forms[name].carry_out(partial(act, person)):
            messages.success(request, _now("Đã sửa."))
            return redirect(person)
    return page(request, "people/person_edit.html", {"person": person, "forms": forms})


@require_POST
def person_merge(request: Request, pk: int) -> HttpResponse:
    person = get_object_or_404(Person.objects.editable_by(request.user), pk=pk)
    form = MergeForm(request.POST)
    if form.carry_out(partial(merge, person)):
        messages.success(request, _now("Đã gộp hai cách viết thành một người."))
    else:
        messages.error(request, _now("Không gộp được: chọn lại người cần gộp."))
    return redirect(person)
