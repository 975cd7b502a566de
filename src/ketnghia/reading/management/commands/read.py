from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from ketnghia.reading import command


class Command(BaseCommand):
    help = command.HELP

    def add_arguments(self, parser: ArgumentParser) -> None:
        command.add_arguments(parser)

    def handle(self, **options: Any) -> None:
        raise SystemExit(command.run(options["files"], as_json=options["json"]))
