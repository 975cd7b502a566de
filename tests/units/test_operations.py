from __future__ import annotations

from types import SimpleNamespace

from ketnghia.units.models import Reach, Unit
from ketnghia.units.operations import rebuild_reach


def test_a_province_reaches_its_communes_and_nothing_else(cast: SimpleNamespace) -> None:
    assert set(Unit.objects.run_by(cast.minh)) == {cast.province, cast.east, cast.west}


def test_founding_keeps_the_same_reach_that_a_rebuild_writes(cast: SimpleNamespace) -> None:
    kept = set(Reach.objects.values_list("holder", "unit"))

    rebuild_reach()

    assert set(Reach.objects.values_list("holder", "unit")) == kept
