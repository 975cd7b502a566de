"""The agreement form walked as an officer walks it, without a script."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ketnghia.agreements.models import Agreement, Duty
from tests.making import make_agreement

SENTENCE = (
    "Mỗi năm mỗi bên giúp bạn ít nhất 01 công trình thanh niên hoặc 01 hoạt động an sinh,"
    " làm tại đơn vị bạn"
)


@pytest.fixture
def lan(client: Client, cast: SimpleNamespace) -> Client:
    client.force_login(cast.lan)
    return client


def begin(lan: Client, cast: SimpleNamespace, **changed: Any) -> Any:
    typed = {"kind": "programme", "first": cast.east.pk, "second": cast.friend.pk, **changed}
    return lan.post(reverse("agreements:create"), typed)


def drafted(lan: Client, cast: SimpleNamespace) -> Agreement:
    begin(lan, cast)
    return Agreement.objects.get()


def errors(response: Any, field: str | None) -> list[str]:
    form = response.context["form"]
    return list(form.non_field_errors() if field is None else form.errors.get(field, []))


def test_from_two_names_to_open_duties(lan: Client, cast: SimpleNamespace) -> None:
    agreement = drafted(lan, cast)
    terms = {"title": "Chương trình 2025", "signed_on": "12/3/2025", "ends_on": "31/12/2026"}
    lan.post(reverse("agreements:terms", args=[agreement.pk]), terms)
    promises = reverse("agreements:promises", args=[agreement.pk])
    heard = lan.post(promises, {"wording": SENTENCE, "read": ""}).context["form"]
    fields = {name: heard[name].value() or "" for name in heard.fields}
    lan.post(promises, {**fields, "add": ""})
    lan.post(reverse("agreements:finish", args=[agreement.pk]))

    agreement.refresh_from_db()
    duties = Duty.objects.order_by("starts_on", "party__order")
    assert agreement.signed_on == date(2025, 3, 12)
    assert [(d.starts_on.year, d.party and d.party.unit, d.words) for d in duties] == [
        (2025, cast.east, "0 trong ít nhất 1 hoặc 0 trong ít nhất 1"),
        (2025, cast.friend, "0 trong ít nhất 1 hoặc 0 trong ít nhất 1"),
        (2026, cast.east, "0 trong ít nhất 1 hoặc 0 trong ít nhất 1"),
        (2026, cast.friend, "0 trong ít nhất 1 hoặc 0 trong ít nhất 1"),
    ]


def test_a_partner_is_found_by_part_of_its_name_without_marks(
    lan: Client, cast: SimpleNamespace
) -> None:
    begin(lan, cast, second="", **{"second-words": "muong xa"})

    assert [party.unit for party in Agreement.objects.get().parties.all()] == [
        cast.east,
        cast.friend,
    ]


def test_a_unit_cannot_stand_twice(lan: Client, cast: SimpleNamespace) -> None:
    response = begin(lan, cast, second=cast.east.pk)

    assert errors(response, None) == ["Đoàn xã Đông Hà đứng hai lần. Mỗi đơn vị một bên."]
    assert Agreement.objects.count() == 0


def test_somebody_elses_paper_is_not_ours_to_write(lan: Client, cast: SimpleNamespace) -> None:
    response = begin(lan, cast, first=cast.elsewhere.pk)

    assert errors(response, None) == ["Một trong các bên phải là đơn vị của đồng chí."]


@pytest.mark.parametrize(
    ("typed", "field", "refusal"),
    [
        (
            {"signed_on": "31/2/2025"},
            "signed_on",
            "Tháng 2 không có ngày 31. Gõ lại, ví dụ 28/2/2025.",
        ),
        ({"signed_on": "mai"}, "signed_on", "Không đọc được ngày này. Gõ như 28/2/2025."),
        (
            {"signed_on": "1/1/2090"},
            "signed_on",
            "Ngày ký chưa tới. Ghi văn bản khi đã ký.",
        ),
        ({"ends_on": "1/1/2025"}, "ends_on", "Ngày hết hiệu lực phải sau ngày ký."),
    ],
)
def test_a_wrong_day_is_refused_where_it_stands_and_nothing_is_lost(
    lan: Client, cast: SimpleNamespace, typed: dict[str, str], field: str, refusal: str
) -> None:
    agreement = drafted(lan, cast)
    terms = {"title": "Chương trình thử", "signed_on": "12/3/2025", "signed_at": "Đông Hà"}

    response = lan.post(reverse("agreements:terms", args=[agreement.pk]), terms | typed)

    assert errors(response, field) == [refusal]
    assert response.context["form"]["title"].value() == "Chương trình thử"
    assert response.context["form"]["signed_at"].value() == "Đông Hà"


def test_a_draft_without_a_day_cannot_be_signed(lan: Client, cast: SimpleNamespace) -> None:
    agreement = drafted(lan, cast)

    lan.post(reverse("agreements:finish", args=[agreement.pk]))

    agreement.refresh_from_db()
    assert agreement.signed_on is None


def test_a_unit_of_today_did_not_sign_before_it_was_there(
    lan: Client, cast: SimpleNamespace
) -> None:
    cast.east.began_on = date(2025, 7, 1)
    cast.east.save()
    agreement = drafted(lan, cast)

    terms = {"title": "Chương trình thử", "signed_on": "12/3/2025"}
    response = lan.post(reverse("agreements:terms", args=[agreement.pk]), terms)

    assert errors(response, "signed_on") == [
        "Ngày 12/03/2025 chưa có Đoàn xã Đông Hà. Chọn đơn vị của thời đó, hoặc sửa ngày."
    ]


def test_who_signed_is_kept_with_the_title_of_that_day(lan: Client, cast: SimpleNamespace) -> None:
    agreement = drafted(lan, cast)
    party = agreement.parties.get(unit=cast.east)
    terms = {
        "title": "Chương trình thử",
        "signed_on": "12/3/2025",
        f"signer-{party.pk}": "Nguyễn Văn An",
        f"post-{party.pk}": "Bí thư Đoàn xã Đông Hà",
    }

    lan.post(reverse("agreements:terms", args=[agreement.pk]), terms)

    signed = party.signatories.get()
    assert (signed.person.name, signed.title) == ("Nguyễn Văn An", "Bí thư Đoàn xã Đông Hà")


def test_a_paper_may_stand_under_another_and_hand_a_promise_down(
    lan: Client, cast: SimpleNamespace
) -> None:
    lan.force_login(cast.minh)
    frame = make_agreement(cast.province, cast.friend, title="Chương trình tỉnh")
    begin(lan, cast)
    agreement = Agreement.objects.get(signed_on=None)
    terms = {"title": "Kế hoạch xã", "signed_on": "12/3/2025", "frame": frame.pk}
    lan.post(reverse("agreements:terms", args=[agreement.pk]), terms)
    promises = reverse("agreements:promises", args=[agreement.pk])
    heard = lan.post(promises, {"wording": SENTENCE, "read": ""}).context["form"]
    fields = {name: heard[name].value() or "" for name in heard.fields}
    lan.post(promises, {**fields, "delegate": cast.west.pk, "add": ""})

    agreement.refresh_from_db()
    assert agreement.frame == frame
    assert list(agreement.commitments.get().delegates.all()) == [cast.west]
