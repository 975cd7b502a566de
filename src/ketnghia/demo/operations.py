"""Loads the five situations and the people who show them; run twice, nothing doubles."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from django.db import transaction

from ketnghia.accounts.models import User
from ketnghia.activities.models import Activity, Indicator
from ketnghia.activities.operations import Line, load_indicators
from ketnghia.activities.operations import record as record_activity
from ketnghia.agreements.models import Agreement, Branch, Commitment, Party, Signatory
from ketnghia.agreements.operations import open_duties
from ketnghia.commendations.models import Award
from ketnghia.commendations.operations import record_count
from ketnghia.demo.rounds import load_rounds
from ketnghia.exchanges.models import Exchange, Participation, ProgrammeItem, Series
from ketnghia.gifts.operations import record_gift
from ketnghia.gifts.worth import hear_worth
from ketnghia.people.models import Person, Post
from ketnghia.rotations.models import Rotation
from ketnghia.rotations.operations.orders import set_order
from ketnghia.units.models import Level, Seat, Unit, UnitName, searchable
from ketnghia.units.operations import found
from ketnghia.vietnamese.text import fold, sort_key

DATA = Path(__file__).parent / "situations.toml"
COMMUNES = frozenset({"13456", "19429"})  # Liêm Hà in Ninh Bình, Khe Sanh in Quảng Trị


class DemoPerson(NamedTuple):
    """Somebody to sign in as."""

    username: str
    full_name: str
    unit: str
    role: Seat.Role
    what: str


DEMO_PEOPLE = [
    DemoPerson(
        "canbo", "Nguyễn Thu Hà", "vn-new-p-37", Seat.Role.OFFICER, "cán bộ Tỉnh đoàn Ninh Bình"
    ),
    DemoPerson(
        "lanhdao", "Phạm Quốc Bảo", "vn-new-p-37", Seat.Role.LEADER, "lãnh đạo Tỉnh đoàn Ninh Bình"
    ),
    DemoPerson(
        "xadoan", "Trần Văn Khoa", "vn-new-c-13456", Seat.Role.OFFICER, "bí thư Đoàn xã Liêm Hà"
    ),
    DemoPerson("doc", "Lê Minh Châu", "vn-centre", Seat.Role.READER, "người đọc, Trung ương Đoàn"),
    DemoPerson(
        "quangtri", "Hồ Thị Lan", "vn-new-p-44", Seat.Role.OFFICER, "cán bộ Tỉnh đoàn Quảng Trị"
    ),
    DemoPerson(
        "quantri", "Vũ Đức Long", "vn-centre", Seat.Role.ADMINISTRATOR, "quản trị, Trung ương Đoàn"
    ),
]


@transaction.atomic
def load(*, password: str) -> None:
    """Load what is not there yet; what people changed since stays as they left it."""
    data = tomllib.loads(DATA.read_text("utf-8"))
    load_indicators()
    _units(data["unit"])
    _people(data["person"])
    for facts in data["agreement"]:
        _agreement(facts)
    for facts in data["exchange"]:
        _exchange(facts)
    for facts in data["activity"]:
        _activity(facts)
    for facts in data["rotation"]:
        _rotation(facts)
    for facts in data["award"]:
        _award(facts)
    for person in DEMO_PEOPLE:
        _account(person, password)
    load_rounds(data["round"])


def unit(code: str) -> Unit:
    return Unit.objects.get(code=code)


def _units(listed: Iterable[dict[str, Any]]) -> None:
    for facts in listed:
        if Unit.objects.filter(code=facts["code"]).exists():
            continue
        parent = unit(facts["parent"]) if "parent" in facts else None
        kind, level = Unit.Kind(facts["kind"]), Level(facts["level"])
        made = found(facts["name"], code=facts["code"], level=level, parent=parent, kind=kind)
        UnitName.objects.create(unit=made, name=facts["short"], form=UnitName.Form.SHORT)
        made.search_text = searchable([facts["name"], facts["short"]])
        made.save(update_fields=["search_text"])


def _people(listed: Iterable[dict[str, Any]]) -> None:
    for facts in listed:
        name = facts["name"]
        person, is_new = Person.objects.get_or_create(
            code=facts["code"],
            defaults={
                "name": name,
                "note": facts.get("note", ""),
                "search_text": fold(name),
                "sort_key": sort_key(name)[:600],
            },
        )
        for post in facts["posts"] if is_new else []:
            Post.objects.create(
                person=person,
                unit=unit(post["unit"]) if "unit" in post else None,
                title=post["title"],
                rank=post.get("rank", 10),
                valid_from=post["seen"],
                valid_until=post["seen"],
            )


def _agreement(facts: dict[str, Any]) -> None:
    if Agreement.objects.filter(code=facts["code"]).exists():
        return
    parties = facts["parties"]
    names = [unit(party["unit"]).name for party in parties]
    predecessor = facts.get("predecessor")
    agreement = Agreement.objects.create(
        code=facts["code"],
        kind=facts["kind"],
        title=facts["title"],
        signed_on=facts["signed_on"],
        signed_on_note=facts.get("signed_on_note", ""),
        signed_at=facts.get("signed_at", ""),
        starts_on=facts["starts_on"],
        ends_on=facts.get("ends_on"),
        predecessor=Agreement.objects.get(code=predecessor) if predecessor else None,
        handed_over_on=facts.get("handed_over_on"),
        note=facts.get("note", ""),
        search_text=searchable([facts["title"], *names]),
        sort_key=sort_key(facts["title"])[:900],
    )
    for order, party in enumerate(parties, start=1):
        _party(agreement, order, party)
    for order, commitment in enumerate(facts.get("commitment", []), start=1):
        _commitment(agreement, order, commitment)
    open_duties(agreement)


def _party(agreement: Agreement, order: int, facts: dict[str, Any]) -> None:
    party = Party.objects.create(agreement=agreement, unit=unit(facts["unit"]), order=order)
    if "signatory" in facts and agreement.signed_on:
        person = Person.objects.get(code=facts["signatory"])
        title = person.titles_on(agreement.signed_on)
        Signatory.objects.create(party=party, person=person, title=title)


def _commitment(agreement: Agreement, order: int, facts: dict[str, Any]) -> None:
    side = agreement.parties.get(unit__code=facts["side"]) if "side" in facts else None
    commitment = Commitment.objects.create(
        agreement=agreement,
        order=order,
        area=facts["area"],
        wording=facts["wording"],
        rhythm=facts.get("rhythm", "over_term"),
        who=facts["who"],
        side=side,
        where=facts.get("where", "anywhere"),
    )
    commitment.delegates.set([unit(code) for code in facts.get("delegates", [])])
    for place, branch in enumerate(facts["branches"], start=1):
        Branch.objects.create(commitment=commitment, order=place, **branch)


def _exchange(facts: dict[str, Any]) -> None:
    if Exchange.objects.filter(code=facts["code"]).exists():
        return
    plain = ("kind", "title", "theme", "place", "note", "source", "children_count",
             "ordinal")  # fmt: skip
    agreement = facts.get("agreement")
    exchange = Exchange.objects.create(
        code=facts["code"],
        begins_on=facts["begins_on"],
        ends_on=facts.get("ends_on", facts["begins_on"]),
        agreement=Agreement.objects.get(code=agreement) if agreement else None,
        series=Series.objects.called(facts["series"]) if "series" in facts else None,
        search_text=searchable([facts["title"], facts.get("place", "")]),
        **{key: facts[key] for key in plain if key in facts},
    )
    for role in (Participation.Role.HOST, Participation.Role.GUEST):
        for part in facts.get(f"{role}s", []):
            _participation(exchange, role, part)
    for order, item in enumerate(facts.get("programme", []), start=1):
        ProgrammeItem.objects.create(exchange=exchange, order=order, **item)
    for gift in facts.get("gifts", []):
        ends = {key: unit(gift[key]) for key in ("giver", "receiver")}
        told = {**gift, **ends, "worth": hear_worth(gift.get("worth", ""))}
        record_gift(exchange=exchange, **told)


def _participation(exchange: Exchange, role: Participation.Role, facts: dict[str, Any]) -> None:
    head = Person.objects.get(code=facts["head"]) if "head" in facts else None
    Participation.objects.create(
        exchange=exchange,
        unit=unit(facts["unit"]),
        role=role,
        head=head,
        head_title=head.titles_on(exchange.begins_on) if head else "",
        size=facts.get("size"),
    )


def _rotation(facts: dict[str, Any]) -> None:
    """Who hosts after whom under a paper."""
    paper = Agreement.objects.get(code=facts["agreement"])
    if Rotation.objects.filter(agreement=paper).exists():
        return
    month, day = facts["due"]
    set_order(
        agreement=paper,
        hosts=[unit(code) for code in facts["hosts"]],
        since=facts["since"],
        due=(month, day),
    )


def _activity(facts: dict[str, Any]) -> None:
    if Activity.objects.filter(code=facts["code"]).exists():
        return
    plain = ("kind", "title", "campaign", "begins_on", "ends_on", "place", "beneficiaries", "note",
             "source")  # fmt: skip
    lead, *joint = [unit(code) for code in facts["organisers"]]
    activity = record_activity(
        organiser=lead,
        joint=[(other, None) for other in joint],
        at_unit=unit(facts["at_unit"]) if "at_unit" in facts else None,
        figures=[_figure(figure) for figure in facts["figures"]],
        **{key: facts[key] for key in plain if key in facts},
    )
    activity.code = facts["code"]
    activity.save(update_fields=["code"])


def _figure(facts: dict[str, Any]) -> Line:
    code = facts.pop("indicator", None)
    found = Indicator.objects.national().filter(code=code).first() if code else None
    return Line(indicator=found, **facts)


def _award(facts: dict[str, Any]) -> None:
    """A number of honours as its source tells it, without names."""
    if Award.objects.filter(code=facts["code"]).exists():
        return
    plain = {key: value for key, value in facts.items() if key not in {"code", "keeper", "givers"}}
    award = record_count(
        keeper=unit(facts["keeper"]),
        givers=[unit(code) for code in facts["givers"]],
        by=None,
        **plain,
    )
    award.code = facts["code"]
    award.save(update_fields=["code"])


def _account(person: DemoPerson, password: str) -> None:
    if User.objects.filter(username=person.username).exists():
        return
    user = User.objects.create_user(
        person.username, f"{person.username}@example.vn", password, full_name=person.full_name
    )
    since = date(2025, 7, 1)
    Seat.objects.create(user=user, unit=unit(person.unit), role=person.role, valid_from=since)
