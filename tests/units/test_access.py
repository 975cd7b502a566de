from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.test import Client

from ketnghia.units.operations import add_name, succeed
from tests.doors import knock, row, tries

# The register of units is open to whoever signs in; changing it is for administrators.
DOORS = {
    "units:tree": row(302, 200, 200, 200, 200, 200),
    "units:find": row(302, 200, 200, 200, 200, 200),
    "units:detail": row(302, 200, 200, 200, 200, 200),
    "units:succeed": row(302, 404, 404, 404, 200, 404),
    "units:found": row(302, 404, 404, 404, 200, 404),
    "units:edit": row(302, 404, 404, 404, 200, 404),
    "units:remove_name": row(302, 404, 404, 404, 302, 404),
    "units:seats": row(302, 404, 404, 404, 200, 404),
    "units:offer_seat": row(302, 404, 404, 404, 200, 404),
    "units:end_seat": row(302, 404, 404, 404, 302, 404),
    "units:undo_succession": row(302, 404, 404, 404, 302, 404),
}


POSTED = {"units:undo_succession", "units:remove_name", "units:end_seat"}


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, name: str, who: str
) -> None:
    succession = succeed(
        kind="absorbed",
        on=date(2025, 7, 1),
        legal_basis="Nghị quyết 1",
        predecessors=[cast.west],
        successors=[cast.east],
        by=cast.quan,
    )
    keys = {
        "units:detail": [cast.west.pk],
        "units:edit": [cast.east.pk],
        "units:seats": [cast.east.pk],
        "units:offer_seat": [cast.east.pk],
        "units:remove_name": [add_name(cast.east, name="ĐX Đông Hà", form="alias").pk],
        "units:end_seat": [cast.lan.seats.get().pk],
        "units:undo_succession": [succession.pk],
    }

    status = knock(client, cast, name, who, args=keys.get(name, []), posts=name in POSTED)

    assert status == DOORS[name][who]
