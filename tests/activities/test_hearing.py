from __future__ import annotations

from decimal import Decimal

import pytest

from ketnghia.activities.hearing import Ear
from ketnghia.activities.kinds import guessed_kind
from ketnghia.activities.models import Indicator
from ketnghia.activities.operations import load_indicators


@pytest.fixture
def ear(db: None) -> Ear:
    load_indicators()
    return Ear(Indicator.objects.in_year(2026))


@pytest.mark.parametrize(
    ("text", "code", "value", "bound"),
    [
        ("1.900 suất quà", "21", "1900", "exactly"),
        ("20 phan qua", "21", "20", "exactly"),
        ("220 đơn vị máu", "24", "220", "exactly"),
        ("45 đoàn viên ưu tú", "71", "45", "exactly"),
        ("01 công trình thanh niên", "15", "1", "exactly"),
        ("2 công trình thanh niên cấp xã", "15b", "2", "exactly"),
        ("gần 40tr", "85", "40000000", "nearly"),
        ("trên 100 triệu đồng", "85", "100000000", "over"),
        ("hơn 200 lượt ĐVTN", "14", "200", "over"),
        ("30 tình nguyện viên", "13", "30", "exactly"),
        ("1 bộ máy tính", "34", "1", "exactly"),
        ("3 phần việc", "17", "3", "exactly"),
        ("1,5 km đường hoa", "39", "1.5", "exactly"),
        ("50 suất học bổng", "23", "50", "exactly"),
    ],
)
def test_a_figure_finds_its_indicator(
    ear: Ear, text: str, code: str, value: str, bound: str
) -> None:
    (heard,) = ear.hear(text)

    assert heard.indicator
    assert (heard.indicator.code, heard.value, heard.bound) == (code, Decimal(value), bound)
    assert not heard.is_doubtful


def test_what_is_not_known_is_left_to_the_person(ear: Ear) -> None:
    (heard,) = ear.hear("12 con bò giống")

    assert heard.indicator is None
    assert heard.is_doubtful
    assert heard.what == "con bò giống"


def test_turns_and_heads_are_never_one_indicator(ear: Ear) -> None:
    turns, heads = ear.hear("200 lượt thanh niên, 30 tình nguyện viên")

    assert turns.indicator
    assert heads.indicator
    assert (turns.indicator.nature, heads.indicator.nature) == ("turns", "people")


def test_money_is_told_by_what_it_was_for(ear: Ear) -> None:
    (heard,) = ear.hear("50 triệu đồng", about="Tặng quà Tết cho trẻ em nghèo")

    assert heard.indicator
    assert heard.indicator.code == "22"
    assert heard.measure == "đồng"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Khánh thành nhà nhân ái ở thôn 3", "project"),
        ("Tặng quà 1/6 cho các cháu nơi cách ly", "welfare"),
        ("Tập huấn kỹ năng số cho cán bộ Đoàn", "training"),
        ("Ra quân Chủ nhật xanh", "volunteer"),
        ("Họp giao ban tháng 3", "activity"),
    ],
)
def test_the_kind_follows_the_name(title: str, kind: str) -> None:
    assert guessed_kind(title) == kind
