"""What follows from a promise, and what becomes of it when the paper changes."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError

from ketnghia.activities.operations import credit as credit_activity
from ketnghia.agreements.drafting import close, extend, renew, set_terms, sign
from ketnghia.agreements.models import Agreement, Duty
from ketnghia.agreements.operations import inherit, open_duties, uncredit
from ketnghia.exchanges.operations import credit, fitting
from ketnghia.units.operations import succeed
from tests.making import make_activity, make_agreement, make_commitment, make_exchange

TODAY = date(2026, 11, 24)
MEETING = ("meeting", "at_least", 2)


def spans(agreement: Agreement) -> list[tuple[date, date | None]]:
    found = Duty.objects.filter(commitment__agreement=agreement).order_by("starts_on")
    return list(found.values_list("starts_on", "ends_on"))


def dropped(agreement: Agreement) -> list[tuple[int, str]]:
    found = Duty.objects.filter(commitment__agreement=agreement, dropped_on__isnull=False)
    return [(duty.starts_on.year, duty.dropped_why) for duty in found.order_by("starts_on")]


def test_each_side_owes_its_own_and_both_owe_one_together(cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend, ends_on=date(2024, 12, 31))
    make_commitment(agreement, MEETING)
    make_commitment(agreement, ("project", "at_least", 1), who="each_side")

    owed = [(duty.party and duty.party.unit) for duty in Duty.objects.order_by("pk")]

    assert owed == [None, cast.east, cast.friend]


def test_signed_late_in_the_year_the_first_weeks_owe_nothing_of_their_own(
    cast: SimpleNamespace,
) -> None:
    agreement = make_agreement(
        cast.east,
        cast.friend,
        signed_on=date(2024, 12, 12),
        starts_on=date(2024, 12, 12),
        ends_on=date(2026, 12, 31),
    )

    make_commitment(agreement, MEETING)

    assert spans(agreement) == [
        (date(2024, 12, 12), date(2025, 12, 31)),
        (date(2026, 1, 1), date(2026, 12, 31)),
    ]


def test_opening_again_changes_nothing(cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend)
    make_commitment(agreement, MEETING)
    before = list(Duty.objects.values_list("pk", "starts_on", "ends_on"))

    open_duties(agreement)

    assert list(Duty.objects.values_list("pk", "starts_on", "ends_on")) == before


def test_extended_the_years_added_are_owed_too(cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend, ends_on=date(2025, 12, 31))
    make_commitment(agreement, MEETING)

    extend(agreement, until=date(2027, 12, 31), by=cast.lan)

    assert [start.year for start, _end in spans(agreement)] == [2024, 2025, 2026, 2027]


def test_renewed_early_the_old_paper_owes_nothing_beyond_the_hand_over(
    cast: SimpleNamespace,
) -> None:
    old = make_agreement(cast.east, cast.friend, ends_on=date(2027, 12, 31))
    make_commitment(old, MEETING)

    new = renew(old, by=cast.lan)
    set_terms(new, title="Bản mới", signed_on=date(2026, 3, 1), ends_on=date(2028, 12, 31))
    sign(new, by=cast.lan)

    old.refresh_from_db()
    assert old.last_day == date(2026, 2, 28)
    assert dropped(old) == [(2026, "Thay bằng “Bản mới”."), (2027, "Thay bằng “Bản mới”.")]
    assert [start.year for start, _end in spans(new)] == [2026, 2027, 2028]


def test_closed_before_its_time_a_paper_owes_nothing_more(cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend)
    make_commitment(agreement, MEETING)

    close(agreement, on=date(2025, 7, 1), note="Hai bên thống nhất dừng.", by=cast.lan)

    assert dropped(agreement) == [
        (2025, "Hai bên thống nhất dừng."),
        (2026, "Hai bên thống nhất dừng."),
    ]


def test_ended_by_a_merger_a_paper_waits_for_its_heir_and_then_goes_on(
    cast: SimpleNamespace,
) -> None:
    agreement = make_agreement(cast.east, cast.friend)
    make_commitment(agreement, MEETING)
    succeed(
        kind="absorbed",
        on=date(2025, 7, 1),
        legal_basis="Nghị quyết 1",
        predecessors=[cast.east],
        successors=[cast.west],
    )
    agreement = Agreement.objects.get()
    assert agreement.state_on(TODAY) == "signatory_ended"

    party = agreement.parties.get(unit=cast.east)
    inherit(party, decision="inherit", on=date(2025, 8, 1), heir=cast.west, by=cast.minh)

    assert Agreement.objects.get().state_on(TODAY) == "in_force"
    assert dropped(agreement) == []


def test_not_taken_on_a_paper_of_an_ended_unit_owes_nothing_more(cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend)
    make_commitment(agreement, MEETING)
    succeed(
        kind="absorbed",
        on=date(2025, 7, 1),
        legal_basis="Nghị quyết 1",
        predecessors=[cast.east],
        successors=[cast.west],
    )
    party = Agreement.objects.get().parties.get(unit=cast.east)

    inherit(party, decision="close", on=date(2025, 7, 1), by=cast.minh)

    assert dropped(agreement) == [(2025, "Khép lại"), (2026, "Khép lại")]


def test_a_stranger_to_the_ended_unit_cannot_be_its_heir(cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend)
    succeed(
        kind="absorbed",
        on=date(2025, 7, 1),
        legal_basis="Nghị quyết 1",
        predecessors=[cast.east],
        successors=[cast.west],
    )
    party = agreement.parties.get(unit=cast.east)

    with pytest.raises(ValidationError, match="không kế thừa"):
        inherit(party, decision="inherit", on=date(2025, 8, 1), heir=cast.elsewhere)


def test_a_joint_meeting_counts_once_for_the_pair(cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend, ends_on=date(2024, 12, 31))
    make_commitment(agreement, MEETING)
    duty, exchange = Duty.objects.get(), make_exchange(cast.east, cast.friend)

    credit(exchange, duty, by=cast.lan)

    assert Duty.objects.get().words == "1 trong ít nhất 2"
    with pytest.raises(ValidationError, match="đã được tính"):
        credit(exchange, duty, by=cast.lan)


def test_what_is_owed_at_the_friends_counts_only_there(cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend, ends_on=date(2024, 12, 31))
    make_commitment(agreement, ("welfare", "at_least", 1), who="each_side", where="friend")
    duty = Duty.objects.get(party__unit=cast.east)

    with pytest.raises(ValidationError, match="tại đơn vị bạn"):
        credit_activity(make_activity(cast.east, at_unit=cast.east), duty, by=cast.lan)
    credit_activity(make_activity(cast.east, at_unit=cast.friend), duty, by=cast.lan)

    assert Duty.objects.get(party__unit=cast.east).state_on(TODAY) == "met"


def test_either_branch_is_enough(cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend, ends_on=date(2024, 12, 31))
    ways = ("project", "at_least", 1), ("welfare", "at_least", 1)
    make_commitment(agreement, *ways, who="each_side")
    duty = Duty.objects.get(party__unit=cast.east)

    credit_activity(make_activity(cast.east, kind="welfare"), duty, by=cast.lan)

    assert Duty.objects.get(pk=duty.pk).state_on(TODAY) == "met"


def test_outside_its_period_nothing_counts(cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend, ends_on=date(2024, 12, 31))
    make_commitment(agreement, MEETING)

    with pytest.raises(ValidationError, match="ngoài thời hạn"):
        credit(
            make_exchange(cast.east, cast.friend, on=date(2025, 2, 1)),
            Duty.objects.get(),
            by=cast.lan,
        )


def test_the_order_of_crediting_says_nothing(cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend, ends_on=date(2024, 12, 31))
    make_commitment(agreement, MEETING)
    duty = Duty.objects.get()
    days = [date(2024, month, 1) for month in (3, 6, 9)]
    exchanges = [make_exchange(cast.east, cast.friend, on=on) for on in days]

    told = set()
    for order in permutations(exchanges):
        given = [credit(exchange, duty, by=cast.lan) for exchange in order]
        duty = Duty.objects.get()
        told.add((duty.words, duty.is_met, duty.is_exceeded))
        for evidence in given:
            uncredit(evidence, by=cast.lan)
        duty = Duty.objects.get()

    assert told == {("3 trong ít nhất 2", True, True)}
    assert (duty.is_met, duty.words) == (False, "0 trong ít nhất 2")


def test_only_what_may_count_is_suggested(cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend, ends_on=date(2024, 12, 31))
    make_commitment(agreement, MEETING)
    duty = Duty.objects.get()
    right = make_exchange(cast.east, cast.friend)
    make_exchange(cast.east, cast.friend, kind="sport")
    make_exchange(cast.east, cast.elsewhere)
    make_exchange(cast.east, cast.friend, on=date(2025, 6, 1))

    assert list(fitting(duty)) == [right]


def test_the_caches_say_what_the_evidence_says(cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend)
    make_commitment(agreement, ("meeting", "at_least", 1))
    for duty in Duty.objects.filter(starts_on__year=2024):
        credit(make_exchange(cast.east, cast.friend), duty, by=cast.lan)
    kept = list(Duty.objects.values_list("pk", "is_met", "is_exceeded"))

    for duty in Duty.objects.all():
        duty.recount()

    assert list(Duty.objects.values_list("pk", "is_met", "is_exceeded")) == kept
