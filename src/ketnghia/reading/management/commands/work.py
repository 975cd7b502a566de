from __future__ import annotations

import os
import signal
import sys
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from ketnghia.reading.tasks import take_up_again


class Command(BaseCommand):
    help = "Làm việc dài ở phía sau (đọc bài): chạy cạnh máy chủ, dừng rồi chạy lại thì làm tiếp."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="làm hết việc đang chờ rồi thôi")
        parser.add_argument(
            "--with-server", action="store_true", help="dừng theo máy chủ đã mở lệnh này"
        )

    def handle(self, **options: Any) -> None:
        take_up_again()
        if options["with_server"]:
            threading.Thread(target=_end_with_the_pipe, daemon=True).start()
        call_command("db_worker", batch=options["once"], startup_delay=False, verbosity=0)


def _end_with_the_pipe() -> None:
    """Whoever started this holds the other end of the pipe; when they are gone, it ends."""
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)
