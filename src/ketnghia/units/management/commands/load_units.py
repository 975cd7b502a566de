from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from ketnghia.units.loading import load_units


class Command(BaseCommand):
    help = "Nạp đơn vị Đoàn trước và sau 1/7/2025 và bạn nước ngoài; chạy lại không trùng."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--communes", action="store_true", help="thêm Đoàn xã, phường cũ và mới"
        )

    def handle(self, **options: Any) -> None:
        def say(words: str) -> None:
            if options["verbosity"]:
                self.stdout.write(f"  {words} …")

        number = load_units(communes=options["communes"], say=say)
        if options["verbosity"]:
            self.stdout.write(f"Đã thêm {number} đơn vị.")
