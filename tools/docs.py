"""Writes docs/floor-plan.md and docs/events.md from the code: `tools/docs.py write` or `check`."""

from __future__ import annotations

import ast
import os
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "ketnghia"
DOCS = ROOT / "docs"


def sentence(path: Path) -> str:
    """The first line of a module's docstring."""
    return (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").split("\n")[0]


def room_sentence(room: str) -> str:
    package = SOURCE / room / "__init__.py"
    return sentence(package if package.exists() else SOURCE / f"{room}.py")


def floor_plan() -> str:
    plan = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    layers = plan["contracts"][0]["layers"]
    lines = [
        "# Floor plan",
        "",
        "Read from the top: a room may use any room below its own line; rooms on one line are",
        "strangers. The same holds for imports, foreign keys, templates and doors, each by a test",
        "in `tests/architecture/`. Written by `tools/docs.py` from `pyproject.toml` and the rooms'",
        "own sentences; do not edit by hand.",
        "",
        "| floor | room | what it is |",
        "| --- | --- | --- |",
    ]
    for height, line in zip(range(len(layers) - 1, -1, -1), layers, strict=True):
        rooms = (name.strip() for name in line.split("|"))
        lines.extend(f"| {height} | `{room}` | {room_sentence(room)} |" for room in rooms)
    return "\n".join([*lines, ""])


def event_classes() -> Iterator[type]:
    for path in sorted(SOURCE.glob("*/events.py")):
        module = import_module(f"ketnghia.{path.parent.name}.events")
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef):
                yield getattr(module, node.name)


def listeners_of(event: type) -> list[str]:
    from ketnghia.events import listeners  # noqa: PLC0415 - only after Django is set up

    return [f"`{function.__module__}.{function.__name__}`" for function in listeners(event)]


def events() -> str:
    lines = [
        "# Events",
        "",
        "Down you call, up you publish. Listeners run in the publisher's transaction. Written by",
        "`tools/docs.py` from the code; do not edit by hand.",
        "",
        "| event | said when | carries | who listens |",
        "| --- | --- | --- | --- |",
    ]
    for event in event_classes():
        room = event.__module__.split(".")[1]
        carried = ", ".join(f"`{field.name}`" for field in fields(event))  # type: ignore[arg-type]
        heard = ", ".join(listeners_of(event)) or "nobody yet"
        said = (event.__doc__ or "").split("\n")[0]
        lines.append(f"| `{room}.{event.__name__}` | {said} | {carried} | {heard} |")
    return "\n".join([*lines, ""])


def main(verb: str) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    sys.path.insert(0, str(ROOT))
    django.setup()
    stale = 0
    for name, text in {"floor-plan.md": floor_plan(), "events.md": events()}.items():
        path = DOCS / name
        if verb == "write":
            path.write_text(text, "utf-8")
        elif not path.exists() or path.read_text("utf-8") != text:
            print(f"docs/{name} không còn đúng với mã: chạy .venv/bin/python tools/docs.py write")
            stale += 1
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
