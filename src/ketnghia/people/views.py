"""People: the list, and one person with names and posts."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from ketnghia.accounts.models import Request
from ketnghia.people.models import Person
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
    return page(request, "people/person_detail.html", {"person": person})
