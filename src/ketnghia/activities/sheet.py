"""An activity laid out as a page: its figures, who did it, what it counts for, what is asked."""

from __future__ import annotations

from functools import cached_property

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.activities.models import Activity, Figure, Organiser, Overlap
from ketnghia.activities.questions import Question, questions
from ketnghia.agreements.models import Duty, Evidence


class Sheet:
    """What the page of an activity tells to one person."""

    def __init__(self, activity: Activity, user: User) -> None:
        self.activity = activity
        self.user = user

    @cached_property
    def organisers(self) -> list[Organiser]:
        found = self.activity.organisers.select_related("unit").prefetch_related("unit__names")
        return sorted(found, key=lambda o: (o.role != Organiser.Role.LEAD, o.pk))

    @cached_property
    def figures(self) -> list[Figure]:
        return list(self.activity.figures.select_related("indicator", "part_of", "document"))

    @cached_property
    def duties(self) -> list[Duty]:
        """Promises of papers the person may see that this was counted for."""
        kind = ContentType.objects.get_for_model(Activity)
        credited = Evidence.objects.filter(source_type=kind, source_id=self.activity.pk)
        found = Duty.objects.visible_to(self.user).filter(evidence__in=credited)
        return list(found.select_related("commitment__agreement"))

    @cached_property
    def overlaps(self) -> list[Overlap]:
        keys = [figure.pk for figure in self.figures]
        mine = Overlap.objects.filter(first__in=keys) | Overlap.objects.filter(second__in=keys)
        return list(mine.visible_to(self.user).with_figures())

    @property
    def questions(self) -> list[Question]:
        return questions([overlap for overlap in self.overlaps if overlap.is_waiting])

    @property
    def answers(self) -> list[Overlap]:
        return [overlap for overlap in self.overlaps if not overlap.is_waiting]

    @property
    def lead(self) -> str:
        """What matters: the joint answer that is missing, the question that waits, or the facts."""
        if self.questions:
            return _("Có số có thể tính trùng, cần trả lời trước khi cộng.")
        disputed = [o for o in self.organisers if o.answer == Organiser.Answer.DISPUTED]
        if disputed:
            return _("%(unit)s có ý kiến khác.") % {"unit": self._name(disputed[0])}
        asked = [organiser for organiser in self.organisers if organiser.is_asked]
        if asked:
            return _("Chờ %(unit)s xác nhận.") % {"unit": self._name(asked[0])}
        return ""

    def _name(self, organiser: Organiser) -> str:
        return organiser.unit.name_on(self.activity.begins_on)
