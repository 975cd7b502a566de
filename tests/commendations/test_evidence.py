"""What records suggest: honest numbers, kept promises, accepted reports; nothing is picked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ketnghia.activities.models import Campaign, Indicator
from ketnghia.activities.operations import Line, add_figures, credit
from ketnghia.commendations.candidates import Candidates
from ketnghia.commendations.evidence import of_person, of_unit
from ketnghia.commendations.models import AwardRound, Nomination
from ketnghia.commendations.operations import answer_repeat, submit
from ketnghia.commendations.repeats import repeats_of, unanswered
from ketnghia.exchanges.models import Exchange
from ketnghia.people.operations import new_person
from ketnghia.reviews.operations import submit as hand_in
from ketnghia.units.models import Level
from tests.commendations.making import honour, make_award, make_decision, to_person, to_unit
from tests.commendations.rounds import make_award_round, make_nomination
from tests.making import (
    make_activity,
    make_agreement,
    make_commitment,
    make_exchange,
    make_indicator,
    make_round,
    make_unit,
)

SPRING = date(2026, 3, 8)


@pytest.fixture
def blood(cast: SimpleNamespace) -> AwardRound:
    """The commune gave 20 and its branch over 15 units of blood in spring; more came before."""
    branch = make_unit("Chi đoàn Chợ", level=Level.BASE, parent=cast.east)
    units = make_indicator("Đơn vị máu", measure="đơn vị máu")
    for organiser, bound, value, on in (
        (cast.east, "exactly", 20, SPRING),
        (branch, "over", 15, date(2026, 4, 20)),
        (cast.east, "exactly", 70, date(2025, 3, 8)),
    ):
        activity = make_activity(organiser, on=on)
        add_figures(
            activity,
            [Line(what="máu", value=Decimal(value), bound=bound, measure="đơn vị máu",
                  indicator=units)],
        )  # fmt: skip
    return make_award_round(cast.province)


def test_a_unit_is_told_with_all_below_it_and_the_bound_is_kept(
    cast: SimpleNamespace, blood: AwardRound
) -> None:
    [total, *activities] = of_unit(cast.east, blood, cast.minh)

    assert total.text == "Đơn vị máu: trên 35 đơn vị máu"
    assert [proof.kind for proof in activities] == ["activity", "activity"]
    assert {proof.on for proof in activities} == {SPRING, date(2026, 4, 20)}


def test_what_may_be_counted_twice_says_so(cast: SimpleNamespace, blood: AwardRound) -> None:
    line = Line(what="máu", value=Decimal(20), measure="đơn vị máu",
                indicator=Indicator.objects.get(name="Đơn vị máu"))  # fmt: skip
    add_figures(make_activity(cast.east, on=SPRING), [line])

    [total, *_rest] = of_unit(cast.east, blood, cast.minh)

    assert total.text == "Đơn vị máu: trên 55 đơn vị máu (còn chỗ chờ xác định tính trùng)"


def test_the_way_from_a_total_leads_down_to_its_figures(
    client: Client, cast: SimpleNamespace, blood: AwardRound
) -> None:
    [total, *_rest] = of_unit(cast.east, blood, cast.minh)
    client.force_login(cast.lan)

    answer = client.get(total.url)

    assert answer.status_code == 200
    assert sorted(int(figure.value) for figure in answer.context["figures"]) == [15, 20]


def test_kept_promises_and_accepted_reports_are_evidence(cast: SimpleNamespace) -> None:
    paper = make_agreement(cast.east, cast.friend)
    promise = make_commitment(paper, ("welfare", "at_least", 1), who="each_side")
    duty = promise.duties.get(party__unit=cast.east, starts_on__year=2026)
    duty.ends_on = date(2026, 6, 30)
    duty.save()
    credit(make_activity(cast.east, on=SPRING), duty, by=cast.lan)
    review = make_round(
        cast.province, make_indicator(), first=date(2026, 1, 1), last=date(2026, 6, 30),
        due_on=date(2026, 7, 10),
    )  # fmt: skip
    report = review.reports.get(unit=cast.east)
    hand_in(report, by=cast.quan, on=date(2026, 7, 12))
    report.refresh_from_db()
    made = make_award_round(cast.province)
    assert "report" not in {proof.kind for proof in of_unit(cast.east, made, cast.minh)}

    report.accept(by=cast.minh)

    told = {proof.kind: proof.text for proof in of_unit(cast.east, made, cast.minh)}
    assert told["duty"].startswith("Giữ cam kết “Mỗi năm gặp nhau”: 1 trong ít nhất 1")
    assert told["report"] == "Sơ kết 6 tháng đầu năm 2024: báo cáo đã duyệt, nộp muộn 2 ngày"


def test_whoever_headed_a_delegation_is_suggested(cast: SimpleNamespace) -> None:
    an = new_person("Nguyễn Văn An")
    visit = make_exchange(cast.east, cast.friend, on=SPRING)
    Exchange.objects.filter(pk=visit.pk).update(state="held")
    visit.participations.filter(unit=cast.east).update(head=an)
    made = make_award_round(cast.province)

    [suggested] = Candidates(made, cast.east, cast.lan).people

    assert (suggested.person, suggested.told) == (an, ["dẫn đầu, chủ trì 1 cuộc giao lưu"])
    [proof] = of_person(an, made, cast.lan)
    assert proof.text == "Trưởng đoàn, chủ trì: Hội đàm, 8/3/2026"
    assert Candidates(made, cast.west, cast.minh).people == []


def test_a_campaign_narrows_what_is_suggested(cast: SimpleNamespace, blood: AwardRound) -> None:
    blood.campaign = Campaign.objects.called("Xuân hồng 2026")
    blood.save()

    assert of_unit(cast.east, blood, cast.minh) == []


def test_units_stand_in_the_order_of_their_names_and_silent_ones_apart(
    cast: SimpleNamespace, blood: AwardRound
) -> None:
    make_activity(cast.west, on=SPRING)

    found = Candidates(blood, cast.province, cast.minh)

    assert [one.name for one in found.collectives] == [
        "Đoàn xã Đông Hà",
        "Đoàn xã Tây Hà",
        "Tỉnh đoàn Đông Sơn",
    ]
    assert found.collectives[0].told == ["đơn vị máu: trên 35 đơn vị máu", "2 hoạt động"]
    assert found.silent == []


def test_picked_evidence_stands_beside_the_nomination_in_its_words(
    client: Client, cast: SimpleNamespace, blood: AwardRound
) -> None:
    client.force_login(cast.lan)
    address = reverse("commendations:nominate", args=[blood.pk]) + f"?unit={cast.east.pk}"
    [total, activity, _other] = client.get(address).context["form"].offered

    client.post(
        address,
        {"kind": "collective", "unit": cast.east.pk, "honour": honour().pk,
         "proofs": [total.key, activity.key]},
    )  # fmt: skip

    nomination = Nomination.objects.get()
    assert [proof.key for proof in nomination.proofs.all()] == [total.key, activity.key]
    assert nomination.reason.splitlines()[0] == "Đơn vị máu: trên 35 đơn vị máu."
    assert nomination.proofs.all()[1].url == activity.url


def test_the_same_evidence_twice_is_asked_about_and_the_answer_kept(
    cast: SimpleNamespace,
) -> None:
    flag = honour("provincial-flag")
    made = make_award_round(cast.province, honour(), flag)
    first = make_nomination(made, cast.east, given=honour(), keys=("activity:7", "activity:8"))
    second = make_nomination(made, cast.east, given=flag, keys=("activity:8",))

    [found] = repeats_of(second)
    assert (found.other, found.why) == (first, "dùng chung 1 minh chứng")
    with pytest.raises(ValidationError, match="trùng thành tích chưa trả lời"):
        submit(second, by=cast.lan)

    answer_repeat(second, key=found.key, answer="Cờ xét cả năm", by=cast.lan)
    submit(second, by=cast.lan)

    assert unanswered(second) == []
    assert second.repeats.get().answer == "Cờ xét cả năm"


def test_the_same_honour_over_the_same_days_is_asked_about(cast: SimpleNamespace) -> None:
    before = make_award(cast.province, cast.east, on=date(2026, 3, 26))
    make_award(cast.province, cast.east, on=date(2024, 3, 26))
    taken_back = make_award(cast.province, cast.east, on=date(2026, 4, 1))
    taken_back.revoke(on=date(2026, 5, 1), why="Kê khai gian dối", by=cast.quan)
    made = make_award_round(cast.province)

    [found] = repeats_of(make_nomination(made, cast.east))

    assert (found.award, found.why) == (before, "cùng hình thức, cùng kỳ thành tích")
    assert repeats_of(make_nomination(made, cast.west)) == []


def test_people_are_compared_as_people_and_mere_names_with_nobody(cast: SimpleNamespace) -> None:
    make_decision(cast.province, to_person("Nguyễn Văn An"), on=date(2026, 3, 26))
    made = make_award_round(cast.province)
    named = make_nomination(made, cast.east, to_person("Nguyễn Văn An"))
    other = make_nomination(made, cast.east, to_person("Nguyễn Văn Ân"))

    assert len(repeats_of(named)) == 1
    assert repeats_of(other) == []


def _asked(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("door", ["rounds", "round", "candidates"])
def test_three_ask_the_database_as_often_as_one(
    client: Client, cast: SimpleNamespace, door: str
) -> None:
    made = make_award_round(cast.province, collectives=1)
    client.force_login(cast.minh)
    args = [] if door == "rounds" else [made.pk]
    address = reverse(f"commendations:{door}", args=args)
    gifts = make_indicator()

    def more(name: str) -> None:
        unit = make_unit(name, level=Level.UPPER_BASE, parent=cast.province)
        add_figures(
            make_activity(unit, on=SPRING),
            [Line(what="quà", value=Decimal(5), measure="suất", indicator=gifts)],
        )
        make_nomination(made, unit, sent_by=cast.minh)
        make_award_round(cast.province)

    more("Đoàn xã Một")
    client.get(address)
    one = _asked(client, address)
    for name in ("Đoàn xã Hai", "Đoàn xã Ba"):
        more(name)

    assert _asked(client, address) == one


def test_the_evidence_of_one_unit_asks_as_often_for_three_activities(
    client: Client, cast: SimpleNamespace
) -> None:
    made = make_award_round(cast.province)
    nomination = make_nomination(made, cast.east, to_unit(cast.east))
    client.force_login(cast.lan)
    address = reverse("commendations:proof_add", args=[nomination.pk])
    gifts = make_indicator()

    def more(month: int) -> None:
        line = Line(what="quà", value=Decimal(month), measure="suất", indicator=gifts)
        add_figures(make_activity(cast.east, on=date(2026, month, 8)), [line])

    more(1)
    client.get(address)
    one = _asked(client, address)
    more(3)
    more(5)

    assert _asked(client, address) == one
