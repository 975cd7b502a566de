from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ketnghia.documents.operations import attach
from tests.doors import knock, row, tries
from tests.making import make_agreement

DOORS = {
    "documents:download": row(302, 200, 200, 200, 200, 404),
    "documents:remove": row(302, 302, 302, 404, 302, 404),
    "documents:attach": row(302, 200, 200, 404, 200, 404),
}


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, name: str, who: str
) -> None:
    agreement = make_agreement(cast.east, cast.friend)
    document = attach(agreement, SimpleUploadedFile("ky.pdf", b"%PDF-1.7 ..."), by=cast.lan)
    args = ["agreements", "agreement", agreement.pk] if "attach" in name else [document.pk]

    status = knock(client, cast, name, who, args=args, posts=name.endswith("remove"))

    assert status == DOORS[name][who]
