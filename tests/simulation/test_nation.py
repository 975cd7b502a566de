"""The made-up country is repeatable, believable, and consistent with what the product keeps."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import transaction

from ketnghia.accounts.models import User
from ketnghia.activities.models import Activity, Contribution, Figure, Organiser, Overlap
from ketnghia.activities.operations import rebuild_ledger, refresh_search
from ketnghia.agreements.models import Agreement, Duty, Evidence
from ketnghia.agreements.operations import refresh_duties
from ketnghia.agreements.states import AgreementState, DutyState
from ketnghia.commendations.models import Award, Book
from ketnghia.commendations.operations.lines import searched
from ketnghia.documents.models import Photo
from ketnghia.exchanges.models import Exchange
from ketnghia.exchanges.operations import refresh_search as refresh_exchange
from ketnghia.gifts.models import Gift
from ketnghia.reviews.figures import Figures
from ketnghia.reviews.models import AgreementReview, Line, Report, Round
from ketnghia.rotations.models import RotationPlace
from ketnghia.simulation.nation.making import Nation
from ketnghia.simulation.nation.units import MEASURED
from ketnghia.units.models import Reach, Standing, Unit
from ketnghia.units.operations import rebuild_reach
from tests.making import make_user
from tests.simulation.conftest import SCALE, TODAY, make_nation

LEDGER = ("figure", "organiser", "unit", "indicator", "on", "bound", "value", "out_of")
DUTIES = ("commitment", "party", "starts_on", "ends_on", "is_met", "is_exceeded", "dropped_on",
          "dropped_why")  # fmt: skip


def rows(model: Any, *names: str) -> list[Any]:
    return sorted(model.objects.values_list(*names), key=repr)


def digest() -> str:
    """What was made, by names and days: keys may differ from one database to another."""
    told: list[Iterable[Any]] = [
        Agreement.objects.order_by("code").values_list("code", "title", "signed_on", "ends_on"),
        rows(Duty, "commitment__wording", "party__unit__code", "starts_on", "is_met"),
        rows(Activity, "title", "begins_on", "place", "search_text"),
        rows(Figure, "activity__title", "what", "bound", "value", "said"),
        rows(Contribution, "unit__code", "indicator__code", "on", "value"),
        rows(Exchange, "title", "begins_on", "state"),
        rows(Gift, "giver__code", "what", "value", "bound"),
        rows(Award, "keeper__code", "name", "title", "certificate", "on"),
        rows(Report, "round__title", "unit__code", "state", "submitted_on"),
        rows(Line, "report__unit__code", "indicator__code", "value", "bound", "plan"),
        rows(Photo, "caption", "taken_on", "width"),
        rows(RotationPlace, "unit__code", "order", "rotation__since"),
    ]
    text = json.dumps([[list(row) for row in part] for part in told], default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def made_and_taken_back(seed: int, today: date = TODAY) -> str:
    with transaction.atomic():
        make_nation(seed=seed, today=today)
        found = digest()
        transaction.set_rollback(True)
    return found


def test_the_same_seed_and_day_make_the_same_country(land: None) -> None:
    first = made_and_taken_back(7)

    assert made_and_taken_back(7) == first
    assert made_and_taken_back(8) != first
    assert made_and_taken_back(7, date(2026, 3, 31)) != first


@time_machine.travel(TODAY)
def test_commands_that_rebuild_caches_change_nothing(nation: Nation) -> None:
    reach = rows(Reach, "holder", "unit")
    ledger = rows(Contribution, *LEDGER)
    weights = rows(Organiser, "pk", "weight")
    duties = rows(Duty, *DUTIES)

    rebuild_reach()
    assert rebuild_ledger() == len(ledger)
    refresh_duties()

    assert rows(Reach, "holder", "unit") == reach
    assert rows(Contribution, *LEDGER) == ledger
    assert rows(Organiser, "pk", "weight") == weights
    assert rows(Duty, *DUTIES) == duties


def test_what_records_are_found_by_is_what_the_product_would_write(nation: Nation) -> None:
    for model, refresh in ((Activity, refresh_search), (Exchange, refresh_exchange)):
        for record in model.objects.order_by("pk")[:40]:
            before = record.search_text

            refresh(record)

            assert record.search_text == before

    for award in Award.objects.with_parts().order_by("pk")[:40]:
        assert award.search_text == searched(award)


def test_the_country_has_what_the_numbers_ask_for(nation: Nation) -> None:
    papers = round(5000 * SCALE)
    in_the_years = {"begins_on__gte": nation.first, "begins_on__lte": TODAY}
    deeds = Activity.objects.filter(**in_the_years).count()
    met = Exchange.objects.filter(**in_the_years).count()

    assert Agreement.objects.count() in {papers, papers + 1}
    assert Duty.objects.count() == pytest.approx(20 * papers, rel=0.15)
    assert deeds + met == pytest.approx(600_000 * SCALE, rel=0.05)
    assert Figure.objects.count() == pytest.approx(3_000_000 * SCALE, rel=0.05)
    assert Exchange.objects.filter(begins_on__gt=TODAY).exists()
    assert Overlap.objects.exclude(answer="waiting").exclude(answered_at=None).exists()
    assert Photo.objects.count() > deeds / 4
    assert AgreementReview.objects.filter(is_final=True, held_on__isnull=False).exists()


@time_machine.travel(TODAY)
def test_half_years_are_reviewed_over_three_levels(nation: Nation) -> None:
    closed, running = Round.objects.order_by("first")

    for made in (closed, running):
        levels = set(made.reports.values_list("level", flat=True))
        assert levels == {"provincial", "upper_base", "base"}
    assert closed.last < running.first
    assert set(closed.reports.values_list("state", flat=True)) == {"locked", "open"}
    assert set(running.reports.values_list("state", flat=True)) == {
        "open",
        "submitted",
        "sent_back",
    }
    assert running.reports.filter(lines__plan__isnull=False).exists()
    top = running.reports.get(parent=None)
    assert top.state == "open"
    assert top.passages.exists()
    assert closed.reports.get(parent=None).snapshots.exists()


@time_machine.travel(TODAY)
def test_what_a_closed_report_froze_is_what_its_sources_say(nation: Nation) -> None:
    report = Report.objects.with_units().filter(unit__code=MEASURED, state="locked").latest("pk")
    kept = {line.indicator_id: line.piece.tally.amount for line in report.lines.frozen()}
    report.state = Report.State.OPEN  # read from its sources again

    told = {key: piece.tally for key, piece in Figures(report).totals.items()}

    assert any(kept.values())
    assert kept == {key: tally.amount for key, tally in told.items() if not tally.is_blank}


def test_registers_number_every_line_once(nation: Nation) -> None:
    for book in Book.objects.all():
        awards = Award.objects.filter(issuer=book.unit, year=book.year)
        numbers = sorted(int(number) for number in awards.values_list("certificate", flat=True))
        assert numbers == list(range(1, book.last_number + 1))
    assert Award.objects.filter(kind="person", person__isnull=False).exists()
    assert Award.objects.filter(kind="collective", unit__isnull=False).exists()


def test_a_country_that_was_not_finished_is_told_apart(nation: Nation) -> None:
    User.objects.filter(username__startswith="mp-").update(is_active=False)

    with pytest.raises(CommandError, match="dừng giữa chừng"):
        call_command("simulate", scale=SCALE)


@time_machine.travel(TODAY)
def test_papers_and_duties_stand_in_many_states(nation: Nation) -> None:
    papers = {paper.state_on() for paper in Agreement.objects.with_parts()}
    found = Duty.objects.select_related("commitment").prefetch_related(
        "commitment__branches", "evidence"
    )
    duties = {duty.state_on() for duty in found}

    assert len(papers & set(AgreementState)) >= 3
    assert duties >= {DutyState.MET, DutyState.EXCEEDED, DutyState.MISSED, DutyState.IN_PROGRESS}


def test_evidence_fits_the_duty_it_is_credited_to(nation: Nation) -> None:
    for evidence in Evidence.objects.select_related("duty", "branch"):
        duty = evidence.duty

        assert evidence.source is not None
        assert evidence.branch.commitment_id == duty.commitment_id
        assert duty.starts_on <= evidence.on <= (duty.ends_on or TODAY)


def test_base_units_stood_under_old_communes_and_stand_under_new_ones(land: None) -> None:
    made = Unit.objects.filter(code__startswith="mp-", kind=Unit.Kind.UNION)
    levels = Standing.objects.filter(unit__in=made).values_list("level", flat=True)

    assert made.count() == 20 * round(3321 * SCALE)
    assert set(levels) == {"base", "branch"}


def test_a_database_in_use_is_left_alone(land: None) -> None:
    make_user("lan")

    with pytest.raises(CommandError, match="dữ liệu thật"):
        call_command("simulate", scale=SCALE)

    call_command("simulate", scale=SCALE, beside_real=True, today=TODAY)
    with pytest.raises(CommandError, match="đã có dữ liệu mô phỏng"):
        call_command("simulate", scale=SCALE, beside_real=True)


@pytest.mark.parametrize("scale", [0, 2])
def test_a_senseless_scale_is_refused(scale: float) -> None:
    with pytest.raises(CommandError, match="--scale"):
        call_command("simulate", scale=scale)
