"""The country as data says it: which unions there were, which there are, what became of which.

Plain values from `data/`; nothing here touches the database.
"""

from __future__ import annotations

import csv
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from ketnghia.units.models import Level, Succession, Unit, UnitName

DATA = Path(__file__).parent / "data"
REFORM = date(2025, 7, 1)
EVE = REFORM - timedelta(days=1)
PROVINCES_BASIS = "Nghị quyết 202/2025/QH15 ngày 12/6/2025; Nghị quyết 60-NQ/TW ngày 12/4/2025"
DISTRICTS_BASIS = "Kết thúc hoạt động cấp huyện từ 1/7/2025 (Nghị quyết 203/2025/QH15)"
COMMUNES_BASIS = "Sắp xếp đơn vị hành chính cấp xã năm 2025, từ 1/7/2025"
UNION_OF_DISTRICT = {"Huyện": "Huyện đoàn", "Quận": "Quận đoàn", "Thị xã": "Thị đoàn"}
# Huế became a centrally run city before the reform; the union kept its identity.
HUE, HUE_CITY_ON, HUE_BEFORE = "46", date(2025, 1, 1), "Thừa Thiên Huế"


class Place(NamedTuple):
    """One line of territories.tsv."""

    era: str
    tier: str
    code: str
    name: str
    kind: str
    parent: str
    latitude: str
    longitude: str
    became: str

    @property
    def key(self) -> str:
        return f"vn-{self.era}-{self.tier[0]}-{self.code}"


class Name(NamedTuple):
    """A name a unit is founded with."""

    text: str
    form: UnitName.Form = UnitName.Form.OFFICIAL
    language: str = "vi"
    since: date | None = None
    until: date | None = None


class Founding(NamedTuple):
    """What is needed to found one unit in bulk."""

    code: str
    names: list[Name]
    level: Level
    parent: str = ""
    territory: str = ""
    kind: Unit.Kind = Unit.Kind.UNION
    country: str = "VN"
    began_on: date | None = None
    ended_on: date | None = None


class Change(NamedTuple):
    """One succession, by the codes of its units."""

    kind: Succession.Kind
    basis: str
    predecessors: list[str]
    successors: list[str]


def read_places() -> list[Place]:
    with (DATA / "territories.tsv").open(encoding="utf-8") as file:
        lines = csv.reader(file, delimiter="\t")
        next(lines)
        return [Place(*line) for line in lines]


def foundings(places: list[Place]) -> list[Founding]:
    """Every union of both eras that the places hold, superiors before subordinates."""
    return [
        CENTRE,
        *_provinces(places),
        *_districts(places),
        *OFFICES,
        *_partners(),
        *_communes(places),
    ]


def changes(places: list[Place]) -> list[Change]:
    """Every succession of the reform; heirs of a district only where all of them are held."""
    communes = {place.code for place in places if place.era == "new" and place.tier == "commune"}
    return [
        *_succeed_provinces(places),
        *_succeed_districts(places, communes=communes),
        *_succeed_communes(places),
    ]


CENTRE = Founding(
    "vn-centre",
    [
        Name("Trung ương Đoàn TNCS Hồ Chí Minh"),
        Name("Trung ương Đoàn", UnitName.Form.SHORT),
        Name("T.Ư Đoàn", UnitName.Form.ALIAS),
        Name("越南胡志明共青团中央", language="zh-hans"),
    ],
    Level.CENTRAL,
)
# The day this union closed is not found; the latest it can have been is the reform.
OFFICES = [
    Founding(
        "vn-old-khoi-35",
        [
            Name("Đoàn Khối các cơ quan tỉnh Hà Nam", until=EVE),
            Name("Đoàn Khối các cơ quan tỉnh", UnitName.Form.ALIAS),
        ],
        Level.DISTRICT,
        parent="vn-old-p-35",
        territory="vn-old-p-35",
        ended_on=REFORM,
    )
]


def unchanged(places: Iterable[Place]) -> set[str]:
    """Codes of provinces that nothing was merged into: one identity through the reform."""
    parts: dict[str, list[str]] = defaultdict(list)
    for place in places:
        if place.era == "old" and place.tier == "province":
            parts[place.became].append(place.code)
    return {code for code, olds in parts.items() if olds == [code]}


def _province_unit(place: Place, same: set[str]) -> str:
    return f"vn-p-{place.code}" if place.code in same else place.key


def _union_of_province(kind: str, name: str) -> str:
    if name == "Hồ Chí Minh":
        name = "Thành phố Hồ Chí Minh"
    return f"{'Thành' if kind == 'Thành phố' else 'Tỉnh'} đoàn {name}"


def _provinces(places: list[Place]) -> list[Founding]:
    same = unchanged(places)
    found = []
    for place in places:
        is_kept = place.code in same
        if place.tier != "province" or (is_kept and place.era == "old"):
            continue
        ends = place.era == "old"
        found.append(
            Founding(
                _province_unit(place, same),
                _province_names(place, ends=ends),
                Level.PROVINCIAL,
                parent="vn-centre",
                territory=place.key,
                began_on=None if ends or is_kept else REFORM,
                ended_on=REFORM if ends else None,
            )
        )
    return found


def _province_names(place: Place, *, ends: bool) -> list[Name]:
    official = _union_of_province(place.kind, place.name)
    until = EVE if ends else None
    names = [Name(official, until=until)]
    if place.code == HUE:
        eve = HUE_CITY_ON - timedelta(days=1)
        names = [Name(f"Tỉnh đoàn {HUE_BEFORE}", until=eve), Name(official, since=HUE_CITY_ON)]
    kind = "thành phố" if place.kind == "Thành phố" else "tỉnh"
    return [
        *names,
        Name(place.name, UnitName.Form.SHORT),
        Name(f"Đoàn Thanh niên {kind} {place.name}", UnitName.Form.ALIAS),
    ]


def _districts(places: list[Place]) -> list[Founding]:
    same = unchanged(places)
    return [
        Founding(
            place.key,
            [
                Name(f"{UNION_OF_DISTRICT.get(place.kind, 'Thành đoàn')} {place.name}", until=EVE),
                Name(place.name, UnitName.Form.SHORT),
            ],
            Level.DISTRICT,
            parent=f"vn-p-{place.parent}" if place.parent in same else f"vn-old-p-{place.parent}",
            territory=place.key,
            ended_on=REFORM,
        )
        for place in places
        if place.tier == "district"
    ]


def _communes(places: list[Place]) -> list[Founding]:
    same = unchanged(places)
    found = []
    for place in places:
        if place.tier != "commune":
            continue
        is_new = place.era == "new"
        above = f"vn-p-{place.parent}" if place.parent in same else f"vn-new-p-{place.parent}"
        found.append(
            Founding(
                place.key,
                [
                    Name(
                        f"Đoàn {place.kind.lower()} {place.name}",
                        since=REFORM if is_new else None,
                        until=None if is_new else EVE,
                    ),
                    Name(place.name, UnitName.Form.SHORT),
                ],
                Level.UPPER_BASE if is_new else Level.BASE,
                parent=above if is_new else f"vn-old-d-{place.parent}",
                territory=place.key,
                began_on=REFORM if is_new else None,
                ended_on=None if is_new else REFORM,
            )
        )
    return found


def _partners() -> list[Founding]:
    listed = tomllib.loads((DATA / "partners.toml").read_text("utf-8"))["partner"]
    found = []
    for partner in listed:
        names = [Name(partner["name"]), Name(partner["short"], UnitName.Form.SHORT)]
        names += [Name(alias, UnitName.Form.ALIAS) for alias in partner.get("aliases", [])]
        languages = {"lo": "lo", "zh": "zh-hans", "pinyin": "zh-latn", "en": "en"}
        names += [
            Name(partner[key], language=language)
            for key, language in languages.items()
            if key in partner
        ]
        found.append(
            Founding(
                partner["code"],
                names,
                Level(partner["level"]),
                parent=partner.get("parent", ""),
                kind=Unit.Kind.FOREIGN,
                country=partner["country"],
            )
        )
    return found


def _succeed_provinces(places: list[Place]) -> list[Change]:
    same = unchanged(places)
    parts: dict[str, list[str]] = defaultdict(list)
    for place in places:
        if place.era == "old" and place.tier == "province" and place.code not in same:
            parts[f"vn-new-p-{place.became}"].append(place.key)
    return [
        Change(Succession.Kind.MERGED, PROVINCES_BASIS, olds, [new]) for new, olds in parts.items()
    ]


def _succeed_districts(places: list[Place], *, communes: set[str]) -> list[Change]:
    changes = []
    for place in places:
        if place.tier == "district":
            codes = place.became.split(",") if place.became else []
            heirs = [f"vn-new-c-{code}" for code in codes] if communes.issuperset(codes) else []
            changes.append(Change(Succession.Kind.ENDED, DISTRICTS_BASIS, [place.key], heirs))
    return changes


def _succeed_communes(places: list[Place]) -> list[Change]:
    """Each new commune's union follows those whose land it took in, whole or in part."""
    parts: dict[str, list[str]] = defaultdict(list)
    for place in places:
        if place.era == "old" and place.tier == "commune" and place.became:
            for code in place.became.split(","):
                parts[f"vn-new-c-{code}"].append(place.key)
    together: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for new, olds in parts.items():
        together[tuple(olds)].append(new)
    return [
        Change(_kind(len(olds), len(news)), COMMUNES_BASIS, list(olds), news)
        for olds, news in together.items()
    ]


def _kind(olds: int, news: int) -> Succession.Kind:
    """One to one is not a renaming: a base union ended, one of the tier above began."""
    if olds > 1:
        return Succession.Kind.MERGED
    return Succession.Kind.SPLIT if news > 1 else Succession.Kind.ENDED
