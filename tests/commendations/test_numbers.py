"""Numbers of certificates: one after another, never twice."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ketnghia.commendations.models import Award
from ketnghia.commendations.operations import correct_award, next_certificates
from tests.commendations.making import make_decision, to_person, to_unit
from tests.making import make_unit


@given(asked=st.lists(st.integers(0, 5), max_size=6), typed=st.sets(st.integers(1, 12), max_size=4))
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_asked_no_number_comes_twice(
    db: None, asked: list[int], typed: set[int]
) -> None:
    unit = make_unit("Tỉnh đoàn")
    for number in typed:
        award = make_decision(unit, to_person(f"Người {number}")).awards.get()
        Award.objects.filter(pk=award.pk).update(certificate=str(number))

    given_out = [number for n in asked for number in next_certificates(unit, 2026, n)]

    assert len(given_out) == sum(asked)
    assert len(set(given_out) | {str(number) for number in typed}) == sum(asked) + len(typed)
    assert [int(number) for number in given_out] == sorted(int(number) for number in given_out)


def test_each_unit_and_year_counts_for_itself(cast: SimpleNamespace) -> None:
    first = make_decision(cast.province, to_unit(cast.east), to_unit(cast.west), takes_numbers=True)
    later = make_decision(
        cast.province, to_unit(cast.east), on=date(2025, 3, 1), takes_numbers=True
    )
    elsewhere = make_decision(cast.elsewhere, to_unit(cast.friend), takes_numbers=True)

    numbers = [list(d.awards.values_list("certificate", flat=True)) for d in
               (first, later, elsewhere)]  # fmt: skip
    assert numbers == [["1", "2"], ["1"], ["1"]]


def test_a_number_typed_twice_is_refused_in_words(cast: SimpleNamespace) -> None:
    decision = make_decision(
        cast.province, to_unit(cast.east), to_unit(cast.west), takes_numbers=True
    )
    first, second = decision.awards.order_by("order")

    with pytest.raises(ValidationError, match="Số này đã có trong sổ của năm"):
        correct_award(second, name=second.name, unit=second.unit, certificate=first.certificate)

    second.refresh_from_db()
    assert second.certificate == "2"
