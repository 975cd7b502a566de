"""The server as it is deployed, on a free port of this machine only, while it is measured."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep

# docs/operating.md says the same: three processes with four threads each.
WORKERS, THREADS = 3, 4
PATIENCE = 60


@dataclass(frozen=True)
class Server:
    """Where it listens, and what it wrote while it ran."""

    port: int
    output: Path

    def complaints(self, *words: str) -> list[str]:
        """Lines of its output that hold one of these words."""
        lines = self.output.read_text("utf-8", "replace").splitlines()
        return [line for line in lines if any(word in line.lower() for word in words)]


@contextmanager
def serving() -> Iterator[Server]:
    """Start gunicorn with the settings of this process; stopped however the block is left."""
    with tempfile.TemporaryDirectory(prefix="ketnghia-tai-") as folder:
        server = Server(_free_port(), Path(folder) / "output.txt")
        command = [
            sys.executable, "-m", "gunicorn", "ketnghia.config.wsgi:application",
            "--workers", str(WORKERS), "--threads", str(THREADS), "--timeout", "120",
            "--bind", f"127.0.0.1:{server.port}",
        ]  # fmt: skip
        with server.output.open("w") as output:
            process = subprocess.Popen(command, stdout=output, stderr=output, env=os.environ)  # noqa: S603 - ourselves
            try:
                _wait(server, process)
                yield server
            finally:
                process.terminate()
                process.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    """Until it answers."""
    until = monotonic() + PATIENCE
    while monotonic() < until and process.poll() is None:
        try:
            connection = HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
            connection.request("GET", "/tai-khoan/login/")
            connection.getresponse().read()
        except OSError:
            sleep(0.2)
        else:
            connection.close()
            return
    raise RuntimeError(server.output.read_text("utf-8", "replace")[-2000:])
