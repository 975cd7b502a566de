from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from ketnghia.agreements.models import Agreement
from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount
from ketnghia.exchanges.models import Participation, Series
from ketnghia.gifts.models import Gift
from ketnghia.overview.relation import Relation
from ketnghia.overview.thread import knots
from ketnghia.overview.turns import turn_lines
from ketnghia.rotations.operations.orders import set_order
from ketnghia.rotations.operations.turns import skip_turn
from ketnghia.units.models import Succession, Unit
from ketnghia.units.operations import succeed
from tests.making import make_agreement, make_commitment, make_exchange, make_seat, make_unit

TODAY = localdate()
QUESTIONS = 47
ALTERNATING = "Mỗi năm gặp nhau, hai bên luân phiên chủ trì"


def page_of(one: Unit, other: Unit) -> str:
    return reverse("overview:relation", args=[one.pk, other.pk])


def in_force(*units: Unit) -> Agreement:
    """A paper that runs from a month ago for a year."""
    since = TODAY - timedelta(days=30)
    return make_agreement(
        *units, signed_on=since, starts_on=since, ends_on=TODAY + timedelta(days=335)
    )


def relation_of(cast: SimpleNamespace) -> Relation:
    return Relation(cast.province, cast.friend, user=cast.minh)


def give(giver: Unit, receiver: Unit, kind: str, value: int | None, bound: Bound) -> Gift:
    return Gift.objects.create(
        giver=giver,
        receiver=receiver,
        on=TODAY - timedelta(days=10),
        kind=kind,
        what="Quà",
        value=value,
        bound=bound,
    )


def test_the_page_shows_both_names_and_the_promise(client: Client, cast: SimpleNamespace) -> None:
    paper = in_force(cast.province, cast.friend)
    make_commitment(paper, ("meeting", "exactly", 1), wording=ALTERNATING)
    client.force_login(cast.minh)

    text = client.get(page_of(cast.province, cast.friend)).content.decode()

    assert "Tỉnh đoàn Đông Sơn" in text
    assert "Tỉnh đoàn Mường Xa" in text
    assert ALTERNATING in text
    assert "0 trong 1" in text


def test_our_side_stands_first_whatever_the_address_says(
    client: Client, cast: SimpleNamespace
) -> None:
    in_force(cast.province, cast.friend)
    client.force_login(cast.minh)

    response = client.get(page_of(cast.friend, cast.province))

    assert response["Location"] == page_of(cast.province, cast.friend)


def test_a_merged_unit_leads_to_the_page_of_its_heir(client: Client, cast: SimpleNamespace) -> None:
    paper = in_force(cast.elsewhere, cast.friend)
    other = make_unit("Tỉnh đoàn Bắc Hải", parent=cast.centre)
    heir = make_unit("Tỉnh đoàn Nam Sơn", parent=cast.centre, on=date(2025, 7, 1))
    succeed(
        kind=Succession.Kind.MERGED,
        on=date(2025, 7, 1),
        legal_basis="Nghị quyết 202/2025/QH15",
        predecessors=[cast.elsewhere, other],
        successors=[heir],
        by=cast.quan,
    )
    make_seat(cast.minh, heir)
    client.force_login(cast.minh)

    response = client.get(page_of(cast.elsewhere, cast.friend))

    assert response["Location"] == page_of(heir, cast.friend)
    assert paper.title in client.get(response["Location"]).content.decode()


def test_papers_of_a_sister_heir_stay_hidden(client: Client, cast: SimpleNamespace) -> None:
    whole = make_unit("Đoàn Khối cũ", parent=cast.centre)
    ours = make_unit("Đoàn cơ quan một", parent=cast.centre)
    sister = make_unit("Đoàn cơ quan hai", parent=cast.centre)
    make_seat(cast.minh, ours)
    make_agreement(whole, cast.friend, title="Văn bản trước khi tách")
    make_agreement(sister, cast.friend, title="Văn bản của đơn vị kia")
    split = Succession.objects.create(kind="split", on=date(2025, 3, 1), legal_basis="Quyết định")
    split.predecessors.set([whole])
    split.successors.set([ours, sister])
    client.force_login(cast.minh)

    relation = Relation(whole, cast.friend, user=cast.minh)
    titles = {paper.title for paper in relation.agreements}

    assert "Văn bản của đơn vị kia" not in titles


def by_turns(cast: SimpleNamespace, *, since: int = TODAY.year) -> Agreement:
    """A paper with an order of hosts: the friend first."""
    paper = in_force(cast.province, cast.friend)
    make_commitment(paper, ("meeting", "exactly", 1), wording=ALTERNATING)
    set_order(agreement=paper, hosts=[cast.friend, cast.province], since=since)
    return paper


def test_whose_turn_it_is_follows_the_order_that_was_set(cast: SimpleNamespace) -> None:
    paper = by_turns(cast, since=TODAY.year - 1)
    held = make_exchange(cast.friend, cast.province, on=date(TODAY.year - 1, 5, 1))
    held.agreement = paper
    held.save()

    first, second = turn_lines(relation_of(cast))[:2]

    assert (first.is_next, first.side, first.years) == (True, "a", str(TODAY.year))
    assert (second.side, second.words) == ("b", "1/5, đã đăng cai")


def test_a_skipped_turn_says_why_on_the_side_that_gave_it_up(cast: SimpleNamespace) -> None:
    paper = by_turns(cast)
    skip_turn(paper.rotation, why="bão lụt", by=cast.minh)

    told = turn_lines(relation_of(cast))

    assert [(line.side, line.is_next) for line in told] == [("a", True), ("b", False)]
    assert told[1].words == "bỏ lượt: bão lụt"


def test_without_an_order_nobody_is_next_and_the_page_offers_to_set_one(
    client: Client, cast: SimpleNamespace
) -> None:
    paper = in_force(cast.province, cast.friend)
    make_commitment(paper, ("meeting", "exactly", 1), wording=ALTERNATING)
    make_exchange(cast.friend, cast.province, on=TODAY - timedelta(days=400))
    client.force_login(cast.minh)

    text = client.get(page_of(cast.province, cast.friend)).content.decode()

    assert not any(line.is_next for line in turn_lines(relation_of(cast)))
    assert reverse("rotations:paper_order", args=[paper.pk]) in text


def test_a_paper_that_says_nothing_of_turns_offers_nothing(
    client: Client, cast: SimpleNamespace
) -> None:
    paper = in_force(cast.province, cast.friend)
    make_commitment(paper, ("meeting", "exactly", 1), wording="Mỗi năm gặp nhau một lần")
    client.force_login(cast.minh)

    text = client.get(page_of(cast.province, cast.friend)).content.decode()

    assert reverse("rotations:paper_order", args=[paper.pk]) not in text


def test_a_year_without_record_is_not_a_skipped_turn_and_a_third_host_uses_none(
    cast: SimpleNamespace,
) -> None:
    make_exchange(cast.friend, cast.province, on=date(2020, 5, 1))
    outside = make_exchange(cast.elsewhere, cast.province, on=date(2023, 5, 1))
    Participation.objects.create(exchange=outside, unit=cast.friend, role="guest")

    told = turn_lines(relation_of(cast))

    assert [(line.years, line.side, line.words) for line in told] == [
        ("2023", "", "gặp tại Đông Hà, ngoài lượt"),
        ("2021–2022", "", "chưa ghi; không tính là bỏ lượt"),
        ("2020", "b", "1/5, đã đăng cai"),
    ]


def test_the_turn_of_a_third_unit_stands_across_both_sides(cast: SimpleNamespace) -> None:
    series = Series.objects.called("Gặp gỡ ba tỉnh")
    held = make_exchange(cast.friend, cast.province, on=date(TODAY.year - 1, 5, 1))
    held.series = series
    held.save()
    hosts = [cast.friend, cast.elsewhere, cast.province]
    set_order(series=series, hosts=hosts, since=TODAY.year - 1)

    first = turn_lines(relation_of(cast))[0]

    assert (first.is_next, first.side) == (True, "")
    assert first.words.startswith("đến lượt Tỉnh đoàn Nam Hải")


@pytest.mark.parametrize("times", [1, 3])
def test_the_page_asks_the_same_number_of_questions_whatever_it_holds(
    client: Client,
    cast: SimpleNamespace,
    django_assert_num_queries: DjangoAssertNumQueries,
    times: int,
) -> None:
    for number in range(times):
        paper = in_force(cast.province, cast.friend)
        make_commitment(paper, ("meeting", "exactly", 1), who="each_side", wording=ALTERNATING)
        held = make_exchange(cast.friend, cast.province, on=date(2020 + number, 5, 1))
        held.agreement = paper
        held.save()
        set_order(agreement=paper, hosts=[cast.friend, cast.province], since=2020)
        give(cast.province, cast.friend, "cash", 10, Bound.EXACTLY)
    client.force_login(cast.minh)
    client.get(page_of(cast.province, cast.friend))

    with django_assert_num_queries(QUESTIONS):
        client.get(page_of(cast.province, cast.friend))


def test_a_gift_total_keeps_its_bound_and_leaves_out_what_is_unknown(cast: SimpleNamespace) -> None:
    give(cast.province, cast.friend, "goods", 20_000_000, Bound.EXACTLY)
    give(cast.province, cast.friend, "goods", 10_000_000, Bound.NEARLY)
    give(cast.province, cast.friend, "souvenir", None, Bound.EXACTLY)
    relation = relation_of(cast)

    (whole,) = relation.gift_totals

    assert whole.sum.in_dong == Amount(Decimal(30_000_000), Bound.NEARLY)
    assert relation.gifts_of_unknown_value == 1


def test_cash_and_goods_and_other_money_are_never_added_up(cast: SimpleNamespace) -> None:
    give(cast.province, cast.friend, "cash", 10, Bound.EXACTLY)
    give(cast.province, cast.friend, "goods", 20, Bound.OVER)
    dollars = give(cast.province, cast.friend, "cash", 100, Bound.EXACTLY)
    dollars.currency = "USD"
    dollars.save()

    told = relation_of(cast).gift_totals

    assert [(one.sum.kind, {m: a.value for m, a in one.sum.money.items()}) for one in told] == [
        ("cash", {"VND": 10, "USD": 100}),
        ("goods", {"VND": 20}),
    ]


def test_an_event_at_the_friends_hangs_below_the_line(cast: SimpleNamespace) -> None:
    make_exchange(cast.friend, cast.province, on=TODAY - timedelta(days=20))
    make_exchange(cast.province, cast.friend, on=TODAY - timedelta(days=10))

    told = knots(relation_of(cast))

    assert [knot.side for knot in told] == ["b", "a", "a"]
    assert told[-1].when == "hôm nay"


def test_a_reader_is_offered_no_act(client: Client, cast: SimpleNamespace) -> None:
    in_force(cast.province, cast.friend)
    client.force_login(cast.hoa)

    text = client.get(page_of(cast.province, cast.friend)).content.decode()

    assert "Lên lịch cuộc gặp" not in text
    assert "In hai trang bàn giao" in text


def test_a_living_paper_without_signatory_offers_the_successor_desk_first(
    client: Client, cast: SimpleNamespace
) -> None:
    paper = in_force(cast.province, cast.friend)
    cast.province.ended_on = TODAY - timedelta(days=5)
    cast.province.save()
    client.force_login(cast.minh)

    text = client.get(page_of(cast.province, cast.friend)).content.decode()

    assert reverse("agreements:inherit", args=[paper.parties.first().pk]) in text


def test_an_activity_begun_from_the_relation_has_both_sides_filled_in(
    client: Client, cast: SimpleNamespace
) -> None:
    in_force(cast.province, cast.friend)
    client.force_login(cast.minh)
    address = client.get(page_of(cast.province, cast.friend)).context["record_url"]

    form = client.get(address).context["form"]

    assert form["organiser"].value() == str(cast.province.pk)
    assert form["partner"].value() == str(cast.friend.pk)
    assert client.get(f"{reverse('activities:create')}?partner=abc").status_code == 200


def test_a_ceremony_and_the_paper_of_its_day_are_one_knot_on_the_hosts_ground(
    cast: SimpleNamespace,
) -> None:
    make_agreement(cast.province, cast.friend, signed_on=date(2024, 1, 10))
    make_exchange(cast.friend, cast.province, on=date(2024, 1, 10), kind="signing")

    first = knots(relation_of(cast))[0]

    assert (first.shapes, first.side, first.title) == (("sign",), "b", "Hội đàm")
    assert first.note == "tại Đông Hà"
