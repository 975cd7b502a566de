"""Typed readers of environment variables; nonsense stops the start with a sentence."""

from __future__ import annotations

import os
from pathlib import Path


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def flag(name: str, *, default: bool) -> bool:
    """Read 1/0, yes/no, true/false, on/off."""
    value = text(name).lower()
    if value in {"1", "yes", "true", "on"}:
        return True
    if value in {"0", "no", "false", "off"}:
        return False
    if not value:
        return default
    raise SystemExit(f"{name} phải là 1 hoặc 0, không phải {value!r}.")


def number(name: str, default: int) -> int:
    value = text(name)
    if not value:
        return default
    if not value.isdigit():
        raise SystemExit(f"{name} phải là một số nguyên, không phải {value!r}.")
    return int(value)


def folder(name: str, default: Path) -> Path:
    value = text(name)
    return Path(value).expanduser().resolve() if value else default
