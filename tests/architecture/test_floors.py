"""The four walls of the floor plan; pyproject.toml is the only statement of it."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path

import grimp
import pytest
from django.apps import apps
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "ketnghia"
PLAN = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
FLOORS = [
    [room.strip() for room in line.split("|")] for line in reversed(PLAN["contracts"][0]["layers"])
]
HEIGHT = {room: height for height, rooms in enumerate(FLOORS) for room in rooms}
PRIVATE = {"views", "form_views", "forms", "urls", "tables", "listeners"}


def may_look(room: str, other: str) -> bool:
    return room == other or HEIGHT[other] < HEIGHT[room]


def test_every_room_has_its_floor() -> None:
    rooms = {path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists()}

    assert rooms | {"events"} == set(HEIGHT)


def test_imports_keep_to_the_floor_plan(capsys: pytest.CaptureFixture[str]) -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0, (
        capsys.readouterr().out
    )


def test_foreign_keys_look_down() -> None:
    upward = [
        f"{model.__name__}.{field.name} → {field.related_model.__name__}"
        for model in apps.get_models()
        if model.__module__.startswith("ketnghia.")
        for field in chain(model._meta.fields, model._meta.many_to_many)
        if field.is_relation
        and field.related_model
        and field.related_model.__module__.startswith("ketnghia.")
        and not may_look(room_of(model), room_of(field.related_model))
    ]

    assert upward == []


def room_of(model: type) -> str:
    return model.__module__.split(".")[1]


def test_templates_look_down() -> None:
    upward = []
    for path in SOURCE.glob("*/templates/**/*.html"):
        room = path.relative_to(SOURCE).parts[0]
        text = path.read_text("utf-8")
        named = re.findall(r"""\{%\s*(?:extends|include)\s+["'](\w+)/""", text)
        named += re.findall(r"""\{%\s*url\s+["'](\w+):""", text)
        named += [
            library
            for line in re.findall(r"\{%\s*load\s+([^%]+)%\}", text)
            for library in line.split()
        ]
        upward += [
            f"{path.relative_to(SOURCE)} → {other}"
            for other in named
            if other in HEIGHT and not may_look(room, other)
        ]

    assert upward == []


def test_rooms_use_each_others_front_doors() -> None:
    graph = grimp.build_graph("ketnghia", cache_dir=None)
    through_walls = []
    for importer in sorted(graph.modules):
        for imported in graph.find_modules_directly_imported_by(importer):
            here, there = importer.split("."), imported.split(".")
            if min(len(here), len(there)) < 2 or here[1] in {there[1], "config"}:
                continue
            if there[1] != "ui" and PRIVATE & set(there[2:3]):
                through_walls.append(f"{importer} → {imported}")

    assert through_walls == []
