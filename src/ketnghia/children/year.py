"""A year of guarding children's data, in numbers."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property

from django.db.models import Count, Sum
from django.utils.timezone import localdate

from ketnghia.accounts.models import User
from ketnghia.children.models import ChildList, Consent, Handed, Handover, Opening
from ketnghia.children.terms import Act

# Luật 91/2025/QH15: a file on the effects of transfers abroad, once, within sixty days.
DOSSIER_WITHIN = timedelta(days=60)


class Year:
    """What happened in a year in the lists a person may know of."""

    def __init__(self, user: User, year: int | None = None) -> None:
        self.user = user
        self.year = year or localdate().year

    @cached_property
    def _lists(self) -> dict[str, int | None]:
        made = ChildList.objects.visible_to(self.user).filter(made_at__year=self.year)
        return made.aggregate(number=Count("pk"))

    @property
    def lists(self) -> int:
        return self._lists["number"] or 0

    @cached_property
    def erased(self) -> dict[str, int | None]:
        """How many lists were erased, and how many names with them."""
        gone = ChildList.objects.visible_to(self.user).filter(erased_at__year=self.year)
        return gone.aggregate(lists=Count("pk"), children=Sum("erased_number"))

    @cached_property
    def openings(self) -> dict[str, int]:
        """How often lists were opened, taken as a file, or a paper looked at."""
        seen = ChildList.objects.visible_to(self.user)
        found = Opening.objects.filter(child_list__in=seen, at__year=self.year).order_by()
        numbers = dict(found.values_list("act").annotate(Count("pk")))
        return {act.value: numbers.get(act.value, 0) for act in Act}

    @cached_property
    def withdrawn(self) -> int:
        """For how many children a consent was taken back."""
        seen = ChildList.objects.visible_to(self.user)
        found = Consent.objects.filter(child__child_list__in=seen, withdrawn_on__year=self.year)
        return found.values("child").distinct().count()

    @cached_property
    def to_ask_back(self) -> int:
        """Children whose receivers still have to be told, whatever the year."""
        return Handed.objects.visible_to(self.user).to_ask_back().count()

    @cached_property
    def first_abroad(self) -> date | None:
        """The day of the first transfer abroad ever."""
        found = Handover.objects.visible_to(self.user).abroad().order_by("on")
        return found.values_list("on", flat=True).first()

    @property
    def dossier_by(self) -> date | None:
        return self.first_abroad + DOSSIER_WITHIN if self.first_abroad else None
