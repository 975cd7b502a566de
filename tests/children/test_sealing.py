"""What tells who a child is never stands open."""

from __future__ import annotations

import pytest
from django.conf import LazySettings
from hypothesis import given
from hypothesis import strategies as st

from ketnghia.children.sealing import Particulars, UnreadableError, seal, unseal


@given(st.text(), st.text(max_size=10), st.text(), st.text())
def test_what_was_sealed_is_read_again(name: str, born: str, unit: str, paper: str) -> None:
    child = Particulars(name, born, unit, paper)

    assert Particulars.unsealed(child.sealed()) == child


def test_sealed_and_printed_it_says_nothing() -> None:
    child = Particulars("Vũ Ngọc Linh", "2015", "5A", "C1234567")

    for word in ("Linh", "2015", "5A", "C1234567"):
        assert word not in child.sealed()
        assert word not in repr(child)
        assert word not in str([child])
    assert child.sealed() != child.sealed()


def test_nothing_sealed_is_nobody() -> None:
    assert Particulars.unsealed("") == Particulars("")
    assert unseal("") == ""


def test_a_changed_secret_key_opens_with_the_old_one_only(settings: LazySettings) -> None:
    sealed = seal("Vũ Ngọc Linh")
    old = settings.SECRET_KEY
    settings.SECRET_KEY = "khóa mới"

    with pytest.raises(UnreadableError):
        unseal(sealed)
    settings.SECRET_KEY_FALLBACKS = [old]
    assert unseal(sealed) == "Vũ Ngọc Linh"


def test_a_purpose_keeps_no_more_than_it_needs() -> None:
    child = Particulars("Vũ Ngọc Linh", "2015-04-03", "5A", "C1234567")

    assert child.only(["name", "born"]) == Particulars("Vũ Ngọc Linh", "2015")
    assert child.only(["name", "birthday", "paper"]) == Particulars(
        "Vũ Ngọc Linh", "2015-04-03", "", "C1234567"
    )
    assert child.without_paper().paper == ""
