from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ketnghia.simulation.nation.making import Nation, is_finished, is_in_use, is_simulated
from ketnghia.simulation.nation.people import LOOKING


class Command(BaseCommand):
    help = "Tạo cả nước mô phỏng ba năm, lặp lại được: đơn vị, văn bản, giao lưu, hoạt động."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--scale", type=float, default=1.0, help="phần của cả nước (0–1)")
        parser.add_argument("--seed", type=int, default=1, help="số khác cho dữ liệu khác")
        parser.add_argument(
            "--today", type=date.fromisoformat, default=None, help="ngày cuối, dạng 2026-06-30"
        )
        parser.add_argument("--password", default="", help="mật khẩu cho bốn người để xem thử")
        parser.add_argument(
            "--beside-real", action="store_true", help="vẫn tạo dù đã có dữ liệu thật ở đây"
        )

    def handle(self, **options: Any) -> None:
        if not 0 < options["scale"] <= 1:
            raise CommandError("--scale phải lớn hơn 0 và không quá 1.")
        if is_simulated() and not is_finished():
            raise CommandError(
                "Lần tạo trước dừng giữa chừng. Xóa cơ sở dữ liệu này, tạo lại rồi chạy lại."
            )
        if is_simulated():
            raise CommandError("Ở đây đã có dữ liệu mô phỏng. Dùng cơ sở dữ liệu mới.")
        if is_in_use() and not options["beside_real"]:
            raise CommandError(
                "Ở đây đã có dữ liệu thật. Dùng cơ sở dữ liệu khác, hoặc thêm --beside-real."
            )
        self.started = perf_counter()
        Nation(
            scale=options["scale"],
            seed=options["seed"],
            today=options["today"],
            password=options["password"],
            say=self._say,
        ).make()
        self._say(f"xong; đăng nhập xem thử: {', '.join(LOOKING)}")

    def _say(self, words: str) -> None:
        self.stdout.write(f"{perf_counter() - self.started:7.1f} s  {words}")
        self.stdout.flush()
