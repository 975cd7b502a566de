"""Names, sizes and templates keep the house readable."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "ketnghia"
TEMPLATES = sorted(SOURCE.glob("*/templates/**/*.html"))
FORBIDDEN = {"utils", "util", "helpers", "common", "misc", "base", "services", "managers"}
LETTER = re.compile(r"[^\W\d_]")


def python_files() -> Iterator[Path]:
    return (path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)


def test_no_file_is_a_junk_drawer() -> None:
    assert [path for path in python_files() if path.stem in FORBIDDEN] == []


def test_every_room_says_what_it_is() -> None:
    silent = [
        path.parent.name
        for path in SOURCE.glob("*/__init__.py")
        if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
        and path.parent.name != "locale"
    ]

    assert silent == []


def test_every_model_says_what_it_is() -> None:
    silent = [
        f"{path.parent.name}.{node.name}"
        for path in SOURCE.glob("*/models*.py")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef) and not ast.get_docstring(node)
    ]

    assert silent == []


@pytest.mark.parametrize("limit", [400])
def test_files_stay_readable(limit: int) -> None:
    long = {
        str(path.relative_to(SOURCE)): lines
        for path in python_files()
        if (lines := len(path.read_text("utf-8").splitlines())) > limit
    }

    assert long == {}


def test_templates_stay_readable() -> None:
    long = {
        str(path.relative_to(SOURCE)): lines
        for path in TEMPLATES
        if (lines := len(path.read_text("utf-8").splitlines())) > 150
    }

    assert long == {}


def test_lines_of_templates_stay_readable() -> None:
    long = {
        f"{path.relative_to(SOURCE)}:{number}": len(line)
        for path in TEMPLATES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if len(line) > 120
    }

    assert long == {}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_nothing_inline(path: Path) -> None:
    text = path.read_text("utf-8")

    assert re.findall(r"\sstyle=", text) == []
    assert re.findall(r"\son[a-z]+=", text) == []
    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", text) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_word_of_a_template_can_be_translated(path: Path) -> None:
    text = path.read_text("utf-8")
    text = re.sub(r"\{%\s*comment.*?endcomment\s*%\}", "", text, flags=re.DOTALL)
    text = re.sub(r"\{%\s*blocktranslate.*?endblocktranslate\s*%\}", "", text, flags=re.DOTALL)
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|&\w+;", "", text, flags=re.DOTALL)
    text = re.sub(r"<(svg|code|kbd)\b.*?</\1>", "", text, flags=re.DOTALL)
    attributes = re.findall(r"""\b(?:aria-label|title|placeholder|alt)=["']([^"']*)["']""", text)
    bare = re.sub(r"<[^>]*>", " ", text)
    words = [word for piece in [bare, *attributes] for word in piece.split() if LETTER.search(word)]

    assert [word for word in words if word not in {"Kết", "Nghĩa", "SHA-256", "CSV"}] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_key_is_printed_as_a_number(path: Path) -> None:
    """Numbers are grouped by thousands: a key or a measure printed bare is another one."""
    bare = re.findall(
        r"\{\{\s*[\w.]*\b(?:pk|width|height|page_number)\s*\}\}", path.read_text("utf-8")
    )

    assert bare == []
