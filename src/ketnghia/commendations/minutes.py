"""A meeting of the council as its page and its minutes tell it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ketnghia.commendations.drafting import counted, listed, parent_of
from ketnghia.commendations.models import Council, CouncilMember, Nomination, Verdict
from ketnghia.units.models import Unit


@dataclass(frozen=True)
class Considered:
    """A nomination with what this meeting said of it, or nothing yet."""

    nomination: Nomination
    verdict: Verdict | None


class Minutes:
    """Who sat and what was said, in the order nominations are listed."""

    def __init__(self, council: Council) -> None:
        self.council = council
        self.round = council.round

    @cached_property
    def rows(self) -> list[Considered]:
        """What the meeting considered, and what still waits to be."""
        said = {verdict.nomination_id: verdict for verdict in self.council.verdicts.all()}
        sent = self.round.nominations.with_parts().exclude(state__in=Nomination.WRITABLE)
        return [
            Considered(one, said.get(one.pk))
            for one in sent
            if one.pk in said or one.state == Nomination.State.SUBMITTED
        ]

    @property
    def considered(self) -> list[Considered]:
        return [row for row in self.rows if row.verdict]

    @property
    def waiting(self) -> list[Considered]:
        return [row for row in self.rows if not row.verdict]

    @cached_property
    def members(self) -> list[CouncilMember]:
        return list(self.council.members.all())

    @property
    def present(self) -> list[CouncilMember]:
        return [member for member in self.members if member.is_present]

    @property
    def absent(self) -> list[CouncilMember]:
        return [member for member in self.members if not member.is_present]

    def _first(self, role: str) -> CouncilMember | None:
        return next((member for member in self.present if member.role == role), None)

    @property
    def chair(self) -> CouncilMember | None:
        return self._first(CouncilMember.Role.CHAIR)

    @property
    def secretary(self) -> CouncilMember | None:
        return self._first(CouncilMember.Role.SECRETARY)

    @cached_property
    def above(self) -> Unit | None:
        return parent_of(self.round.unit, self.council.held_on)

    @property
    def agreed(self) -> str:
        """02 tập thể, 11 cá nhân, as the conclusion of the minutes counts them."""
        found = [row.nomination for row in self.considered if row.verdict and row.verdict.is_agreed]
        return listed(found)

    @property
    def refused(self) -> str:
        found = [
            row.nomination for row in self.considered if row.verdict and not row.verdict.is_agreed
        ]
        return listed(found)

    @property
    def number(self) -> str:
        return counted(len(self.considered))
