from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ketnghia.documents.operations import add_photo, attach
from tests.doors import knock, row, tries
from tests.making import make_agreement, make_picture

READ = row(302, 200, 200, 200, 200, 404)
EDIT = row(302, 200, 200, 404, 200, 404)
POST = row(302, 302, 302, 404, 302, 404)
DOORS = {
    "documents:download": READ,
    "documents:remove": POST,
    "documents:attach": EDIT,
    "documents:photo": READ,
    "documents:photo_add": EDIT,
    "documents:photo_edit": EDIT,
    "documents:photo_remove": POST,
}


@pytest.fixture
def keys(cast: SimpleNamespace) -> dict[str, list[int | str]]:
    agreement = make_agreement(cast.east, cast.friend)
    document = attach(agreement, SimpleUploadedFile("ky.pdf", b"%PDF-1.7 ..."), by=cast.lan)
    photo = add_photo(agreement, make_picture(), by=cast.lan)
    subject: list[int | str] = ["agreements", "agreement", agreement.pk]
    return {
        "documents:download": [document.pk],
        "documents:remove": [document.pk],
        "documents:attach": subject,
        "documents:photo": [photo.pk, "nho"],
        "documents:photo_add": subject,
        "documents:photo_edit": [photo.pk],
        "documents:photo_remove": [photo.pk],
    }


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client,
    cast: SimpleNamespace,
    keys: dict[str, list[int | str]],
    name: str,
    who: str,
) -> None:
    status = knock(client, cast, name, who, args=keys[name], posts=name.endswith("remove"))

    assert status == DOORS[name][who]
