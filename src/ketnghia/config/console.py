"""The `ketnghia` command: Django's commands of our rooms, written with dashes."""

from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ketnghia.config.settings")
    name, *rest = sys.argv[1:] or ["help"]
    execute_from_command_line(
        ["ketnghia", name.replace("-", "_") if name[0] != "-" else name, *rest]
    )
