"""The desk: what it shows, each decision by the button a key presses, each form."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.models import Exchange
from ketnghia.reading.marking import marked
from ketnghia.reading.models import Article, Field
from ketnghia.reading.operations.taking import take_text
from ketnghia.units.models import Unit
from tests.making import make_person
from tests.reading.retold import DEED, SIGNING, VISIT

HTMX = {"HX-Request": "true", "HX-Target": "desk"}


@pytest.fixture
def signing(cast: SimpleNamespace, client: Client) -> Article:
    client.force_login(cast.minh)
    return take_text(cast.province, text=SIGNING, by=cast.minh).articles.get()


def press(client: Client, article: Article, name: str, field: Field) -> str:
    address = reverse("reading:decide", args=[article.pk])
    return client.post(address, {name: field.pk}, headers=HTMX).content.decode()


def in_hand(html: str) -> str:
    found = re.search(r'data-field="(\d+)"[^>]*aria-current="true"', html)
    return found[1] if found else ""


def correct(client: Client, field: Field, **typed: Any) -> Any:
    return client.post(reverse("reading:field_correct", args=[field.pk]), typed)


def test_doubts_come_first_by_the_harm_they_do(client: Client, signing: Article) -> None:
    html = client.get(signing.get_absolute_url()).content.decode()

    order = [int(key) for key in re.findall(r'data-field="(\d+)"', html)]
    kinds = [Field.objects.get(pk=key).kind for key in order]
    assert kinds[:3] == ["signed_on", "event", "kind"]
    assert in_hand(html) == str(order[0])
    assert "12 điều tìm thấy, 2 điều cần đồng chí xem" in html
    assert "Bài không ghi năm. Đoán 2019" in html


def test_words_and_values_lead_to_each_other(client: Client, signing: Article) -> None:
    html = client.get(signing.get_absolute_url()).content.decode()

    marks = set(re.findall(r'id="chu-(\d+)"', html))
    assert marks
    assert marks == set(re.findall(r'href="#chu-(\d+)"', html))
    assert {f"dieu-{key}" for key in marks} <= set(re.findall(r'id="(dieu-\d+)"', html))


def test_each_decision_takes_the_next_in_hand(client: Client, signing: Article) -> None:
    signed, event = signing.fields.get(kind="signed_on"), signing.fields.get(kind="event")
    deed = signing.fields.get(kind="kind")

    html = press(client, signing, "accept", signed)
    event.refresh_from_db()
    assert event.decision == "accepted"  # the same words tell the same day
    assert in_hand(html) == str(deed.pk)
    assert "hx-swap-oob" in html

    press(client, signing, "refuse", deed)
    deed.refresh_from_db()
    assert deed.decision == "refused"
    html = press(client, signing, "reopen", deed)
    deed.refresh_from_db()
    assert deed.decision == "open"
    assert in_hand(html) == str(deed.pk)


def test_without_a_script_the_page_comes_back_at_the_next(client: Client, signing: Article) -> None:
    signed = signing.fields.get(kind="signed_on")

    answer = client.post(reverse("reading:decide", args=[signing.pk]), {"accept": signed.pk})

    deed = signing.fields.get(kind="kind")
    assert answer.url == f"{signing.get_absolute_url()}?dieu={deed.pk}#dieu-{deed.pk}"


def test_a_refusal_is_told_on_the_desk(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.minh)
    text = SIGNING.replace("năm 2020", "")
    article = take_text(cast.province, text=text, by=cast.minh).articles.get()
    event = article.fields.get(kind="event")

    html = press(client, article, "accept", event)

    assert "Ngày này thiếu năm" in html
    assert in_hand(html) == str(event.pk)


def test_all_that_is_certain_at_once_then_into_the_registers(
    client: Client, signing: Article
) -> None:
    client.post(reverse("reading:accept_sure", args=[signing.pk]), headers=HTMX)
    assert signing.fields.filter(decision="accepted").count() == 10
    early = client.post(reverse("reading:write", args=[signing.pk]), follow=True)
    assert "Còn 2 điều cần xem." in early.content.decode()

    press(client, signing, "accept", signing.fields.get(kind="signed_on"))
    done = client.post(reverse("reading:write", args=[signing.pk]), follow=True).content.decode()

    assert "Đã ghi vào sổ." in done
    assert Agreement.objects.get().get_absolute_url() in done
    assert Exchange.objects.get().get_absolute_url() in done
    back = client.post(reverse("reading:undo", args=[signing.pk]), follow=True).content.decode()
    assert "Đã gỡ khỏi sổ" in back
    assert not Agreement.objects.exists()


def test_who_decided_what_stands_in_the_history(client: Client, signing: Article) -> None:
    press(client, signing, "accept", signing.fields.get(kind="signed_on"))
    history = reverse("journal:record", args=["reading", "article", signing.pk])

    assert history in client.get(signing.get_absolute_url()).content.decode()
    page = client.get(history).content.decode()
    assert "đã nhận" in page
    assert "Minh" in page


def test_readers_see_and_decide_nothing(
    client: Client, cast: SimpleNamespace, signing: Article
) -> None:
    client.force_login(cast.hoa)

    html = client.get(signing.get_absolute_url()).content.decode()

    assert "12 điều tìm thấy" in html
    assert '<button class="button" data-kind="main" name="accept"' not in html
    assert "Ghi vào sổ</button>" not in html


FORMS = [
    ("kind", {"deed": "exchange:meeting"}, {"record": "exchange", "kind": "meeting"}),
    ("title", {"words": "Lễ ký năm 2020"}, "Lễ ký năm 2020"),
    ("signed_on", {"on": "30/11/2019"}, "2019-11-30"),
    ("event", {"first": "29/11/2019", "last": "30/11/2019"},
     {"start": "2019-11-29", "end": "2019-11-30"}),
    ("agreement", {"kind": "plan"}, {"kind": "plan"}),
    ("term", {"first": "1/2/2020", "last": "2021"}, {"start": "2020-02-01", "end": 2021}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "typed", "value"), FORMS, ids=[form[0] for form in FORMS])
def test_each_kind_is_put_right_in_its_own_form(
    client: Client, signing: Article, kind: str, typed: dict[str, str], value: Any
) -> None:
    field = signing.fields.get(kind=kind)
    page = client.get(reverse("reading:field_correct", args=[field.pk])).content.decode()
    assert f"<mark>{field.words[:20]}" in page

    answer = correct(client, field, **typed)

    field.refresh_from_db()
    assert answer.url == f"{signing.get_absolute_url()}?dieu={field.pk}#dieu-{field.pk}"
    assert (field.value, field.decision) == (value, "corrected")


def test_a_promise_is_put_right(client: Client, signing: Article) -> None:
    field = signing.fields.filter(kind="commitment").first()
    assert field
    typed = {
        "wording": "Mỗi năm gặp nhau 3 lần",
        "rhythm": "each_year",
        "who": "jointly",
        "where": "anywhere",
        "bound": "exactly",
        "quantity": 3,
        "counted": "meeting",
        "counted_2": "delegation",
    }

    correct(client, field, **typed)

    field.refresh_from_db()
    assert field.value["ways"] == [
        {"counted": "meeting", "bound": "exactly", "quantity": 3},
        {"counted": "delegation", "bound": "exactly", "quantity": 3},
    ]
    html = client.get(signing.get_absolute_url()).content.decode()
    assert "đúng 3 cuộc gặp gỡ, hội đàm hoặc đúng 3 đoàn thăm, làm việc" in html


def test_units_and_people_are_chosen_from_the_registers(
    client: Client, cast: SimpleNamespace, signing: Article
) -> None:
    unit, person = signing.fields.filter(kind="unit")[1], signing.fields.filter(kind="person")[0]
    vinh = make_person("Trần Quang Vinh")

    correct(client, unit, unit=cast.friend.pk, role="guest")
    typed = {"name": "Trần Quang Vinh", "position": "Bí thư", "side": 0, "role": "head"}
    answer = correct(client, person, person=vinh.pk, **typed)
    assert answer.status_code == 302, answer.content.decode()

    unit.refresh_from_db()
    person.refresh_from_db()
    assert (unit.unit, person.person) == (cast.friend, vinh)
    assert person.value["side"] == 0


def test_a_unit_is_founded_on_the_spot_by_who_keeps_the_register(
    client: Client, cast: SimpleNamespace, signing: Article
) -> None:
    field = signing.fields.filter(kind="unit")[1]
    assert (
        "new_name"
        not in client.get(reverse("reading:field_correct", args=[field.pk])).content.decode()
    )
    typed = {
        "new_name": "Công ty Hoa Mai",
        "kind": "company",
        "level": "base",
        "country": "VN",
        "role": "guest",
    }
    client.force_login(cast.quan)

    correct(client, field, **typed)

    field.refresh_from_db()
    assert field.unit == Unit.objects.get(name="Công ty Hoa Mai", kind="company")


def test_numbers_are_typed_as_spoken(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.minh)
    deed = take_text(cast.province, text=DEED, by=cast.minh).articles.get()
    visit = take_text(cast.province, text=VISIT, by=cast.minh).articles.get()
    figure = deed.fields.filter(kind="figure").first()
    money, gift = deed.fields.get(kind="money"), visit.fields.get(kind="gift")
    assert figure

    correct(client, figure, number="trên 90 đoàn viên")
    correct(client, money, amount="khoảng 45 triệu", purpose="mua quà")
    correct(client, gift, what="sách", number="20 cuốn", worth="2 triệu", giver=0, receiver=1)
    wrong = correct(client, money, amount="nhiều lắm").content.decode()
    same = correct(client, gift, what="sách", giver=0, receiver=0).content.decode()

    for field in (figure, money, gift):
        field.refresh_from_db()
    assert figure.value["bound"] == "over"
    assert (money.value["amount"], money.value["bound"]) == (45_000_000, "about")
    assert (gift.value["quantity"], gift.value["worth"]) == (20, 2_000_000)
    assert "gần 40 triệu" in wrong
    assert "nhiều lắm" in wrong
    assert "Bên nhận phải khác bên tặng." in same


@pytest.mark.parametrize(
    ("kind", "typed", "why"),
    [
        ("signed_on", {"on": "31/2/2020"}, "không có ngày 31"),
        ("event", {"first": "2/3/2020", "last": "1/3/2020"}, "Ngày cuối phải sau ngày đầu."),
        ("unit", {"role": "host"}, "Chọn một đơn vị trong sổ."),
        ("term", {"first": "xyz"}, "Không đọc được ngày này"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    client: Client, signing: Article, kind: str, typed: dict[str, str], why: str
) -> None:
    field = signing.fields.filter(kind=kind).first()
    assert field

    html = correct(client, field, **typed).content.decode()

    field.refresh_from_db()
    assert why in html
    assert field.is_open


def test_what_the_reader_missed_is_added(client: Client, signing: Article) -> None:
    address = reverse("reading:field_add", args=[signing.pk, "place"])
    assert client.get(address).status_code == 200
    assert client.get(reverse("reading:field_add", args=[signing.pk, "photo"])).status_code == 404

    client.post(address, {"words": "Nhà văn hóa tỉnh"})

    added = signing.fields.get(kind="place")
    assert (added.value, added.decision, added.start) == ("Nhà văn hóa tỉnh", "corrected", None)


def test_records_already_there_are_offered_to_who_may_see_them(
    client: Client, cast: SimpleNamespace, signing: Article
) -> None:
    for field in signing.fields.doubts():
        field.accept(by=cast.minh)
    client.post(reverse("reading:write", args=[signing.pk]))
    text = SIGNING + "Báo khác đăng lại."
    again = take_text(cast.province, text=text, by=cast.minh).articles.get()

    html = client.get(again.get_absolute_url()).content.decode()

    assert "trong sổ đã có" in html
    assert "Cùng hai bên, cùng loại, ký 29/11/2019." in html
    proposal = again.proposals.get(record="agreement")
    choose = reverse("reading:choose", args=[again.pk, proposal.pk])
    client.post(choose, {"choice": "new"}, headers=HTMX)
    proposal.refresh_from_db()
    assert proposal.choice == "new"
    assert client.post(choose, {"choice": "both"}).status_code == 404


def test_the_desk_asks_a_fixed_number_of_questions(
    client: Client, cast: SimpleNamespace, signing: Article
) -> None:
    visit = take_text(cast.province, text=VISIT, by=cast.minh).articles.get()
    counts = []
    for article in (visit, signing):
        client.get(article.get_absolute_url())
        with CaptureQueriesContext(connection) as asked:
            client.get(article.get_absolute_url())
        counts.append(len(asked))

    # One more for the second proposal's choice of records.
    assert abs(counts[0] - counts[1]) <= 1
    assert max(counts) <= 20


def test_marks_never_cross_and_each_finding_has_one() -> None:
    text = "Ngày 29/11, Tỉnh đoàn Cà Mau\ngặp bạn"

    found = marked(text, [(1, (5, 10)), (2, (5, 10)), (3, (0, 28)), (4, (12, 28)), (5, (20, 35))])

    assert "".join(piece.text for line in found.lines for piece in line) == text.replace("\n", "")
    assert [piece.keys for line in found.lines for piece in line if piece.keys] == [(1, 2), (4,)]
    assert found.mark_of == {1: 1, 2: 1, 4: 4, 3: 1, 5: 4}


def test_what_stands_below_the_article_is_folded_away(
    client: Client, cast: SimpleNamespace
) -> None:
    client.force_login(cast.minh)
    below = "\n".join(f"Tin khác số {number}" for number in range(30))
    article = take_text(cast.province, text=VISIT + below, by=cast.minh).articles.get()

    html = client.get(article.get_absolute_url()).content.decode()

    assert "Phần dưới không có điều nào: 27 dòng" in html
    assert html.index("Tin khác số 1<") < html.index("Phần dưới") < html.index("Tin khác số 29<")
