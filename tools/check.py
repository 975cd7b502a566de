"""`./run check`: style, types, the floor plan, migrations, deployment settings, translations."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

BIN = Path(sys.executable).parent
CHECKS = [
    ("Kiểu mã", [f"{BIN}/ruff", "check", "src", "tests", "tools"]),
    ("Trình bày mã", [f"{BIN}/ruff", "format", "--check", "src", "tests", "tools"]),
    ("Mặt bằng các phòng", [f"{BIN}/lint-imports"]),
    ("Kiểu dữ liệu", [f"{BIN}/mypy"]),
    ("Migration", [f"{BIN}/ketnghia", "makemigrations", "--check", "--dry-run"]),
    ("Cấu hình khi chạy thật", [f"{BIN}/ketnghia", "check", "--deploy", "--fail-level", "WARNING"]),
    ("Tài liệu", [sys.executable, "tools/docs.py", "check"]),
    ("Bản dịch", [sys.executable, "tools/messages.py", "check"]),
]


def main() -> int:
    with tempfile.TemporaryDirectory() as data:
        environment = {**os.environ, "KETNGHIA_DATA": data, "KETNGHIA_TLS": "1"}
        failed = []
        for title, command in CHECKS:
            print(f"── {title}", flush=True)
            if subprocess.run(command, env=environment, check=False).returncode:
                failed.append(title)
    print(f"\n{len(CHECKS) - len(failed)} passed, {len(failed)} failed", *failed, sep="\n  ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
