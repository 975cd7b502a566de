"""The register keeps names of their day, refuses what cannot be, and never counts twice."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError

from ketnghia.commendations.models import Award, Decision
from ketnghia.commendations.operations import (
    add_recipients,
    correct_award,
    name_in,
    read_recipients,
    record_count,
    remove_award,
    set_ceremony,
)
from ketnghia.commendations.received import of_person, of_unit
from ketnghia.people.operations import add_post, merge, new_person
from ketnghia.units.operations import rename, succeed
from tests.commendations.making import honour, make_award, make_decision, to_person, to_unit
from tests.making import make_unit

ON = date(2026, 3, 20)


def test_names_and_titles_stay_those_of_the_day(cast: SimpleNamespace) -> None:
    an = new_person("Nguyễn Văn An")
    add_post(an, title="Bí thư Đoàn xã Đông Hà", valid_until=date(2026, 6, 30))
    add_post(an, title="Phó Bí thư Tỉnh đoàn", valid_from=date(2026, 7, 1))
    decision = make_decision(cast.province, to_unit(cast.east), to_person("Nguyễn Văn An"))

    rename(cast.east, name="Đoàn phường Đông Hà", on=date(2026, 8, 1))

    unit, person = decision.awards.order_by("order")
    assert (unit.name, unit.unit) == ("Đoàn xã Đông Hà", cast.east)
    assert (person.name, person.title, person.person) == (
        "Nguyễn Văn An",
        "Bí thư Đoàn xã Đông Hà",
        an,
    )


def test_lists_are_read_by_the_names_of_the_day(cast: SimpleNamespace) -> None:
    twin = make_unit("Đoàn xã Đông Hà", parent=cast.elsewhere)
    rename(cast.west, name="Đoàn phường Tây Hà", on=date(2026, 5, 1))

    found = read_recipients(
        units="Đoàn xã Đông Hà\nDoan xa Tay Ha\nChi đoàn Chợ",
        persons="Lê Thị Bình, Bí thư Đoàn xã Tây Hà",
        issuer=cast.province,
        on=ON,
    )

    assert [(one.name, one.unit, one.of_unit) for one in found] == [
        ("Đoàn xã Đông Hà", cast.east, None),
        ("Doan xa Tay Ha", cast.west, None),
        ("Chi đoàn Chợ", None, None),
        ("Lê Thị Bình", None, cast.west),
    ]
    assert twin not in {one.unit for one in found}


def test_a_name_two_units_have_is_tied_to_neither(cast: SimpleNamespace) -> None:
    make_unit("Đoàn xã Chợ", parent=cast.province)
    make_unit("Đoàn xã Chợ", parent=cast.province)

    [one] = read_recipients(units="Đoàn xã Chợ", persons="", issuer=cast.province, on=ON)

    assert one.unit is None


def test_foreign_units_and_people_are_honoured_too(cast: SimpleNamespace) -> None:
    decision = make_decision(
        cast.province, to_unit(cast.friend), to_person("Phoulamphone Xihavong", of=cast.friend)
    )

    assert of_unit(cast.friend, cast.minh).lead == "1 lượt khen, gần nhất 20/3/2026."
    person = decision.awards.get(kind="person").person
    assert [award.decision for award in of_person(person, cast.minh).awards] == [decision]


def test_what_a_unit_took_over_is_shown_by_the_name_of_its_time(cast: SimpleNamespace) -> None:
    make_award(cast.province, cast.east)
    make_award(cast.province, cast.west, on=date(2025, 3, 20))
    succession = succeed(
        kind="merged",
        on=date(2026, 9, 1),
        legal_basis="Nghị quyết",
        predecessors=[cast.east, cast.west],
        new_name="Đoàn xã Hà",
    )
    new = succession.successors.get()

    received = of_unit(new, cast.minh)

    assert [a.name for a in received.awards] == ["Đoàn xã Đông Hà", "Đoàn xã Tây Hà"]
    assert all(received.is_inherited(award) for award in received.awards)
    assert of_unit(cast.east, cast.minh).is_inherited(received.awards[0]) is False


@pytest.mark.parametrize(
    ("facts", "refused"),
    [
        ({"on": date(2099, 1, 1)}, "Ngày ký chưa tới"),
        ({"given": "base-giay-khen"}, "không ở cấp tặng"),
        ({"given": "medal"}, "Chỉ cá nhân"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    cast: SimpleNamespace, facts: dict[str, object], refused: str
) -> None:
    giver = cast.centre if facts.get("given") == "medal" else cast.province
    given = honour(str(facts.pop("given", "provincial-giay-khen")))

    with pytest.raises(ValidationError, match=refused):
        make_decision(giver, to_unit(cast.east), given=given, **facts)  # type: ignore[arg-type]

    assert not Decision.objects.exists()


def test_a_paper_is_in_one_register_once_and_honours_nobody_twice(cast: SimpleNamespace) -> None:
    make_decision(cast.province, to_unit(cast.east), number="1-QĐ/TĐTN")

    with pytest.raises(ValidationError, match="đã có trong sổ"):
        make_decision(cast.province, to_unit(cast.west), number="1-QĐ/TĐTN")
    with pytest.raises(ValidationError, match="Đông Hà đã có trong sổ theo Quyết định số 1"):
        make_decision(cast.province, to_unit(cast.east), number="1-QĐ/TĐTN", keeper=cast.east)

    assert Award.objects.count() == 1


def test_only_the_own_register_is_written(cast: SimpleNamespace) -> None:
    with pytest.raises(ValidationError, match="sổ của đơn vị mình"):
        make_decision(cast.province, to_unit(cast.east), by=cast.lan)

    kept = make_decision(cast.province, to_unit(cast.east), by=cast.lan, keeper=cast.east)

    assert (kept.keeper, kept.unit, kept.is_own) == (cast.east, cast.province, False)


def test_a_medal_is_given_once_in_a_life_whatever_the_spelling(cast: SimpleNamespace) -> None:
    medal = honour("medal")
    make_decision(cast.centre, to_person("Nguyễn Văn An", of=cast.east), given=medal)

    with pytest.raises(
        ValidationError, match="đã được tặng Kỷ niệm chương “Vì thế hệ trẻ” ngày 20/3"
    ):
        make_decision(cast.centre, to_person("nguyen van an"), given=medal, on=date(2026, 4, 1))

    an = Award.objects.get().person
    other = new_person("Nguyễn Văn Ann")
    make_decision(
        cast.centre, to_person("Nguyễn Văn Ann", of=cast.east), given=medal, on=date(2026, 4, 1)
    )
    merge(an, other=other)
    assert of_person(an, cast.quan).doubled == [medal.name]
    assert Award.objects.filter(person=an).count() == 2


def test_a_medal_taken_back_may_be_given_again(cast: SimpleNamespace) -> None:
    medal = honour("medal")
    award = make_decision(cast.centre, to_person("Nguyễn Văn An"), given=medal).awards.get()

    award.revoke(on=date(2026, 5, 1), why="Kê khai gian dối", by=cast.quan)
    make_decision(cast.centre, to_person("Nguyễn Văn An"), given=medal, on=date(2026, 6, 1))

    assert Award.objects.standing().count() == 1


def test_taking_back_keeps_the_line_with_its_reason(cast: SimpleNamespace) -> None:
    award = make_award(cast.province, cast.east)

    with pytest.raises(ValidationError, match="sau ngày khen"):
        award.revoke(on=date(2026, 1, 1), why="Kê khai gian dối", by=cast.quan)
    award.revoke(on=date(2026, 5, 1), why="Kê khai gian dối", basis="Luật TĐKT", by=cast.quan)

    assert (award.revoked_why, award.revoked_basis) == ("Kê khai gian dối", "Luật TĐKT")
    with pytest.raises(ValidationError, match="đã thu hồi rồi"):
        award.revoke(on=date(2026, 5, 1), why="Lần nữa", by=cast.quan)


def test_names_found_later_lie_in_the_number(cast: SimpleNamespace) -> None:
    count = record_count(
        keeper=cast.province,
        kind="collective",
        number=2,
        on=ON,
        givers=[cast.centre, cast.province],
        by=cast.minh,
    )
    assert (count.told, count.issuer, count.unnamed) == ("2 tập thể", None, 2)

    name_in(count, recipients=[to_unit(cast.east)], by=cast.minh)
    assert (count.unnamed, str(count.named.get())) == (1, "Đoàn xã Đông Hà")

    with pytest.raises(ValidationError, match="Nguồn nói 2 tập thể, còn 1 chưa có tên"):
        name_in(count, recipients=[to_unit(cast.west), to_unit(cast.friend)], by=cast.minh)
    with pytest.raises(ValidationError, match="Bỏ các tên ấy trước"):
        remove_award(count)


def test_a_number_with_room_takes_more_names(cast: SimpleNamespace) -> None:
    count = record_count(
        keeper=cast.province,
        kind="collective",
        number=1,
        bound="over",
        on=ON,
        givers=[cast.province],
        by=cast.minh,
    )

    name_in(count, recipients=[to_unit(cast.east), to_unit(cast.west)], by=cast.minh)

    assert (count.told, count.issuer, count.unnamed) == ("trên 1 tập thể", cast.province, 0)


def test_a_line_is_mended_and_put_into_a_number(cast: SimpleNamespace) -> None:
    count = record_count(
        keeper=cast.province, kind="collective", number=1, on=ON, givers=[cast.centre], by=None
    )
    award = make_award(cast.province, cast.east)

    correct_award(award, name="Đoàn xã Đông Hà (cũ)", reason="Hiến máu", part_of=count)
    other = make_award(cast.province, cast.west)
    with pytest.raises(ValidationError, match="còn 0 chưa có tên"):
        correct_award(other, name=other.name, part_of=count)

    assert (award.name, award.unit, award.reason) == ("Đoàn xã Đông Hà (cũ)", None, "Hiến máu")
    assert "hien mau" in award.search_text


def test_a_list_grows_and_is_handed_over_on_one_day(cast: SimpleNamespace) -> None:
    decision = make_decision(cast.province, to_unit(cast.east))

    add_recipients(decision, recipients=[to_unit(cast.west)], takes_numbers=True, by=cast.minh)
    with pytest.raises(ValidationError, match="từ ngày ký"):
        set_ceremony(decision, on=date(2026, 3, 1))
    set_ceremony(decision, on=date(2026, 3, 26))

    lines = decision.awards.order_by("order").values_list("name", "certificate", "ceremony_on")
    assert list(lines) == [
        ("Đoàn xã Đông Hà", "1", date(2026, 3, 26)),
        ("Đoàn xã Tây Hà", "2", date(2026, 3, 26)),
    ]
