from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError

from ketnghia.agreements.models import Inheritance
from ketnghia.units.operations import succeed, undo_succession
from tests.making import make_agreement


def test_a_succession_stays_once_a_paper_was_decided_by_it(cast: SimpleNamespace) -> None:
    paper = make_agreement(cast.west, cast.friend)
    succession = succeed(
        kind="absorbed",
        on=date(2025, 7, 1),
        legal_basis="QĐ",
        predecessors=[cast.west],
        successors=[cast.east],
    )
    decided = Inheritance.objects.create(
        party=paper.parties.get(unit=cast.west),
        decision="inherit",
        heir=cast.east,
        on=date(2025, 8, 1),
    )

    with pytest.raises(ValidationError, match="không hoàn tác được nữa"):
        undo_succession(succession)

    decided.delete()
    undo_succession(succession)
    cast.west.refresh_from_db()
    assert cast.west.ended_on is None
