"""The cast: one province, two communes under it, one unit elsewhere, and five people."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from ketnghia.units.models import Level, Seat, Unit, seats
from tests.database import django_db_setup
from tests.making import make_seat, make_unit, make_user

__all__ = ["cast", "django_db_setup"]

# How much a person reaches is a hint that is kept for minutes: questions are counted without it.
seats.HINTS = False


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    """Lan (officer, commune), Minh (officer, province), Hoa (reader, province), a stranger.

    Quân administers the province. `friend` is a foreign partner nobody here has a seat in.
    """
    centre = make_unit("Trung ương Đoàn", level=Level.CENTRAL)
    province = make_unit("Tỉnh đoàn Đông Sơn", parent=centre)
    east = make_unit("Đoàn xã Đông Hà", level=Level.UPPER_BASE, parent=province)
    west = make_unit("Đoàn xã Tây Hà", level=Level.UPPER_BASE, parent=province)
    elsewhere = make_unit("Tỉnh đoàn Nam Hải", parent=centre)
    friend = make_unit("Tỉnh đoàn Mường Xa", kind=Unit.Kind.FOREIGN, country="LA")
    lan, minh, hoa = make_user("lan"), make_user("minh"), make_user("hoa")
    quan, stranger = make_user("quan"), make_user("stranger")
    make_seat(lan, east)
    make_seat(minh, province)
    make_seat(hoa, province, Seat.Role.READER)
    make_seat(quan, province, Seat.Role.ADMINISTRATOR)
    make_seat(stranger, elsewhere)
    return SimpleNamespace(
        centre=centre,
        province=province,
        east=east,
        west=west,
        elsewhere=elsewhere,
        friend=friend,
        lan=lan,
        minh=minh,
        hoa=hoa,
        quan=quan,
        stranger=stranger,
    )
