from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from dataclasses import asdict
from os import getloadavg
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from ketnghia.simulation.bench import representations, rollups, screens, tree
from ketnghia.simulation.bench.measuring import Figure
from ketnghia.simulation.bench.passing import in_passing_database
from ketnghia.simulation.bench.telling import told
from ketnghia.simulation.load.running import run_load
from ketnghia.simulation.load.stage import set_stage
from ketnghia.simulation.nation.making import Nation, is_finished
from ketnghia.simulation.reading.measuring import CORPUS, measure

Part = Callable[[int], Iterator[Figure]]
PARTS: dict[str, Part] = {
    "rollups": rollups.figures,
    "screens": screens.figures,
    "tree": tree.figures,
}


class Command(BaseCommand):
    help = "Đo tốc độ trên cả nước mô phỏng, trong một cơ sở dữ liệu tạm; xong thì xóa."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--scale", type=float, default=1.0, help="phần của cả nước (0–1)")
        parser.add_argument("--json", action="store_true", help="in đúng một đối tượng JSON")
        parser.add_argument("--postgres", metavar="URL", default="", help="đo trên máy chủ này")
        parser.add_argument(
            "--only", nargs="+", choices=sorted(PARTS), default=list(PARTS), help="chỉ đo phần này"
        )
        parser.add_argument("--runs", type=int, default=30, help="mỗi trang mở mấy lần")
        parser.add_argument(
            "--here", action="store_true", help="đo ngay ở đây, nơi `simulate` đã tạo sẵn"
        )
        parser.add_argument(
            "--compare-trees", action="store_true", help="so ba cách giữ cây (quyết định 0002)"
        )
        parser.add_argument(
            "--reading",
            action="store_true",
            help="chỉ đo bộ đọc bài: đúng và đủ theo từng mục, và tốc độ",
        )
        parser.add_argument(
            "--load", action="store_true", help="chỉ đo tải: nhiều người cùng làm trên máy chủ thật"
        )
        parser.add_argument("--users", type=int, default=100, help="đo tải: bao nhiêu người nhập")
        parser.add_argument("--reviewers", type=int, default=4, help="đo tải: mấy người tổng hợp")
        parser.add_argument("--seconds", type=float, default=60, help="đo tải: bao lâu")
        parser.add_argument(
            "--pause", type=float, default=5, help="đo tải: mỗi người nghỉ mấy giây giữa hai lần"
        )
        parser.add_argument(
            "--small", action="store_true", help="đo tải trên một tỉnh nhỏ, không tạo cả nước"
        )
        parser.add_argument("--inside", action="store_true", help="đang ở trong cơ sở tạm")

    def handle(self, **options: Any) -> None:
        if not 0 < options["scale"] <= 1:
            raise CommandError("--scale phải lớn hơn 0 và không quá 1.")
        if options["reading"]:
            self._measure_reading(as_json=options["json"])
            return
        if options["here"] and not is_finished():
            raise CommandError("Ở đây chưa có dữ liệu mô phỏng. Chạy `ketnghia simulate` trước.")
        if not options["inside"] and not options["here"]:
            sys.exit(in_passing_database(sys.argv[1:], postgres=options["postgres"]))
        if options["inside"]:
            self._fill(options)
        parts = [PARTS[name] for name in options["only"]]
        if options["compare_trees"]:
            parts = [representations.compare]
        call_command("collectstatic", verbosity=0, interactive=False)
        if options["load"]:
            self._measure_load(options)
        else:
            self._measure(parts, options)

    def _measure_load(self, options: Any) -> None:
        result = run_load(
            users=options["users"],
            reviewers=options["reviewers"],
            seconds=options["seconds"],
            pause=options["pause"],
        )
        if options["json"]:
            self.stdout.write(json.dumps(result.plain(), ensure_ascii=False))
        else:
            self.stdout.write("\n".join(result.lines()))
        if not result.is_clean:
            sys.exit(1)

    def _measure_reading(self, *, as_json: bool) -> None:
        if not CORPUS.is_dir():
            raise CommandError("Kho bài thử chỉ có trong mã nguồn: chạy `./run bench --reading`.")
        measured = measure(CORPUS)
        if as_json:
            self.stdout.write(json.dumps(measured.plain(), ensure_ascii=False))
            return
        for line in measured.lines():
            self.stdout.write(line)

    def _measure(self, parts: list[Part], options: Any) -> None:
        taken: list[Figure] = []
        before = getloadavg()[0]
        self._say(f"{connection.vendor}; máy đang bận {before:.1f} (trung bình một phút)")
        for part in parts:
            for figure in part(options["runs"]):
                if not options["json"]:
                    self.stdout.write(told(figure, after=taken[-1] if taken else None))
                taken.append(figure)
        if options["json"]:
            results = [asdict(figure) | {"missed_by": figure.missed_by} for figure in taken]
            whole = {
                "database": connection.vendor,
                "scale": options["scale"],
                "load": [before, getloadavg()[0]],
                "results": results,
            }
            self.stdout.write(json.dumps(whole, ensure_ascii=False))

    def _fill(self, options: Any) -> None:
        self._say("bảng")
        call_command("migrate", verbosity=0)
        if options["small"]:
            set_stage(options["users"])
        else:
            Nation(scale=options["scale"], seed=1, today=None, say=self._say).make()

    def _say(self, words: str) -> None:
        self.stderr.write(f"• {words}")
