"""Numbers the house keeps itself, and reviews of one agreement."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from ketnghia.activities.models import Indicator
from ketnghia.activities.spans import Span
from ketnghia.agreements.models import Duty
from ketnghia.agreements.operations import credit
from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount
from ketnghia.exchanges.models import Exchange, Group, Participation
from ketnghia.gifts.models import Gift
from ketnghia.reviews.comparing import Comparison
from ketnghia.reviews.derived import entries, piece_of
from ketnghia.reviews.figures import Figures
from ketnghia.reviews.models import Report
from ketnghia.reviews.operations import (
    begin_agreement_review,
    meet_about_agreement,
    meet_about_report,
    submit,
)
from ketnghia.reviews.papers import PaperSheet, spans_of
from ketnghia.reviews.roll import by_today
from ketnghia.units.models import Level
from ketnghia.units.operations import succeed
from tests.making import (
    make_activity,
    make_agreement,
    make_commitment,
    make_exchange,
    make_figures,
    make_indicator,
    make_round,
    make_unit,
)

HALF = Span(date(2024, 1, 1), date(2024, 6, 30))
JUNE = date(2024, 6, 1)


def amount(kind: str, *units: object, adds: str = "sum") -> Amount | None:
    keys = {unit.pk for unit in units}  # type: ignore[attr-defined]
    return piece_of(entries(kind, keys, HALF), adds=adds).tally.amount


def test_papers_in_force_are_counted_once_for_both_sides(cast: SimpleNamespace) -> None:
    make_agreement(cast.east, cast.west)
    make_agreement(cast.east, cast.friend)
    make_agreement(cast.east, cast.friend, ends_on=date(2024, 3, 1))

    assert amount("papers", cast.east) == Amount(Decimal(2))
    assert amount("papers", cast.west) == Amount(Decimal(1))
    assert amount("papers", cast.east, cast.west) == Amount(Decimal(2))


def test_delegations_out_and_in(cast: SimpleNamespace) -> None:
    make_exchange(cast.friend, cast.east, on=JUNE, kind="visit")
    make_exchange(cast.east, cast.friend, on=JUNE, kind="visit")
    make_exchange(cast.west, cast.east, on=JUNE, kind="visit")
    make_exchange(cast.friend, cast.east, on=date(2024, 7, 1), kind="visit")

    assert amount("delegations", cast.east) == Amount(Decimal(2))
    assert amount("delegations", cast.west) is None


def test_meetings_are_shared_by_the_units_that_met(cast: SimpleNamespace) -> None:
    make_exchange(cast.west, cast.east, on=JUNE)
    make_exchange(cast.west, cast.friend, on=JUNE, kind="seminar")
    make_exchange(cast.west, cast.friend, on=JUNE, kind="visit")

    assert amount("meetings", cast.east) == Amount(Decimal(1))
    assert amount("meetings", cast.east, cast.west) == Amount(Decimal(2))


def test_duties_met_of_those_due(cast: SimpleNamespace) -> None:
    agreement = make_agreement(
        cast.east, cast.friend, starts_on=date(2024, 1, 1), ends_on=date(2024, 6, 1)
    )
    for _ in range(4):
        make_commitment(agreement, ("meeting", "at_least", 1), rhythm="over_term")
    met = Duty.objects.earliest("pk")
    met.is_met = True
    met.save()

    told = piece_of(entries("duties", {cast.east.pk}, HALF), adds="share").tally

    assert (told.amount, told.ratio) == (Amount(Decimal("25.0")), (1, 4))


def test_support_keeps_its_bound_and_what_is_not_known(cast: SimpleNamespace) -> None:
    plain = {"giver": cast.east, "receiver": cast.friend, "on": JUNE, "what": "Sách"}
    Gift.objects.create(kind="cash", value=10_000_000, **plain)
    Gift.objects.create(kind="goods", value=5_000_000, bound="over", **plain)
    Gift.objects.create(kind="goods", **plain)
    Gift.objects.create(kind="souvenir", value=1, **plain)

    told = piece_of(entries("support", {cast.east.pk}, HALF), adds="sum").tally

    assert (told.amount, told.unknown) == (Amount(Decimal(15_000_000), Bound.OVER), 1)


def test_children_are_numbers_written_or_grouped(cast: SimpleNamespace) -> None:
    written = make_exchange(cast.friend, cast.east, on=JUNE, kind="camp")
    Exchange.objects.filter(pk=written.pk).update(children_count=27)
    grouped = make_exchange(cast.friend, cast.east, on=JUNE, kind="camp")
    side = Participation.objects.get(exchange=grouped, unit=cast.east)
    Group.objects.create(participation=side, kind="children", number=10)

    assert amount("children", cast.east) == Amount(Decimal(37))


def test_a_meeting_of_two_communes_counts_once_in_the_province(
    client: Client, cast: SimpleNamespace
) -> None:
    meetings = make_indicator("Hội đàm", measure="cuộc")
    meetings.derived = Indicator.Derived.MEETINGS
    meetings.save()
    make_exchange(cast.west, cast.east, on=JUNE)
    made = make_round(cast.province, meetings, depth=1)
    for unit in (cast.east, cast.west):
        submit(Report.objects.with_units().get(round=made, unit=unit), by=cast.quan)
    top = Report.objects.with_units().get(round=made, unit=cast.province)

    told = Figures(top).tally(meetings.pk)
    client.force_login(cast.minh)
    east = made.reports.get(unit=cast.east)
    page = client.get(reverse("reviews:line", args=[east.pk, meetings.pk])).content.decode()

    assert told.amount == Amount(Decimal(1))
    assert "Hội đàm</a>" in page


def test_one_paper_is_reviewed_by_side_with_its_evidence(
    client: Client, cast: SimpleNamespace
) -> None:
    agreement = make_agreement(
        cast.east, cast.friend, starts_on=date(2024, 1, 1), ends_on=date(2025, 12, 31)
    )
    make_commitment(agreement, ("meeting", "at_least", 1), who="each_side", rhythm="each_year")
    duty = Duty.objects.filter(party__unit=cast.east).earliest("starts_on")
    meeting = make_exchange(cast.east, cast.friend, on=JUNE)
    credit(duty, meeting, counted="meeting", on=JUNE, by=cast.minh)
    spans = spans_of(agreement, today=date(2026, 1, 1))
    assert [(span.first.year, span.last.year, whole) for span, whole in spans] == [
        (2024, 2025, True),
        (2025, 2025, False),
        (2024, 2024, False),
    ]
    review = begin_agreement_review(
        agreement, first=date(2024, 1, 1), last=date(2024, 12, 31), by=cast.minh
    )

    sheet = PaperSheet(review, today=date(2026, 1, 1))

    assert [(side.who, side.is_kept) for side in sheet.sides] == [
        ("Đoàn xã Đông Hà", True),
        ("Tỉnh đoàn Mường Xa", False),
    ]
    assert [str(side.view.state) for side in sheet.sides] == ["met", "missed"]
    assert sheet.lead == "1 trong 2 việc đã hứa làm được, còn 1."
    client.force_login(cast.minh)
    page = client.get(review.get_absolute_url()).content.decode()
    assert "1 trong ít nhất 1" in page
    assert meeting.get_absolute_url() in page


def test_a_final_review_sums_the_paper_up_and_its_meeting_is_an_exchange(
    cast: SimpleNamespace,
) -> None:
    agreement = make_agreement(cast.east, cast.friend, ends_on=date(2024, 12, 31))
    assert agreement.state_on(date(2025, 6, 1)) == "ended_without_review"
    review = begin_agreement_review(
        agreement, first=date(2024, 1, 10), last=date(2024, 12, 31), is_final=True, by=cast.minh
    )
    again = begin_agreement_review(agreement, first=date(2024, 1, 10), last=date(2024, 12, 31))
    assert again == review
    with pytest.raises(ValidationError, match="kết luận"):
        review.conclude(on=date(2025, 1, 10), result="", by=cast.minh)

    meeting = meet_about_agreement(
        review, begins_on=date(2025, 1, 10), host=cast.east, by=cast.minh
    )
    review.conclude(on=date(2025, 1, 10), result="Ký tiếp", by=cast.minh)

    agreement.refresh_from_db()
    assert agreement.state_on(date(2025, 6, 1)) == "ended"
    assert (meeting.kind, meeting.agreement) == ("review", agreement)
    with pytest.raises(ValidationError, match="đã ghi"):
        meet_about_agreement(review, begins_on=date(2025, 1, 10), host=cast.east, by=cast.minh)


def test_a_unit_records_its_own_review_conference(cast: SimpleNamespace) -> None:
    made = make_round(cast.province, make_indicator(), depth=1)
    report = Report.objects.with_units().get(round=made, unit=cast.east)

    meeting = meet_about_report(
        report, begins_on=date(2024, 7, 15), guest=cast.province, by=cast.minh
    )

    roles = dict(meeting.participations.values_list("unit__name", "role"))
    assert roles == {"Đoàn xã Đông Hà": "host", "Tỉnh đoàn Đông Sơn": "guest"}
    assert meeting.title == "Hội nghị: Sơ kết 6 tháng đầu năm 2024"


def test_todays_units_regroup_the_same_total_and_nothing_is_divided(
    cast: SimpleNamespace,
) -> None:
    gifts = make_indicator()
    third = make_unit("Đoàn xã Nam Hà", level=Level.UPPER_BASE, parent=cast.province)
    for unit, value in ((cast.east, 20), (cast.west, 5), (third, 100)):
        make_figures(make_activity(unit, on=date(2024, 5, 1)), (gifts, value))
    made = make_round(cast.province, gifts, depth=1)
    for unit in (cast.east, cast.west, third):
        submit(Report.objects.with_units().get(round=made, unit=unit), by=cast.quan)
    day = date(2025, 7, 1)
    united, north, south = (
        make_unit(f"Đoàn xã {name}", level=Level.UPPER_BASE, parent=cast.province, on=day)
        for name in ("Hợp Hà", "Bắc", "Nam")
    )
    succeed(kind="merged", on=day, legal_basis="NQ", predecessors=[cast.east, cast.west],
            successors=[united])  # fmt: skip
    succeed(kind="split", on=day, legal_basis="NQ", predecessors=[third],
            successors=[north, south])  # fmt: skip
    top = Report.objects.with_units().get(round=made, unit=cast.province)

    regrouped = by_today(top.children.with_units(), today=date(2026, 1, 1))
    then = Comparison(top, today=date(2026, 1, 1))
    now = Comparison(top, is_today=True, today=date(2026, 1, 1))

    assert [(t.unit, len(t.reports)) for t in regrouped.units] == [(united, 2)]
    assert [(r.unit, set(heirs)) for r, heirs in regrouped.split] == [(third, {north, south})]
    assert {bar.name: bar.tally.amount.value for bar in now.bars if bar.tally.amount} == {
        "Đoàn xã Hợp Hà": 25,
        "Đoàn xã Nam Hà": 100,
    }
    for bars in (then.bars, now.bars):
        assert sum(bar.tally.amount.value for bar in bars if bar.tally.amount) == 125
