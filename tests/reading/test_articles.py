"""Articles and what was found in them: who sees them, how far they are, who decided what."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from ketnghia.journal.reading import history_of
from ketnghia.reading.models import Article, Batch, Field, Source, Taught
from tests.making import make_agreement
from tests.reading.making import make_article, make_field


def test_an_article_is_seen_by_its_unit_and_those_above(cast: SimpleNamespace) -> None:
    article = make_article(cast.east, by=cast.lan)

    sees = {
        who: Article.objects.visible_to(getattr(cast, who)).exists()
        for who in ("lan", "minh", "hoa", "stranger")
    }
    edits = {
        who: Article.objects.editable_by(getattr(cast, who)).exists()
        for who in ("lan", "minh", "hoa", "stranger")
    }

    assert sees == {"lan": True, "minh": True, "hoa": True, "stranger": False}
    assert edits == {"lan": True, "minh": True, "hoa": False, "stranger": False}
    assert Batch.objects.visible_to(cast.hoa).get() == article.batch
    assert not Batch.objects.editable_by(cast.hoa).exists()


def test_the_same_article_is_kept_once_for_each_unit(cast: SimpleNamespace) -> None:
    make_article(cast.east, digest="a" * 64)
    make_article(cast.west, digest="a" * 64)

    with pytest.raises(IntegrityError):
        make_article(cast.east, digest="a" * 64)


def test_one_reader_takes_an_article(cast: SimpleNamespace) -> None:
    article = make_article(cast.east)

    assert article.begin()
    assert not article.begin()


def test_a_reading_cut_short_is_begun_again(cast: SimpleNamespace) -> None:
    article = make_article(cast.east, state="reading", begun_at=timezone.now() - timedelta(hours=1))

    assert list(Article.objects.unread()) == [article]
    assert article.begin()


def test_what_cannot_be_read_says_why_and_may_be_left(cast: SimpleNamespace) -> None:
    article = make_article(cast.east)

    article.fail("Tệp này trống.")
    article.set_aside(by=cast.lan)
    article.take_up(by=cast.lan)

    assert (article.state, article.failure) == ("failed", "Tệp này trống.")
    with pytest.raises(ValidationError, match="không nằm trong mục để lại"):
        article.take_up(by=cast.lan)


def test_what_is_not_read_yet_cannot_be_left(cast: SimpleNamespace) -> None:
    with pytest.raises(ValidationError, match="không còn chờ xem"):
        make_article(cast.east).set_aside(by=cast.lan)


def test_each_decision_is_kept_with_who_and_why(cast: SimpleNamespace) -> None:
    field = make_field(make_article(cast.east, state="read"), words="Đông Hà", is_doubtful=True)
    assert field.needs_a_look

    field.correct(by=cast.lan, value="Đông Hà")
    field.refuse(by=cast.minh)
    field.reopen(by=cast.minh)
    field.accept(by=cast.lan)

    acts = [(act.who, act.reason) for act in history_of(field)]
    assert [(str(cast.lan), "nhận"), (str(cast.minh), "hoàn tác"), (str(cast.minh), "bỏ")] == acts[
        :3
    ]
    assert (str(cast.lan), "sửa") == acts[3]
    assert (field.decision, field.decided_by, field.value) == ("accepted", cast.lan, "Đông Hà")
    assert not field.needs_a_look


def test_only_open_articles_may_be_decided_about(cast: SimpleNamespace) -> None:
    make_field(make_article(cast.east, state="accepted"))
    field = make_field(make_article(cast.east, state="read"), is_doubtful=True)
    refused = make_field(field.article, decision="refused", is_doubtful=True)

    assert list(Field.objects.editable_by(cast.lan)) == [field, refused]
    assert not Field.objects.editable_by(cast.hoa).exists()
    assert list(Field.objects.doubts()) == [field]
    assert refused not in Field.objects.standing()


def test_a_record_tells_its_sources_in_the_order_of_the_text(cast: SimpleNamespace) -> None:
    paper = make_agreement(cast.east, cast.friend)
    article = make_article(cast.east)
    for start, name in ((90, "Thời hạn"), (12, "Ngày ký")):
        Source.objects.create(record=paper, name=name, article=article, start=start, end=start + 5)

    assert [source.name for source in Source.objects.of(paper)] == ["Ngày ký", "Thời hạn"]


def test_words_mean_one_unit_to_the_officers_who_taught_it(cast: SimpleNamespace) -> None:
    told = {"owner": cast.east, "words": "Xã bạn", "folded": "xa ban"}
    Taught.objects.create(unit=cast.west, **told)

    assert Taught.objects.by_words(cast.east, "XÃ BẠN").get().unit == cast.west
    assert not Taught.objects.by_words(cast.west, "Xã bạn").exists()
    with pytest.raises(IntegrityError):
        Taught.objects.create(unit=cast.friend, **told)
