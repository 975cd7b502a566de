from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ketnghia.activities.models import Activity, Campaign, Indicator, Overlap
from ketnghia.activities.operations import load_indicators, offer
from ketnghia.agreements.models import Duty
from tests.making import (
    make_activity,
    make_agreement,
    make_commitment,
    make_figures,
    make_indicator,
    make_picture,
)

ENTRY = {"title": "Quà 1/6", "begins_on": "1/6/2026", "kind": ""}


def facts(cast: SimpleNamespace, **more: object) -> dict[str, object]:
    return {**ENTRY, "organiser": cast.east.pk, **more}


def test_what_is_certain_is_kept_at_once(client: Client, cast: SimpleNamespace) -> None:
    load_indicators()
    client.force_login(cast.lan)

    answer = client.post(
        reverse("activities:create"), facts(cast, numbers="1.900 suất quà", campaign="Hè 2026")
    )

    activity = Activity.objects.get()
    assert answer.url == activity.get_absolute_url()  # type: ignore[attr-defined]
    figure = activity.figures.get()
    assert (figure.words, figure.said) == ("1.900 suất quà", "1.900 suất quà")
    assert figure.indicator == Indicator.objects.get(code="21")
    assert (activity.kind, str(activity.campaign)) == ("welfare", "Hè 2026")


def test_what_is_doubtful_is_shown_first_and_kept_as_corrected(
    client: Client, cast: SimpleNamespace
) -> None:
    load_indicators()
    client.force_login(cast.lan)
    sent = facts(cast, numbers="1.900 suất quà, gần 40tr")

    shown = client.post(reverse("activities:create"), sent)

    assert Activity.objects.count() == 0
    assert "Xem lại các số dưới đây rồi lưu." in shown.text
    assert "1.900 suất quà có nằm trong gần 40tr không?" in shown.text
    gifts, money = Indicator.objects.get(code="21"), Indicator.objects.get(code="85")
    lines = {
        "heard": "1.900 suất quà, gần 40tr",
        "lines": "2",
        "line-0-indicator": gifts.pk,
        "line-0-bound": "exactly",
        "line-0-value": "1.950",
        "line-0-measure": "suất quà",
        "line-0-said": "1.900 suất quà",
        "line-1-indicator": money.pk,
        "line-1-bound": "nearly",
        "line-1-value": "40 triệu",
        "line-1-measure": "đồng",
        "inside": "yes",
    }
    client.post(reverse("activities:create"), sent | lines)
    first, second = Activity.objects.get().figures.all()
    assert (first.words, first.part_of) == ("1.950 suất quà", second)
    assert second.words == "gần 40 triệu đồng"


def test_a_refused_entry_keeps_what_was_typed(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.lan)

    answer = client.post(
        reverse("activities:create"), facts(cast, begins_on="31/2/2026", note="Đủ cả xã")
    )

    assert "Tháng 2 không có ngày 31" in answer.text
    assert "Đủ cả xã" in answer.text
    assert Activity.objects.count() == 0


def test_photos_come_with_the_entry_or_nothing_does(
    client: Client, cast: SimpleNamespace, settings: object, tmp_path: object
) -> None:
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]
    client.force_login(cast.lan)
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415

    broken = SimpleUploadedFile("x.jpg", b"\xff\xd8 nothing")
    answer = client.post(reverse("activities:create"), facts(cast, photo=[make_picture(), broken]))
    assert "không phải PDF, Word" in answer.text
    assert Activity.objects.count() == 0

    sent = facts(cast, photo=[make_picture()], photo_taken_on=["2026-05-30"], photo_children=["1"])
    client.post(reverse("activities:create"), sent)

    page = client.get(Activity.objects.get().get_absolute_url())
    assert "có trẻ em, chỉ dùng nội bộ" in page.text


def test_an_entry_may_keep_a_promise(client: Client, cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend)
    make_commitment(agreement, ("welfare", "at_least", 1), who="each_side")
    duty = Duty.objects.filter(party__unit=cast.east, starts_on__year=2026).get()
    client.force_login(cast.lan)

    client.post(reverse("activities:create"), facts(cast, duty=duty.pk))

    duty.refresh_from_db()
    assert duty.is_met
    assert Activity.objects.get().agreement == agreement


def test_the_other_side_is_asked_and_answers(client: Client, cast: SimpleNamespace) -> None:
    activity = make_activity(cast.east)
    joint = offer(activity, unit=cast.elsewhere)
    client.force_login(cast.stranger)

    listed = client.get(reverse("activities:list"))
    assert "1 hoạt động bạn ghi chờ ta xác nhận" in " ".join(listed.text.split())
    refused = client.post(reverse("activities:reply", args=[joint.pk]), {"agrees": "0"})
    assert "khác ở chỗ nào" in refused.text
    client.post(reverse("activities:reply", args=[joint.pk]), {"agrees": "1"})

    joint.refresh_from_db()
    assert joint.answer == "confirmed"
    assert client.get(activity.get_absolute_url()).status_code == 200
    assert client.get(reverse("activities:edit", args=[activity.pk])).status_code == 404


def test_a_question_is_answered_on_the_page(client: Client, cast: SimpleNamespace) -> None:
    gifts = make_indicator()
    activity = make_activity(cast.east)
    _first, second = make_figures(activity, (gifts, 20), (gifts, 1900))
    overlap = Overlap.objects.get()
    client.force_login(cast.lan)
    address = reverse("activities:overlap_answer", args=[overlap.pk])

    client.post(address, {"answer": "part", "kept": second.pk, "next": activity.get_absolute_url()})

    page = " ".join(client.get(activity.get_absolute_url()).text.split())
    assert "nằm trong 1.900 suất, không cộng lần nữa" in page
    assert "Lan trả lời ngày" in page
    client.post(address, {"answer": "separate"})
    overlap.refresh_from_db()
    assert overlap.answer == "separate"
    assert client.post(address, {"answer": "same"}).status_code == 302
    overlap.refresh_from_db()
    assert overlap.answer == "separate"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("span=2024-2&below=1", "50"),
        ("span=2024&below=1", "50"),
        ("first=1/7/2024&last=31/7/2024&below=1", "50"),
        ("span=2024-1&below=1", "Chưa có số liệu nào"),
        ("span=tào-lao&below=1", "Chưa có số liệu nào"),
    ],
)
def test_totals_go_down_to_the_figures(
    client: Client, cast: SimpleNamespace, query: str, told: str
) -> None:
    gifts = make_indicator()
    make_figures(make_activity(cast.east), (gifts, 20))
    make_figures(make_activity(cast.west, on=date(2024, 7, 9)), (gifts, 30))
    client.force_login(cast.minh)

    page = client.get(f"{reverse('activities:totals')}?unit={cast.province.pk}&{query}")

    assert told in page.text
    figures = client.get(f"{reverse('activities:total_figures', args=[gifts.pk])}?{query}")
    assert ("Tặng quà" in figures.text) == (told == "50")


def test_totals_cost_the_same_however_many_figures(client: Client, cast: SimpleNamespace) -> None:
    gifts = make_indicator()
    client.force_login(cast.minh)
    address = f"{reverse('activities:totals')}?span=2024-2&below=1"
    counts = []
    for number in (2, 3):
        for _ in range(number):
            make_figures(make_activity(cast.west, on=date(2024, 9, number)), (gifts, 5))
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        counts.append(len(asked))

    assert counts == [9, 9]


def test_campaigns_and_indicators_are_kept_on_pages(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.lan)
    campaign = {"name": "Tháng Thanh niên 2026", "begins_on": "1/3/2026", "ends_on": "31/3/2026"}

    client.post(reverse("activities:campaign_create"), campaign)
    twice = client.post(reverse("activities:campaign_create"), campaign)
    client.post(
        reverse("activities:indicator_create"),
        {"owner": cast.east.pk, "name": "Cây ổi", "measure": "cây", "nature": "things",
         "adds": "sum", "group": "C", "from_year": "2026"},
    )  # fmt: skip

    assert Campaign.objects.get().ends_on == date(2026, 3, 31)
    assert "Chiến dịch này đã có" in twice.text
    own = Indicator.objects.get()
    assert (own.owner, own.code) == (cast.east, "R1")
    listed = client.get(f"{reverse('activities:indicators')}?export=csv")
    assert "Cây ổi" in listed.content.decode("utf-8-sig")


def test_figures_are_corrected_one_by_one(client: Client, cast: SimpleNamespace) -> None:
    gifts = make_indicator()
    activity = make_activity(cast.east)
    client.force_login(cast.lan)
    line = {"indicator": gifts.pk, "bound": "over", "value": "1,5 nghìn", "measure": "suất"}

    client.post(reverse("activities:figure_add", args=[activity.pk]), line)
    figure = activity.figures.get()
    assert (figure.value, figure.bound) == (Decimal(1500), "over")
    wrong = client.post(
        reverse("activities:figure_edit", args=[figure.pk]), line | {"value": "nhiều lắm"}
    )
    assert "Không đọc được số này" in wrong.text
    client.post(reverse("activities:figure_edit", args=[figure.pk]), line | {"value": ""})
    figure.refresh_from_db()
    assert figure.words == "có, không rõ số suất"
    client.post(reverse("activities:figure_remove", args=[figure.pk]))
    assert activity.figures.count() == 0
