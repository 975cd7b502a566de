"""The pages of ledgers: set an order, see whose turn it is, decide, plan."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.models import Exchange, Series
from ketnghia.rotations.models import Rotation, TurnDecision
from ketnghia.rotations.operations.orders import set_order
from tests.making import make_agreement, make_commitment, make_exchange, make_unit

LIST = reverse("rotations:list")
LIST_QUESTIONS = 17
LEDGER_QUESTIONS = 19
YEAR = localdate().year


@pytest.fixture
def paper(cast: SimpleNamespace) -> Agreement:
    paper = make_agreement(cast.province, cast.friend, title="Biên bản ghi nhớ")
    make_commitment(paper, ("meeting", "exactly", 1), wording="Hai bên luân phiên chủ trì")
    return paper


@pytest.fixture
def rotation(cast: SimpleNamespace, paper: Agreement) -> Rotation:
    return set_order(agreement=paper, hosts=[cast.friend, cast.province], since=YEAR)


def order(**changes: object) -> dict[str, object]:
    """What is sent to set an order."""
    told = {"rhythm": "each_year", "every": "", "since": str(YEAR), "due": "31/12"}
    return {**told, **changes}


def text_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_an_order_is_set_from_the_paper_as_it_was_guessed(
    client: Client, cast: SimpleNamespace, paper: Agreement
) -> None:
    held = make_exchange(cast.friend, cast.province, on=date(YEAR - 1, 5, 1))
    held.agreement = paper
    held.save()
    client.force_login(cast.minh)
    address = reverse("rotations:paper_order", args=[paper.pk])
    form = client.get(address).context["form"]
    assert (form["first"].value(), form["second"].value()) == (cast.friend.pk, cast.province.pk)
    assert form["since"].value() == YEAR - 1

    answer = client.post(
        address,
        order(first=str(cast.friend.pk), second=str(cast.province.pk), since=str(YEAR - 1)),
    )

    rotation = Rotation.objects.get()
    assert answer["Location"] == rotation.get_absolute_url()
    assert (rotation.due_month, rotation.due_day, rotation.every) == (12, 31, 1)
    assert f"Năm nay Tỉnh đoàn Đông Sơn đăng cai, trước 31/12/{YEAR}" in text_of(
        client, answer["Location"]
    )


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"second": ""}, "Ô này chưa điền"),
        ({"rhythm": "every_years"}, "Ghi mấy năm một lượt"),
        ({"due": "31/2"}, "Tháng 2 không có ngày 31"),
        ({"since": "20"}, "1990"),
        ({"second": "first"}, "đứng hai lần"),
    ],
)
def test_a_wrong_order_is_refused_and_nothing_typed_is_lost(
    client: Client, cast: SimpleNamespace, paper: Agreement, changes: dict[str, str], why: str
) -> None:
    client.force_login(cast.minh)
    sent = order(first=str(cast.friend.pk), second=str(cast.province.pk))
    sent |= {key: sent["first"] if value == "first" else value for key, value in changes.items()}

    text = client.post(reverse("rotations:paper_order", args=[paper.pk]), sent).content.decode()

    assert why in text
    assert "Tỉnh đoàn Mường Xa" in text
    assert not Rotation.objects.exists()


def test_every_few_years_and_each_time_are_rhythms_too(
    client: Client, cast: SimpleNamespace, paper: Agreement
) -> None:
    client.force_login(cast.minh)
    sent = order(first=str(cast.friend.pk), second=str(cast.province.pk), rhythm="every_years")
    client.post(reverse("rotations:paper_order", args=[paper.pk]), {**sent, "every": "2"})
    rotation = Rotation.objects.get()
    assert rotation.every == 2

    sent = {**sent, "rhythm": "each_time", "why": "Hai bên bàn lại"}
    client.post(reverse("rotations:edit", args=[rotation.pk]), sent)

    rotation.refresh_from_db()
    assert rotation.every is None
    assert "mỗi lần gặp một lượt" in text_of(client, LIST)


def test_a_paper_with_an_order_leads_to_its_ledger(
    client: Client, cast: SimpleNamespace, paper: Agreement, rotation: Rotation
) -> None:
    client.force_login(cast.minh)

    answer = client.get(reverse("rotations:paper_order", args=[paper.pk]))

    assert answer["Location"] == rotation.get_absolute_url()


def test_a_turn_is_skipped_swapped_and_the_decision_taken_back(
    client: Client, cast: SimpleNamespace, rotation: Rotation
) -> None:
    client.force_login(cast.minh)
    ledger = rotation.get_absolute_url()
    grounds = {
        "why": "Bão số 9",
        "decided_by": "Hai bên",
        "paper": "CV 12",
        "decided_on": "1/6/2026",
    }

    client.post(reverse("rotations:turn_skip", args=[rotation.pk]), {**grounds, "year": str(YEAR)})
    text = text_of(client, ledger)
    assert "bỏ lượt" in text
    assert "Bão số 9" in text
    assert "CV 12" in text

    decision = TurnDecision.objects.get()
    client.post(reverse("rotations:decision_withdraw", args=[decision.pk]), {"why": "Ghi nhầm"})
    assert "Bão số 9" not in text_of(client, ledger)

    own = rotation.places.get(unit=cast.province)
    sent = {**grounds, "with_place": str(own.pk)}
    client.post(reverse("rotations:turn_swap", args=[rotation.pk]), sent)
    assert "Tỉnh đoàn Đông Sơn đăng cai thay Tỉnh đoàn Mường Xa" in text_of(client, ledger)
    history = text_of(
        client, reverse("journal:record", args=["rotations", "rotation", rotation.pk])
    )
    assert "Lý do: Ghi nhầm" in history


def test_a_decision_needs_its_why(
    client: Client, cast: SimpleNamespace, rotation: Rotation
) -> None:
    client.force_login(cast.minh)

    text = client.post(
        reverse("rotations:turn_skip", args=[rotation.pk]), {"year": str(YEAR), "paper": "CV 12"}
    ).content.decode()

    assert "Ô này chưa điền" in text
    assert 'value="CV 12"' in text
    assert not TurnDecision.objects.exists()


def test_a_person_says_whose_turn_a_meeting_used(
    client: Client, cast: SimpleNamespace, rotation: Rotation
) -> None:
    beside = make_exchange(cast.friend, cast.province, on=localdate())
    client.force_login(cast.minh)
    address = reverse("rotations:turn_count", args=[rotation.pk, beside.pk])
    assert "ngoài lượt" in text_of(client, rotation.get_absolute_url())

    place = rotation.places.get(unit=cast.friend)
    client.post(address, {"place": str(place.pk), "why": "Quên ghi văn bản"})

    text = text_of(client, rotation.get_absolute_url())
    assert "đã đăng cai" in text
    assert "Quên ghi văn bản" in text
    assert client.get(address).context["form"]["place"].value() == place.pk


def test_the_ledger_is_given_up_with_a_reason(
    client: Client, cast: SimpleNamespace, paper: Agreement, rotation: Rotation
) -> None:
    client.force_login(cast.minh)

    answer = client.post(reverse("rotations:close", args=[rotation.pk]), {"why": "Đặt nhầm"})

    assert answer["Location"] == paper.get_absolute_url()
    assert not Rotation.objects.exists()


def test_a_meeting_is_planned_from_the_turn_that_waits_and_closes_it_once_held(
    client: Client, cast: SimpleNamespace, paper: Agreement, rotation: Rotation
) -> None:
    client.force_login(cast.minh)
    plan = client.get(rotation.get_absolute_url()).context["plan_url"]
    form = client.get(plan).context["form"]
    names = ("host", "guest", "kind", "rotation")
    assert [form[name].value() for name in names] == [
        str(cast.friend.pk),
        str(cast.province.pk),
        "meeting",
        str(rotation.pk),
    ]
    assert form["title"].value() == (
        f"Gặp gỡ hữu nghị Tỉnh đoàn Mường Xa – Tỉnh đoàn Đông Sơn năm {YEAR}"
    )
    day = localdate() + timedelta(days=40)
    sent = {name: form[name].value() for name in (*names, "title")}

    client.post(plan, {**sent, "begins_on": f"{day:%d/%m/%Y}"})

    planned = Exchange.objects.get()
    assert (planned.agreement, planned.state) == (paper, "planned")
    text = text_of(client, rotation.get_absolute_url())
    assert "đã lên lịch" in text
    assert planned.get_absolute_url() in text

    planned.begins_on = planned.ends_on = localdate()
    planned.save()
    client.post(reverse("exchanges:hold", args=[planned.pk]))
    assert "Đến lượt Tỉnh đoàn Đông Sơn đăng cai" in text_of(client, rotation.get_absolute_url())
    assert "lượt" in text_of(client, planned.get_absolute_url())

    client.post(reverse("exchanges:take_back", args=[planned.pk]))
    assert "đã lên lịch" in text_of(client, rotation.get_absolute_url())


def test_a_series_tells_its_meetings_and_counts_the_next(
    client: Client, cast: SimpleNamespace
) -> None:
    series = Series.objects.called("Gặp gỡ ba tỉnh")
    held = make_exchange(cast.friend, cast.province, on=date(YEAR - 1, 5, 1))
    held.series, held.ordinal = series, 6
    held.save()
    client.force_login(cast.minh)
    page = reverse("exchanges:series", args=[series.pk])
    assert "Chưa đặt thứ tự đăng cai" in text_of(client, page)

    client.post(
        reverse("rotations:series_order", args=[series.pk]),
        order(first=str(cast.friend.pk), second=str(cast.province.pk), since=str(YEAR - 1)),
    )

    assert "lần thứ 6" in text_of(client, page)
    plan = client.get(page).context["plan_url"]
    form = client.get(plan).context["form"]
    assert form["title"].value() == "Gặp gỡ ba tỉnh lần thứ 7"
    sent = {n: form[n].value() for n in ("host", "guest", "kind", "rotation", "title")}
    client.post(plan, {**sent, "begins_on": "1/3/2027"})
    assert (Exchange.objects.first().series, Exchange.objects.first().ordinal) == (series, 7)


def test_the_page_of_a_paper_tells_whose_turn_it_is_or_offers_to_set_the_order(
    client: Client, cast: SimpleNamespace, paper: Agreement
) -> None:
    client.force_login(cast.minh)
    panel = reverse("rotations:for_agreement", args=[paper.pk])
    asked = client.get(panel, headers={"HX-Request": "true"}).content.decode()
    rotation = set_order(agreement=paper, hosts=[cast.friend, cast.province], since=YEAR)
    told = client.get(panel, headers={"HX-Request": "true"}).content.decode()

    assert reverse("rotations:paper_order", args=[paper.pk]) in asked
    assert "Tỉnh đoàn Mường Xa đăng cai" in told
    assert rotation.get_absolute_url() in told


def test_ledgers_are_searched_filtered_sorted_and_exported(
    client: Client, cast: SimpleNamespace, rotation: Rotation
) -> None:
    late = make_agreement(cast.province, cast.elsewhere, title="Chương trình cũ")
    set_order(agreement=late, hosts=[cast.elsewhere, cast.province], since=YEAR - 2)
    client.force_login(cast.minh)

    def named(**query: str) -> list[str]:
        listing = client.get(LIST, query).context["listing"]
        return [str(ledger.rotation) for ledger in listing.rows]

    assert named() == ["Chương trình cũ", "Biên bản ghi nhớ"]
    assert named(sort="name") == ["Biên bản ghi nhớ", "Chương trình cũ"]
    assert named(q="muong xa") == ["Biên bản ghi nhớ"]
    assert named(state="late") == ["Chương trình cũ"]
    assert named(state="planned") == []
    exported = client.get(LIST, {"export": "csv"}).content.decode("utf-8-sig")
    assert "Tỉnh đoàn Mường Xa → Tỉnh đoàn Đông Sơn" in exported


def test_papers_that_take_turns_without_an_order_are_offered_on_the_list(
    client: Client, cast: SimpleNamespace, paper: Agreement
) -> None:
    client.force_login(cast.minh)
    assert reverse("rotations:paper_order", args=[paper.pk]) in text_of(client, LIST)

    client.force_login(cast.hoa)
    assert reverse("rotations:paper_order", args=[paper.pk]) not in text_of(client, LIST)


def test_a_reader_sees_the_ledger_and_no_act(
    client: Client, cast: SimpleNamespace, rotation: Rotation
) -> None:
    client.force_login(cast.hoa)

    text = text_of(client, rotation.get_absolute_url())

    assert "Tỉnh đoàn Mường Xa đăng cai" in text
    assert "Bỏ lượt này" not in text


@pytest.mark.parametrize("times", [1, 3])
def test_the_list_and_a_ledger_ask_the_same_number_of_questions_whatever_they_hold(
    client: Client,
    cast: SimpleNamespace,
    django_assert_num_queries: DjangoAssertNumQueries,
    times: int,
) -> None:
    for number in range(times):
        friend = make_unit(f"Tỉnh đoàn Mường {number}", country="LA")
        paper = make_agreement(cast.province, friend)
        make_commitment(paper, ("meeting", "exactly", 1), wording="Luân phiên chủ trì")
        rotation = set_order(agreement=paper, hosts=[friend, cast.province], since=YEAR - 1)
        for turn in range(times):
            held = make_exchange(friend, cast.province, on=date(YEAR - 1, 5, 1 + turn))
            held.agreement = paper
            held.save()
    client.force_login(cast.minh)
    client.get(LIST)

    with django_assert_num_queries(LIST_QUESTIONS):
        client.get(LIST)
    with django_assert_num_queries(LEDGER_QUESTIONS):
        client.get(rotation.get_absolute_url())
