from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from ketnghia.simulation.country import simulate_units
from ketnghia.simulation.measuring import Figure
from ketnghia.simulation.papers import simulate_agreements
from ketnghia.simulation.passing import in_passing_database
from ketnghia.simulation.representations import compare
from ketnghia.simulation.tree import figures

PAPERS = 5000


class Command(BaseCommand):
    help = "Đo tốc độ trên một cơ sở dữ liệu tạm đầy đơn vị; xong thì xóa."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--scale", type=float, default=1.0, help="phần của cả nước (0–1)")
        parser.add_argument("--json", action="store_true", help="in đúng một đối tượng JSON")
        parser.add_argument("--postgres", metavar="URL", default="", help="đo trên máy chủ này")
        parser.add_argument(
            "--compare-trees", action="store_true", help="so ba cách giữ cây (quyết định 0002)"
        )
        parser.add_argument("--inside", action="store_true", help="đang ở trong cơ sở tạm")

    def handle(self, **options: Any) -> None:
        if not 0 < options["scale"] <= 1:
            raise CommandError("--scale phải lớn hơn 0 và không quá 1.")
        if not options["inside"]:
            sys.exit(in_passing_database(sys.argv[1:], postgres=options["postgres"]))
        self._fill(options["scale"])
        taken = []
        for figure in compare() if options["compare_trees"] else figures():
            taken.append(figure)
            if not options["json"]:
                self.stdout.write(_line(figure))
        if options["json"]:
            results = [asdict(figure) for figure in taken]
            told = {
                "database": connection.vendor,
                "scale": options["scale"],
                "results": results,
            }
            self.stdout.write(json.dumps(told, ensure_ascii=False))

    def _fill(self, scale: float) -> None:
        self._say("bảng")
        call_command("migrate", verbosity=0)
        number = simulate_units(scale=scale, say=self._say)
        self._say(f"{number} đơn vị; văn bản")
        simulate_agreements(round(PAPERS * scale))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def _say(self, words: str) -> None:
        self.stderr.write(f"• {words}")


def _line(figure: Figure) -> str:
    line = f"{figure.name:<44} {figure.value:>12,.2f} {figure.unit}"
    if figure.target:
        line += f"  (cần ≤ {figure.target:g}: {'đạt' if figure.is_reached else 'CHƯA'})"
    return line
