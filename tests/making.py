"""Plain makers of test records: keyword arguments, no hidden relations."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from itertools import count

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from ketnghia.accounts.models import User
from ketnghia.activities.models import Activity, Figure, Indicator
from ketnghia.activities.operations import Line, add_figures
from ketnghia.activities.operations import record as record_activity
from ketnghia.agreements.models import Agreement, Branch, Commitment, Party
from ketnghia.agreements.operations import open_duties
from ketnghia.exchanges.models import Exchange
from ketnghia.exchanges.operations import record as record_exchange
from ketnghia.people.models import Person
from ketnghia.reviews.models import Round
from ketnghia.reviews.operations import Question, open_round
from ketnghia.units.models import Level, Seat, Unit, searchable
from ketnghia.units.operations import found
from ketnghia.vietnamese.text import fold, sort_key

_numbers = count(1)


def make_user(username: str, *, full_name: str = "") -> User:
    return User.objects.create_user(
        username, f"{username}@example.vn", "mat-khau-thu", full_name=full_name or username.title()
    )


def make_unit(
    name: str,
    *,
    level: Level = Level.PROVINCIAL,
    parent: Unit | None = None,
    kind: Unit.Kind = Unit.Kind.UNION,
    country: str = "VN",
    on: date | None = None,
) -> Unit:
    code = f"thu-{next(_numbers)}"
    return found(name, code=code, level=level, parent=parent, kind=kind, country=country, on=on)


def make_seat(user: User, unit: Unit, role: Seat.Role = Seat.Role.OFFICER) -> Seat:
    return Seat.objects.create(user=user, unit=unit, role=role, valid_from=date(2020, 1, 1))


def make_agreement(
    *units: Unit,
    title: str = "Chương trình phối hợp",
    signed_on: date | None = date(2024, 1, 10),
    starts_on: date | None = date(2024, 1, 10),
    ends_on: date | None = date(2026, 12, 31),
) -> Agreement:
    agreement = Agreement.objects.create(
        title=title,
        signed_on=signed_on,
        starts_on=starts_on,
        ends_on=ends_on,
        search_text=searchable([title, *(unit.name for unit in units)]),
        sort_key=title,
    )
    for order, unit in enumerate(units, start=1):
        Party.objects.create(agreement=agreement, unit=unit, order=order)
    return agreement


def make_commitment(
    agreement: Agreement,
    *ways: tuple[str, str, int | None],
    who: str = "jointly",
    rhythm: str = "each_year",
    where: str = "anywhere",
    wording: str = "Mỗi năm gặp nhau",
) -> Commitment:
    """A promise with its ways as (counted, bound, quantity); its duties are opened."""
    commitment = Commitment.objects.create(
        agreement=agreement,
        who=who,
        rhythm=rhythm,
        where=where,
        wording=wording,
        order=agreement.commitments.count() + 1,
    )
    for order, (counted, bound, quantity) in enumerate(ways, start=1):
        Branch.objects.create(
            commitment=commitment, order=order, counted=counted, bound=bound, quantity=quantity
        )
    open_duties(agreement)
    return commitment


def make_exchange(
    host: Unit, guest: Unit, *, on: date = date(2024, 6, 1), kind: str = "talks"
) -> Exchange:
    return record_exchange(
        kind=kind, title="Hội đàm", begins_on=on, host=host, guest=guest, place="Đông Hà"
    )


def make_activity(
    organiser: Unit,
    *,
    on: date = date(2024, 7, 1),
    kind: str = "welfare",
    at_unit: Unit | None = None,
) -> Activity:
    return record_activity(
        title="Tặng quà", kind=kind, begins_on=on, organiser=organiser, at_unit=at_unit
    )


def make_person(name: str) -> Person:
    return Person.objects.create(name=name, search_text=fold(name), sort_key=sort_key(name))


def make_indicator(
    name: str = "Suất quà", *, measure: str = "suất", nature: str = "things", adds: str = "sum"
) -> Indicator:
    return Indicator.objects.create(
        code=f"T{next(_numbers)}",
        group="B",
        name=name,
        measure=measure,
        nature=nature,
        adds=adds,
        words=name,
        from_year=2016,
        search_text=fold(name),
    )


def make_figures(activity: Activity, *said: tuple[Indicator, int | None]) -> list[Figure]:
    """Figures of an activity as (indicator, value); the ledger and the guard follow."""
    return add_figures(
        activity,
        [
            Line(
                what=indicator.name,
                value=None if value is None else Decimal(value),
                measure=indicator.measure,
                indicator=indicator,
            )
            for indicator, value in said
        ],
    )


def make_picture(
    name: str = "anh.jpg",
    *,
    size: tuple[int, int] = (64, 48),
    color: str = "navy",
    exif: Image.Exif | None = None,
) -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", size, color).save(
        out, format="JPEG", exif=Image.Exif() if exif is None else exif
    )
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/jpeg")


def make_round(
    unit: Unit,
    *indicators: Indicator,
    first: date = date(2024, 1, 1),
    last: date = date(2024, 6, 30),
    due_on: date = date(2024, 7, 10),
    depth: int | None = None,
    previous: Round | None = None,
    questions: tuple[Question, ...] = (),
) -> Round:
    """A review of the first half of 2024 for a unit and all below it."""
    return open_round(
        unit,
        title="Sơ kết 6 tháng đầu năm 2024",
        first=first,
        last=last,
        due_on=due_on,
        depth=depth,
        indicators=indicators,
        previous=previous,
        questions=questions,
    )
