from __future__ import annotations

import os
import socket
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from ketnghia.demo.operations import COMMUNES, DEMO_PEOPLE, load
from ketnghia.units.loading import load_units

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
PASSWORD = "ket-nghia-2026"  # noqa: S105 - printed on the screen, for a demonstration on loopback


class Command(BaseCommand):
    help = "Chạy thử: tạo dữ liệu minh họa một lần rồi mở trang trên máy này."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--no-serve", action="store_true", help="chỉ chuẩn bị, không mở trang")

    def handle(self, **options: Any) -> None:
        host, port = settings.HOST, settings.PORT
        password = self._password(host)
        self._data_is_writable(settings.DATA)
        self._port_is_free(host, port)
        self._prepare(password)
        self._greet(host, port, password)
        if not options["no_serve"]:
            self._serve(host, port)

    def _step(self, words: str) -> None:
        self.stdout.write(f"• {words}")
        self.stdout.flush()

    def _password(self, host: str) -> str:
        given: str = settings.DEMO_PASSWORD
        if not given and host not in LOOPBACK:
            raise CommandError(
                f"Mở ra ngoài máy này ({host}) thì phải đặt KETNGHIA_DEMO_PASSWORD của riêng mình."
            )
        return given or PASSWORD

    def _data_is_writable(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            probe = folder / ".ghi-thu"
            probe.write_text("")
            probe.unlink()
        except OSError as error:
            raise CommandError(
                f"Không ghi được vào thư mục {folder}. Đặt KETNGHIA_DATA tới thư mục khác."
            ) from error

    def _port_is_free(self, host: str, port: int) -> None:
        try:
            family, *_rest, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
            with socket.socket(family, socket.SOCK_STREAM) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(address)
        except OSError as error:
            raise CommandError(
                f"Không mở được {host}:{port}, có thể cổng đang bận. Đặt KETNGHIA_PORT khác, "
                "ví dụ: KETNGHIA_PORT=8001 ./run demo"
            ) from error

    def _prepare(self, password: str) -> None:
        self._step(f"Chuẩn bị cơ sở dữ liệu ({connection.vendor}) trong {settings.DATA}")
        call_command("migrate", verbosity=0, interactive=False)
        self._step("Nạp đơn vị: 63 tỉnh cũ, 34 tỉnh mới, bạn Lào và Trung Quốc")
        load_units(some=COMMUNES)
        self._step("Nạp năm tình huống")
        load(password=password)
        self._step("Gom tệp giao diện")
        call_command("collectstatic", verbosity=0, interactive=False)

    def _greet(self, host: str, port: int, password: str) -> None:
        shown = f"[{host}]" if ":" in host else host
        people = "\n".join(
            f"    {person.username:<10} {person.full_name}, {person.what}" for person in DEMO_PEOPLE
        )
        self.stdout.write(
            f"\nKết Nghĩa đang mở ở  http://{shown}:{port}/\n\n"
            f"  Đăng nhập bằng một trong các tên sau, mật khẩu {password}\n{people}\n\n"
            "  Dừng: Ctrl+C. Những gì đã nhập được giữ cho lần sau.\n"
        )
        self.stdout.flush()

    def _serve(self, host: str, port: int) -> None:
        shown = f"[{host}]" if ":" in host else host
        server = str(Path(sys.executable).with_name("gunicorn"))
        os.execv(  # noqa: S606 - hands the terminal over, so that Ctrl+C reaches the server itself
            server,
            [
                server,
                "ketnghia.config.wsgi:application",
                f"--bind={shown}:{port}",
                "--workers=2",
                # Browsers open connections ahead; one without threads would wait on them.
                "--threads=4",
                "--preload",
                # A worker for long work starts and stops with the server.
                "--config=python:ketnghia.config.serving",
                "--log-level=warning",
                "--graceful-timeout=3",
            ],
        )
