"""Everything a unit or a person ever received, as one page tells it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.commendations.models import Award
from ketnghia.people.models import Person
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import day


@dataclass(frozen=True)
class Received:
    """Lines newest first; `own` is the unit itself, told apart from those before it."""

    awards: list[Award]
    own: Unit | None = None

    @property
    def standing(self) -> list[Award]:
        return [award for award in self.awards if award.revoked_on is None]

    @property
    def lead(self) -> str:
        """How often, and when last."""
        if not self.awards:
            return _("Chưa ghi lượt khen nào.")
        if not self.standing:
            return _("Không còn lượt khen nào có giá trị.")
        words = {"number": len(self.standing), "day": day(self.standing[0].on)}
        return _("%(number)s lượt khen, gần nhất %(day)s.") % words

    @property
    def doubled(self) -> list[str]:
        """Honours given once that stand here more than once: two records joined, or a mistake."""
        once = [a.honour.name for a in self.standing if a.honour and a.honour.is_once]
        return [name for name, number in Counter(once).items() if number > 1]

    def is_inherited(self, award: Award) -> bool:
        return self.own is not None and award.unit_id != self.own.pk


def of_unit(unit: Unit, user: User) -> Received:
    """What the unit and those that went into it were honoured with."""
    found = Award.objects.visible_to(user).received_by({unit.pk} | unit.predecessor_ids())
    return Received(list(found.with_parts()), unit)


def of_person(person: Person, user: User) -> Received:
    found = Award.objects.visible_to(user).filter(person=person)
    return Received(list(found.with_parts()))
