"""From an article to records: written through the rooms, traceable, and taken back."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from ketnghia.accounts.models import User
from ketnghia.activities.models import Activity
from ketnghia.agreements.models import Agreement, Duty
from ketnghia.exchanges.models import Exchange, Participation
from ketnghia.exchanges.operations import credit
from ketnghia.gifts.models import Gift
from ketnghia.journal.reading import history_of
from ketnghia.people.models import Person
from ketnghia.reading.models import Article, Field, Proposal, Source, Taught
from ketnghia.reading.operations import deciding
from ketnghia.reading.operations.taking import take_text
from ketnghia.reading.operations.undoing import undo
from ketnghia.reading.operations.writing import write
from tests.making import make_agreement, make_exchange
from tests.reading.making import make_article, make_field
from tests.reading.retold import DEED, SIGNING, VISIT


def read_in(cast: SimpleNamespace, text: str) -> Article:
    return take_text(cast.province, text=text, by=cast.minh).articles.get()


def settle(article: Article, by: User) -> None:
    """Take every doubt as it stands."""
    for field in article.fields.doubts():
        field.refresh_from_db()
        if field.is_open:
            deciding.accept(field, by=by)


def written(cast: SimpleNamespace, text: str) -> Article:
    article = read_in(cast, text)
    settle(article, cast.minh)
    write(article, by=cast.minh)
    article.refresh_from_db()
    return article


def test_a_signing_becomes_a_paper_with_promises_and_its_ceremony(cast: SimpleNamespace) -> None:
    written(cast, SIGNING)

    paper, ceremony = Agreement.objects.get(), Exchange.objects.get()
    promises = list(paper.commitments.all())
    assert (paper.kind, paper.signed_on) == ("programme", date(2019, 11, 29))
    assert (paper.starts_on, paper.ends_on) == (date(2020, 1, 1), date(2020, 12, 31))
    assert "không ghi năm" in paper.signed_on_note
    assert [party.unit for party in paper.parties.all()] == [cast.province, cast.elsewhere]
    assert [str(party.signatories.get().person) for party in paper.parties.all()] == [
        "Trần Quang Vinh",
        "Lê Thị Hạnh",
    ]
    assert [(p.who, p.rhythm, p.where) for p in promises] == [
        ("jointly", "each_year", "anywhere"),
        ("each_side", "each_year", "friend"),
    ]
    assert [[(b.counted, b.bound, b.quantity) for b in p.branches.all()] for p in promises] == [
        [("exchange", "at_least", 2)],
        [("project", "at_least", 1), ("welfare", "at_least", 1)],
    ]
    assert Duty.objects.count() == 3
    assert (ceremony.kind, ceremony.agreement) == ("signing", paper)
    assert ceremony.begins_on == date(2019, 11, 29)


def test_a_visit_becomes_an_exchange_with_heads_places_and_gifts(cast: SimpleNamespace) -> None:
    written(cast, VISIT)

    visit, gift = Exchange.objects.get(), Gift.objects.get()
    sides = {side.role: side for side in visit.participations.all()}
    assert (visit.begins_on, visit.ends_on) == (date(2021, 1, 16), date(2021, 1, 18))
    assert (sides["host"].unit, sides["guest"].unit) == (cast.province, cast.elsewhere)
    assert str(sides["guest"].head) == "Lê Thị Hạnh"
    assert sides["guest"].head_title == "Bí thư Tỉnh đoàn Nam Hải"
    assert [item.title for item in visit.programme.all()] == ["Khu tưởng niệm Trần Phú"]
    assert (gift.giver, gift.receiver, gift.kind) == (cast.elsewhere, cast.province, "cash")
    assert gift.value == 10_000_000
    assert not Agreement.objects.exists()


def test_a_gift_of_nobody_is_told_not_lost(client: Client, cast: SimpleNamespace) -> None:
    article = read_in(cast, VISIT)
    gift = article.fields.get(kind="gift")
    gift.value = {**gift.value, "giver": None}
    gift.save()
    settle(article, cast.minh)
    write(article, by=cast.minh)
    client.force_login(cast.minh)

    page = client.get(article.get_absolute_url()).content.decode()

    assert not Gift.objects.exists()
    assert "Chưa vào sổ quà, vì chưa rõ ai tặng ai:" in page


def test_a_deed_becomes_an_activity_whose_figures_keep_bound_and_sentence(
    cast: SimpleNamespace,
) -> None:
    written(cast, DEED)

    deed = Activity.objects.get()
    figures = {figure.words: figure for figure in deed.figures.all()}
    assert (deed.begins_on, deed.lead and deed.lead.unit) == (date(2024, 3, 10), cast.east)
    assert set(figures) == {"85 đoàn viên", "20 suất quà", "gần 40 triệu đồng"}
    assert figures["20 suất quà"].said.startswith("Tại buổi ra quân")
    assert deed.source == "Đoàn xã Đông Hà ra quân Ngày chủ nhật xanh, 12/3/2024"


def test_every_field_is_traceable_to_its_words(cast: SimpleNamespace) -> None:
    article = written(cast, SIGNING)

    paper = Agreement.objects.get()
    told = {source.name: source for source in Source.objects.of(paper)}
    signed = told["Ngày ký"]
    assert set(told) == {
        "Văn bản",
        "Ngày ký",
        "Thời hạn",
        "Cam kết",
        "Chủ nhà",
        "Khách",
        "Đại diện",
    }
    assert article.text[signed.start : signed.end] == signed.words == "29/11"
    assert (signed.told, signed.by) == ("29/11/2019", cast.minh)


def test_who_accepted_what_is_kept(cast: SimpleNamespace) -> None:
    article = written(cast, VISIT)

    acts = history_of(article)
    changed = [change.after for act in acts for change in act.changes if act.who == "Minh"]
    assert (article.state, article.decided_by) == ("accepted", cast.minh)
    assert "đã ghi vào sổ" in changed
    assert "đã nhận" in changed
    assert not article.fields.filter(decision="open").exists()


def test_doubts_come_first(cast: SimpleNamespace) -> None:
    article = read_in(cast, SIGNING)

    with pytest.raises(ValidationError, match="Còn 2 điều cần xem"):
        write(article, by=cast.minh)
    assert not Agreement.objects.exists()


def test_a_doubt_about_one_day_is_settled_once(cast: SimpleNamespace) -> None:
    article = read_in(cast, SIGNING)

    signed = article.fields.get(kind="signed_on")
    deciding.correct(signed, by=cast.minh, value="2018-11-29")

    event = article.fields.get(kind="event")
    assert event.value == {"start": "2018-11-29", "end": "2018-11-29"}
    assert event.decision == "corrected"


def test_a_day_without_its_year_cannot_be_taken(cast: SimpleNamespace) -> None:
    article = read_in(cast, SIGNING.replace("năm 2020", ""))

    with pytest.raises(ValidationError, match="thiếu năm"):
        deciding.accept(article.fields.get(kind="event"), by=cast.minh)


def test_a_unit_nobody_knows_is_chosen_and_learned(cast: SimpleNamespace) -> None:
    strange = VISIT.replace("Tỉnh đoàn Nam Hải", "Tỉnh đoàn Viễn Phố")
    article = read_in(cast, strange)
    unknown = article.fields.get(kind="unit", unit=None)
    with pytest.raises(ValidationError, match="chưa có trong sổ"):
        deciding.accept(unknown, by=cast.minh)

    deciding.correct(unknown, by=cast.minh, unit=cast.elsewhere)

    again = read_in(cast, strange + "Bài đăng lại.")
    learned = again.fields.get(kind="unit", role="guest")
    assert Taught.objects.get().words == "Tỉnh đoàn Viễn Phố"
    assert (learned.unit, learned.is_doubtful) == (cast.elsewhere, False)
    assert "đã dạy" in learned.note


def test_what_is_refused_is_not_written(cast: SimpleNamespace) -> None:
    article = read_in(cast, SIGNING)
    settle(article, cast.minh)
    deciding.refuse(article.fields.get(kind="agreement"), by=cast.minh)
    for one in article.fields.filter(kind="person"):
        deciding.refuse(one, by=cast.minh)

    write(article, by=cast.minh)

    assert not Agreement.objects.exists()
    assert Exchange.objects.get().agreement is None
    assert not Person.objects.exists()


def test_nothing_to_write_is_told(cast: SimpleNamespace) -> None:
    article = read_in(cast, VISIT)
    settle(article, cast.minh)
    deciding.refuse(article.fields.get(kind="kind"), by=cast.minh)

    with pytest.raises(ValidationError, match="Chưa có gì để ghi"):
        write(article, by=cast.minh)


def test_only_who_runs_a_side_writes(cast: SimpleNamespace) -> None:
    article = read_in(cast, VISIT)
    settle(article, cast.minh)

    with pytest.raises(ValidationError, match="đơn vị của đồng chí"):
        write(article, by=cast.lan)
    assert not Exchange.objects.exists()
    assert not Person.objects.exists()


def test_the_same_event_from_two_papers_is_one(cast: SimpleNamespace) -> None:
    first = written(cast, SIGNING)
    second = read_in(cast, SIGNING.replace("Bản tin", "Báo tỉnh"))
    settle(second, cast.minh)
    assert set(second.proposals.values_list("choice", flat=True)) == {"join"}

    write(second, by=cast.minh)

    paper = Agreement.objects.get()
    assert Exchange.objects.count() == 1
    assert {source.article for source in Source.objects.of(paper)} == {first, second}
    undo(second, by=cast.minh)
    assert {source.article for source in Source.objects.of(paper)} == {first}


def test_what_the_registers_hold_may_still_be_written_anew(cast: SimpleNamespace) -> None:
    make_exchange(cast.province, cast.elsewhere, on=date(2021, 1, 17))
    article = read_in(cast, VISIT)
    settle(article, cast.minh)
    proposal = article.proposals.get()
    assert (proposal.choice, proposal.why) == ("join", "Cùng các bên, ngày 17/1/2021.")

    deciding.choose(proposal, Proposal.Choice.NEW)
    write(article, by=cast.minh)

    assert Exchange.objects.count() == 2


def test_without_a_day_of_signing_the_paper_stays_a_draft(cast: SimpleNamespace) -> None:
    article = read_in(cast, SIGNING)
    deciding.refuse(article.fields.get(kind="signed_on"), by=cast.minh)
    settle(article, cast.minh)

    write(article, by=cast.minh)

    paper = Agreement.objects.get()
    assert (paper.signed_on, paper.ends_on) == (None, date(2020, 12, 31))
    assert paper.commitments.count() == 2


@pytest.mark.parametrize("text", [SIGNING, VISIT, DEED], ids=["signing", "visit", "deed"])
def test_undoing_takes_everything_back(cast: SimpleNamespace, text: str) -> None:
    article = written(cast, text)

    undo(article, by=cast.minh)

    article.refresh_from_db()
    left = [Agreement, Exchange, Activity, Gift, Person, Source, Participation, Duty]
    assert [model.__name__ for model in left if model.objects.exists()] == []
    assert article.state == "read"
    write(article, by=cast.minh)
    assert Source.objects.exists()


def test_what_was_built_on_is_not_taken_back(cast: SimpleNamespace) -> None:
    article = written(cast, SIGNING)
    duty = Duty.objects.filter(party=None).earliest("starts_on")
    credit(make_exchange(cast.province, cast.elsewhere, on=date(2020, 5, 1)), duty, by=cast.minh)

    with pytest.raises(ValidationError, match="đã có thêm bằng chứng"):
        undo(article, by=cast.minh)
    assert Agreement.objects.exists()


def test_what_was_changed_since_is_not_taken_back(cast: SimpleNamespace) -> None:
    article = written(cast, DEED)
    Article.objects.update(decided_at="2024-03-12T08:00:00+07:00")
    deed = Activity.objects.get()
    deed._history_user = cast.lan
    deed.note = "Có mưa"
    deed.save()
    article.refresh_from_db()

    with pytest.raises(ValidationError, match="Lan đã sửa"):
        undo(article, by=cast.minh)


def test_an_article_is_written_once(cast: SimpleNamespace) -> None:
    article = written(cast, DEED)

    with pytest.raises(ValidationError, match="đã quyết rồi"):
        write(article, by=cast.minh)
    with pytest.raises(ValidationError, match="chưa ghi vào sổ"):
        undo(read_in(cast, VISIT), by=cast.minh)


def test_a_childs_name_is_no_finding(cast: SimpleNamespace) -> None:
    article = read_in(cast, DEED + "Em Nguyễn Thị Mai Hoa, học sinh lớp 5, nhận quà.")

    assert not Field.objects.filter(article=article, kind="person").exists()


def test_known_papers_take_the_event_under_them(cast: SimpleNamespace) -> None:
    paper = make_agreement(
        cast.province,
        cast.elsewhere,
        signed_on=date(2019, 11, 28),
        starts_on=date(2020, 1, 1),
        ends_on=date(2020, 12, 31),
    )
    written(cast, SIGNING)

    assert Agreement.objects.get() == paper
    assert Exchange.objects.get().agreement == paper


def test_each_record_tells_the_words_it_comes_from(client: Client, cast: SimpleNamespace) -> None:
    article = written(cast, VISIT)
    visit, gift = Exchange.objects.get(), Gift.objects.get()
    person = Person.objects.get()
    client.force_login(cast.minh)

    def told(door: str, key: int) -> str:
        return client.get(reverse(f"reading:{door}", args=[key])).content.decode()

    when = article.fields.get(kind="event")
    page = told("for_exchange", visit.pk)
    assert f"{article.get_absolute_url()}?dieu={when.pk}#chu-{when.pk}" in page
    assert "16–18/1/2021" in page
    assert "10 triệu đồng" in told("for_gift", gift.pk)
    assert "Lê Thị Hạnh" in told("for_person", person.pk)
    client.force_login(cast.stranger)
    assert "Lê Thị Hạnh," not in told("for_person", person.pk).split("</h1>")[1]


def test_a_gift_in_the_book_is_not_told_as_left_out(client: Client, cast: SimpleNamespace) -> None:
    article = written(cast, VISIT)
    client.force_login(cast.minh)

    assert "Chưa vào sổ quà" not in client.get(article.get_absolute_url()).content.decode()


def test_from_what_was_written_to_the_relation(client: Client, cast: SimpleNamespace) -> None:
    article = written(cast, VISIT)
    client.force_login(cast.minh)

    page = client.get(article.get_absolute_url()).content.decode()
    way = reverse("overview:relation_of_article", args=[article.pk])
    relation = client.get(way)

    assert way in page
    assert relation.url == reverse("overview:relation", args=[cast.province.pk, cast.elsewhere.pk])
    assert way not in client.get(written(cast, DEED).get_absolute_url()).content.decode()


def test_home_tells_of_articles_waiting(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.minh)
    assert "bài đã đọc xong" not in client.get("/").content.decode()

    read_in(cast, VISIT)

    assert "1 bài đã đọc xong" in client.get("/").content.decode()
    client.force_login(cast.hoa)
    assert "bài đã đọc xong" not in client.get("/").content.decode()


def test_a_record_of_others_is_neither_told_nor_joined(
    client: Client, cast: SimpleNamespace
) -> None:
    exchange = make_exchange(cast.east, cast.friend, on=date(2021, 1, 17))
    article = make_article(cast.elsewhere, state="read", text="Giao lưu", title="Giao lưu")
    make_field(article, "kind", value={"record": "exchange", "kind": "meeting"})
    make_field(article, "event", value={"start": "2021-01-17", "end": "2021-01-17"})
    for unit in (cast.east, cast.friend):
        make_field(article, "unit", unit=unit, value={"name": unit.name})
    client.force_login(cast.stranger)

    html = client.get(article.get_absolute_url()).content.decode()
    with pytest.raises(ValidationError, match="đơn vị của đồng chí"):
        write(article, by=cast.stranger)

    assert exchange.get_absolute_url() not in html
    assert not Source.objects.exists()
