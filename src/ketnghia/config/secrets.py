"""The secret key: from the environment, or made on the first start and kept."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from ketnghia.config import env


def secret_key(data: Path) -> str:
    """Two processes starting at once agree: the first to create the file wins."""
    given = env.text("KETNGHIA_SECRET_KEY")
    if given:
        return given
    path = data / "secret-key"
    try:
        data.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    except OSError as error:
        raise SystemExit(
            f"Không ghi được vào thư mục {data}. Đặt KETNGHIA_DATA tới thư mục khác."
        ) from error
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(50))
    return path.read_text().strip()
