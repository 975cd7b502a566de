"""Catalogues without gettext: `update` collects texts, `fill` translates, `check` refuses gaps.

Vietnamese is the source. The English catalogue must hold every text, translated and not fuzzy,
with the same placeholders.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "ketnghia"
ENGLISH = SOURCE / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "_now": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "npgettext": ((1, "c"), 2, 3),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")


def sources() -> Iterator[tuple[Path, bytes]]:
    for path in sorted(SOURCE.rglob("*.py")):
        if "migrations" not in path.parts:
            yield path, path.read_bytes()
    for path in sorted(p for p in SOURCE.rglob("*") if p.suffix in {".html", ".txt"}):
        if "templates" in path.parts:
            found = templatize(path.read_text("utf-8"), origin=str(path))
            # Read as Python, a template's own indentation would be an error.
            yield path, "\n".join(line.lstrip() for line in found.splitlines()).encode()


def collected() -> Catalog:
    """Every text marked for translation, with its plural and context."""
    catalog = Catalog(project="ketnghia", charset="utf-8")
    for path, text in sources():
        where = str(path.relative_to(ROOT))
        options = {"encoding": "utf-8"}
        found = extract("python", BytesIO(text), keywords=KEYWORDS, options=options)
        for _line, message, _comments, context in found:
            catalog.add(message, locations=[(where, 0)], context=context)
    return catalog


def load(path: Path) -> Catalog:
    if not path.exists():
        return Catalog(locale=path.parts[-3], charset="utf-8", header_comment="", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def update(pairs: dict[str, str | list[str]] | None = None) -> int:
    catalog = load(ENGLISH)
    catalog.update(collected(), no_fuzzy_matching=True)
    for message in catalog:
        given = (pairs or {}).get(texts(message.id)[0])
        if message.id and given is not None:
            is_plural = isinstance(message.id, list | tuple)
            message.string = tuple(given) if is_plural else given
    catalog.obsolete.clear()
    catalog.fuzzy = False
    catalog.header_comment = "# Kết Nghĩa, bản tiếng Anh. Nguồn là tiếng Việt trong mã."
    catalog.creation_date = catalog.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    with ENGLISH.open("wb") as file:
        write_po(file, catalog, sort_output=True, width=100, no_location=True)
    print(f"{len(catalog)} texts, {len(list(gaps(catalog)))} to mend")
    return 0


def fill() -> int:
    """Write the translations of a JSON file: Vietnamese to English, a plural as two in a list."""
    return update(json.loads(Path(sys.argv[2]).read_text("utf-8")))


def texts(value: object) -> list[str]:
    return [str(part) for part in value] if isinstance(value, list | tuple) else [str(value or "")]


def gaps(catalog: Catalog) -> Iterator[str]:
    """What keeps the catalogue from being complete: no translation, fuzzy, other placeholders."""
    for message in catalog:
        if not message.id:
            continue
        originals, translations = texts(message.id), texts(message.string)
        if message.fuzzy or not all(text.strip() for text in translations):
            yield f"chưa dịch: {originals[0]!r}"
            continue
        asked = set(PLACEHOLDER.findall(" ".join(originals)))
        if not set(PLACEHOLDER.findall(" ".join(translations))) <= asked:
            yield f"sai chỗ điền: {originals[0]!r} → {translations[0]!r}"


def missing() -> int:
    """Print what has no translation yet as JSON, to be filled in."""
    untold = {
        texts(message.id)[0]: ["", ""] if isinstance(message.id, list | tuple) else ""
        for message in load(ENGLISH)
        if message.id and not all(text.strip() for text in texts(message.string))
    }
    print(json.dumps(untold, ensure_ascii=False, indent=1))
    return 0


def check() -> int:
    known, wanted = load(ENGLISH), collected()
    missing = [
        f"chưa có: {texts(m.id)[0]!r}"
        for m in wanted
        if m.id and known.get(m.id if isinstance(m.id, str) else m.id[0], m.context) is None
    ]
    problems = missing + list(gaps(known))
    for problem in problems[:40]:
        print(problem)
    print(f"Bản tiếng Anh: {len(wanted)} câu, {len(problems)} chỗ phải sửa.")
    return 1 if problems else 0


if __name__ == "__main__":
    settings.configure()
    sys.exit({"update": update, "fill": fill, "missing": missing, "check": check}[sys.argv[1]]())
