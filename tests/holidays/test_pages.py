from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from ketnghia.holidays.models import Holiday
from ketnghia.holidays.operations import correct_day

YEAR = reverse("holidays:year")
QUESTIONS = 6


def shown(client: Client, **query: str) -> list[tuple[date, str]]:
    listing = client.get(YEAR, query).context["listing"]
    return [(line.on, line.state) for line in listing.rows]


def test_a_year_of_a_country_is_listed_searched_and_exported(
    client: Client, cast: SimpleNamespace
) -> None:
    client.force_login(cast.hoa)

    assert (date(2026, 12, 2), "nghỉ") in shown(client, nam="2026", nuoc="LA")
    assert shown(client, nam="2027", q="quoc khanh lao") == [(date(2027, 12, 2), "nghỉ")]
    exported = client.get(YEAR, {"nam": "2026", "nuoc": "KH", "export": "csv"})
    assert "Lễ hội Nước Campuchia" in exported.content.decode("utf-8-sig")


def test_an_officer_corrects_a_day_and_takes_it_back(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.lan)
    said = {"country": "LA", "on": "2/12/2026", "is_off": "working", "name": "", "paper": "TB 5"}

    answer = client.post(reverse("holidays:correct"), said)

    assert answer["Location"] == f"{YEAR}?nam=2026&nuoc=LA"
    assert (date(2026, 12, 2), "không nghỉ, đã sửa") in shown(client, nam="2026", nuoc="LA")
    client.post(reverse("holidays:withdraw", args=[Holiday.objects.get().pk]))
    assert (date(2026, 12, 2), "nghỉ") in shown(client, nam="2026", nuoc="LA")


def test_a_day_of_the_table_is_corrected_from_its_line(
    client: Client, cast: SimpleNamespace
) -> None:
    client.force_login(cast.lan)
    text = client.get(YEAR, {"nam": "2026", "nuoc": "LA"}).content.decode()

    assert "đến hết năm 2040" in text
    assert "?country=LA&amp;on=2/12/2026&amp;working=1" in text
    asked = {"country": "LA", "on": "2/12/2026", "working": "1"}
    form = client.get(reverse("holidays:correct"), asked).context["form"]
    assert [form[name].value() for name in ("country", "on", "is_off")] == [
        "LA",
        "2/12/2026",
        "working",
    ]


def test_nothing_typed_is_lost_when_a_correction_is_refused(
    client: Client, cast: SimpleNamespace
) -> None:
    client.force_login(cast.lan)
    said = {"country": "CN", "on": "10/6/2026", "is_off": "working", "name": "", "paper": "TB 5"}

    text = client.post(reverse("holidays:correct"), said).content.decode()

    assert "vốn không nghỉ" in text
    assert 'value="TB 5"' in text


@pytest.mark.parametrize("times", [1, 3])
def test_the_list_asks_the_same_number_of_questions(
    client: Client,
    cast: SimpleNamespace,
    django_assert_num_queries: DjangoAssertNumQueries,
    times: int,
) -> None:
    for number in range(times):
        correct_day(country="VN", on=date(2026, 8, 3 + number), is_off=True, name="Nghỉ thêm")
    client.force_login(cast.lan)
    client.get(YEAR, {"nam": "2026"})

    with django_assert_num_queries(QUESTIONS):
        client.get(YEAR, {"nam": "2026"})
