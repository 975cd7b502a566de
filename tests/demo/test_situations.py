"""The five situations, as the demonstration holds them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.apps import apps
from django.test import Client

from ketnghia.accounts.models import User
from ketnghia.activities.models import Activity, Indicator, Overlap
from ketnghia.activities.operations import answer_overlaps
from ketnghia.agreements.models import Agreement, Duty
from ketnghia.amounts.sums import Amount
from ketnghia.commendations.honoured import honoured
from ketnghia.commendations.in_report import InReport
from ketnghia.commendations.models import Award
from ketnghia.demo.operations import COMMUNES, DATA, DEMO_PEOPLE, load
from ketnghia.exchanges.models import Exchange
from ketnghia.gifts.models import Gift
from ketnghia.reviews.figures import Figures
from ketnghia.reviews.models import Report, Round
from ketnghia.rotations.ledger_reading import ledgers_of
from ketnghia.rotations.models import Rotation
from ketnghia.rotations.turn_words import line_words
from ketnghia.units.loading import load_units
from ketnghia.units.models import Unit

TODAY = date(2026, 11, 24)
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"


@pytest.fixture
def loaded(db: None) -> None:
    load_units(some=COMMUNES)
    load(password="mat-khau-thu")


def paper(code: str) -> Agreement:
    return Agreement.objects.get(code=code)


def test_loading_twice_doubles_nothing(loaded: None) -> None:
    models = [m for m in apps.get_models() if m.__module__.startswith("ketnghia.")]
    before = {model.__name__: model.objects.count() for model in models}

    load_units(some=COMMUNES)
    load(password="khac")

    assert {model.__name__: model.objects.count() for model in models} == before
    assert User.objects.get(username="canbo").check_password("mat-khau-thu")


def test_s0_each_side_owes_a_project_or_welfare_at_the_friends(loaded: None) -> None:
    duties = Duty.objects.filter(commitment__agreement=paper("s0-ca-mau-ha-nam-2020"))
    counted = [
        duty for duty in duties.order_by("commitment__order", "party__order") if duty.is_counted
    ]

    assert [(d.party and d.party.unit.short_name, d.words, d.state_on(TODAY)) for d in counted] == [
        (None, "0 trong ít nhất 2", "missed"),
        ("Cà Mau", "0 trong ít nhất 1 hoặc 0 trong ít nhất 1", "missed"),
        ("Hà Nam", "0 trong ít nhất 1 hoặc 0 trong ít nhất 1", "missed"),
    ]
    assert {(d.starts_on, d.ends_on) for d in counted} == {(date(2020, 1, 1), date(2020, 12, 31))}
    assert {d.commitment.where for d in counted} == {"anywhere", "friend"}


def test_s0_names_the_unions_of_2019_and_shows_todays(loaded: None) -> None:
    parties = paper("s0-ca-mau-ha-nam-2020").parties.all()

    assert [party.unit.name_on(date(2019, 11, 29)) for party in parties] == [
        "Tỉnh đoàn Cà Mau",
        "Tỉnh đoàn Hà Nam",
    ]
    assert [[heir.name for heir in party.unit.heirs()] for party in parties] == [
        ["Tỉnh đoàn Cà Mau"],
        ["Tỉnh đoàn Ninh Bình"],
    ]
    assert "không ghi năm" in paper("s0-ca-mau-ha-nam-2020").signed_on_note


def test_s1_is_a_visit_without_a_paper(loaded: None) -> None:
    visit = Exchange.objects.get(code="s1-visit")
    kinds = list(visit.programme.values_list("kind", flat=True))
    gift = Gift.objects.get(exchange=visit, kind="cash")

    assert (visit.begins_on, visit.ends_on) == (date(2021, 1, 16), date(2021, 1, 18))
    assert visit.agreement is None
    assert (kinds.count("site"), kinds.count("model"), kinds.count("sport")) == (3, 2, 1)
    assert (gift.value, gift.bound, gift.recipient) == (
        10_000_000,
        "exactly",
        "Quỹ an sinh xã hội của Tỉnh đoàn Hà Tĩnh",
    )
    assert [p.head_title for p in visit.participations.exclude(head=None)] == [
        "Bí thư Tỉnh đoàn Hà Giang"
    ]


def test_s2_follows_its_predecessors_and_names_ended_districts(loaded: None) -> None:
    newest = paper("s2-2024")
    delegates = newest.commitments.get(area="economy").delegates.order_by("code")
    one_sided = newest.commitments.get(who="one_side")

    assert newest.predecessor == paper("s2-2019")
    assert newest.predecessor.predecessor == paper("s2-2013")
    assert [(unit.short_name, unit.is_living) for unit in delegates] == [
        ("Noòng", True),
        ("Sê Pôn", True),
        ("Hướng Hóa", False),
    ]
    assert [duty.party and duty.party.unit.short_name for duty in one_sided.duties.all()] == [
        "Quảng Trị"
    ]


def test_s3_waits_on_the_home_page_for_an_heir(client: Client, loaded: None) -> None:
    client.force_login(User.objects.get(username="doc"))
    page = client.get("/").content.decode()
    desk = page[page.index("Bàn kế thừa") :]
    children = Exchange.objects.get(code="s3-children-2023")

    assert paper("s3-2023").state_on(TODAY) == "signatory_ended"
    assert "Lào Cai" in desk
    assert "1/7/2025" in desk
    assert children.children_count == 27


def test_s4_keeps_every_figure_with_its_bound(loaded: None) -> None:
    unit = Unit.objects.get(code="vn-old-khoi-35")
    found = Activity.objects.filter(organisers__unit=unit).order_by("pk")

    assert [figure.words for activity in found for figure in activity.figures.all()] == [
        "40 triệu đồng",
        "trên 100 triệu đồng",
        "gần 40 triệu đồng",
        "1 công trình",
        "20 suất quà",
        "1 bộ máy tính",
        "1.900 suất quà",
        "220 đơn vị máu",
        "45 đoàn viên",
        "12 tập thể",
    ]
    assert unit.name_on(date(2021, 7, 15)) == "Đoàn Khối các cơ quan tỉnh Hà Nam"


def test_s4_counts_twelve_collectives_of_three_levels_and_names_none(loaded: None) -> None:
    award = Award.objects.get(code="s4-twelve-collectives")
    unit = Unit.objects.get(code="vn-old-khoi-35")

    assert (award.told, award.unnamed, award.name, award.decision) == ("12 tập thể", 12, "", None)
    assert (award.honour, award.issuer) == (None, None)
    assert [giver.name_on(award.on) for giver in award.givers.order_by("pk")] == [
        "Trung ương Đoàn TNCS Hồ Chí Minh",
        "Tỉnh đoàn Hà Nam",
        "Đoàn Khối các cơ quan tỉnh Hà Nam",
    ]
    found = honoured(unit, date(2021, 7, 1), date(2021, 12, 31))
    assert found.collectives.amount == Amount(Decimal(12))
    assert found.people.is_blank


def test_the_review_of_s4_tells_what_was_handed_over_at_its_conference(loaded: None) -> None:
    report = Report.objects.with_units().get(unit__code="vn-old-khoi-35")

    told = InReport(report, User.objects.get(username="canbo"))

    assert told.lead == "Trong kỳ sổ khen thưởng chưa ghi lượt khen nào."
    assert told.later == "Sau kỳ, đến ngày nộp 15/7/2021, ghi thêm 12 tập thể."


def test_everyone_of_the_demonstration_can_sign_in(loaded: None) -> None:
    assert {p.username for p in DEMO_PEOPLE} == set(User.objects.values_list("username", flat=True))


@pytest.mark.skipif(not SEEDS.exists(), reason="the real pages are not beside the project")
def test_no_sentence_of_the_real_pages_is_copied() -> None:
    ours = " ".join(DATA.read_text("utf-8").split())
    copied = [
        sentence
        for page in SEEDS.glob("*.txt")
        for piece in re.split(r"[.;:\n]", page.read_text("utf-8"))
        if len(sentence := " ".join(piece.split())) >= 60 and sentence in ours
    ]

    assert copied == []


def test_s2_alternates_savannakhet_hosted_and_it_is_quang_tris_turn(loaded: None) -> None:
    (ledger,) = ledgers_of(
        Rotation.objects.all(), seen_by=User.objects.get(username="quangtri"), today=TODAY
    )

    assert ledger.next_unit
    assert ledger.next_unit.name == "Tỉnh đoàn Quảng Trị"
    assert ledger.due_on == date(2025, 12, 12)
    assert [(line.turn.years, line_words(line)) for line in ledger.lines] == [
        ("2024", "đã đăng cai"),
        ("2023", "chưa ghi; không tính là bỏ lượt"),
        ("2022", "ngoài lượt"),
        ("2020–2021", "chưa ghi; không tính là bỏ lượt"),
        ("2019", "có ký, chưa rõ bên nào đăng cai"),
        ("2014–2018", "chưa ghi; không tính là bỏ lượt"),
        ("2013", "có gặp, chưa rõ bên nào đăng cai"),
    ]


def test_s4_is_reviewed_by_the_unit_above(loaded: None) -> None:
    made = Round.objects.get(code="s4-round")
    states = dict(made.reports.values_list("unit__name", "state"))
    report = Report.objects.with_units().get(round=made, state="submitted")
    figures = Figures(report)

    assert states == {
        "Tỉnh đoàn Hà Nam": "open",
        "Đoàn Khối các cơ quan tỉnh Hà Nam": "submitted",
        "Thành đoàn Phủ Lý": "open",
        "Thị đoàn Duy Tiên": "open",
        "Thị đoàn Kim Bảng": "open",
        "Huyện đoàn Thanh Liêm": "open",
        "Huyện đoàn Bình Lục": "open",
        "Huyện đoàn Lý Nhân": "open",
    }
    assert (report.submitted_on, report.days_late()) == (date(2021, 7, 15), 0)
    told = {
        indicator.code: (tally.amount.bound.value, int(tally.amount.value), tally.number)
        for key, indicator in figures.indicators.items()
        if (tally := figures.tally(key)).amount
    }
    assert told == {
        "15": ("exactly", 1, 1),
        "21": ("exactly", 1920, 2),
        "24": ("exactly", 220, 1),
        "34": ("exactly", 1, 1),
        "85": ("about", 180_000_000, 3),
        "71": ("exactly", 45, 1),
        "86": ("exactly", 12, 1),
    }
    assert report.aims.filter(state="kept").count() == 3


def test_s4_doubts_are_told_until_somebody_answers(loaded: None) -> None:
    report = Report.objects.with_units().get(round__code="s4-round", state="submitted")
    money = Indicator.objects.national().get(code="85")
    before = Figures(report).tally(money.pk)

    waiting = Overlap.objects.waiting().filter(first__indicator=money)
    answer_overlaps(waiting, answer="separate", by=User.objects.get(username="canbo"))
    after = Figures(report).tally(money.pk)

    assert before.least
    assert (before.least.value, before.is_in_doubt) == (100_000_000, True)
    assert (after.amount, after.is_in_doubt) == (before.amount, False)
