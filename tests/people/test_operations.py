from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from ketnghia.agreements.models import Signatory
from ketnghia.people.models import Person
from ketnghia.people.operations import add_name, add_post, correct, look_alike, merge
from tests.making import make_agreement, make_person


def test_papers_print_the_chain_of_titles_held_on_their_day(db: None) -> None:
    person = make_person("Nguyễn Văn An")
    add_post(person, title="Ủy viên Ban Chấp hành Trung ương Đoàn", valid_from=date(2020, 1, 1))
    add_post(
        person, title="Bí thư Tỉnh đoàn", valid_from=date(2021, 1, 1), valid_until=date(2024, 6, 30)
    )
    person.posts.filter(title__startswith="Ủy viên").update(rank=1)

    assert person.titles_on(date(2022, 5, 5)) == (
        "Ủy viên Ban Chấp hành Trung ương Đoàn, Bí thư Tỉnh đoàn"
    )
    assert person.titles_on(date(2024, 7, 1)) == "Ủy viên Ban Chấp hành Trung ương Đoàn"


def test_every_spelling_finds_the_person(db: None) -> None:
    person = make_person("Phoulamphone Xihavong")
    add_name(person, name="Phu Lam Phon Sihavong")

    assert list(Person.objects.search("sihavong")) == [person]
    with pytest.raises(ValidationError):
        add_name(person, name="Phu Lam Phon Sihavong")


def test_a_corrected_name_is_found_by_it(db: None) -> None:
    person = correct(make_person("Nguyen Van An"), name="Nguyễn Vân Anh", note="")

    assert list(Person.objects.search("van anh")) == [person]


def test_one_person_written_two_ways_is_noticed(db: None) -> None:
    one, two = make_person("Phoulamphone Xihavong"), make_person("Phu Lam Phon Sihavong")
    make_person("Nguyễn Hoàng Đạo")

    assert look_alike(one) == [two]


def test_joined_records_keep_every_paper_and_both_spellings(cast: SimpleNamespace) -> None:
    one, two = make_person("Phoulamphone Xihavong"), make_person("Phu Lam Phon Sihavong")
    party = make_agreement(cast.east, cast.friend).parties.get(unit=cast.friend)
    Signatory.objects.create(party=party, person=two)

    merge(one, other=two)

    assert Signatory.objects.get().person == one
    assert [name.name for name in one.names.all()] == ["Phu Lam Phon Sihavong"]
    assert Person.objects.count() == 1


def test_a_wrong_day_of_a_post_is_refused_where_it_stands(
    client: Client, cast: SimpleNamespace
) -> None:
    client.force_login(cast.lan)
    typed = {
        "post": "1",
        "post-title": "Bí thư",
        "post-valid_from": "1/2/2024",
        "post-valid_until": "1/1/2024",
    }

    response = client.post(reverse("people:edit", args=[make_person("An").pk]), typed)

    form = response.context["forms"]["post"]
    assert form.errors == {"valid_until": ["Ngày cuối phải sau ngày đầu."]}
    assert form["title"].value() == "Bí thư"
