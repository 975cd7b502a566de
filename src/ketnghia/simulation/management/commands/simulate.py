from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from ketnghia.simulation.country import simulate_units


class Command(BaseCommand):
    help = "Nạp cả nước hai thời kỳ và tạo 20 đơn vị cơ sở mỗi xã, lặp lại được."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--scale", type=float, default=1.0, help="phần số xã có cơ sở (0–1)")
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, **options: Any) -> None:
        number = simulate_units(
            scale=options["scale"],
            seed=options["seed"],
            say=lambda words: self.stdout.write(f"  {words} …"),
        )
        self.stdout.write(f"Có {number} đơn vị.")
