from __future__ import annotations

import re
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from ketnghia.units.models import Level, Succession, Unit
from ketnghia.units.operations import add_name, succeed
from tests.making import make_seat, make_unit, make_user

DAY = date(2025, 7, 1)
HTMX = {"HX-Request": "true"}


@pytest.fixture
def page(client: Client, cast: SimpleNamespace) -> Client:
    """Somebody who administers the centre is at the desk."""
    keeper = make_user("trung-uong")
    make_seat(keeper, cast.centre, "administrator")
    client.force_login(keeper)
    return client


def text(client: Client, name: str, *args: int, **asked: object) -> str:
    return client.get(reverse(name, args=args), asked).content.decode()


def merged(cast: SimpleNamespace) -> Succession:
    return succeed(
        kind="merged",
        on=DAY,
        legal_basis="NQ 202",
        predecessors=[cast.province, cast.elsewhere],
        new_name="Tỉnh đoàn Đông Nam",
    )


def test_the_tree_is_the_one_of_the_day(page: Client, cast: SimpleNamespace) -> None:
    merged(cast)

    now = text(page, "units:tree", duoi=cast.centre.pk, ngay="2025-07-01")
    before = text(page, "units:tree", duoi=cast.centre.pk, ngay="30/6/2025")

    assert ("Tỉnh đoàn Đông Nam" in now, "Tỉnh đoàn Nam Hải" in now) == (True, False)
    assert ("Tỉnh đoàn Đông Nam" in before, "Tỉnh đoàn Nam Hải" in before) == (False, True)


def test_an_unreadable_day_shows_the_tree_of_today(page: Client, cast: SimpleNamespace) -> None:
    assert "Cây đơn vị hôm nay" in text(page, "units:tree", ngay="hôm nào")


@pytest.mark.parametrize("number", [1, 3])
def test_a_branch_costs_the_same_for_one_and_for_three(
    page: Client, cast: SimpleNamespace, django_assert_num_queries, number: int
) -> None:
    top = make_unit("Đỉnh", level=Level.CENTRAL)
    for order in range(number):
        make_unit(f"Tỉnh đoàn {order}", parent=top)

    with django_assert_num_queries(6):
        page.get(reverse("units:tree"), {"duoi": top.pk})


@pytest.mark.parametrize("number", [1, 3])
def test_finding_costs_the_same_for_one_and_for_three(
    page: Client, cast: SimpleNamespace, django_assert_num_queries, number: int
) -> None:
    for order in range(number):
        old = make_unit(f"Huyện đoàn Kim Bảng {order}")
        new = make_unit(f"Đoàn phường {order}")
        succeed(kind="absorbed", on=DAY, legal_basis="QĐ", predecessors=[old], successors=[new])

    with django_assert_num_queries(5):
        page.get(reverse("units:find"), {"q": "kim bang"}, headers=HTMX)


def test_an_ended_unit_is_found_with_where_it_went(page: Client, cast: SimpleNamespace) -> None:
    merged(cast)

    options = page.get(reverse("units:find"), {"q": "nam hai"}, headers=HTMX).content.decode()

    assert "Tỉnh đoàn Nam Hải" in options
    assert "kết thúc 1/7/2025, nay: Tỉnh đoàn Đông Nam" in " ".join(options.split())


def test_the_best_name_comes_first(page: Client, cast: SimpleNamespace) -> None:
    commune = make_unit("Đoàn xã Nam Hải", level=Level.BASE, parent=cast.east)
    gone = make_unit("Tỉnh đoàn Nam Hải Cũ")
    succeed(kind="ended", on=DAY, legal_basis="QĐ", predecessors=[gone])
    add_name(cast.elsewhere, name="Nam Hải", form="short")

    assert list(Unit.objects.ranked("nam hai")) == [cast.elsewhere, commune, gone]


def test_a_unit_tells_its_life_and_its_heirs(page: Client, cast: SimpleNamespace) -> None:
    merged(cast)

    shown = text(page, "units:detail", cast.province.pk)

    assert "Hợp nhất thành Tỉnh đoàn Đông Nam" in shown
    assert "NQ 202" in shown
    assert "Kết thúc hoạt động từ 1/7/2025" in shown


def typed(cast: SimpleNamespace, **changed: object) -> dict[str, object]:
    return {
        "predecessors": [cast.province.pk, cast.elsewhere.pk],
        "new_name": "Tỉnh đoàn Đông Nam",
        "kind": "merged",
        "on": "1/7/2025",
        "legal_basis": "NQ 202",
    } | changed


def test_a_succession_is_shown_before_it_is_saved(page: Client, cast: SimpleNamespace) -> None:
    looked = page.post(reverse("units:succeed"), typed(cast, look="1")).content.decode()

    assert "Minh, Cán bộ nhập liệu ở Tỉnh đoàn Đông Sơn" in looked
    assert "2 đơn vị trực thuộc" in looked
    assert not Succession.objects.exists()

    page.post(reverse("units:succeed"), typed(cast, save="1"))

    new = Succession.objects.get().successors.get()
    assert (new.name, new.began_on) == ("Tỉnh đoàn Đông Nam", DAY)


@pytest.mark.parametrize("step", ["look", "save"])
@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"on": "31/2/2025"}, "không có ngày"),
        ({"on": ""}, "bắt buộc"),
        ({"legal_basis": ""}, "bắt buộc"),
        ({"kind": "split"}, "Chia tách cần"),
        ({"predecessors": []}, "Tìm rồi chọn ít nhất một đơn vị"),
        ({"new_name": ""}, "Hợp nhất cần"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    page: Client, cast: SimpleNamespace, step: str, wrong: dict[str, object], sentence: str
) -> None:
    kept = {"legal_basis": "NQ 202/2025/QH15"} | wrong

    shown = page.post(reverse("units:succeed"), typed(cast, **kept, **{step: "1"}))

    assert sentence in shown.content.decode()
    assert str(kept["legal_basis"]) in shown.content.decode()
    assert not Succession.objects.exists()


def test_searching_in_the_wizard_keeps_what_was_typed(page: Client, cast: SimpleNamespace) -> None:
    shown = page.post(
        reverse("units:succeed"), typed(cast, find="1", **{"tim-moi": "tay ha"})
    ).content.decode()

    assert "Đoàn xã Tây Hà" in shown
    assert 'value="NQ 202"' in shown
    assert shown.count("checked") == 3  # both units and the kind
    assert "bắt buộc" not in shown.replace("không bắt buộc", "")


def test_one_cannot_end_units_one_does_not_keep(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.quan)

    shown = client.post(reverse("units:succeed"), typed(cast, save="1"))

    assert shown.status_code == 200
    assert not Succession.objects.exists()


def test_an_administrator_undoes_a_succession(page: Client, cast: SimpleNamespace) -> None:
    page.post(reverse("units:succeed"), typed(cast, save="1"))
    succession = Succession.objects.get()
    assert "Hoàn tác" in text(page, "units:detail", cast.province.pk)

    page.post(reverse("units:undo_succession", args=[succession.pk]))

    assert not Succession.objects.exists()
    assert set(Unit.objects.below(cast.province, on=DAY)) == {cast.east, cast.west}


def test_a_unit_is_founded_below_ones_own(page: Client, cast: SimpleNamespace) -> None:
    typed = {"name": "Chi đoàn thôn 1", "kind": "union", "level": "base", "country": "VN"}
    refused = page.post(reverse("units:found"), typed).content.decode()
    assert "phải trực thuộc" in refused

    page.post(reverse("units:found"), typed | {"parent": cast.east.pk, "on": "2/9/2025"})

    unit = Unit.objects.get(name="Chi đoàn thôn 1")
    assert (unit.began_on, unit.standings.get().parent) == (date(2025, 9, 2), cast.east)


def test_the_desk_renames_moves_and_names(page: Client, cast: SimpleNamespace) -> None:
    desk = reverse("units:edit", args=[cast.east.pk])
    day = {"on": "1/7/2025"}

    page.post(desk, {"rename": "1", "rename-name": "Đoàn phường Đông Hà", "rename-on": "1/7/2025"})
    page.post(desk, {"move": "1", "move-parent": cast.elsewhere.pk, "move-on": day["on"]})
    page.post(
        desk, {"name": "1", "name-name": "ĐP Đông Hà", "name-form": "alias", "name-language": "vi"}
    )

    cast.east.refresh_from_db()
    assert cast.east.name == "Đoàn phường Đông Hà"
    assert cast.east.standings.last().parent == cast.elsewhere
    assert cast.east in Unit.objects.search("dp dong ha")


def test_a_refused_correction_stays_on_the_page(page: Client, cast: SimpleNamespace) -> None:
    shown = page.post(
        reverse("units:edit", args=[cast.east.pk]),
        {"rename": "1", "rename-name": cast.east.name, "rename-on": "1/7/2025"},
    ).content.decode()

    assert "Tên này đang dùng rồi" in shown


def test_a_seat_is_given_and_ended_but_never_deleted(page: Client, cast: SimpleNamespace) -> None:
    seats = reverse("units:seats", args=[cast.west.pk])
    page.post(seats, {"user": "lan", "role": "reader"})
    seat = cast.west.seats.get()

    page.post(reverse("units:end_seat", args=[seat.pk]))

    seat.refresh_from_db()
    assert seat.valid_until == localdate() - timedelta(days=1)
    assert "đã hết" in page.get(seats).content.decode()
    assert cast.west not in Unit.objects.visible_to(cast.lan)


def test_an_unknown_account_is_said_at_the_field(page: Client, cast: SimpleNamespace) -> None:
    shown = page.post(
        reverse("units:seats", args=[cast.west.pk]), {"user": "ai đó", "role": "reader"}
    )

    assert "Không thấy tài khoản này" in shown.content.decode()


def test_an_invited_person_sits_where_the_link_says(page: Client, cast: SimpleNamespace) -> None:
    typed = {"full_name": "Lý Thị Mai", "email": "mai@example.vn", "role": "officer"}
    shown = page.post(reverse("units:offer_seat", args=[cast.west.pk]), typed).content.decode()
    link = re.search(r"http://testserver(/\S+?)</code>", shown)
    assert "Lý Thị Mai" in text(page, "units:seats", cast.west.pk)

    new = {"full_name": "Lý Thị Mai", "username": "mai", "password": "con-suoi-nho-2026"}
    Client().post(link[1], new)

    seat = cast.west.seats.get()
    assert (seat.user.username, seat.role) == ("mai", "officer")
    assert "hết hạn" not in text(page, "units:seats", cast.west.pk)
