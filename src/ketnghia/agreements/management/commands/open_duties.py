from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from ketnghia.agreements.operations import refresh_duties


class Command(BaseCommand):
    help = "Mở việc của năm mới cho văn bản không ghi hạn và tính lại các việc; chạy mỗi ngày."

    def handle(self, **_options: Any) -> None:
        papers, duties = refresh_duties()
        self.stdout.write(f"Đã xem {papers} văn bản, {duties} việc.")
