"""Forms of honour: national ones as data, own ones beside them, and what a unit leaves out."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from ketnghia.commendations.models import Honour
from ketnghia.commendations.national import honours
from ketnghia.commendations.operations import switch_honour, write_honour
from tests.commendations.making import honour


def test_every_database_begins_with_the_national_forms(db: None) -> None:
    assert Honour.objects.filter(owner=None).count() == len(honours()) == 16
    medal = honour("medal")
    assert (medal.is_once, medal.is_verified, medal.for_whom) == (True, True, "person")
    assert [(p.name, p.copies) for p in honour("central-bang-khen").dossier.all()][-1] == (
        "Báo cáo thành tích",
        2,
    )
    assert not honour("provincial-bang-khen").is_verified


def test_a_unit_gives_what_its_tier_gives(cast: SimpleNamespace) -> None:
    codes = [h.code for h in Honour.objects.given_by(cast.province)]

    assert codes == ["provincial-flag", "provincial-bang-khen", "provincial-giay-khen"]
    assert [h.code for h in Honour.objects.given_by(cast.east)] == ["base-giay-khen"]


def test_a_form_switched_off_is_off_for_that_unit_only(cast: SimpleNamespace) -> None:
    flag = honour("provincial-flag")

    switch_honour(flag, unit=cast.province, on=False)
    assert flag not in Honour.objects.used_by(cast.province)
    assert flag in Honour.objects.used_by(cast.elsewhere)

    switch_honour(flag, unit=cast.province, on=True)
    assert flag in Honour.objects.used_by(cast.province)


def test_an_own_form_is_known_below_and_gone_when_its_owner_drops_it(cast: SimpleNamespace) -> None:
    own = write_honour(
        owner=cast.province,
        name="Thư khen của Bí thư",
        tier="provincial",
        for_whom="both",
        dossier=[("Công văn", 1)],
        by=cast.minh,
    )
    assert own in Honour.objects.used_by(cast.east)
    assert own not in Honour.objects.known_to(cast.elsewhere)
    with pytest.raises(ValidationError, match="không thuộc nơi dùng"):
        switch_honour(own, unit=cast.elsewhere, on=False)

    switch_honour(own, unit=cast.province, on=False)

    assert own not in Honour.objects.used_by(cast.east)


def test_a_person_adds_and_mends_an_own_form(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.minh)
    facts = {
        "owner": cast.province.pk,
        "name": "Thư khen",
        "tier": "provincial",
        "for_whom": "person",
        "votes_needed": "50",
        "dossier": "Công văn đề nghị\nBáo cáo thành tích, 02 bản",
    }

    client.post(reverse("commendations:honour_create"), facts)
    own = Honour.objects.get(name="Thư khen")
    assert [(p.name, p.copies) for p in own.dossier.all()] == [
        ("Công văn đề nghị", 1),
        ("Báo cáo thành tích", 2),
    ]
    client.post(
        reverse("commendations:honour_edit", args=[own.pk]),
        facts | {"name": "Thư khen của Bí thư", "dossier": "Báo cáo thành tích, 3 bản"},
    )

    own.refresh_from_db()
    assert own.name == "Thư khen của Bí thư"
    assert [(p.name, p.copies) for p in own.dossier.all()] == [("Báo cáo thành tích", 3)]
    page = client.get(reverse("commendations:honours")).content.decode()
    assert "Thư khen của Bí thư" in page
    assert "chưa đối chiếu" in page


def test_a_wish_for_fewer_votes_than_half_is_refused(cast: SimpleNamespace) -> None:
    with pytest.raises(ValidationError, match="từ 50 đến 100"):
        write_honour(
            owner=cast.province,
            name="Thư khen",
            tier="provincial",
            for_whom="both",
            votes_needed=40,
            by=cast.minh,
        )
