"""How gunicorn serves the demonstration: a worker for long work lives and ends with the server."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

_WORKER: list[subprocess.Popen[bytes]] = []
PATIENCE = 5


def when_ready(server: Any) -> None:  # noqa: ARG001 - gunicorn's own signature
    """Start the worker. It reads the pipe: when the server is gone, however, the pipe ends."""
    command = [str(Path(sys.executable).with_name("ketnghia")), "work", "--with-server"]
    _WORKER.append(subprocess.Popen(command, stdin=subprocess.PIPE))  # noqa: S603 - our own command


def on_exit(server: Any) -> None:  # noqa: ARG001 - gunicorn's own signature
    """Let the worker finish what it has in hand."""
    for worker in _WORKER:
        worker.terminate()
        try:
            worker.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            worker.kill()
