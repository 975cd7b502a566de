"""Whether a merit was honoured before, or is being put forward twice: found, told, answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from ketnghia.commendations.models import Award, Nomination, Repeat
from ketnghia.vietnamese.dates import day


@dataclass(frozen=True)
class Found:
    """One earlier line or other nomination that may honour the same merit."""

    award: Award | None = None
    other: Nomination | None = None
    shared: int = 0
    repeat: Repeat | None = None

    @property
    def key(self) -> str:
        """How a page asks about this one: s12 is a line of the register, d7 a nomination."""
        return f"s{self.award.pk}" if self.award else f"d{self.other.pk if self.other else ''}"

    @property
    def url(self) -> str:
        known: Any = self.award or self.other
        return str(known.get_absolute_url())

    @property
    def told(self) -> str:
        if self.award:
            words = {"honour": self.award.honour or "", "day": day(self.award.on)}
            return _("%(honour)s ngày %(day)s") % words
        assert self.other  # noqa: S101 - one of the two
        words = {"honour": self.other.honour.name, "round": self.other.round.title}
        return _("%(honour)s, đang đề nghị trong %(round)s") % words

    @property
    def why(self) -> str:
        """What makes it look the same."""
        if self.shared:
            return _("dùng chung %(number)s minh chứng") % {"number": self.shared}
        return _("cùng hình thức, cùng kỳ thành tích")


def repeats_of(nomination: Nomination) -> list[Found]:
    """Everything that honours the same subject for the same evidence, or alike over the same days.

    The same subject: this unit with what went into it, or this person. A name that is tied to
    neither is compared with nothing: namesakes are many.
    """
    whose = _same_subject(nomination)
    if whose is None:
        return []
    answered = {(r.award_id, r.other_id): r for r in nomination.repeats.all()}
    keys = set(nomination.proofs.exclude(key="").values_list("key", flat=True))
    found = [*_awards(nomination, whose, keys), *_others(nomination, whose, keys)]
    return [replace(one, repeat=answered.get((_key(one.award), _key(one.other)))) for one in found]


def _key(record: Award | Nomination | None) -> int | None:
    return record.pk if record else None


def unanswered(nomination: Nomination) -> list[Found]:
    return [one for one in repeats_of(nomination) if one.repeat is None]


def _same_subject(nomination: Nomination) -> Q | None:
    if nomination.unit:
        return Q(unit__in={nomination.unit.pk} | nomination.unit.predecessor_ids())
    if nomination.person_id:
        return Q(person=nomination.person_id)
    return None


def _awards(nomination: Nomination, whose: Q, keys: set[str]) -> Iterable[Found]:
    """Lines that stand in any register; the line this nomination itself led to is not another."""
    first, last = nomination.round.first, nomination.round.last
    alike = Q(honour=nomination.honour_id) & (
        Q(merits_from__lte=last, merits_until__gte=first)
        | Q(merits_from=None, on__gte=first, on__lte=last)
    )
    used = Q(nomination__proofs__key__in=keys)
    lines = Award.objects.standing().filter(whose).filter(alike | used)
    lines = lines.exclude(nomination=nomination.pk).select_related("honour", "nomination")
    for award in lines.distinct().order_by("-on", "pk"):
        before = getattr(award, "nomination", None)
        yield Found(award=award, shared=_shared(before, keys))


def _others(nomination: Nomination, whose: Q, keys: set[str]) -> Iterable[Found]:
    """Nominations under way; what was decided is told by its line."""
    round = nomination.round  # noqa: A001 - the word of the field
    alike = Q(honour=nomination.honour_id, round__first__lte=round.last,
              round__last__gte=round.first)  # fmt: skip
    others = Nomination.objects.living().exclude(state=Nomination.State.DECIDED)
    others = others.filter(whose).filter(alike | Q(proofs__key__in=keys)).exclude(pk=nomination.pk)
    for other in others.select_related("honour", "round").distinct().order_by("pk"):
        yield Found(other=other, shared=_shared(other, keys))


def _shared(other: Nomination | None, keys: set[str]) -> int:
    return other.proofs.filter(key__in=keys).count() if other and keys else 0
