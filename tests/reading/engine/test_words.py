"""Words, phrases and the lexicon: one spelling, missing marks, names the application knows."""

from __future__ import annotations

import pytest

from ketnghia.reading.engine import Kind, builtin, read
from ketnghia.reading.engine.lexicon import spelled_out
from ketnghia.reading.engine.phrases import Phrases
from ketnghia.reading.engine.words import split


def test_words_numbers_and_signs() -> None:
    words = split("K'Ho, 1.900 suất; hoà-bình")

    assert [word.form for word in words] == ["K'Ho", ",", "1.900", "suất", ";", "hoà", "-", "bình"]
    assert [word.key for word in words if word.form.isalpha()][1] == "hòa"
    assert [word.is_number for word in words[:3]] == [False, False, True]


@pytest.fixture
def phrases() -> Phrases:
    made = Phrases()
    made.add_all("unit", ["đoàn thanh niên", "đoàn"])
    made.add_all("barred", ["năm ký kết"])
    made.add_loosely("place", "Svay Rieng", "svay rieng")
    return made


@pytest.mark.parametrize(
    ("text", "sort", "length"),
    [
        ("Đoàn Thanh niên", "unit", 3),
        ("Đoàn Thanh nien xã", "unit", 3),
        ("đoàn xã", "unit", 1),
        ("Svây Riêng", "place", 2),
        ("năm ký kết", "barred", 3),
        # "Hà Nam ký kết" is no "năm ký kết".
        ("Nam ký kết", "barred", 0),
        ("doan xa", "unit", 0),
    ],
)
def test_the_longest_phrase_at_a_word(phrases: Phrases, text: str, sort: str, length: int) -> None:
    mark = phrases.marks_at(split(text), 0).get(sort)

    assert (mark.last if mark else 0) == length


def test_patterns_stand_for_every_phrase() -> None:
    assert list(spelled_out(["đoàn {thanh niên|tn} {lào|việt}"])) == [
        "đoàn thanh niên lào",
        "đoàn thanh niên việt",
        "đoàn tn lào",
        "đoàn tn việt",
    ]


def test_the_application_hands_in_its_territories() -> None:
    text = "Hội trại của tuổi trẻ\n\nNgày 5/3/2022, tại Mường Then, Tỉnh đoàn tổ chức hội trại."
    known = builtin().with_names(places={"commune": ["Mường Then"]})

    assert read(text, lexicon=known).of(Kind.PLACE)[0].value == "Mường Then"


@pytest.mark.parametrize("sentence", ["Đoàn đại biểu tỉnh Xa-la-van", "Đoàn đại biểu tỉnh Sạlạvăn"])
def test_partners_are_known_by_many_spellings(sentence: str) -> None:
    text = f"Hội đàm thanh niên\n\n{sentence} đến thăm và làm việc với Tỉnh đoàn Quảng Trị."

    units = read(text).record()["units"]

    assert [unit[0] for unit in units] == [sentence, "Tỉnh đoàn Quảng Trị"]
