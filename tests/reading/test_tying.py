"""Names of an article tied to the registers of its day; what is told twice is one."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from ketnghia.exchanges.models import Exchange
from ketnghia.people.operations import add_post
from ketnghia.reading.matching import same_activity, same_agreement, same_event, same_exchange
from ketnghia.reading.models import Taught
from ketnghia.reading.proposing import days, deeds
from ketnghia.reading.proposing.promises import clause
from ketnghia.reading.tying.names import spellings
from ketnghia.reading.tying.people import tie_person
from ketnghia.reading.tying.units import tie_unit
from ketnghia.units.models import Level, Unit
from ketnghia.units.operations import add_name, succeed
from tests.making import make_activity, make_agreement, make_exchange, make_person, make_unit
from tests.reading.making import make_article, make_field

MERGER = date(2025, 7, 1)


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("Tỉnh Đoàn Cà Mau", "tinh doan ca mau"),
        ("Đoàn Thanh niên tỉnh Quảng Trị", "tinh doan quang tri"),
        ("Ban Thường vụ Tỉnh đoàn Hà Nam", "tinh doan ha nam"),
        ("Đoàn TNCS Hồ Chí Minh huyện Hướng Hóa", "huyen doan huong hoa"),
        ("Đoàn Thanh niên thành phố Lào Cai (Việt Nam)", "thanh doan lao cai"),
        ("Đoàn đại biểu thanh niên xã Liêm Hà", "doan xa liem ha"),
        ("Công an tỉnh Quảng Trị", "cong an tinh quang tri"),
        ("Trường Cao đẳng Sư phạm", "truong cao dang su pham"),
    ],
)
def test_a_unit_is_written_as_the_register_writes_it(name: str, last: str) -> None:
    assert spellings(name)[-1] == last


@pytest.fixture
def merged(cast: SimpleNamespace) -> Unit:
    """The union of Nam Hải went into a new one of Đông Sơn's name on 1/7/2025."""
    new = make_unit("Tỉnh đoàn Đông Sơn", parent=cast.centre, on=MERGER)
    succeed(
        kind="merged",
        on=MERGER,
        legal_basis="Nghị quyết",
        predecessors=[cast.province, cast.elsewhere],
        successors=[new],
        by=cast.quan,
    )
    return new


def test_a_name_is_tied_to_the_unit_that_bore_it_on_that_day(
    cast: SimpleNamespace, merged: Unit
) -> None:
    before = tie_unit(["Tỉnh Đoàn Đông Sơn"], on=date(2019, 11, 29), owner=cast.east)
    after = tie_unit(["Tỉnh Đoàn Đông Sơn"], on=date(2026, 1, 5), owner=cast.east)

    assert (before.unit, after.unit) == (cast.province, merged)
    assert "nay thuộc Tỉnh đoàn Đông Sơn" in before.note
    assert before.is_sure
    assert after.is_sure


def test_a_name_of_another_time_is_doubted(cast: SimpleNamespace, merged: Unit) -> None:
    tie = tie_unit(["Tỉnh đoàn Nam Hải"], on=date(2026, 1, 5), owner=cast.east)

    assert tie.unit == cast.elsewhere
    assert "không có đơn vị này" in tie.note
    assert not tie.is_sure


def test_of_several_of_one_name_the_one_within_reach_is_meant(cast: SimpleNamespace) -> None:
    make_unit("Đoàn xã Đông Hà", parent=cast.elsewhere, level=Level.UPPER_BASE)

    near = tie_unit(["Đoàn xã Đông Hà"], on=None, owner=cast.province)
    far = tie_unit(["Đoàn xã Đông Hà"], on=None, owner=cast.friend)

    assert near.unit is not None
    assert (far.is_sure, far.note) == (False, "Có 2 đơn vị tên “Đoàn xã Đông Hà”. Chọn lại.")


def test_an_alias_and_a_slip_are_recognised_with_the_reason(cast: SimpleNamespace) -> None:
    add_name(cast.friend, name="Mueang Xa", form="alias", language="lo-latn")

    alias = tie_unit(["Mueang Xa"], on=None, owner=cast.east)
    slip = tie_unit(["Tỉnh đoàn Mườg Xa"], on=None, owner=cast.east)
    nobody = tie_unit(["Câu lạc bộ Hoa Mai"], on=None, owner=cast.east)

    assert (alias.unit, alias.is_sure) == (cast.friend, True)
    assert (slip.unit, slip.is_sure) == (cast.friend, False)
    assert "Gần giống “Tỉnh đoàn Mường Xa”" in slip.note
    assert (nobody.unit, nobody.is_sure) == (None, False)


def test_what_was_taught_comes_first(cast: SimpleNamespace) -> None:
    Taught.objects.create(
        owner=cast.east, words="Tỉnh đoàn Nam Hải", folded="tinh doan nam hai", unit=cast.west
    )

    assert tie_unit(["Tỉnh đoàn Nam Hải"], on=None, owner=cast.east).unit == cast.west
    assert tie_unit(["Tỉnh đoàn Nam Hải"], on=None, owner=cast.west).unit == cast.elsewhere


def test_people_are_told_apart_by_marks_and_by_posts(cast: SimpleNamespace) -> None:
    van, other = make_person("Lê Văn An"), make_person("Lê Vân An")
    twin = make_person("Lê Văn An")
    add_post(twin, title="Bí thư", unit=cast.east)

    among = tie_person("Lê Văn An", owner=cast.east, beside=[cast.east])
    unclear = tie_person("Lê Văn An", owner=cast.east)

    assert tie_person("Lê Vân An", owner=cast.east).person == other
    assert (among.person, among.is_sure) == (twin, True)
    assert (unclear.person, unclear.is_sure) == (van, False)
    assert tie_person("Lê Văn Án", owner=cast.east).is_sure is False
    assert tie_person("Trần Thị Mới", owner=cast.east).person is None


def test_a_year_left_out_follows_from_the_paper_it_is_for() -> None:
    autumn = days.with_year("XXXX-11-29", 2020)
    spring = days.with_year("XXXX-02-10", 2020)
    leap = days.with_year("XXXX-02-29", 2021)

    assert (autumn.iso, spring.iso) == ("2019-11-29", "2020-02-10")
    assert "văn bản của năm 2020" in autumn.reason
    assert (leap.iso, days.with_year("XXXX-05-01", None).iso) == ("XXXX-02-29", "XXXX-05-01")
    assert days.with_year("XXXX-12-30", None, published=date(2024, 1, 3)).iso == "2023-12-30"


@pytest.mark.parametrize(
    ("start", "end", "signed", "term"),
    [
        (2020, 2020, date(2019, 11, 29), (date(2020, 1, 1), date(2020, 12, 31))),
        (2024, 2024, date(2024, 12, 12), (date(2024, 12, 12), date(2025, 12, 11))),
        (2024, 2024, date(2024, 2, 29), (date(2024, 2, 29), date(2024, 12, 31))),
        (2023, 2027, None, (date(2023, 1, 1), date(2027, 12, 31))),
        (2023, 2027, date(2023, 3, 21), (date(2023, 3, 21), date(2027, 12, 31))),
        (None, None, date(2023, 3, 21), (date(2023, 3, 21), None)),
    ],
)
def test_a_term_told_as_years_has_days(
    start: int, end: int, signed: date, term: tuple[date, date]
) -> None:
    assert days.term_days(start, end, signed) == term


def test_the_kind_of_an_exchange_is_what_is_said_first() -> None:
    assert deeds.exchange_kind("exchange", "Chủ đề tọa đàm hôm nay. Tại hội đàm") == "seminar"
    assert deeds.exchange_kind("exchange", "Thăm quan, học tập tại tỉnh bạn") == "visit"
    assert deeds.exchange_kind("exchange", "Đoàn công tác đến thăm") == "visit"
    assert deeds.exchange_kind("signing", "Gặp gỡ, ký kết nghĩa") == "signing"
    assert deeds.exchange_kind("signing", "Hội đàm và ký biên bản") == "talks"


def test_a_promise_is_the_part_of_the_sentence_between_its_signs() -> None:
    text = "Hai bên thống nhất: mỗi năm gặp nhau 01 lần; ngoài ra, mở ít nhất 2 lớp tập huấn. Xong."
    start = text.index("ít nhất")

    assert clause(text, start, start + 10) == "Mở ít nhất 2 lớp tập huấn"


def test_what_the_registers_tell_already_is_recognised(cast: SimpleNamespace) -> None:
    paper = make_agreement(cast.east, cast.friend)
    exchange = make_exchange(cast.east, cast.friend)
    activity = make_activity(cast.east)
    both = [cast.friend, cast.east]

    signed = same_agreement(both, kind="programme", signed=date(2024, 1, 12), last=None, on=None)
    by_term = same_agreement(both, kind="programme", signed=None, last=date(2026, 12, 31), on=None)
    met = same_exchange(both, first=date(2024, 6, 2), last=date(2024, 6, 3))
    done = same_activity(
        cast.east, first=date(2024, 7, 2), last=None, title="Tặng quà thiếu nhi vùng cao"
    )

    assert (signed and signed.record, by_term and by_term.record) == (paper, paper)
    assert met
    assert (met.record, met.why) == (exchange, "Cùng các bên, ngày 1/6/2024.")
    assert done
    assert done.record == activity


def test_another_day_another_side_or_another_kind_is_another_thing(cast: SimpleNamespace) -> None:
    make_agreement(cast.east, cast.friend)
    make_exchange(cast.east, cast.friend)
    make_activity(cast.east)
    both = [cast.east, cast.friend]

    assert not same_agreement(both, kind="plan", signed=date(2024, 1, 10), last=None, on=None)
    assert not same_agreement(both, kind="programme", signed=date(2024, 3, 1), last=None, on=None)
    assert not same_exchange(both, first=date(2024, 6, 9), last=None)
    assert not same_exchange([cast.west, cast.friend], first=date(2024, 6, 1), last=None)
    assert not same_exchange([cast.east], first=date(2024, 6, 1), last=None)
    assert not same_activity(cast.east, first=date(2024, 7, 1), last=None, title="Trồng rừng")
    Exchange.objects.update(state="cancelled")
    assert not same_exchange(both, first=date(2024, 6, 1), last=None)


def test_two_papers_that_tell_one_event_are_found(cast: SimpleNamespace) -> None:
    facts = {"state": "read", "ends_on": date(2024, 3, 10)}
    one = make_article(cast.east, begins_on=date(2024, 3, 10), **facts)
    other = make_article(cast.east, begins_on=date(2024, 3, 11), **facts)
    later = make_article(cast.east, begins_on=date(2024, 5, 11), **facts)
    for article in (one, other, later):
        make_field(article, "unit", unit=cast.friend)

    assert list(same_event(one)) == [other]
