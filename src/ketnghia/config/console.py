"""The `ketnghia` command: the commands of our rooms, written with dashes."""

from __future__ import annotations

import os
import sys
from importlib import import_module

OURS = "ketnghia."
ALSO = ["migrate", "createsuperuser", "changepassword", "shell", "check"]
# These need no database and no settings, so they answer before Django is loaded.
QUICK = {"read": "ketnghia.reading.command"}


def main() -> None:
    name, *rest = sys.argv[1:] or ["help"]
    if name in QUICK:
        sys.exit(import_module(QUICK[name]).main(rest))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ketnghia.config.settings")
    if name in {"help", "-h", "--help"} and not rest:
        sys.stdout.write(overview())
        return
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - see QUICK

    # Django's commands are module names; people type dashes.
    command = name if name.startswith("-") else name.replace("-", "_")
    execute_from_command_line(["ketnghia", command, *rest])


def overview() -> str:
    """One line for every command of ours: its name and the sentence it says of itself."""
    import django  # noqa: PLC0415 - settings are read only when the list is asked for
    from django.core.management import get_commands  # noqa: PLC0415

    django.setup()
    lines = [
        f"  {name.replace('_', '-'):<18} {_sentence(str(room), name)}"
        for name, room in sorted(get_commands().items())
        if str(room).startswith(OURS)
    ]
    also = ", ".join(ALSO)
    return "\n".join(
        [
            "ketnghia <lệnh> [--help]",
            "",
            *lines,
            "",
            f"Lệnh của Django dùng được: {also}",
            "",
        ]
    )


def _sentence(room: str, name: str) -> str:
    command = import_module(f"{room}.management.commands.{name}").Command
    return str(command.help)
