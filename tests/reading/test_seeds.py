"""The five real pages, read and accepted by their findings alone, against the demonstration."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ketnghia.accounts.models import User
from ketnghia.activities.models import Activity, Figure
from ketnghia.agreements.models import Agreement
from ketnghia.demo.operations import COMMUNES, load
from ketnghia.exchanges.models import Exchange
from ketnghia.gifts.models import Gift
from ketnghia.reading.models import Article, Proposal, Source
from ketnghia.reading.operations import deciding
from ketnghia.reading.operations.taking import take_files
from ketnghia.reading.operations.writing import write
from ketnghia.units.loading import load_units
from ketnghia.units.models import Unit

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(
    not SEEDS.exists(), reason="the real pages are not beside the project"
)


@pytest.fixture
def officer(db: None) -> User:
    """Who reaches every unit: the registers are those of the demonstration."""
    load_units(some=COMMUNES)
    load(password="mat-khau-thu")
    return User.objects.get(username="quantri")


def accepted(number: int, officer: User, *, anew: bool = True) -> Article:
    """The page read, every finding taken as it stands, and written, anew where it is known."""
    path = next(SEEDS.glob(f"{number:03}_*.txt"))
    upload = SimpleUploadedFile(path.name, path.read_bytes(), "text/plain")
    centre = Unit.objects.get(code="vn-centre")
    article = take_files(centre, [upload], by=officer).articles.get()
    for field in article.fields.doubts():
        field.refresh_from_db()
        if field.is_open:
            deciding.accept(field, by=officer)
    if anew:
        for proposal in article.proposals.all():
            deciding.choose(proposal, Proposal.Choice.NEW)
    write(article, by=officer)
    article.refresh_from_db()
    return article


def made(article: Article, record: str) -> Any:
    return article.proposals.get(record=record).written


def known(article: Article) -> dict[str, str | None]:
    """The code of the demonstration's record that was recognised as the same."""
    return {p.record: p.known and p.known.code for p in article.proposals.all()}


def paper_facts(paper: Agreement) -> dict[str, Any]:
    return {
        "kind": paper.kind,
        "parties": {party.unit.code for party in paper.parties.all()},
        "signed_on": paper.signed_on,
        "starts_on": paper.starts_on,
        "ends_on": paper.ends_on,
    }


def counted_promises(paper: Agreement) -> list[Any]:
    """Promises with a number: who, how often, where, and what in which number."""
    told = []
    for promise in paper.commitments.prefetch_related("branches"):
        ways = [(b.counted, b.bound, b.quantity) for b in promise.branches.all()]
        if any(quantity is not None for _counted, _bound, quantity in ways):
            told.append((promise.who, promise.rhythm, promise.where, ways))
    return told


def meeting_facts(exchange: Exchange) -> dict[str, Any]:
    return {
        "days": (exchange.begins_on, exchange.ends_on),
        "sides": {
            (side.role, side.unit.code, side.head and side.head.name)
            for side in exchange.participations.select_related("unit", "head")
        },
    }


def test_s0_a_programme_with_its_promises(officer: User) -> None:
    article = accepted(0, officer)
    told = Agreement.objects.get(code="s0-ca-mau-ha-nam-2020")
    paper, ceremony = made(article, "agreement"), made(article, "exchange")

    assert known(article) == {"agreement": "s0-ca-mau-ha-nam-2020", "exchange": "s0-signing"}
    assert paper_facts(paper) == paper_facts(told)
    assert counted_promises(paper) == counted_promises(told)
    assert meeting_facts(ceremony) == meeting_facts(Exchange.objects.get(code="s0-signing"))
    assert ceremony.kind == "signing"


def test_s1_a_visit_with_money_for_a_fund(officer: User) -> None:
    article = accepted(1, officer)
    told, visit = Exchange.objects.get(code="s1-visit"), made(article, "exchange")

    def money(exchange: Exchange) -> tuple[Any, ...]:
        gift = Gift.objects.get(exchange=exchange, kind="cash")
        return gift.giver, gift.receiver, gift.value, gift.bound, gift.recipient

    assert known(article) == {"exchange": "s1-visit"}
    assert meeting_facts(visit) == meeting_facts(told)
    assert (visit.kind, visit.place) == (told.kind, told.place)
    assert money(visit) == money(told)
    assert visit.programme.filter(kind="site").count() == told.programme.filter(kind="site").count()


def test_s2_a_memorandum_of_the_year_and_its_talks(officer: User) -> None:
    article = accepted(2, officer)
    told = Agreement.objects.get(code="s2-2024")
    talks = Exchange.objects.get(code="s2-talks-2024")

    assert known(article) == {"agreement": "s2-2024", "exchange": "s2-talks-2024"}
    assert paper_facts(made(article, "agreement")) == paper_facts(told)
    assert meeting_facts(made(article, "exchange")) == meeting_facts(talks)
    assert made(article, "exchange").kind == talks.kind == "talks"


def test_s3_a_seminar_under_a_memorandum_known_already(officer: User) -> None:
    article = accepted(3, officer, anew=False)
    seminar = Exchange.objects.get(code="s3-seminar-2024")

    assert known(article) == {"agreement": "s3-2023", "exchange": "s3-seminar-2024"}
    assert made(article, "exchange") == seminar
    assert {source.name for source in Source.objects.of(seminar)} >= {"Thời gian", "Chủ nhà", "Nơi"}


def test_s3_written_anew_it_has_the_same_sides_and_term(officer: User) -> None:
    article = accepted(3, officer)
    seminar, paper = made(article, "exchange"), made(article, "agreement")
    told = Exchange.objects.get(code="s3-seminar-2024")
    memorandum = Agreement.objects.get(code="s3-2023")

    assert meeting_facts(seminar) == meeting_facts(told)
    assert seminar.place == told.place
    assert paper_facts(paper)["parties"] == paper_facts(memorandum)["parties"]
    assert (paper.kind, paper.ends_on) == (memorandum.kind, memorandum.ends_on)
    # The page does not say when it was signed: it waits as a draft, nothing is made up.
    assert paper.signed_on is None
    assert seminar.children_count is None


def test_s4_every_figure_with_its_bound_in_its_half_year(officer: User) -> None:
    article = accepted(4, officer)
    report = made(article, "activity")
    told = Figure.objects.filter(activity__code__startswith="s4-")

    def numbers(figures: Any) -> Counter[tuple[Any, str]]:
        return Counter((figure.value, figure.bound) for figure in figures)

    assert isinstance(report, Activity)
    assert report.lead
    assert report.lead.unit.code == "vn-old-khoi-35"
    assert (report.begins_on, report.ends_on) == (date(2021, 1, 1), date(2021, 6, 30))
    assert numbers(report.figures.all()) == numbers(told)
    assert all(figure.said for figure in report.figures.all())
