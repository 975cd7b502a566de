"""The page of a nomination: what it stands on, what is doubtful about it, what may be done."""

from __future__ import annotations

from functools import cached_property

from ketnghia.accounts.models import User
from ketnghia.commendations.models import Award, Nomination, Proof, Step, Verdict
from ketnghia.commendations.operations import near_names
from ketnghia.commendations.repeats import Found, repeats_of
from ketnghia.commendations.taken import Quotas, Taken


class NominationSheet:
    """What the page of a nomination tells to one person."""

    def __init__(self, nomination: Nomination, user: User) -> None:
        self.nomination = nomination
        self.user = user
        self._mine = Nomination.objects.filter(pk=nomination.pk)

    @cached_property
    def may_edit(self) -> bool:
        return self._mine.editable_by(self.user).exists()

    @cached_property
    def may_withdraw(self) -> bool:
        is_sent = self.nomination.state == Nomination.State.SUBMITTED
        return is_sent and self._mine.run_by(self.user).exists()

    @cached_property
    def may_judge(self) -> bool:
        return self._mine.judged_by(self.user).exists()

    @property
    def may_send_back(self) -> bool:
        states = (Nomination.State.SUBMITTED, Nomination.State.AGREED)
        is_free = self.nomination.state in states and not self.nomination.decision_id
        return is_free and self.may_judge

    @cached_property
    def proofs(self) -> list[Proof]:
        return list(self.nomination.proofs.all())

    @cached_property
    def repeats(self) -> list[Found]:
        return repeats_of(self.nomination)

    @cached_property
    def over(self) -> list[Taken]:
        return Quotas(self.nomination.round).exceeded_by(self.nomination)

    @cached_property
    def near(self) -> list[Award]:
        """Lines of an honour given once whose names read like this person's."""
        if not self.nomination.person_id:
            return []
        return near_names(
            self.nomination.honour, self.nomination.name, besides=self.nomination.person
        )

    @cached_property
    def steps(self) -> list[Step]:
        return list(self.nomination.steps.select_related("by"))

    @cached_property
    def verdicts(self) -> list[Verdict]:
        """Votes are read where the round was opened; the nominating unit reads the outcome."""
        if not self.may_judge:
            return []
        return list(self.nomination.verdicts.select_related("council"))
