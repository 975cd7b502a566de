"""Whose turn it is follows from what is recorded, through renewals and successions."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from pytest_django import DjangoAssertNumQueries

from ketnghia.agreements.drafting import draft, set_terms, sign
from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.models import Exchange, Participation, Series
from ketnghia.exchanges.operations import correct, credit
from ketnghia.journal.reading import history_of
from ketnghia.rotations.ledger_reading import ledger_of, ledgers_of
from ketnghia.rotations.ledgers import Ledger
from ketnghia.rotations.models import Rotation, TurnDecision
from ketnghia.rotations.operations.orders import (
    change_order,
    close_ledger,
    rotation_of_paper,
    set_order,
)
from ketnghia.rotations.operations.turns import count_for_turn, skip_turn, swap_turn, withdraw
from ketnghia.rotations.proposing import (
    papers_without_order,
    proposed_for_paper,
    proposed_for_series,
)
from ketnghia.rotations.turn_words import last_words, lead, line_words
from ketnghia.units.models import Succession, Unit
from ketnghia.units.operations import succeed
from tests.making import make_agreement, make_commitment, make_exchange, make_unit

TODAY = date(2026, 11, 25)
LEDGER_QUESTIONS = 15


def held(
    host: Unit, guest: Unit, on: date, *, paper: Agreement | None = None, kind: str = "talks"
) -> Exchange:
    exchange = make_exchange(host, guest, on=on, kind=kind)
    exchange.agreement = paper
    exchange.save()
    return exchange


@pytest.fixture
def paper(cast: SimpleNamespace) -> Agreement:
    return make_agreement(cast.province, cast.friend)


@pytest.fixture
def rotation(cast: SimpleNamespace, paper: Agreement) -> Rotation:
    """The friend hosts in 2024, the province after it, each year before 12 December."""
    return set_order(agreement=paper, hosts=[cast.friend, cast.province], since=2024, due=(12, 12))


def told(rotation: Rotation, *, seen_by: object = None) -> Ledger:
    found = Rotation.objects.filter(pk=rotation.pk)
    return ledgers_of(found, seen_by=seen_by, today=TODAY)[0]  # type: ignore[arg-type]


def lines(ledger: Ledger) -> list[tuple[str, str, str]]:
    return [
        (line.turn.years, line_words(line), line.host.name if line.host else "")
        for line in ledger.lines
    ]


def place_of(rotation: Rotation, unit: Unit) -> object:
    return rotation.places.get(unit=unit)


# ------------------------------------------------------------------ held, taken back, moved


def test_holding_a_meeting_of_the_paper_closes_the_turn_and_taking_it_back_opens_it(
    cast: SimpleNamespace, paper: Agreement, rotation: Rotation
) -> None:
    exchange = held(cast.friend, cast.province, date(2024, 12, 12), paper=paper)
    assert told(rotation).next_unit == cast.province
    assert told(rotation).due_on == date(2025, 12, 12)

    exchange.take_back()

    assert told(rotation).next_unit == cast.friend
    assert told(rotation).planned == exchange

    exchange.hold(by=cast.minh)
    assert told(rotation).next_unit == cast.province


def test_a_held_meeting_counted_for_a_duty_is_not_taken_back(
    cast: SimpleNamespace, paper: Agreement
) -> None:
    commitment = make_commitment(paper, ("meeting", "exactly", 1))
    exchange = held(cast.friend, cast.province, date(2024, 12, 12), paper=paper)
    credit(exchange, commitment.duties.earliest("starts_on"), by=cast.minh)

    with pytest.raises(ValidationError, match="Bỏ tính rồi mới lùi lại"):
        exchange.take_back()


def test_a_meeting_called_off_or_put_under_another_paper_uses_no_turn(
    cast: SimpleNamespace, paper: Agreement, rotation: Rotation
) -> None:
    exchange = held(cast.friend, cast.province, date(2024, 12, 12), paper=paper)
    correct(exchange, kind="talks", title="Hội đàm", begins_on=exchange.begins_on)

    assert told(rotation).next_unit == cast.friend


def test_only_what_receives_the_other_side_uses_a_turn_of_a_paper(
    cast: SimpleNamespace, paper: Agreement, rotation: Rotation
) -> None:
    held(cast.friend, cast.province, date(2024, 5, 1), paper=paper, kind="sport")

    assert told(rotation).next_unit == cast.friend


def test_what_they_did_beside_the_paper_is_told_to_who_may_see_it_and_uses_no_turn(
    cast: SimpleNamespace, paper: Agreement, rotation: Rotation
) -> None:
    outside = held(cast.elsewhere, cast.province, date(2025, 12, 1))
    Participation.objects.create(exchange=outside, unit=cast.friend, role="guest")
    held(cast.friend, cast.province, date(2024, 12, 12), paper=paper)

    assert lines(told(rotation, seen_by=cast.minh)) == [
        ("2025", "ngoài lượt", "Tỉnh đoàn Nam Hải"),
        ("2024", "đã đăng cai", "Tỉnh đoàn Mường Xa"),
    ]
    assert [years for years, _words, _host in lines(told(rotation))] == ["2024"]


# ------------------------------------------------------------------ decided


def test_a_skipped_turn_keeps_why_by_whom_and_on_what_paper(
    cast: SimpleNamespace, paper: Agreement, rotation: Rotation
) -> None:
    decision = skip_turn(
        rotation,
        why="Bão số 9",
        decided_by="Hai bên thống nhất",
        paper="Công văn 12-CV/TĐTN",
        by=cast.minh,
    )

    ledger = told(rotation)

    assert ledger.next_unit == cast.province
    assert lines(ledger) == [("2024", "bỏ lượt", "Tỉnh đoàn Mường Xa")]
    assert ledger.lines[0].decision == decision
    assert (decision.year, decision.recorded_by) == (2024, cast.minh)


def test_a_turn_is_skipped_for_the_year_it_was_not_held_in(
    cast: SimpleNamespace, paper: Agreement, rotation: Rotation
) -> None:
    with pytest.raises(ValidationError, match="không chờ lượt nào"):
        skip_turn(rotation, why="Dịch", year=2023)

    skip_turn(rotation, why="Dịch", year=2026)

    assert told(rotation).next_unit == cast.province
    assert told(rotation).due_on == date(2027, 12, 12)


def test_a_planned_turn_is_not_skipped_behind_its_plan(
    cast: SimpleNamespace, paper: Agreement, rotation: Rotation
) -> None:
    planned = held(cast.friend, cast.province, date(2027, 1, 9), paper=paper)

    assert ledger_of(rotation).planned == planned
    with pytest.raises(ValidationError, match="đã lên lịch"):
        skip_turn(rotation, why="Bận")


def test_a_swap_names_the_other_and_is_told_where_it_was_held(
    cast: SimpleNamespace, paper: Agreement, rotation: Rotation
) -> None:
    swap_turn(rotation, with_place=place_of(rotation, cast.province), why="Bạn sửa hội trường")
    assert lead(told(rotation)).startswith("Tỉnh đoàn Đông Sơn đăng cai thay Tỉnh đoàn Mường Xa")

    held(cast.province, cast.friend, date(2024, 10, 1), paper=paper)

    assert lines(told(rotation)) == [
        ("2024", "đã đăng cai thay Tỉnh đoàn Mường Xa", "Tỉnh đoàn Đông Sơn")
    ]
    assert told(rotation).next_unit == cast.friend


def test_a_turn_is_swapped_with_another_of_the_order_and_only_once(
    cast: SimpleNamespace, rotation: Rotation
) -> None:
    with pytest.raises(ValidationError, match="một bên khác"):
        swap_turn(rotation, with_place=place_of(rotation, cast.friend), why="Nhầm")
    swap_turn(rotation, with_place=place_of(rotation, cast.province), why="Bận")
    with pytest.raises(ValidationError):
        swap_turn(rotation, with_place=place_of(rotation, cast.friend), why="Lại bận")


def test_a_person_says_whose_turn_a_meeting_used_and_mends_what_was_said(
    cast: SimpleNamespace, paper: Agreement, rotation: Rotation
) -> None:
    beside = held(cast.friend, cast.province, date(2024, 12, 12))
    count_for_turn(
        rotation, beside, place=place_of(rotation, cast.friend), why="Quên ghi theo văn bản"
    )
    assert told(rotation).next_unit == cast.province

    count_for_turn(rotation, beside, place=None, why="Thật ra là cuộc khác")

    assert told(rotation).next_unit == cast.friend
    assert TurnDecision.objects.count() == 1
    reasons = [act.reason for act in history_of(rotation) if act.reason]
    assert reasons == ["Thật ra là cuộc khác", "Quên ghi theo văn bản"]


def test_a_withdrawn_decision_leaves_the_ledger_as_before_and_its_why_in_history(
    cast: SimpleNamespace, rotation: Rotation
) -> None:
    withdraw(skip_turn(rotation, why="Bão"), why="Ghi nhầm lượt")

    assert told(rotation).next_unit == cast.friend
    newest = history_of(rotation)[0]
    assert (newest.what, newest.about, newest.reason) == ("bỏ", "Bão", "Ghi nhầm lượt")


def test_a_ledger_given_up_leaves_the_meetings_as_they_are(
    cast: SimpleNamespace, paper: Agreement, rotation: Rotation
) -> None:
    skip_turn(rotation, why="Bão")
    exchange = held(cast.friend, cast.province, date(2025, 12, 12), paper=paper)

    close_ledger(rotation, why="Đặt nhầm")

    assert Exchange.objects.filter(pk=exchange.pk).exists()
    assert rotation_of_paper(paper) is None
    assert "Đặt nhầm" in [act.reason for act in history_of(paper)]


# ------------------------------------------------------------------ set and changed


@pytest.mark.parametrize(
    ("hosts", "why"),
    [
        (["friend"], "hai đến năm"),
        (["friend", "friend"], "đứng hai lần"),
        (["friend", "elsewhere"], "không ký văn bản này"),
    ],
)
def test_an_order_is_of_two_to_five_different_parties(
    cast: SimpleNamespace, paper: Agreement, hosts: list[str], why: str
) -> None:
    with pytest.raises(ValidationError, match=why):
        set_order(agreement=paper, hosts=[getattr(cast, name) for name in hosts], since=2024)


def test_a_series_between_strangers_is_not_ordered_by_an_outsider(cast: SimpleNamespace) -> None:
    series = Series.objects.called("Gặp gỡ")
    with pytest.raises(ValidationError, match="đơn vị của đồng chí"):
        set_order(series=series, hosts=[cast.friend, cast.elsewhere], since=2024, by=cast.lan)


def test_a_paper_has_one_ledger_also_through_its_renewals(
    cast: SimpleNamespace, paper: Agreement, rotation: Rotation
) -> None:
    with pytest.raises(ValidationError, match="đã có sổ luân phiên"):
        set_order(agreement=paper, hosts=[cast.friend, cast.province], since=2024)


def test_a_renewed_paper_takes_the_ledger_over_when_it_is_signed(
    cast: SimpleNamespace, paper: Agreement, rotation: Rotation
) -> None:
    held(cast.friend, cast.province, date(2024, 12, 12), paper=paper)
    newer = draft([cast.province, cast.friend], kind="memorandum", by=cast.minh)
    set_terms(newer, title="Biên bản mới", signed_on=date(2025, 6, 1))
    newer.predecessor = paper
    newer.save()
    assert told(rotation).rotation.agreement == paper

    sign(newer, by=cast.minh)

    assert told(rotation).rotation.agreement == newer
    assert told(rotation).next_unit == cast.province
    held(cast.province, cast.friend, date(2025, 7, 1), paper=newer)
    assert told(rotation).next_unit == cast.friend


def test_one_that_joins_comes_last_and_one_that_leaves_is_asked_no_more(
    cast: SimpleNamespace,
) -> None:
    series = Series.objects.called("Gặp gỡ ba tỉnh")
    rotation = set_order(series=series, hosts=[cast.friend, cast.province], since=2024)
    first = held(cast.friend, cast.province, date(2024, 5, 1))
    first.series = series
    first.save()

    hosts = [cast.friend, cast.province, cast.elsewhere]
    change_order(rotation, hosts=hosts, since=2024, why="Thêm một tỉnh")
    assert told(rotation).next_unit == cast.province
    change_order(rotation, hosts=[cast.friend, cast.elsewhere], since=2024, why="Rút")

    ledger = told(rotation)
    assert ledger.next_unit == cast.elsewhere
    assert [place.unit for place in ledger.places] == [cast.friend, cast.elsewhere]
    assert lines(ledger) == [("2024", "đã đăng cai", "Tỉnh đoàn Mường Xa")]


def test_changing_places_begins_the_order_anew_with_the_next_turn(
    cast: SimpleNamespace, paper: Agreement, rotation: Rotation
) -> None:
    held(cast.friend, cast.province, date(2024, 12, 12), paper=paper)

    change_order(rotation, hosts=[cast.province, cast.friend], since=2024, due=(6, 30), why="Đổi")

    ledger = told(rotation)
    assert (ledger.rotation.since, ledger.next_unit) == (2025, cast.province)
    assert ledger.due_on == date(2025, 6, 30)
    assert [words for _years, words, _host in lines(ledger)] == ["đã đăng cai"]


# ------------------------------------------------------------------ through successions


def test_the_successor_takes_the_turn_and_each_is_told_by_the_name_of_its_time(
    cast: SimpleNamespace, paper: Agreement, rotation: Rotation
) -> None:
    held(cast.friend, cast.province, date(2024, 12, 12), paper=paper)
    other = make_unit("Tỉnh đoàn Bắc Sơn", parent=cast.centre)
    heir = make_unit("Tỉnh đoàn Sơn Hà", parent=cast.centre, on=date(2025, 7, 1))
    succeed(
        kind=Succession.Kind.MERGED,
        on=date(2025, 7, 1),
        legal_basis="Nghị quyết 202/2025/QH15",
        predecessors=[cast.province, other],
        successors=[heir],
        by=cast.quan,
    )
    assert told(rotation).next_unit == heir

    held(heir, cast.friend, date(2025, 12, 1), paper=paper)
    held(cast.friend, heir, date(2026, 5, 1), paper=paper)

    ledger = told(rotation)
    assert lines(ledger) == [
        ("2026", "đã đăng cai", "Tỉnh đoàn Mường Xa"),
        ("2025", "đã đăng cai", "Tỉnh đoàn Sơn Hà"),
        ("2024", "đã đăng cai", "Tỉnh đoàn Mường Xa"),
    ]
    assert ledger.next_unit == heir
    assert last_words(ledger) == "Lần gần nhất: Tỉnh đoàn Mường Xa, 1/5/2026."


def test_a_merged_unit_takes_the_turns_of_both_it_came_from(cast: SimpleNamespace) -> None:
    series = Series.objects.called("Gặp gỡ ba tỉnh")
    hosts = [cast.province, cast.friend, cast.elsewhere]
    rotation = set_order(series=series, hosts=hosts, since=2024)
    heir = make_unit("Tỉnh đoàn Sơn Hải", parent=cast.centre, on=date(2024, 1, 1))
    succeed(
        kind=Succession.Kind.MERGED,
        on=date(2024, 1, 1),
        legal_basis="Nghị quyết",
        predecessors=[cast.province, cast.elsewhere],
        successors=[heir],
        by=cast.quan,
    )
    for year, host, guest in ((2024, heir, cast.friend), (2025, cast.friend, heir)):
        exchange = held(host, guest, date(year, 5, 1))
        exchange.series = series
        exchange.save()

    ledger = told(rotation)

    assert ledger.next_place
    assert (ledger.next_place.unit, ledger.next_unit) == (cast.elsewhere, heir)
    assert ledger.units_today == [heir, cast.friend]


# ------------------------------------------------------------------ proposed


def test_a_paper_that_says_the_sides_take_turns_is_proposed_an_order(
    cast: SimpleNamespace,
) -> None:
    paper = make_agreement(
        cast.province,
        cast.friend,
        signed_on=date(2024, 12, 12),
        starts_on=date(2024, 12, 12),
        ends_on=date(2025, 12, 11),
    )
    make_commitment(paper, ("meeting", "exactly", 1), wording="Hai bên luân phiên chủ trì")
    quiet = make_agreement(cast.province, cast.friend)
    make_commitment(quiet, ("meeting", "exactly", 1), wording="Mỗi năm gặp nhau")
    held(cast.friend, cast.province, date(2024, 12, 12), paper=paper)

    proposal = proposed_for_paper(paper)

    assert papers_without_order(cast.minh) == [paper]
    assert papers_without_order(cast.stranger) == []
    assert (proposal.hosts, proposal.since) == ([cast.friend, cast.province], 2024)
    assert (proposal.every, proposal.due) == (1, (12, 12))
    set_order(agreement=paper, hosts=proposal.hosts, since=proposal.since)
    assert papers_without_order(cast.minh) == []


def test_a_paper_for_years_is_due_by_the_end_of_each(cast: SimpleNamespace) -> None:
    paper = make_agreement(cast.province, cast.friend)

    assert proposed_for_paper(paper).due == (12, 31)
    assert proposed_for_paper(paper).hosts == [cast.province, cast.friend]


def test_a_series_is_proposed_everyone_who_took_part_once(cast: SimpleNamespace) -> None:
    series = Series.objects.called("Gặp gỡ ba tỉnh")
    for year, host, guest in (
        (2022, cast.friend, cast.elsewhere),
        (2023, cast.elsewhere, cast.friend),
    ):
        exchange = held(host, guest, date(year, 5, 1))
        exchange.series = series
        exchange.save()
        Participation.objects.create(exchange=exchange, unit=cast.province, role="guest")

    proposal = proposed_for_series(series)

    assert (proposal.hosts[0], proposal.since) == (cast.elsewhere, 2023)
    assert set(proposal.hosts) == {cast.friend, cast.elsewhere, cast.province}


# ------------------------------------------------------------------ asked of the database


@pytest.mark.parametrize("times", [1, 3])
def test_ledgers_ask_the_same_number_of_questions_whatever_they_hold(
    cast: SimpleNamespace, django_assert_num_queries: DjangoAssertNumQueries, times: int
) -> None:
    for number in range(times):
        friend = make_unit(f"Tỉnh đoàn Mường {number}", country="LA")
        paper = make_agreement(cast.province, friend)
        rotation = set_order(agreement=paper, hosts=[friend, cast.province], since=2024)
        skip_turn(rotation, why="Bão", year=2024)
        held(cast.province, friend, date(2025, 5, 1), paper=paper)

    with django_assert_num_queries(LEDGER_QUESTIONS):
        for ledger in ledgers_of(Rotation.objects.all(), seen_by=cast.minh, today=TODAY):
            assert lead(ledger)
            assert lines(ledger)
