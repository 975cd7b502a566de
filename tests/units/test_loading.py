from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from ketnghia.units.country import read_places
from ketnghia.units.loading import load_units
from ketnghia.units.models import Reach, Standing, Succession, Territory, Unit, UnitName

REFORM = date(2025, 7, 1)
# domain.md §1.6: what each new province was formed from.
MERGED = {
    "Tuyên Quang": {"Hà Giang", "Tuyên Quang"},
    "Lào Cai": {"Yên Bái", "Lào Cai"},
    "Thái Nguyên": {"Bắc Kạn", "Thái Nguyên"},
    "Phú Thọ": {"Vĩnh Phúc", "Hòa Bình", "Phú Thọ"},
    "Bắc Ninh": {"Bắc Giang", "Bắc Ninh"},
    "Hưng Yên": {"Thái Bình", "Hưng Yên"},
    "Hải Phòng": {"Hải Dương", "Hải Phòng"},
    "Ninh Bình": {"Hà Nam", "Nam Định", "Ninh Bình"},
    "Quảng Trị": {"Quảng Bình", "Quảng Trị"},
    "Đà Nẵng": {"Quảng Nam", "Đà Nẵng"},
    "Quảng Ngãi": {"Kon Tum", "Quảng Ngãi"},
    "Gia Lai": {"Bình Định", "Gia Lai"},
    "Khánh Hòa": {"Ninh Thuận", "Khánh Hòa"},
    "Lâm Đồng": {"Đắk Nông", "Bình Thuận", "Lâm Đồng"},
    "Đắk Lắk": {"Phú Yên", "Đắk Lắk"},
    "Hồ Chí Minh": {"Bà Rịa - Vũng Tàu", "Bình Dương", "Hồ Chí Minh"},
    "Đồng Nai": {"Bình Phước", "Đồng Nai"},
    "Tây Ninh": {"Long An", "Tây Ninh"},
    "Cần Thơ": {"Sóc Trăng", "Hậu Giang", "Cần Thơ"},
    "Vĩnh Long": {"Bến Tre", "Trà Vinh", "Vĩnh Long"},
    "Đồng Tháp": {"Tiền Giang", "Đồng Tháp"},
    "Cà Mau": {"Bạc Liêu", "Cà Mau"},
    "An Giang": {"Kiên Giang", "An Giang"},
}
UNCHANGED = {
    "Hà Nội",
    "Huế",
    "Cao Bằng",
    "Điện Biên",
    "Hà Tĩnh",
    "Lai Châu",
    "Lạng Sơn",
    "Nghệ An",
    "Quảng Ninh",
    "Sơn La",
    "Thanh Hóa",
}


@pytest.fixture
def loaded(db: None) -> None:
    load_units()


def place_of(unit: Unit) -> str:
    assert unit.territory is not None
    return unit.territory.name


def test_the_table_holds_the_whole_country_of_both_eras() -> None:
    assert Counter((place.era, place.tier) for place in read_places()) == {
        ("old", "province"): 63,
        ("old", "district"): 696,
        ("old", "commune"): 10_035,
        ("new", "province"): 34,
        ("new", "commune"): 3_321,
    }


def test_every_old_place_is_somewhere_now() -> None:
    assert [place for place in read_places() if place.era == "old" and not place.became] == []


def test_twenty_three_provinces_were_formed_by_merger(loaded: None) -> None:
    merged = {
        place_of(succession.successors.get()): {
            place_of(unit) for unit in succession.predecessors.all()
        }
        for succession in Succession.objects.filter(kind="merged")
    }

    assert merged == MERGED


def test_eleven_provinces_keep_their_identity(loaded: None) -> None:
    kept = Unit.objects.filter(code__startswith="vn-p-", ended_on=None)

    assert {place_of(unit) for unit in kept} == UNCHANGED


def test_a_merged_union_is_a_new_one_also_with_the_old_name(loaded: None) -> None:
    old, new = Unit.objects.filter(name="Tỉnh đoàn Ninh Bình").order_by("pk")[:2]

    assert {(u.began_on, u.ended_on) for u in (old, new)} == {(None, REFORM), (REFORM, None)}


def test_hue_was_renamed_and_stayed_itself(loaded: None) -> None:
    hue = Unit.objects.get(code="vn-p-46")

    assert hue.name_on(date(2024, 12, 31)) == "Tỉnh đoàn Thừa Thiên Huế"
    assert hue.name_on(date(2025, 1, 1)) == "Thành đoàn Huế"


def test_district_unions_ended_with_the_district_level(loaded: None) -> None:
    districts = Standing.objects.filter(level="district", unit__country="VN")

    assert set(districts.values_list("unit__ended_on", flat=True)) == {REFORM}


def test_partners_abroad_are_found_in_every_spelling(loaded: None) -> None:
    for words in ("savannakhet", "xa van na khet", "ສະຫວັນນະເຂດ"):
        assert "la-savannakhet" in Unit.objects.search(words).values_list("code", flat=True)


def test_loading_twice_doubles_nothing(loaded: None) -> None:
    models = [Unit, UnitName, Standing, Succession, Territory, Reach]
    before = [model.objects.count() for model in models]

    assert load_units() == 0
    assert [model.objects.count() for model in models] == before


def test_communes_come_with_what_they_were(db: None) -> None:
    load_units()
    load_units(communes=True)
    thach_lac = Unit.objects.get(name="Đoàn xã Thạch Lạc", ended_on=None)
    thanh_liem = Unit.objects.get(name="Huyện đoàn Thanh Liêm")

    olds = Unit.objects.filter(successions_out__successors=thach_lac)
    heirs = Unit.objects.filter(successions_in__predecessors=thanh_liem)

    assert "Đoàn xã Tượng Sơn" in olds.values_list("name", flat=True)
    assert "Đoàn xã Liêm Hà" in heirs.values_list("name", flat=True)
    assert load_units(communes=True) == 0
