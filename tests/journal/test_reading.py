from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from django.test import Client
from django.urls import reverse

from ketnghia.agreements.models import Agreement
from ketnghia.journal.reading import history_of
from tests.making import make_agreement


def test_an_officer_reads_who_changed_what(client: Client, cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend, ends_on=date(2025, 12, 31))
    client.force_login(cast.lan)

    client.post(reverse("agreements:extend", args=[agreement.pk]), {"until": "31/12/2027"})

    newest = history_of(Agreement.objects.get())[0]
    assert (newest.who, newest.what, newest.about) == ("Lan", "sửa", "Chương trình phối hợp")
    assert [(c.field, c.before, c.after) for c in newest.changes] == [
        ("đến hết ngày", "31/12/2025", "31/12/2027")
    ]


def test_the_parts_of_a_record_are_told_too(cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend)

    assert sorted(act.about for act in history_of(agreement)) == [
        "Chương trình phối hợp",
        "bên ký",
        "bên ký",
    ]
