from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from ketnghia.agreements.models import Agreement
from ketnghia.overview.calendar import date_lines, turn_lines
from ketnghia.overview.days import friends_days
from ketnghia.overview.home import Home, Item
from ketnghia.overview.words import days_left, days_past
from tests.making import make_agreement, make_commitment, make_exchange, make_unit

TODAY = localdate()
HOME = reverse("overview:home")
QUESTIONS = 22
LIST_QUESTIONS = 14


def running(cast: SimpleNamespace, *, ends_in: int, began: int = 30) -> Agreement:
    since = TODAY - timedelta(days=began)
    return make_agreement(
        cast.province,
        cast.friend,
        signed_on=since,
        starts_on=since,
        ends_on=TODAY + timedelta(days=ends_in),
    )


def lines(cast: SimpleNamespace, key: str, who: str = "minh") -> list[Item]:
    """What a section of somebody's home says."""
    home = Home(getattr(cast, who), today=TODAY)
    return [item for part in home.sections if part.id == key for item in part.items]


def test_a_first_visitor_is_told_where_to_begin(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.minh)

    text = client.get(HOME).content.decode()

    assert reverse("agreements:create") in text
    assert "Chưa có mối quan hệ nào" in text


def test_a_duty_of_the_last_year_is_late_and_leads_to_where_it_is_credited(
    cast: SimpleNamespace,
) -> None:
    paper = running(cast, ends_in=-20, began=300)
    duty = make_commitment(paper, ("training", "at_least", 1), rhythm="over_term").duties.get()

    (item,) = lines(cast, "qua-han")

    assert item.when == "quá 20 ngày"
    assert item.act
    assert item.act.url == duty.get_absolute_url()


def test_a_reader_sees_what_is_late_but_no_act(cast: SimpleNamespace) -> None:
    paper = running(cast, ends_in=-20, began=300)
    make_commitment(paper, ("training", "at_least", 1), rhythm="over_term")

    (item,) = lines(cast, "qua-han", "hoa")

    assert item.act is None


def test_what_was_summed_up_is_late_no_longer(cast: SimpleNamespace) -> None:
    paper = running(cast, ends_in=-20, began=300)
    make_commitment(paper, ("training", "at_least", 1), rhythm="over_term")
    paper.review(on=TODAY)

    assert not lines(cast, "qua-han")
    assert not lines(cast, "chua-tong-ket")


def test_an_ended_paper_asks_for_its_review(cast: SimpleNamespace) -> None:
    paper = running(cast, ends_in=-500, began=900)

    (item,) = lines(cast, "chua-tong-ket")

    assert item.act
    assert item.act.url == reverse("agreements:review", args=[paper.pk])


def test_a_joint_meeting_soon_due_is_planned_with_both_sides_filled_in(
    cast: SimpleNamespace,
) -> None:
    paper = running(cast, ends_in=20)
    make_commitment(paper, ("meeting", "exactly", 1), rhythm="over_term")

    due = lines(cast, "den-han")

    assert due[0].act
    assert due[0].act.url.startswith(reverse("exchanges:create"))
    assert f"host={cast.province.pk}" in due[0].act.url


def test_an_ended_signatory_of_a_living_paper_leads_to_the_successor_desk(
    cast: SimpleNamespace,
) -> None:
    paper = running(cast, ends_in=200)
    cast.province.ended_on = TODAY - timedelta(days=5)
    cast.province.save()

    (item,) = lines(cast, "ben-ky")

    assert item.act
    assert item.act.url == reverse("agreements:inherit", args=[paper.parties.first().pk])


def test_a_tie_is_quiet_after_a_year_without_record(cast: SimpleNamespace) -> None:
    running(cast, ends_in=200, began=400)

    (item,) = lines(cast, "lang")
    assert item.tie
    assert item.tie.right == cast.friend

    make_exchange(cast.friend, cast.province, on=TODAY - timedelta(days=10))
    assert not lines(cast, "lang")


def test_the_turn_is_ours_when_the_friend_hosted_last(cast: SimpleNamespace) -> None:
    paper = running(cast, ends_in=200)
    make_commitment(paper, ("meeting", "exactly", 1), wording="Gặp nhau, hai bên luân phiên")
    make_exchange(cast.friend, cast.province, on=TODAY - timedelta(days=400))

    (line,) = turn_lines(Home(cast.minh, today=TODAY))

    assert line.is_ours
    assert line.last.startswith("Bạn")


def test_days_the_friend_keeps_stand_in_the_calendar(cast: SimpleNamespace) -> None:
    make_agreement(cast.province, cast.friend)
    days = date_lines(Home(cast.minh, today=date(2026, 11, 24)))

    assert [(line.on, line.title) for line in days[:1]] == [(date(2026, 12, 2), "Quốc khánh Lào")]
    assert friends_days(["CN"], today=date(2026, 12, 30), within=30)[0].on == date(2027, 1, 18)


def test_days_are_told_as_officers_say_them() -> None:
    today = date(2025, 11, 17)

    assert days_left(date(2025, 12, 12), today) == "12/12, còn 25 ngày"
    assert days_left(today, today) == "hạn hôm nay"
    assert days_past(date(2025, 9, 30), today) == "quá 48 ngày"
    assert days_past(date(2024, 12, 11), today) == "quá 11 tháng"


@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize(
    ("name", "questions"), [("home", QUESTIONS), ("relations", LIST_QUESTIONS)]
)
def test_lists_ask_the_same_number_of_questions_whatever_they_hold(
    client: Client,
    cast: SimpleNamespace,
    django_assert_num_queries: DjangoAssertNumQueries,
    times: int,
    name: str,
    questions: int,
) -> None:
    for number in range(times):
        friend = make_unit(f"Tỉnh đoàn Mường {number}", country="LA")
        since = TODAY - timedelta(days=30)
        paper = make_agreement(
            cast.province,
            friend,
            signed_on=since,
            starts_on=since,
            ends_on=TODAY + timedelta(days=20),
        )
        make_commitment(paper, ("meeting", "exactly", 1), wording="Hai bên luân phiên gặp nhau")
        make_exchange(friend, cast.province, on=TODAY - timedelta(days=400))
    client.force_login(cast.minh)
    client.get(reverse(f"overview:{name}"))

    with django_assert_num_queries(questions):
        client.get(reverse(f"overview:{name}"))


def test_the_list_of_relations_is_searched_filtered_and_exported(
    client: Client, cast: SimpleNamespace
) -> None:
    make_agreement(cast.province, cast.friend, ends_on=TODAY + timedelta(days=99))
    make_agreement(cast.province, cast.elsewhere, ends_on=TODAY + timedelta(days=99))
    make_exchange(cast.elsewhere, cast.province, on=TODAY - timedelta(days=3))
    client.force_login(cast.minh)
    address = reverse("overview:relations")

    def named(**query: str) -> list[str]:
        listing = client.get(address, query).context["listing"]
        return [tie.right.name for tie in listing.rows]

    assert named(q="muong xa") == ["Tỉnh đoàn Mường Xa"]
    assert named(shape="taut") == ["Tỉnh đoàn Nam Hải"]
    assert named(sort="-right") == ["Tỉnh đoàn Nam Hải", "Tỉnh đoàn Mường Xa"]
    exported = client.get(address, {"export": "csv"}).content.decode("utf-8-sig")
    assert "Tỉnh đoàn Mường Xa" in exported


def test_search_finds_without_marks_and_only_what_may_be_seen(
    client: Client, cast: SimpleNamespace
) -> None:
    make_agreement(cast.province, cast.friend, title="Biên bản của Đông Sơn")
    client.force_login(cast.minh)
    seen = client.get(reverse("overview:search"), {"q": "bien ban dong son"}).content.decode()
    client.force_login(cast.stranger)
    hidden = client.get(reverse("overview:search"), {"q": "bien ban dong son"}).content.decode()

    assert "Biên bản của Đông Sơn" in seen
    assert "Biên bản của Đông Sơn" not in hidden
