"""The book of gifts: written as spoken, mended and removed with why, summed honestly."""

from __future__ import annotations

import io
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pytest_django import DjangoAssertNumQueries

from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount
from ketnghia.documents.models import Document
from ketnghia.documents.operations import photos_of
from ketnghia.gifts.book import Balance, sum_words
from ketnghia.gifts.models import Gift
from ketnghia.gifts.operations import bring_back, mend_gift, record_gift, remove_gift, removed_gifts
from ketnghia.gifts.worth import (
    Count,
    Currency,
    Worth,
    count_words,
    hear_count,
    hear_worth,
    worth_words,
)
from ketnghia.journal.reading import history_of
from ketnghia.units.models import Succession, Unit
from ketnghia.units.operations import succeed
from tests.making import make_exchange, make_unit

LIST = reverse("gifts:list")
BALANCE = reverse("gifts:balance")
REMOVED = reverse("gifts:removed")
LIST_QUESTIONS, BALANCE_QUESTIONS, REMOVED_QUESTIONS = 9, 9, 5
ON = date(2024, 6, 2)


def give(giver: Unit, receiver: Unit, what: str = "Sách", **facts: object) -> Gift:
    told: dict[str, object] = {"on": ON, "kind": "goods", **facts}
    for key, hear in (("worth", hear_worth), ("count", hear_count)):
        if isinstance(told.get(key), str):
            told[key] = hear(str(told[key]))
    return record_gift(giver=giver, receiver=receiver, what=what, **told)  # type: ignore[arg-type]


def photo(name: str = "anh.jpg") -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")


def receipt() -> SimpleUploadedFile:
    return SimpleUploadedFile("bien-nhan.pdf", b"%PDF-1.4 bien nhan".ljust(64), "application/pdf")


# ------------------------------------------------------------------ written


def test_a_gift_is_kept_as_it_was_spoken_with_its_photos_and_papers(cast: SimpleNamespace) -> None:
    gift = give(
        cast.province,
        cast.friend,
        "Suất quà cho học sinh nghèo",
        worth="gần 40 triệu",
        count="20 suất",
        recipient="Trường Mường Xa",
        proofs=[photo(), receipt()],
        by=cast.minh,
    )

    assert (gift.worth, gift.count) == ("gần 40 triệu đồng", "20 suất")
    assert (gift.value, gift.bound, gift.currency) == (Decimal(40_000_000), "nearly", "VND")
    assert photos_of(gift).count() == 1
    assert Document.objects.get().subject == gift
    assert Gift.objects.search("hoc sinh muong xa").get() == gift


def test_a_blank_value_is_not_zero_and_zero_is_said(cast: SimpleNamespace) -> None:
    blank, nothing = give(cast.province, cast.friend), give(cast.province, cast.friend, worth="0")

    assert (blank.value, blank.worth) == (None, "")
    assert (nothing.value, nothing.worth) == (Decimal(0), "0 đồng")


def test_other_money_keeps_its_amount_and_is_no_dong(cast: SimpleNamespace) -> None:
    gift = give(cast.friend, cast.province, worth="khoảng 2 triệu kíp", kind="cash")

    assert gift.worth == "khoảng 2 triệu kíp"
    assert gift.value_in_dong is None


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"on": localdate() + timedelta(days=1)}, "chưa tới"),
        ({"receiver": "province"}, "đơn vị khác"),
        ({"giver": "friend", "receiver": "elsewhere"}, "đơn vị của đồng chí"),
        ({"exchange": True, "on": date(2024, 5, 1)}, "bắt đầu 01/06/2024"),
    ],
)
def test_what_cannot_be_is_refused(
    cast: SimpleNamespace, facts: dict[str, object], why: str
) -> None:
    told = {"giver": "province", "receiver": "friend", "on": ON, **facts}
    told |= {side: getattr(cast, str(told[side])) for side in ("giver", "receiver")}
    if told.get("exchange"):
        told["exchange"] = make_exchange(cast.province, cast.friend)

    with pytest.raises(ValidationError, match=why):
        record_gift(kind="goods", what="Sách", by=cast.minh, **told)


def test_a_gift_is_mended_removed_and_brought_back_with_why_in_its_history(
    cast: SimpleNamespace,
) -> None:
    gift = give(cast.province, cast.friend, worth="10 triệu", proofs=[photo()], by=cast.minh)
    facts = {"giver": cast.province, "receiver": cast.friend, "on": ON, "kind": "goods"}
    mend_gift(gift, **facts, what="Sách vở", worth=hear_worth("12 triệu"), why="Biên nhận ghi 12")

    pk = gift.pk
    remove_gift(gift, why="Ghi hai lần")

    assert not Gift.objects.exists()
    (version,) = removed_gifts(cast.minh)
    assert (version.what, version.history_change_reason) == ("Sách vở", "Ghi hai lần")
    back = bring_back(version)
    assert (back.pk, back.worth) == (pk, "12 triệu đồng")
    assert photos_of(back).count() == 1
    assert Gift.objects.search("sach vo").get() == back
    assert [act.reason for act in history_of(back) if act.reason] == [
        "ghi lại sau khi bỏ",
        "Ghi hai lần",
        "Biên nhận ghi 12",
    ]
    assert not removed_gifts(cast.minh).exists()
    with pytest.raises(ValidationError, match="đã có lại"):
        bring_back(version)


@given(
    st.integers(0, 10**12),
    st.sampled_from(Bound),
    st.sampled_from(Currency),
)
def test_words_of_a_worth_are_heard_as_the_same_worth(
    value: int, bound: Bound, currency: Currency
) -> None:
    worth = Worth(Decimal(value), bound, currency)

    assert hear_worth(worth_words(worth.value, worth.bound, worth.currency)) == worth


@given(st.integers(0, 10**9), st.sampled_from(Bound))
def test_words_of_a_count_are_heard_as_the_same_count(number: int, bound: Bound) -> None:
    words = count_words(Decimal(number), bound, "suất quà")

    assert hear_count(words) == Count(Decimal(number), bound, "suất quà")


# ------------------------------------------------------------------ balanced


def test_the_balance_keeps_ways_kinds_money_and_bounds_apart(cast: SimpleNamespace) -> None:
    give(cast.province, cast.friend, kind="cash", worth="10 triệu")
    give(cast.province, cast.friend, kind="cash", worth="gần 40 triệu")
    give(cast.province, cast.friend, kind="cash", worth="100 USD")
    give(cast.province, cast.friend, kind="labour", count="30 ngày công")
    give(cast.friend, cast.province, "Khăn", kind="souvenir")
    give(cast.province, cast.friend, "Năm khác", worth="5 triệu", on=date(2023, 1, 5))

    balance = Balance(cast.minh, year=2024)
    (pair,) = balance.pairs

    assert (pair.own, pair.partner) == (cast.province, cast.friend)
    assert [(told.kind, told.words) for told in balance.told(pair, "given")] == [
        ("cash", "tiền: gần 50 triệu đồng; 100 đô la Mỹ"),
        ("labour", "ngày công: 30 ngày công; 1 món không ghi trị giá"),
    ]
    assert [told.words for told in balance.told(pair, "received")] == [
        "quà lưu niệm: 1 món không ghi trị giá"
    ]
    assert pair.unvalued == 2
    assert balance.years == [2024, 2023]
    (cash, _labour) = balance.whole("given")
    assert cash.in_dong == Amount(Decimal(50_000_000), Bound.NEARLY)


def test_what_is_partly_valued_says_how_many_are_not(cast: SimpleNamespace) -> None:
    give(cast.province, cast.friend, worth="10 triệu")
    give(cast.province, cast.friend)

    (pair,) = Balance(cast.minh).pairs

    assert sum_words(pair.given_sums[0]) == "10 triệu đồng; còn 1 món không ghi trị giá"


def test_a_partner_is_one_line_through_its_succession_with_the_names_of_the_book(
    cast: SimpleNamespace,
) -> None:
    give(cast.elsewhere, cast.province, worth="1 triệu")
    other = make_unit("Tỉnh đoàn Bắc Hải", parent=cast.centre)
    heir = make_unit("Tỉnh đoàn Hải Sơn", parent=cast.centre, on=date(2025, 7, 1))
    succeed(
        kind=Succession.Kind.MERGED,
        on=date(2025, 7, 1),
        legal_basis="Nghị quyết 202/2025/QH15",
        predecessors=[cast.elsewhere, other],
        successors=[heir],
        by=cast.quan,
    )
    give(heir, cast.province, worth="2 triệu", on=date(2025, 8, 1))

    (pair,) = Balance(cast.minh).pairs

    assert (pair.partner, pair.partner_then) == (heir, "Tỉnh đoàn Hải Sơn, Tỉnh đoàn Nam Hải")
    assert pair.received_sums[0].in_dong == Amount(Decimal(3_000_000))


def test_strangers_see_nothing_of_it(cast: SimpleNamespace) -> None:
    give(cast.province, cast.friend)

    assert Balance(cast.stranger).pairs == []
    assert not Gift.objects.visible_to(cast.stranger).exists()


# ------------------------------------------------------------------ on the pages


def test_the_book_is_searched_filtered_and_exported(client: Client, cast: SimpleNamespace) -> None:
    give(cast.province, cast.friend, "Ủng hộ quỹ", kind="cash", worth="gần 40 triệu")
    give(cast.friend, cast.province, "Khăn dệt", kind="souvenir", on=date(2023, 5, 5))
    give(cast.province, cast.elsewhere, "Máy tính", count="1 bộ")
    client.force_login(cast.minh)

    def named(**query: object) -> list[str]:
        return [gift.what for gift in client.get(LIST, query).context["listing"].rows]

    assert named() == ["Ủng hộ quỹ", "Máy tính", "Khăn dệt"]
    assert named(q="ung ho muong") == ["Ủng hộ quỹ"]
    assert named(year="2023") == ["Khăn dệt"]
    assert named(partner="muong xa") == ["Ủng hộ quỹ", "Khăn dệt"]
    assert named(direction="received") == ["Khăn dệt"]
    assert named(direction="given", kind="cash") == ["Ủng hộ quỹ"]
    assert named(unit=cast.elsewhere.pk) == ["Máy tính"]
    assert named(giver=cast.province.pk, receiver=cast.friend.pk) == ["Ủng hộ quỹ"]
    exported = client.get(LIST, {"export": "csv", "kind": "cash"}).content.decode("utf-8-sig")
    assert "02/06/2024,Tỉnh đoàn Đông Sơn,Tỉnh đoàn Mường Xa,Tiền,Ủng hộ quỹ" in exported
    assert "gần,40000000" in exported


def sent(cast: SimpleNamespace, **changes: object) -> dict[str, object]:
    return {
        "giver": str(cast.province.pk),
        "receiver": str(cast.friend.pk),
        "on": "2/6/2024",
        "kind": "goods",
        "what": "Sách vở",
        "worth": "gần 40tr",
        "count": "20 suất",
        **changes,
    }


def test_a_gift_is_written_from_the_page_of_an_exchange_with_a_photo(
    client: Client, cast: SimpleNamespace
) -> None:
    exchange = make_exchange(cast.friend, cast.province)
    client.force_login(cast.minh)
    address = f"{reverse('gifts:create')}?exchange={exchange.pk}"
    assert address.replace("&", "&amp;") in client.get(exchange.get_absolute_url()).content.decode()
    form = client.get(address).context["form"]
    assert (form["giver"].value(), form["receiver"].value()) == (cast.province.pk, cast.friend.pk)

    answer = client.post(
        address, sent(cast, exchange=str(exchange.pk), proofs=[photo(), receipt()])
    )

    gift = Gift.objects.get()
    assert answer["Location"] == gift.get_absolute_url()
    assert (gift.exchange, gift.worth, gift.recorded_by) == (
        exchange,
        "gần 40 triệu đồng",
        cast.minh,
    )
    text = client.get(gift.get_absolute_url()).content.decode()
    assert "Tỉnh đoàn Đông Sơn tặng Tỉnh đoàn Mường Xa, ngày 2/6/2024." in text
    assert "bien-nhan.pdf" in text
    assert "gần 40 triệu đồng" in client.get(exchange.get_absolute_url()).content.decode()
    again = client.post(address, sent(cast, exchange=str(exchange.pk), again="1"))
    assert again["Location"] == address


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"worth": "không nhớ"}, "Không đọc được số này"),
        ({"worth": "10 triệu, 5 triệu"}, "Có nhiều số"),
        ({"worth": "5 con bò"}, "Không hiểu “con bò” là tiền gì"),
        ({"what": ""}, "Ô này chưa điền"),
        ({"on": "31/2/2024"}, "Tháng 2 không có ngày 31"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_typed_is_lost(
    client: Client, cast: SimpleNamespace, changes: dict[str, str], why: str
) -> None:
    client.force_login(cast.minh)

    text = client.post(
        reverse("gifts:create"), sent(cast, recipient="Quỹ vì bạn nghèo", **changes)
    ).content.decode()

    assert why in text
    assert "Quỹ vì bạn nghèo" in text
    assert not Gift.objects.exists()


def test_a_wrong_file_is_told_at_its_field_and_nothing_is_kept(
    client: Client, cast: SimpleNamespace
) -> None:
    client.force_login(cast.minh)
    wrong = SimpleUploadedFile("a.exe", b"MZ" * 40, "application/octet-stream")

    text = client.post(reverse("gifts:create"), sent(cast, proofs=[wrong])).content.decode()

    assert "không phải PDF, Word" in text
    assert not Gift.objects.exists()


def test_a_gift_is_mended_and_removed_on_its_pages_and_brought_back(
    client: Client, cast: SimpleNamespace
) -> None:
    gift = give(cast.province, cast.friend, worth="100 USD")
    client.force_login(cast.minh)
    edit = reverse("gifts:edit", args=[gift.pk])
    assert client.get(edit).context["form"]["worth"].value() == "100 đô la Mỹ"

    assert "Ô này chưa điền" in client.post(edit, sent(cast)).content.decode()
    client.post(edit, sent(cast, why="Biên nhận ghi khác"))
    gift.refresh_from_db()
    assert gift.worth == "gần 40 triệu đồng"

    client.post(reverse("gifts:remove", args=[gift.pk]), {"why": "Ghi hai lần"})
    assert not Gift.objects.exists()
    text = client.get(REMOVED).content.decode()
    assert "Ghi hai lần" in text
    version = removed_gifts(cast.minh).get()
    client.post(reverse("gifts:bring_back", args=[version.pk]))
    assert Gift.objects.get() == gift


def test_a_reader_sees_what_was_removed_but_brings_nothing_back(
    client: Client, cast: SimpleNamespace
) -> None:
    remove_gift(give(cast.province, cast.friend), why="Ghi hai lần")
    client.force_login(cast.hoa)

    text = client.get(REMOVED).content.decode()

    assert "Ghi hai lần" in text
    assert "Ghi lại" not in text.split("</h1>")[1].split("</p>", 1)[1]


def test_the_balance_is_listed_leads_to_its_gifts_and_is_exported(
    client: Client, cast: SimpleNamespace
) -> None:
    gift = give(cast.province, cast.friend, "Ủng hộ quỹ", kind="cash", worth="10 triệu")
    give(cast.elsewhere, cast.province, "Sách")
    client.force_login(cast.minh)
    page = client.get(BALANCE, {"year": "2024"})
    listing, balance = page.context["listing"], page.context["balance"]
    assert [pair.partner for pair in listing.rows] == [cast.friend, cast.elsewhere]
    (told,) = balance.told(listing.rows[0], "given")
    assert [one.what for one in client.get(told.url).context["listing"].rows] == [gift.what]
    assert "Đã tặng tiền: 10 triệu đồng." in page.content.decode()

    assert "Chưa ghi gì." in client.get(BALANCE, {"year": "1999"}).content.decode()
    found = client.get(BALANCE, {"q": "nam hai"}).context["listing"].rows
    assert [pair.partner.name for pair in found] == ["Tỉnh đoàn Nam Hải"]
    exported = client.get(BALANCE, {"export": "csv"}).content.decode("utf-8-sig")
    assert "Tỉnh đoàn Mường Xa,Tỉnh đoàn Đông Sơn,10000000,đúng" in exported


@pytest.mark.parametrize("times", [1, 3])
def test_the_lists_ask_the_same_number_of_questions_whatever_they_hold(
    client: Client,
    cast: SimpleNamespace,
    django_assert_num_queries: DjangoAssertNumQueries,
    times: int,
) -> None:
    for number in range(times):
        friend = make_unit(f"Tỉnh đoàn Mường {number}", country="LA")
        exchange = make_exchange(cast.province, friend)
        give(cast.province, friend, exchange=exchange, worth="10 triệu")
        give(friend, cast.province, kind="souvenir")
        remove_gift(give(friend, cast.province), why="Thử")
    client.force_login(cast.minh)
    client.get(LIST)

    with django_assert_num_queries(LIST_QUESTIONS):
        client.get(LIST)
    with django_assert_num_queries(BALANCE_QUESTIONS):
        client.get(BALANCE)
    with django_assert_num_queries(REMOVED_QUESTIONS):
        client.get(REMOVED)
