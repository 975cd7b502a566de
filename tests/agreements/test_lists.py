"""Lists narrow by what the database says; it says the same as the record's own rule."""

from __future__ import annotations

import io
from datetime import date
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from ketnghia.agreements.models import Agreement, Duty
from ketnghia.agreements.states import AgreementState, DutyState
from ketnghia.demo.operations import COMMUNES, load
from ketnghia.exchanges.operations import credit
from ketnghia.units.loading import load_units
from tests.making import make_agreement, make_commitment, make_exchange

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("day", [date(2019, 12, 15), date(2023, 6, 1), date(2025, 9, 1), TODAY])
def test_the_database_and_the_record_agree_on_every_state(db: None, day: date) -> None:
    load_units(some=COMMUNES)
    load(password="mat-khau-thu")
    Agreement.objects.filter(code="s2-2013").update(signed_on=None)

    told = {a.code: a.state_on(day) for a in Agreement.objects.all()}
    asked = {
        agreement.code: state
        for state in AgreementState
        for agreement in Agreement.objects.in_state(state, day)
    }

    assert asked == told


def test_duties_are_listed_by_the_state_they_are_in(cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend)
    make_commitment(agreement, ("meeting", "at_least", 1))
    make_commitment(agreement, ("propaganda", "at_least", None))
    credit(make_exchange(cast.east, cast.friend), Duty.objects.earliest("starts_on"), by=cast.lan)

    states = {
        asked: {duty.state_on(TODAY) for duty in Duty.objects.in_state(asked, TODAY)}
        for asked in ("late", "open", "met", "dropped", "uncounted")
    }

    assert states == {
        "late": {DutyState.MISSED},
        "open": {DutyState.IN_PROGRESS},
        "met": {DutyState.MET},
        "dropped": set(),
        "uncounted": {DutyState.QUIET},
    }


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ({"q": "muong xa"}, ["Kế hoạch", "Chương trình"]),
        ({"q": "ke hoach"}, ["Kế hoạch"]),
        ({"partner": "muong"}, ["Kế hoạch", "Chương trình"]),
        ({"kind": "plan"}, ["Kế hoạch"]),
        ({"state": "ended_without_review"}, ["Chương trình"]),
        ({"sort": "title"}, ["Chương trình", "Kế hoạch"]),
        ({"sort": "-title"}, ["Kế hoạch", "Chương trình"]),
        ({"q": "khong co"}, []),
    ],
)
def test_papers_are_searched_filtered_and_sorted(
    client: Client, cast: SimpleNamespace, asked: dict[str, str], titles: list[str]
) -> None:
    make_agreement(cast.east, cast.friend, title="Chương trình", ends_on=date(2025, 1, 1))
    plan = make_agreement(
        cast.east, cast.friend, title="Kế hoạch", signed_on=date(2025, 5, 5), ends_on=None
    )
    Agreement.objects.filter(pk=plan.pk).update(kind="plan")
    client.force_login(cast.lan)

    listing = client.get(reverse("agreements:list"), asked).context["listing"]

    assert [agreement.title for agreement in listing.rows] == titles


def test_what_is_shown_is_what_is_exported(client: Client, cast: SimpleNamespace) -> None:
    make_agreement(cast.east, cast.friend, title="=Chương trình")
    make_agreement(cast.elsewhere, cast.friend, title="Của người khác")
    client.force_login(cast.lan)

    answer = client.get(reverse("agreements:list"), {"export": "xlsx"})

    rows = list(load_workbook(io.BytesIO(answer.content)).active.values)
    assert rows[0][:3] == ("Văn bản", "Các bên", "Ký ngày")
    assert [row[:2] for row in rows[1:]] == [
        ("'=Chương trình", "Đoàn xã Đông Hà – Tỉnh đoàn Mường Xa")
    ]
