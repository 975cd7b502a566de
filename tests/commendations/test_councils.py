"""Councils vote or agree; what they agreed becomes a decision in the register in one act."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from ketnghia.commendations.honoured import honoured
from ketnghia.commendations.models import Award, Council, Decision, Nomination
from ketnghia.commendations.operations import (
    agree_to_rest,
    change_council,
    draft_decision,
    drop_draft,
    hold_council,
    issue_decision,
    judge,
    mend_draft,
    send_back,
)
from ketnghia.commendations.sitting import Sitting, sittings
from tests.commendations.making import honour, make_decision, to_person, to_unit
from tests.commendations.rounds import make_award_round, make_nomination

MEMBERS = "Nguyễn Văn An, Bí thư\nLê Thị Bình, Phó Bí thư\nTrần Văn Cường, Văn phòng, thư ký"
SIGNED = date(2026, 7, 20)


@pytest.fixture
def sent(cast: SimpleNamespace) -> Nomination:
    made = make_award_round(cast.province)
    return make_nomination(made, cast.east, keys=("activity:1",), sent_by=cast.lan)


def meet(nomination: Nomination, text: str = MEMBERS, on: date = date(2026, 7, 16)) -> Council:
    return hold_council(nomination.round, held_on=on, members=sittings(text), by=None)


def test_members_are_read_as_they_are_typed_and_typed_back() -> None:
    text = "1. Đ/c Nguyễn Văn An, Bí thư\nLê Thị Bình, Phó Bí thư (vắng)\nTrần Văn Cường, thư ký"

    found = sittings(text)

    assert found == [
        Sitting("Nguyễn Văn An", "Bí thư", "chair", is_present=True),
        Sitting("Lê Thị Bình", "Phó Bí thư", "member", is_present=False),
        Sitting("Trần Văn Cường", "", "secretary", is_present=True),
    ]
    assert sittings("\n".join(one.line for one in found)) == found


@pytest.mark.parametrize(
    ("votes_for", "needed", "is_agreed"),
    [(2, 50, True), (1, 50, False), (2, 70, False), (3, 70, True)],
)
def test_votes_decide_by_the_share_the_honour_needs(
    cast: SimpleNamespace,
    sent: Nomination,
    votes_for: int,
    needed: int,
    is_agreed: bool,  # noqa: FBT001
) -> None:
    sent.honour.votes_needed = needed
    sent.honour.save()
    council = meet(sent)

    verdict = judge(council, sent, agrees=True, votes_for=votes_for,
                    votes_against=3 - votes_for, by=cast.minh)  # fmt: skip

    assert verdict.is_agreed == is_agreed
    assert sent.state == ("agreed" if is_agreed else "refused")
    assert sent.steps.first().kind == sent.state  # type: ignore[union-attr]


def test_more_votes_than_people_and_a_refusal_without_a_word_are_not_kept(
    cast: SimpleNamespace, sent: Nomination
) -> None:
    council = meet(sent)

    with pytest.raises(ValidationError, match="4 phiếu mà chỉ có 3 người dự"):
        judge(council, sent, agrees=True, votes_for=3, votes_against=1, by=cast.minh)
    with pytest.raises(ValidationError, match="vì sao hội đồng không đồng ý"):
        judge(council, sent, agrees=False, by=cast.minh)
    judge(council, sent, agrees=True, votes_for=3, by=cast.minh)
    with pytest.raises(ValidationError, match="3 phiếu mà chỉ có 1 người dự"):
        change_council(council, held_on=council.held_on, members=sittings("Nguyễn Văn An"))


def test_a_meeting_that_has_not_been_says_nothing(cast: SimpleNamespace, sent: Nomination) -> None:
    council = meet(sent, on=localdate() + timedelta(days=1))

    with pytest.raises(ValidationError, match="Chưa tới ngày họp"):
        agree_to_rest(council, by=cast.minh)


def test_a_verdict_may_be_changed_until_it_is_in_a_draft(
    cast: SimpleNamespace, sent: Nomination
) -> None:
    council = meet(sent)
    judge(council, sent, agrees=False, remark="Thành tích chưa rõ", by=cast.minh)
    assert (sent.state, sent.remark) == ("refused", "Thành tích chưa rõ")

    judge(council, sent, agrees=True, by=cast.minh)
    draft_decision(sent.round, sent.honour, by=cast.minh)
    sent.refresh_from_db()

    with pytest.raises(ValidationError, match="dự thảo quyết định"):
        judge(council, sent, agrees=False, remark="Thôi", by=cast.minh)
    with pytest.raises(ValidationError, match="dự thảo quyết định"):
        send_back(sent, remark="Thôi", by=cast.minh)
    assert council.verdicts.count() == 1


def test_what_was_refused_leaves_its_place_in_the_quota(
    cast: SimpleNamespace, sent: Nomination
) -> None:
    judge(meet(sent), sent, agrees=False, remark="Chưa đủ", by=cast.minh)

    assert not sent.round.nominations.living().exists()


def test_one_act_writes_the_register_with_numbers_reason_and_evidence(
    cast: SimpleNamespace, sent: Nomination
) -> None:
    made = sent.round
    person = make_nomination(made, cast.west, to_person("Lê Thị Bình", title="Bí thư"),
                             sent_by=cast.minh)  # fmt: skip
    council = meet(sent)
    assert agree_to_rest(council, by=cast.minh) == 2
    draft = draft_decision(made, honour(), money_collective=Decimal(500000), by=cast.minh)
    assert not Award.objects.exists()

    issue_decision(draft, decided_on=SIGNED, number="12-QĐ/TĐTN-VP", signer="Nguyễn Văn An",
                   signer_title="Bí thư", by=cast.quan)  # fmt: skip

    unit, other = Award.objects.order_by("order")
    assert (unit.name, unit.reason, unit.certificate) == (
        "Đoàn xã Đông Hà", "Hiến máu tình nguyện", "1",
    )  # fmt: skip
    assert (unit.money, other.money, other.certificate) == (Decimal(500000), None, "2")
    assert (unit.merits_from, unit.merits_until) == (made.first, made.last)
    assert [proof.key for proof in unit.nomination.proofs.all()] == ["activity:1"]
    person.refresh_from_db()
    assert (person.state, person.award) == ("decided", other)
    found = honoured(cast.province, date(2026, 7, 1), date(2026, 12, 31))
    assert (found.collectives.number, found.people.number) == (1, 1)
    with pytest.raises(ValidationError, match="đã ban hành"):
        issue_decision(draft, decided_on=SIGNED, number="13", signer="An", by=cast.quan)


def test_the_paper_is_drafted_in_the_form_of_the_office(
    cast: SimpleNamespace, sent: Nomination
) -> None:
    agree_to_rest(meet(sent), by=cast.minh)

    draft = draft_decision(sent.round, honour(), by=cast.minh)

    assert draft.about == (
        "V/v tặng Giấy khen của Ban Chấp hành Tỉnh đoàn Đông Sơn trong 6 tháng đầu năm 2026"
    )
    assert draft.body_name == "TỈNH ĐOÀN ĐÔNG SƠN"
    assert draft.above == "TRUNG ƯƠNG ĐOÀN"
    assert "Biên bản họp Hội đồng Thi đua - Khen thưởng ngày 16/7/2026" in draft.bases
    assert draft.considering == "Xét đề nghị của Đoàn xã Đông Hà,"
    assert "cho 01 tập thể (có danh sách kèm theo)" in draft.articles
    assert [line.partition(".")[0] for line in draft.articles.splitlines()] == [
        "Điều 1", "Điều 2", "Điều 3",
    ]  # fmt: skip
    mend_draft(draft, about="V/v khen thưởng")
    assert Decision.objects.get().about == "V/v khen thưởng"


def test_a_dropped_draft_leaves_what_the_council_agreed(
    cast: SimpleNamespace, sent: Nomination
) -> None:
    agree_to_rest(meet(sent), by=cast.minh)
    drop_draft(draft_decision(sent.round, honour(), by=cast.minh))

    sent.refresh_from_db()
    assert (sent.state, sent.decision) == ("agreed", None)
    assert not Decision.objects.exists()


def test_what_a_unit_above_gives_is_written_by_its_paper_without_texts(
    cast: SimpleNamespace,
) -> None:
    central = honour("central-bang-khen")
    made = make_award_round(cast.province, central)
    nomination = make_nomination(made, cast.east, sent_by=cast.lan)
    agree_to_rest(meet(nomination), by=cast.minh)
    draft = draft_decision(made, central, by=cast.minh)
    assert draft.has_paper is False

    with pytest.raises(ValidationError, match="không ở cấp tặng"):
        issue_decision(draft, decided_on=SIGNED, number="7", signer="An", by=cast.quan)
    issued = issue_decision(draft, decided_on=SIGNED, number="7-QĐ/TWĐTN", signer="Bùi Quang Huy",
                            unit=cast.centre, by=cast.quan)  # fmt: skip

    award = issued.awards.get()
    assert (award.issuer, award.keeper, award.certificate) == (cast.centre, cast.province, "")


def test_a_medal_given_meanwhile_stops_the_whole_act(cast: SimpleNamespace) -> None:
    medal = honour("medal")
    made = make_award_round(cast.centre, medal)
    first = make_nomination(made, cast.centre, to_person("Lê Thị Bình"), sent_by=cast.quan)
    make_nomination(made, cast.centre, to_person("Trần Văn Cường"), sent_by=cast.quan)
    agree_to_rest(meet(first), by=cast.quan)
    draft = draft_decision(made, medal, by=cast.quan)
    make_decision(cast.centre, to_person("Lê Thị Bình"), given=medal, on=date(2026, 7, 1))

    with pytest.raises(ValidationError, match="Lê Thị Bình đã được tặng"):
        issue_decision(draft, decided_on=SIGNED, number="9-QĐ/TWĐTN", signer="An", by=cast.quan)

    draft.refresh_from_db()
    assert draft.is_draft
    assert Award.objects.count() == 1


def test_the_register_leads_back_to_the_evidence(
    client: Client, cast: SimpleNamespace, sent: Nomination
) -> None:
    agree_to_rest(meet(sent), by=cast.minh)
    draft = draft_decision(sent.round, honour(), by=cast.minh)
    issued = issue_decision(draft, decided_on=SIGNED, number="12", signer="An", by=cast.quan)
    client.force_login(cast.lan)

    page = client.get(issued.awards.get().get_absolute_url()).content.decode()

    assert "Theo đề nghị của Đoàn xã Đông Hà" in page
    assert "activity:1" in page


@pytest.mark.parametrize("who", ["minh", "hoa"])
def test_papers_are_printed(
    client: Client, cast: SimpleNamespace, sent: Nomination, who: str
) -> None:
    council = meet(sent)
    agree_to_rest(council, by=cast.minh)
    draft = draft_decision(sent.round, honour(), by=cast.minh)
    client.force_login(getattr(cast, who))
    doors = (
        ("council_minutes", [council.pk], ["BIÊN BẢN", "Nhất trí", "Trần Văn Cường"]),
        ("petition", [sent.round_id, cast.east.pk], ["TỜ TRÌNH", "01 tập thể", "activity:1"]),
        ("decision_paper", [draft.pk], ["QUYẾT ĐỊNH", "Điều 1.", "Hiến máu tình nguyện"]),
    )
    for door, args, told in doors:
        page = client.get(reverse(f"commendations:{door}", args=args)).content.decode()
        assert [words for words in told if words not in page] == [], door


def test_votes_are_read_where_the_round_was_opened(
    client: Client, cast: SimpleNamespace, sent: Nomination
) -> None:
    judge(meet(sent), sent, agrees=True, votes_for=2, votes_against=1, by=cast.minh)
    address = sent.get_absolute_url()

    client.force_login(cast.minh)
    assert "Đồng ý, 2 trong 3 phiếu" in client.get(address).content.decode()
    client.force_login(cast.lan)
    page = client.get(address)

    assert page.status_code == 200
    assert page.context["sheet"].verdicts == []


def test_three_nominations_ask_a_council_as_often_as_one(
    client: Client, cast: SimpleNamespace, sent: Nomination, django_assert_num_queries: object
) -> None:
    from django.db import connection  # noqa: PLC0415 - only here
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    council = meet(sent)
    judge(council, sent, agrees=True, by=cast.minh)
    client.force_login(cast.minh)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(council.get_absolute_url())
        return len(queries)

    asked()
    one = asked()
    for recipient in (to_unit(cast.west), to_unit(cast.friend)):
        make_nomination(sent.round, cast.west, recipient, sent_by=cast.minh)
    agree_to_rest(council, by=cast.minh)

    assert asked() == one
