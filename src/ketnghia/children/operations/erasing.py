"""Letting names go: one child's, a list's, all whose day has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.children.events import NamesErased
from ketnghia.children.models import Child, ChildList
from ketnghia.children.operations.papers import papers_of, remove_paper
from ketnghia.children.terms import Purpose, Removal
from ketnghia.events import publish

# The number of a travel paper is needed until the children are home again.
PAPERS_KEPT = timedelta(days=1)


def blank(child: Child, removal: Removal) -> None:
    """Take away all that tells who it was; that there was a child, and who agreed how, stays."""
    child.sealed, child.removed_on, child.removal = "", localdate(), removal
    child.save(update_fields=["sealed", "removed_on", "removal"])
    child.consents.update(sealed_giver="")
    for document in papers_of(child):
        remove_paper(document)


@transaction.atomic
def erase(child_list: ChildList, *, by: User | None = None) -> int:
    """Take away every name, paper and giver of a list; returns how many children it held.

    `by` is empty where the daily job does it.
    """
    if child_list.is_erased:
        raise ValidationError(_("Danh sách này đã xóa tên rồi."))
    children = list(child_list.children.filter(removed_on=None))
    for child in children:
        blank(child, Removal.ERASED)
    child_list.erased_at, child_list.erased_by = timezone.now(), by
    child_list.erased_number = len(children)
    child_list.save(update_fields=["erased_at", "erased_by", "erased_number"])
    publish(NamesErased(child_list.pk, len(children), by.pk if by else None))
    return len(children)


def erase_lists_of(subject: models.Model, *, by: User) -> None:
    """The record goes: so do the names that were kept for it."""
    for child_list in ChildList.objects.of(subject).holding():
        erase(child_list, by=by)


@dataclass(frozen=True)
class Erased:
    """What a day's run took away."""

    lists: int
    children: int
    papers: int


def erase_due(day: date) -> Erased:
    """Erase every list whose day has come, and numbers of papers no longer needed."""
    lists = list(ChildList.objects.due_on(day))
    children = sum(erase(child_list) for child_list in lists)
    return Erased(len(lists), children, _forget_papers(day))


@transaction.atomic
def _forget_papers(day: date) -> int:
    """Numbers of travel papers of those who are home again; returns how many."""
    home = ChildList.objects.holding().filter(
        purpose=Purpose.BORDER, papers_erased_on=None, last_day__lt=day - PAPERS_KEPT
    )
    forgotten = 0
    for child_list in home:
        for child in child_list.children.filter(removed_on=None):
            forgotten += bool(child.particulars.paper)
            child.sealed = child.particulars.without_paper().sealed()
            child.save(update_fields=["sealed"])
        child_list.papers_erased_on = day
        child_list.save(update_fields=["papers_erased_on"])
    return forgotten


def sweep() -> None:
    """Have the database overwrite what it only marked as gone; not possible inside a transaction.

    SQLite deletes over (`secure_delete`) and keeps no copy in its write-ahead file; PostgreSQL
    clears dead rows.
    """
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            cursor.execute("VACUUM children_child, children_consent, documents_document")
