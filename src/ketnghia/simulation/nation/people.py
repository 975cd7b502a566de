"""Secretaries and officers of every unit, and the people who sign in to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from ketnghia.accounts.models import User
from ketnghia.people.models import Person, Post
from ketnghia.simulation.nation.bulk import Table
from ketnghia.simulation.nation.chance import Chance
from ketnghia.simulation.nation.land import BASE, CENTRE, COMMUNE, PROVINCE, Actor, Land
from ketnghia.units.country import EVE, REFORM
from ketnghia.units.models import Seat
from ketnghia.vietnamese.text import fold, sort_key

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ",
          "Hồ", "Ngô", "Dương", "Lý", "Lò", "Vàng", "H'", "K'")  # fmt: skip
MIDDLE = ("Văn", "Thị", "Minh", "Thanh", "Quốc", "Ngọc", "Thu", "Đức", "Hữu", "Kim", "Xuân", "Anh")
GIVEN = ("An", "Bình", "Châu", "Dung", "Đạt", "Giang", "Hà", "Hải", "Hạnh", "Hiếu", "Hòa", "Hùng",
         "Hương", "Khánh", "Lan", "Linh", "Long", "Mai", "Nam", "Nga", "Nhung", "Phong", "Phúc",
         "Quân", "Quỳnh", "Sơn", "Tâm", "Thắng", "Thảo", "Trang", "Tuấn", "Yến")  # fmt: skip
# How many people of a unit are known by name.
NUMBERS = {CENTRE: 60, PROVINCE: 20, COMMUNE: 4, BASE: 1}
TITLES = ("Bí thư", "Phó Bí thư", "Ủy viên Ban Thường vụ", "Ủy viên Ban Chấp hành")


@dataclass(frozen=True, slots=True)
class Head:
    """Who speaks for a unit, with the title papers print."""

    person: int
    title: str


Heads = dict[int, Head]


def make_people(land: Land, seed: int) -> Heads:
    """People with posts in every unit of the part of the country; the first of each leads it."""
    chance = Chance(seed, "people")
    heads: Heads = {}
    with Table(Person) as people, Table(Post) as posts:
        for actor, until in _who(land):
            for place in range(NUMBERS.get(actor.level, 1)):
                title = f"{TITLES[min(place, len(TITLES) - 1)]} {actor.name}"[:200]
                person = _person(people, _name(chance))
                posts.add(
                    person_id=person,
                    unit_id=actor.pk,
                    title=title,
                    rank=10 + place,
                    valid_until=until,
                )
                heads.setdefault(actor.pk, Head(person, title))
    return heads


def _who(land: Land) -> list[tuple[Actor, date | None]]:
    """Every unit once; those of the old era with the last day of their posts."""
    told: dict[int, tuple[Actor, date | None]] = {}
    for by_level in (land.new, land.old):
        for actors in by_level.values():
            for actor in actors:
                told.setdefault(actor.pk, (actor, EVE if actor.is_old else None))
    for actor in (*land.abroad, *land.beside):
        told.setdefault(actor.pk, (actor, None))
    return list(told.values())


def _name(chance: Chance) -> str:
    return " ".join((chance.choice(FAMILY), chance.choice(MIDDLE), chance.choice(GIVEN)))


def _person(people: Table, name: str) -> int:
    return people.add(name=name, search_text=fold(name), sort_key=sort_key(name)[:600])


@dataclass(frozen=True, slots=True)
class Signed:
    """A user who signs in, and the unit their seat is in."""

    username: str
    full_name: str
    actor: Actor
    role: Seat.Role


def make_users(land: Land, seed: int, *, password: str = "") -> dict[int, int]:
    """Who signs in: four to look around, an officer for every province and commune.

    Returns the user who enters for each unit. Without a password nobody can sign in by typing, and
    nobody at all until the country is finished.
    """
    chance = Chance(seed, "users")
    users_of: dict[int, int] = {}
    hashed = make_password(password or None)
    with Table(User) as users, Table(Seat) as seats:
        for signed in _signed(land, chance):
            user = users.add(
                username=signed.username,
                email=f"{signed.username}@example.vn",
                full_name=signed.full_name,
                password=hashed if signed.username in LOOKING else make_password(None),
                is_active=False,
                date_joined=timezone.now(),
            )
            seats.add(user_id=user, unit_id=signed.actor.pk, role=signed.role, valid_from=REFORM)
            users_of[signed.actor.pk] = user
    return users_of


# The four who measure and look around: `ketnghia bench` asks for them by name.
LOOKING = ("mp-trung-uong", "mp-tinh", "mp-xa", "mp-co-so")


def _signed(land: Land, chance: Chance) -> list[Signed]:
    province, commune, base = land.looked_at
    officer, leader = Seat.Role.OFFICER, Seat.Role.LEADER
    found = [
        Signed(LOOKING[0], _name(chance), land.centre, Seat.Role.READER),
        Signed(LOOKING[1], _name(chance), province, Seat.Role.ADMINISTRATOR),
        Signed(LOOKING[2], _name(chance), commune, officer),
        Signed(LOOKING[3], _name(chance), base, officer),
    ]
    for level, name, role in ((PROVINCE, "mp-tinh", leader), (COMMUNE, "mp-xa", officer)):
        others = [actor for actor in land.new[level] if actor not in land.looked_at]
        for number, actor in enumerate(others, start=1):
            found.append(Signed(f"{name}-{number}", _name(chance), actor, role))
    return found
