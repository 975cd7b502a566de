from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ketnghia.activities.operations import load_indicators
from ketnghia.activities.operations.indicators import FIRST_YEAR


class Command(BaseCommand):
    help = "Nạp danh sách chỉ tiêu dùng chung; chạy lại không nhân đôi."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--from-year", type=int, default=FIRST_YEAR, help="năm bắt đầu dùng bản này"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        made, mended = load_indicators(from_year=options["from_year"])
        self.stdout.write(f"{made} chỉ tiêu mới, {mended} chỉ tiêu được sửa.")
