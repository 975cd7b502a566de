"""Days proposed for a meeting steer clear of what both countries keep and what both sides have."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from ketnghia.exchanges.dates import Asked, Dates
from ketnghia.exchanges.models import Exchange, Participation
from ketnghia.exchanges.windows import Span
from ketnghia.holidays.operations import correct_day
from ketnghia.units.models import Unit
from tests.making import make_exchange, make_unit

TODAY = date(2026, 11, 25)
DUE = date(2027, 1, 20)
QUESTIONS = 7


def looked_for(cast: SimpleNamespace, *units: Unit, **asked: object) -> Dates:
    asked = {"units": units or (cast.province, cast.friend), **asked}
    return Dates(Asked(**asked), user=cast.minh, today=TODAY)  # type: ignore[arg-type]


def typed(first: date, last: date | None = None) -> Span:
    return Span(first, last or first)


def planned(host: Unit, guest: Unit, on: date) -> Exchange:
    exchange = make_exchange(host, guest)
    exchange.title, exchange.begins_on, exchange.ends_on = "Đón đoàn", on, on
    exchange.state = Exchange.State.PLANNED
    exchange.save()
    return exchange


def test_days_off_of_both_countries_are_steered_clear_of(cast: SimpleNamespace) -> None:
    found = looked_for(cast)

    assert found.country_names == "Việt Nam và Lào"
    assert date(2027, 4, 14) in found.taken  # Bunpimay
    assert date(2027, 2, 6) in found.taken  # Tết
    assert date(2027, 3, 26) in found.taken  # the union's own day
    assert date(2027, 4, 14) not in looked_for(cast, cast.province, cast.elsewhere).taken
    assert all(not set(one.span.days) & found.taken.keys() for one in found.proposed)


def test_the_reason_tells_the_time_to_prepare_the_turn_and_the_day_beside(
    cast: SimpleNamespace,
) -> None:
    found = looked_for(cast, due_on=DUE)

    first = found.proposed[0]
    assert first.words == "Thứ Năm, 24/12/2026"
    assert first.why.split("; ") == [
        "còn 29 ngày chuẩn bị",
        "trước hạn 27 ngày",
        "sau Ngày thành lập Quân đội (22/12) 2 ngày",
    ]
    assert all(one.span.last <= DUE for one in found.proposed)
    assert all("ngày chuẩn bị" in one.why for one in found.proposed)
    assert all("trước hạn" in one.why for one in found.proposed)


def test_meetings_both_units_have_are_steered_clear_of_through_successions(
    cast: SimpleNamespace,
) -> None:
    asked = looked_for(cast)
    first = asked.proposed[0].span.first
    planned(cast.province, cast.elsewhere, first)

    again = looked_for(cast)

    assert first in again.taken
    assert again.proposed[0].span.first != first


def test_a_typed_day_is_warned_of_and_never_refused(cast: SimpleNamespace) -> None:
    planned(cast.province, cast.elsewhere, date(2026, 12, 3))

    def warned(first: date, last: date | None = None, **asked: object) -> list[str]:
        return looked_for(cast, typed=typed(first, last), **asked).warnings

    assert warned(date(2026, 12, 2)) == ["2/12/2026 là Quốc khánh Lào, ngày nghỉ."]
    assert warned(date(2027, 4, 13), date(2027, 4, 16)) == [
        "16/4/2027 là Giỗ Tổ Hùng Vương, ngày nghỉ.",
        "14–16/4/2027 là Tết Bunpimay, ngày nghỉ.",
    ]
    assert warned(date(2027, 3, 26)) == ["26/3/2027 là Ngày thành lập Đoàn."]
    assert warned(date(2027, 2, 2)) == ["2/2/2027 rơi vào tuần trước Tết Nguyên đán."]
    assert warned(date(2026, 12, 5)) == ["5/12/2026 là thứ Bảy."]
    assert warned(date(2026, 12, 5), on_weekends=True) == []
    assert warned(date(2026, 12, 3)) == ["Tỉnh đoàn Đông Sơn đã có “Đón đoàn”, 3/12/2026."]
    assert warned(date(2026, 12, 8)) == []
    assert warned(date(2020, 12, 2)) == []


def test_a_day_after_the_day_of_the_turn_is_warned_of(cast: SimpleNamespace) -> None:
    found = looked_for(cast, typed=typed(date(2027, 1, 26)), due_on=DUE)

    assert found.warnings == ["Sau hạn của lượt này, 20/1/2027."]


def test_what_another_may_not_see_is_steered_clear_of_but_not_told(
    cast: SimpleNamespace,
) -> None:
    first = looked_for(cast).proposed[0].span.first
    planned(cast.friend, cast.elsewhere, first)

    found = looked_for(cast, typed=typed(first))

    assert first in found.taken
    assert found.warnings == []


def test_a_corrected_day_off_counts_at_once(cast: SimpleNamespace) -> None:
    first = looked_for(cast).proposed[0].span.first
    correct_day(country="LA", on=first, is_off=True, name="Nghỉ thêm")

    assert looked_for(cast).proposed[0].span.first != first


def test_a_meeting_being_moved_is_not_in_its_own_way(cast: SimpleNamespace) -> None:
    exchange = planned(cast.province, cast.friend, date(2026, 12, 8))

    found = looked_for(cast, typed=typed(date(2026, 12, 8)), besides=exchange)

    assert found.warnings == []


# ------------------------------------------------------------------ on the page


def test_the_form_proposes_days_as_links_that_fill_it(
    client: Client, cast: SimpleNamespace
) -> None:
    client.force_login(cast.minh)
    address = reverse("exchanges:create")
    asked = {"host": cast.province.pk, "guest": cast.friend.pk, "title": "Hội đàm"}

    picks = client.get(address, asked).context["picks"]
    filled = client.get(f"{address}{picks[0][1]}")

    assert len(picks) == 3
    assert filled.context["form"]["begins_on"].value() == picks[0][0].first
    assert filled.context["form"]["title"].value() == "Hội đàm"
    assert filled.context["dates"].warnings == []


def test_the_part_alone_answers_the_script(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.minh)
    asked = {"host": cast.province.pk, "guest": cast.friend.pk, "begins_on": "2/12/2099"}
    asked["begins_on"] = f"2/12/{localdate().year + 1}"

    text = client.get(
        reverse("exchanges:dates"), asked, headers={"HX-Request": "true"}
    ).content.decode()

    assert "Quốc khánh Lào, ngày nghỉ." in text
    assert "<html" not in text
    assert "Tính cả cuối tuần" in text


@pytest.mark.parametrize("asked", [{}, {"host": "x"}, {"host": "1", "begins_on": "31/2/2026"}])
def test_without_two_units_the_part_asks_for_them(
    client: Client, cast: SimpleNamespace, asked: dict[str, str]
) -> None:
    client.force_login(cast.minh)

    text = client.get(reverse("exchanges:dates"), asked).content.decode()

    assert "Chọn hai bên" in text


def test_a_typed_day_that_clashes_is_recorded_and_told_on_its_page(
    client: Client, cast: SimpleNamespace
) -> None:
    client.force_login(cast.minh)
    day = date(localdate().year + 1, 12, 2)
    sent = {
        "kind": "talks",
        "title": "Hội đàm",
        "host": str(cast.province.pk),
        "guest": str(cast.friend.pk),
        "begins_on": f"{day:%d/%m/%Y}",
    }

    answer = client.post(reverse("exchanges:create"), sent)

    assert "là Quốc khánh Lào, ngày nghỉ." in client.get(answer["Location"]).content.decode()


def test_moving_a_planned_meeting_proposes_days_too(client: Client, cast: SimpleNamespace) -> None:
    exchange = planned(cast.province, cast.friend, localdate() + timedelta(days=50))
    client.force_login(cast.minh)
    address = reverse("exchanges:edit", args=[exchange.pk])

    shown = client.get(address)
    filled = client.get(f"{address}{shown.context['picks'][0][1]}")

    assert shown.context["besides"] == exchange
    assert filled.context["form"]["begins_on"].value() == shown.context["picks"][0][0].first
    assert client.get(reverse("exchanges:dates"), {"exchange": exchange.pk}).context["picks"]


@pytest.mark.parametrize("times", [1, 3])
def test_looking_for_days_asks_the_same_number_of_questions(
    cast: SimpleNamespace, django_assert_num_queries: DjangoAssertNumQueries, times: int
) -> None:
    for number in range(times):
        other = make_unit(f"Tỉnh đoàn Bạn {number}")
        exchange = planned(cast.province, other, date(2026, 12, 8 + number))
        Participation.objects.create(exchange=exchange, unit=cast.friend, role="guest")

    with django_assert_num_queries(QUESTIONS):
        found = looked_for(cast, typed=typed(date(2026, 12, 8)))
        assert found.warnings
        assert found.proposed
