"""Makes src/ketnghia/units/data/territories.tsv from vietnamadminunits (group `gazetteer`).

    uv run --group gazetteer python tools/build_gazetteer.py

One line a territory: era, tier, code, name, kind, parent code, latitude, longitude, became.
Points are those of the 2025 table; an older territory takes the middle of what it became, because
the library's older points come from a geocoding service whose terms we do not know.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

TARGET = Path(__file__).resolve().parent.parent / "src/ketnghia/units/data/territories.tsv"
OLD, NEW = "old", "new"


class Row(NamedTuple):
    """One line of the table; `became` holds codes of the new era, comma between."""

    era: str
    tier: str
    code: str
    name: str
    kind: str
    parent: str
    latitude: str
    longitude: str
    became: str


Point = tuple[float, float]


def library() -> Path:
    spec = find_spec("vietnamadminunits")
    if spec is None or spec.origin is None:
        raise SystemExit("Chạy trong nhóm gazetteer: uv run --group gazetteer python …")
    return Path(spec.origin).parent / "data"


def kind_of(full: str, short: str) -> str:
    return full.removesuffix(short).strip()


def point(place: Point) -> tuple[str, str]:
    return f"{place[0]:.3f}", f"{place[1]:.3f}"


def middle(places: Iterable[Point]) -> tuple[str, str]:
    known = list(places)
    if not known:
        return "", ""
    return point((sum(p[0] for p in known) / len(known), sum(p[1] for p in known) / len(known)))


class Gazetteer:
    """The library's tables, joined into rows of two eras."""

    def __init__(self, folder: Path) -> None:
        base = sqlite3.connect(folder / "dataset.db")
        base.row_factory = sqlite3.Row
        self.new = base.execute("select * from admin_units order by wardCode").fetchall()
        self.old = base.execute("select * from admin_units_legacy order by wardCode").fetchall()
        words = json.loads((folder / "converter_2025.json").read_text("utf-8"))
        self.provinces_became: dict[str, list[str]] = words["DICT_PROVINCE"]
        self.whole: dict[str, dict[str, list[str]]] = words["DICT_PROVINCE_WARD_NO_DIVIDED"]
        self.divided: dict[str, dict[str, list[dict[str, object]]]] = words[
            "DICT_PROVINCE_WARD_DIVIDED"
        ]
        self.points = {row["wardCode"]: (row["wardLat"], row["wardLon"]) for row in self.new}
        self.new_code = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in self.new}
        self.successors = self._successors()

    def _successors(self) -> dict[str, list[str]]:
        """Old commune key → codes of the communes its land is in now."""
        found: dict[str, list[str]] = defaultdict(list)
        for province, wards in self.whole.items():
            for ward, olds in wards.items():
                for old in olds:
                    self._add(found, old, (province, ward))
        for province, olds_divided in self.divided.items():
            for old, parts in olds_divided.items():
                for part in parts:
                    self._add(found, old, (province, str(part["newWardKey"])))
        return found

    def _add(self, found: dict[str, list[str]], old: str, new: tuple[str, str]) -> None:
        code = self.new_code.get(new)
        if code and code not in found[old]:
            found[old].append(code)

    def rows(self) -> Iterator[Row]:
        yield from self._new_provinces()
        yield from self._new_communes()
        yield from self._old_provinces()
        yield from self._old_districts()
        yield from self._old_communes()

    def _new_provinces(self) -> Iterator[Row]:
        for row in {row["provinceCode"]: row for row in self.new}.values():
            where = point((row["provinceLat"], row["provinceLon"]))
            kind = kind_of(row["province"], row["provinceShort"])
            yield Row(
                NEW, "province", row["provinceCode"], row["provinceShort"], kind, "", *where, ""
            )

    def _new_communes(self) -> Iterator[Row]:
        for row in self.new:
            where = point(self.points[row["wardCode"]])
            yield Row(
                NEW,
                "commune",
                row["wardCode"],
                row["wardShort"],
                row["wardType"],
                row["provinceCode"],
                *where,
                "",
            )

    def _old_provinces(self) -> Iterator[Row]:
        code_of = {row["provinceKey"]: row["provinceCode"] for row in self.new}
        became = {old: code_of[new] for new, olds in self.provinces_became.items() for old in olds}
        for code, rows in self._grouped("provinceCode").items():
            first = rows[0]
            kind = kind_of(first["province"], first["provinceShort"])
            yield Row(
                OLD,
                "province",
                code,
                first["provinceShort"],
                kind,
                "",
                *middle(self._places(rows)),
                became[first["provinceKey"]],
            )

    def _old_districts(self) -> Iterator[Row]:
        for code, rows in self._grouped("districtCode").items():
            first = rows[0]
            codes = sorted({new for row in rows for new in self._became(row)})
            yield Row(
                OLD,
                "district",
                code,
                first["districtShort"],
                first["districtType"],
                first["provinceCode"],
                *middle(self._places(rows)),
                ",".join(codes),
            )

    def _old_communes(self) -> Iterator[Row]:
        for row in self.old:
            if row["wardCode"]:
                yield Row(
                    OLD,
                    "commune",
                    row["wardCode"],
                    row["wardShort"],
                    row["wardType"],
                    row["districtCode"],
                    *middle(self._places([row])),
                    ",".join(self._became(row)),
                )

    def _grouped(self, key: str) -> dict[str, list[sqlite3.Row]]:
        groups: dict[str, list[sqlite3.Row]] = defaultdict(list)
        for row in self.old:
            groups[row[key]].append(row)
        return dict(sorted(groups.items()))

    def _became(self, row: sqlite3.Row) -> list[str]:
        if not row["wardCode"]:  # five island districts had no communes; each is a special zone now
            return [
                new["wardCode"]
                for new in self.new
                if new["wardType"] == "Đặc khu" and new["wardShort"] == row["districtShort"]
            ]
        key = f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey']}"
        return self.successors.get(key, [])

    def _places(self, rows: Iterable[sqlite3.Row]) -> Iterator[Point]:
        return (self.points[code] for row in rows for code in self._became(row))


def main() -> None:
    rows = list(Gazetteer(library()).rows())
    lines = ["\t".join(Row._fields), *("\t".join(row) for row in rows)]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")
    lost = [row.name for row in rows if row.era == OLD and not row.became]
    print(
        f"{len(rows)} dòng vào {TARGET.name}; {len(lost)} địa danh cũ chưa rõ thành gì: {lost[:20]}"
    )


if __name__ == "__main__":
    main()
