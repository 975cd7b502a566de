from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.timezone import localdate

from ketnghia.children.models import ChildList
from ketnghia.children.operations import erase_due
from ketnghia.children.operations.erasing import sweep


class Command(BaseCommand):
    help = "Xóa thật tên và tệp của thiếu nhi đã đến ngày xóa, giữ số và nhật ký; chạy mỗi ngày."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="chỉ nói sẽ xóa gì")

    def handle(self, **options: Any) -> None:
        today = localdate()
        if options["dry_run"]:
            due = ChildList.objects.due_on(today).count()
            self.stdout.write(f"Đến ngày xóa: {due} danh sách. Chưa xóa gì.")
            return
        erased = erase_due(today)
        sweep()
        self.stdout.write(
            f"Đã xóa {erased.lists} danh sách, {erased.children} em, {erased.papers} số giấy tờ."
        )
