"""What is being written, and which record each field went into."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db import models

from ketnghia.accounts.models import User
from ketnghia.people.models import Person
from ketnghia.reading.models import Field

Kind = Field.Kind
PAPER = frozenset({Kind.AGREEMENT, Kind.SIGNED, Kind.TERM, Kind.COMMITMENT})
BOTH = frozenset({Kind.UNIT, Kind.PERSON})


@dataclass
class Written:
    """The records of one acceptance. `made` are the new ones, in the order they were made."""

    by: User
    agreement: Any = None
    event: Any = None
    is_joined: bool = False
    made: list[models.Model] = field(default_factory=list)
    people: dict[int, Person] = field(default_factory=dict)
    gifts: dict[int, Any] = field(default_factory=dict)

    def person_of(self, found: Field) -> Person:
        return self.people[found.pk]

    def records_of(self, found: Field) -> list[models.Model]:
        """The records a field went into."""
        if found.kind == Kind.GIFT:
            return [record for record in (self.gifts.get(found.pk), self.event) if record]
        if found.kind in PAPER:
            wanted = [self.agreement]
        elif found.kind in BOTH:
            wanted = [self.agreement, self.event, self.people.get(found.pk)]
        else:
            wanted = [self.event or self.agreement]
        return [record for record in wanted if record is not None]
