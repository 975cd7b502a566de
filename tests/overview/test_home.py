from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.models import Series
from ketnghia.overview.calendar import date_lines
from ketnghia.overview.home import Home, Item
from ketnghia.overview.words import days_left, days_past
from ketnghia.rotations.operations.orders import set_order
from tests.making import make_agreement, make_commitment, make_exchange, make_unit

TODAY = localdate()
HOME = reverse("overview:home")
QUESTIONS = 39
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
    assert item.act.url == reverse("reviews:agreement_begin", args=[paper.pk])


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


def alternating(cast: SimpleNamespace, *, ends_in: int = 200, last: int = 400) -> Agreement:
    """A paper under which both sides take turns; the friend hosted last, so many days ago."""
    paper = running(cast, ends_in=ends_in, began=max(last, 30))
    held = make_exchange(cast.friend, cast.province, on=TODAY - timedelta(days=last))
    held.agreement = paper
    held.save()
    on = TODAY - timedelta(days=last)
    set_order(
        agreement=paper,
        hosts=[cast.friend, cast.province],
        since=on.year,
        due=(on.month, min(on.day, 28)),
    )
    return paper


def test_the_turn_is_ours_when_the_friend_hosted_last(cast: SimpleNamespace) -> None:
    alternating(cast)

    (line,) = Home(cast.minh, today=TODAY).turns.whose()

    assert line.is_ours
    assert line.title == "Tỉnh đoàn Mường Xa"
    assert line.last.startswith("Bạn")
    assert line.next.startswith("Ta")


def test_a_turn_past_its_day_is_late_and_leads_to_the_plan_with_both_sides(
    cast: SimpleNamespace,
) -> None:
    alternating(cast)

    (item,) = lines(cast, "qua-han")

    assert item.title == "Đến lượt Tỉnh đoàn Đông Sơn đăng cai"
    assert item.when.startswith("quá ")
    assert item.act
    assert f"host={cast.province.pk}&guest={cast.friend.pk}" in item.act.url
    assert not lines(cast, "qua-han", "stranger")


def test_a_reader_sees_whose_turn_is_late_but_no_act(cast: SimpleNamespace) -> None:
    alternating(cast)

    (item,) = lines(cast, "qua-han", "hoa")

    assert item.act is None


def test_a_turn_planned_is_late_no_longer(cast: SimpleNamespace) -> None:
    paper = alternating(cast)
    planned = make_exchange(cast.province, cast.friend, on=TODAY + timedelta(days=9))
    planned.agreement = paper
    planned.save()

    assert not lines(cast, "qua-han")
    (line,) = Home(cast.minh, today=TODAY).turns.whose()
    assert line.next.startswith("Ta, ")


def test_a_turn_soon_due_stands_among_what_is_due(cast: SimpleNamespace) -> None:
    alternating(cast, last=340)

    assert [item.title for item in lines(cast, "den-han")] == [
        "Đến lượt Tỉnh đoàn Đông Sơn đăng cai"
    ]


def test_a_duty_to_meet_by_turns_tells_the_turn_once(cast: SimpleNamespace) -> None:
    paper = alternating(cast, ends_in=20, last=340)
    make_commitment(
        paper, ("meeting", "exactly", 1), rhythm="over_term", wording="Hai bên luân phiên gặp nhau"
    )

    due = [item for item in lines(cast, "den-han") if "luân phiên" in item.title]

    assert len(due) == 1
    assert "Đến lượt" in due[0].note or "đăng cai" in due[0].note
    assert due[0].act
    assert "rotation=" in due[0].act.url
    assert not [item for item in lines(cast, "den-han") if item.title.startswith("Đến lượt")]


def test_a_series_nobody_held_for_a_year_is_quiet(cast: SimpleNamespace) -> None:
    series = Series.objects.called("Gặp gỡ ba tỉnh")
    held = make_exchange(cast.friend, cast.province, on=TODAY - timedelta(days=800))
    other = make_exchange(cast.province, cast.friend, on=TODAY - timedelta(days=5))
    held.series = series
    held.save()
    set_order(
        series=series, hosts=[cast.friend, cast.province], since=held.begins_on.year, every=None
    )

    (item,) = lines(cast, "lang")

    assert item.title == "Đến lượt Tỉnh đoàn Đông Sơn đăng cai"
    assert item.note.startswith("Gặp gỡ ba tỉnh.")
    assert other.series is None


def test_days_the_friend_keeps_stand_in_the_calendar(cast: SimpleNamespace) -> None:
    make_agreement(cast.province, cast.friend)
    days = date_lines(Home(cast.minh, today=date(2026, 11, 24)))

    assert [(line.on, line.title) for line in days[:1]] == [(date(2026, 12, 2), "Quốc khánh Lào")]


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
        set_order(agreement=paper, hosts=[friend, cast.province], since=TODAY.year)
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
