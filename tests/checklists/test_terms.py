"""Which lists the facts of an exchange ask for."""

from __future__ import annotations

import pytest

from ketnghia.checklists.terms import Facts, Kind, fitting


@pytest.mark.parametrize(
    ("facts", "kinds"),
    [
        (Facts(is_host=True), [Kind.DOMESTIC]),
        (Facts(has_children=True), [Kind.DOMESTIC, Kind.CHILDREN]),
        (Facts(is_host=True, has_foreigners=True), [Kind.IN]),
        (Facts(host_is_foreign=True, has_foreigners=True), [Kind.OUT]),
        (Facts(has_foreigners=True), [Kind.DOMESTIC]),
        (Facts(is_host=True, has_foreigners=True, direction="out"), [Kind.OUT]),
    ],
)
def test_lists_fit_the_facts(facts: Facts, kinds: list[Kind]) -> None:
    assert fitting(facts) == kinds
