from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from ketnghia.activities.operations import rebuild_ledger


class Command(BaseCommand):
    help = "Ghi lại từ đầu sổ cộng số liệu của mọi hoạt động."

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(f"{rebuild_ledger()} dòng trong sổ cộng.")
