"""What the pages of a list show: its numbers for everybody, its names for who has opened it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.children.ages import shown
from ketnghia.children.models import Child, ChildList, Consent
from ketnghia.children.operations import papers_of
from ketnghia.children.sealing import Particulars
from ketnghia.children.terms import Basis, Use
from ketnghia.documents.models import Document
from ketnghia.vietnamese.dates import day


@dataclass(frozen=True)
class Agreed:
    """For how many children one use is agreed to today, and for how many it was taken back."""

    use: Use
    number: int
    missing: int
    withdrawn: int


class Numbers:
    """A list in numbers, without a name: children, consents, and the day of erasing."""

    def __init__(self, child_list: ChildList, *, today: date | None = None) -> None:
        self.child_list = child_list
        self.today = today or localdate()
        self.children = list(child_list.children.prefetch_related("consents"))

    @property
    def number(self) -> int:
        """How many stand in it: once erased, how many stood in it."""
        if self.child_list.erased_number is not None:
            return self.child_list.erased_number
        return len(self._standing)

    @property
    def _standing(self) -> list[Child]:
        return [child for child in self.children if child.removed_on is None]

    @property
    def gone(self) -> list[tuple[str, int]]:
        """Why names left before the list was erased, and how many."""
        reasons = [
            c.get_removal_display() for c in self.children if c.removal in {"withdrawn", "left"}
        ]
        return [(reason, reasons.count(reason)) for reason in dict.fromkeys(reasons)]

    @property
    def agreed(self) -> list[Agreed]:
        return [self._agreed(use) for use in Use]

    def _agreed(self, use: Use) -> Agreed:
        standing = self._standing
        number = sum(use in agreed_uses(child, self.today) for child in standing)
        withdrawn = sum(
            any(c.use == use and c.withdrawn_on for c in child.consents.all())
            for child in self.children
        )
        return Agreed(use, number, len(standing) - number, withdrawn)

    @property
    def lead(self) -> str:
        """The sentence that says where it stands."""
        child_list = self.child_list
        if child_list.erased_at:
            words = {"number": self.number, "day": day(child_list.erased_at.date())}
            return _("Đã xóa tên %(number)s em ngày %(day)s.") % words
        if not self.number:
            return _("Chưa ghi em nào.")
        missing = self._agreed(Use.LIST).missing
        if child_list.basis == Basis.CONSENT and missing:
            words = {"number": self.number, "missing": missing}
            return _("%(number)s em, %(missing)s em chưa đủ đồng ý.") % words
        return _("%(number)s em, đủ đồng ý.") % {"number": self.number}


def agreed_uses(child: Child, on: date) -> set[str]:
    """What a child's prefetched consents allow on a day."""
    return {consent.use for consent in child.consents.all() if is_valid(consent, on)}


def is_valid(consent: Consent, on: date) -> bool:
    return consent.withdrawn_on is None and consent.given_on <= on <= consent.valid_until


@dataclass(frozen=True, repr=False)
class NameRow:
    """One child as the keeper reads it. Printed, it says nothing."""

    child: Child
    who: Particulars
    agreed: tuple[tuple[str, bool], ...]
    papers: list[Document]

    def __repr__(self) -> str:
        return "NameRow(…)"

    @property
    def born(self) -> str:
        return shown(self.who.born)


def name_rows(child_list: ChildList) -> list[NameRow]:
    """The names, in a fixed number of queries; for pages behind an opening only."""
    today = localdate()
    children = list(child_list.children.filter(removed_on=None).prefetch_related("consents"))
    papers: dict[int, list[Document]] = {child.pk: [] for child in children}
    for document in papers_of(*children):
        papers[document.subject_id].append(document)
    return [_row(child, papers[child.pk], today) for child in children]


def name_row(child: Child) -> NameRow:
    """One child with its papers; for pages behind an opening only."""
    return _row(child, list(papers_of(child)), localdate())


def _row(child: Child, papers: list[Document], today: date) -> NameRow:
    agreed = agreed_uses(child, today)
    uses = tuple((str(use.label), use in agreed) for use in Use)
    return NameRow(child, child.particulars, uses, papers)
