from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar

from ketnghia.accounts.models import User
from ketnghia.agenda import publishing
from ketnghia.agenda.models import Feed
from ketnghia.agenda.operations import MOST_FEEDS, issue, reissue, revoke
from ketnghia.exchanges.models import Exchange
from ketnghia.units.models import Seat, Unit
from tests.making import make_activity, make_exchange, make_seat, make_unit

Fill = Callable[[Unit], Exchange]


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    cache.clear()


def read(client: Client, secret: str, **headers: str) -> Any:
    return client.get(reverse("agenda:feed", args=[secret]), headers=headers)


def events(client: Client, secret: str) -> dict[str, Any]:
    """The events of a feed by their UID, as a calendar understands them."""
    calendar = Calendar.from_ical(read(client, secret).content)
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def made(user: User, unit: Unit | None = None, *, with_below: bool = False) -> str:
    return issue(unit=unit, with_below=with_below, by=user)[1]


def test_a_calendar_understands_every_kind_of_work(
    client: Client, cast: SimpleNamespace, busy: Fill
) -> None:
    exchange = busy(cast.east)
    found = events(client, made(cast.lan))

    told = {
        uid.partition("-")[0]: (
            str(event["summary"]),
            event["dtstart"].dt,
            event["dtend"].dt,
            str(event["status"]),
        )
        for uid, event in found.items()
        if not uid.startswith("viec-sau-chuyen")
    }
    whole = f"giao-luu-{exchange.pk}@ketnghia"
    assert found[whole]["categories"].cats == ["Giao lưu"]
    assert str(found[whole]["location"]) == "Đông Hà"
    assert str(found[whole]["url"]) == f"http://testserver{exchange.get_absolute_url()}"
    assert "Đoàn xã Đông Hà – Tỉnh đoàn Mường Xa" in str(found[whole]["description"])
    hours = told.pop("chuong")
    assert told == {
        "giao": ("Hội đàm", date(2026, 12, 10), date(2026, 12, 13), "TENTATIVE"),
        "hoat": ("Tặng quà", date(2026, 12, 20), date(2026, 12, 21), "TENTATIVE"),
        "chuan": (
            "Chuẩn bị: Thư mời",
            date(2026, 12, 15),
            date(2026, 12, 16),
            "CONFIRMED",
        ),
        "so": (
            "Hạn nộp: Sơ kết 6 tháng đầu năm 2024",
            date(2026, 12, 18),
            date(2026, 12, 19),
            "CONFIRMED",
        ),
        "viec": (
            "Đến hạn: Mỗi năm gặp nhau",
            date(2026, 12, 30),
            date(2026, 12, 31),
            "CONFIRMED",
        ),
        "het": (
            "Hết hạn Chương trình phối hợp",
            date(2026, 12, 30),
            date(2026, 12, 31),
            "CONFIRMED",
        ),
    }
    assert hours[0] == "Phiên hội đàm"
    assert hours[1].astimezone(UTC) == datetime(2026, 12, 10, 0, 30, tzinfo=UTC)
    assert hours[2] - hours[1] == timedelta(hours=3, minutes=30)
    [task] = [event for uid, event in found.items() if uid.startswith("viec-sau-chuyen")]
    assert str(task["summary"]) == "Việc sau chuyến: Gửi ảnh"


def test_the_lines_are_those_of_the_format(
    client: Client, cast: SimpleNamespace, busy: Fill
) -> None:
    exchange = busy(cast.east)
    title = "Hội đàm; bàn việc chung, \\ giữa hai bên năm 2026 và những năm sau nữa, tại Đông Hà"
    Exchange.objects.filter(pk=exchange.pk).update(title=title)
    secret = made(cast.lan)

    content = read(client, secret).content

    lines = content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert max(len(line) for line in lines) <= 75
    assert content.count(b"\n") == content.count(b"\r\n")
    event = events(client, secret)[f"giao-luu-{exchange.pk}@ketnghia"]
    assert str(event["summary"]) == title
    zone = Calendar.from_ical(content).walk("VTIMEZONE")[0]
    assert str(zone["tzid"]) == "Asia/Ho_Chi_Minh"


def test_a_change_raises_the_sequence_and_keeps_the_uid(
    client: Client, cast: SimpleNamespace
) -> None:
    exchange = make_exchange(cast.east, cast.friend, on=date(2026, 12, 20))
    secret = made(cast.lan)
    uid = f"giao-luu-{exchange.pk}@ketnghia"
    before = events(client, secret)[uid]
    with time_machine.travel("2026-12-09T09:00:00+07:00", tick=False):
        exchange.confirm(by=cast.lan)
        cache.clear()
        confirmed = events(client, secret)[uid]
        exchange.cancel(why="Bão", by=cast.lan)
        cache.clear()
        off = events(client, secret)[uid]

    assert [str(e["status"]) for e in (before, confirmed, off)] == [
        "TENTATIVE",
        "CONFIRMED",
        "CANCELLED",
    ]
    assert before["sequence"] < confirmed["sequence"] < off["sequence"]
    assert before["last-modified"].dt < confirmed["last-modified"].dt
    assert confirmed["dtstamp"].dt == datetime(2026, 12, 9, 2, tzinfo=UTC)


def test_a_feed_of_a_unit_shows_that_unit_or_all_below(
    client: Client, cast: SimpleNamespace
) -> None:
    for unit in (cast.province, cast.east, cast.elsewhere):
        make_activity(unit, on=date(2026, 12, 20))

    own = events(client, made(cast.minh))
    alone = events(client, made(cast.minh, cast.east))
    below = events(client, made(cast.minh, cast.province, with_below=True))

    assert (len(own), len(alone), len(below)) == (1, 1, 2)
    assert set(own) | set(alone) == set(below)
    assert set(own) & set(alone) == set()


def test_a_feed_follows_the_rights_of_its_owner(client: Client, cast: SimpleNamespace) -> None:
    make_activity(cast.east, on=date(2026, 12, 20))
    own, of_unit = made(cast.lan), made(cast.lan, cast.east)
    assert read(client, own).status_code == 200
    assert len(events(client, of_unit)) == 1

    cast.lan.seats.update(valid_until=date(2026, 12, 8))
    assert read(client, own).status_code == 404
    assert read(client, of_unit).status_code == 404

    make_seat(cast.lan, cast.elsewhere)
    assert events(client, own) == {}  # at once, whatever was kept from before
    assert read(client, of_unit).status_code == 404

    cast.lan.is_active = False
    cast.lan.save()
    assert read(client, own).status_code == 404


def test_revoked_reissued_and_unknown_addresses_open_nothing(
    client: Client, cast: SimpleNamespace
) -> None:
    feed, first = issue(by=cast.lan)
    assert read(client, first).status_code == 200

    second = reissue(feed)
    assert read(client, first).status_code == 404
    assert read(client, second).status_code == 200

    revoke(feed)
    assert read(client, second).status_code == 404
    assert read(client, "x" * 32).status_code == 404
    with pytest.raises(ValidationError, match="đã thu hồi"):
        reissue(feed)


def test_the_secret_is_long_and_only_its_digest_is_kept(cast: SimpleNamespace) -> None:
    feed, secret = issue(by=cast.lan)

    assert len(secret) == 32  # 24 bytes: 192 bits
    row = Feed.objects.filter(pk=feed.pk).values().get()
    kept = Feed.history.filter(id=feed.pk).values().get()
    assert secret not in f"{row} {kept}"
    assert row["hint"] == secret[-4:]


def test_no_telephone_and_no_child_leaves_by_the_feed(
    client: Client, cast: SimpleNamespace, busy: Fill
) -> None:
    exchange = busy(cast.east)
    Exchange.objects.filter(pk=exchange.pk).update(
        title="Hội đàm, gọi 0912 345 678", place="Nhà văn hóa (+84.233.385.2152)",
        children_count=27, note="27 em, gọi 0987654321",
    )  # fmt: skip
    exchange.follow_ups.update(what="Gọi +856 20 5555 1234 báo ngày 10/12/2026")

    text = re.sub(r"\r\n ", "", read(client, made(cast.lan)).content.decode())

    summaries = [line for line in text.splitlines() if line.startswith(("SUMMARY", "LOCATION"))]
    assert "SUMMARY:Hội đàm\\, gọi …" in summaries
    assert "LOCATION:Nhà văn hóa (…)" in summaries
    assert "SUMMARY:Việc sau chuyến: Gọi … báo ngày 10/12/2026" in summaries
    assert not re.search(r"345|385|5555|0987|27 em", text)


def test_the_window_is_half_a_year_back_and_a_year_and_a_half_ahead(
    client: Client, cast: SimpleNamespace
) -> None:
    days = [date(2026, 5, 31), date(2026, 6, 1), date(2028, 6, 30), date(2028, 7, 1)]
    for day in days:
        make_activity(cast.east, on=day)

    starts = {event["dtstart"].dt for event in events(client, made(cast.lan)).values()}

    assert starts == set(days[1:3])


def test_where_it_is_too_much_the_nearest_is_given(
    client: Client, cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "MOST_ENTRIES", 3)
    for day in (1, 5, 8, 10, 20):
        make_activity(cast.east, on=date(2026, 12, day))

    starts = [event["dtstart"].dt.day for event in events(client, made(cast.lan)).values()]

    assert starts == [8, 10, 20]


def test_an_unchanged_calendar_is_not_sent_again(
    client: Client, cast: SimpleNamespace, busy: Fill
) -> None:
    busy(cast.east)
    secret = made(cast.lan)
    first = read(client, secret)

    same = read(client, secret, if_none_match=first["ETag"])
    since = read(client, secret, if_modified_since=first["Last-Modified"])
    make_activity(cast.east, on=date(2026, 12, 24))
    with time_machine.travel("2026-12-09T08:06:00+07:00", tick=False):
        cache.clear()
        other = read(client, secret, if_none_match=first["ETag"])

    assert (same.status_code, same.content) == (304, b"")
    assert since.status_code == 304
    assert other.status_code == 200
    assert other["ETag"] != first["ETag"]
    assert other["Last-Modified"] > first["Last-Modified"]


def test_asking_each_minute_costs_little(client: Client, cast: SimpleNamespace, busy: Fill) -> None:
    busy(cast.east)
    secret = made(cast.lan)
    with CaptureQueriesContext(connection) as first:
        read(client, secret)
    with CaptureQueriesContext(connection) as again:
        read(client, secret)

    assert len(first) == 45
    assert len(again) == 3  # the feed, a seat, the seats


def test_asking_without_pause_is_refused_for_a_minute(
    client: Client, cast: SimpleNamespace
) -> None:
    secret = made(cast.lan)

    answers = [read(client, secret).status_code for _ in range(publishing.MOST_A_MINUTE + 1)]

    assert answers == [*[200] * publishing.MOST_A_MINUTE, 429]


def test_when_it_was_read_is_written_down_now_and_then(
    client: Client, cast: SimpleNamespace
) -> None:
    feed, secret = issue(by=cast.lan)
    read(client, secret)
    with time_machine.travel("2026-12-09T08:05:00+07:00", tick=False):
        read(client, secret)
    feed.refresh_from_db()
    first = feed.fetched_at
    with time_machine.travel("2026-12-09T08:11:00+07:00", tick=False):
        read(client, secret)
    feed.refresh_from_db()

    assert first == datetime(2026, 12, 9, 1, tzinfo=UTC)
    assert feed.fetched_at == datetime(2026, 12, 9, 1, 11, tzinfo=UTC)


def test_the_address_is_shown_once(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.lan)

    made_ = client.post(reverse("agenda:feeds"), {"unit": "", "with_below": ""}, follow=True)
    again = client.get(made_.request["PATH_INFO"], follow=True)

    address = re.search(r'value="(http://testserver/lich/nguon/\S+\.ics)"', made_.content.decode())
    assert address
    assert client.get(address[1]).status_code == 200
    assert "data:image/svg+xml" in made_.content.decode()
    assert "webcal://testserver/lich/nguon/" in made_.content.decode()
    assert "Địa chỉ chỉ hiện một lần." in again.content.decode()
    assert address[1] not in again.content.decode()


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"with_below": "on"}, "Chọn đơn vị rồi mới lấy cả các đơn vị bên dưới."),
        ({"unit": "elsewhere"}, "Đơn vị này ngoài phạm vi của đồng chí."),
        ({"unit": "east"}, "Nguồn này đã có."),
    ],
)
def test_what_cannot_be_made_is_refused_in_words(
    client: Client, cast: SimpleNamespace, asked: dict[str, str], sentence: str
) -> None:
    issue(unit=cast.east, by=cast.lan)
    client.force_login(cast.lan)
    if "unit" in asked:
        asked = {**asked, "unit": str(getattr(cast, asked["unit"]).pk)}

    answer = client.post(reverse("agenda:feeds"), asked)

    assert sentence in answer.content.decode()
    assert Feed.objects.count() == 1


def test_a_person_without_a_seat_has_no_calendar_and_nobody_has_many(
    cast: SimpleNamespace,
) -> None:
    for number in range(MOST_FEEDS):
        issue(unit=make_unit(f"Đoàn xã số {number}", parent=cast.province), by=cast.minh)
    with pytest.raises(ValidationError, match="Đã có nhiều nguồn"):
        issue(by=cast.minh)
    Seat.objects.filter(user=cast.lan).delete()
    with pytest.raises(ValidationError, match="chưa có vai trò"):
        issue(by=cast.lan)


def test_feeds_are_listed_with_how_they_stand(client: Client, cast: SimpleNamespace) -> None:
    feed, _secret = issue(by=cast.lan)
    issue(unit=cast.east, by=cast.lan)
    revoke(feed)
    client.force_login(cast.lan)

    page = client.get(reverse("agenda:feeds")).content.decode()

    assert "đã thu hồi 9/12/2026" in page
    assert "chưa có lịch nào đọc" in page
    assert len(re.findall(r"Thu hồi\s*</button>", page)) == 1


def test_one_exchange_is_taken_into_a_calendar(
    client: Client, cast: SimpleNamespace, busy: Fill
) -> None:
    exchange = busy(cast.east)
    client.force_login(cast.hoa)

    page = client.get(exchange.get_absolute_url()).content.decode()
    answer = client.get(reverse("agenda:exchange", args=[exchange.pk]))

    assert reverse("agenda:exchange", args=[exchange.pk]) in page
    assert answer["Content-Disposition"] == f'attachment; filename="giao-luu-{exchange.pk}.ics"'
    calendar = Calendar.from_ical(answer.content)
    assert [str(event["summary"]) for event in calendar.walk("VEVENT")] == [
        "Hội đàm",
        "Phiên hội đàm",
    ]
