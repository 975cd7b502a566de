"""Codes that tell whether a paper is the one handed in: canonical JSON, SHA-256, typed by hand."""

from __future__ import annotations

import hashlib
import json
from typing import Any

# Digits and letters nobody confuses when reading aloud: no I, L, O, U (Crockford's alphabet).
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12
BITS = 5
GROUP = 4
# What people type for a sign that is not in the alphabet.
MEANT = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})


def canonical(content: Any) -> str:
    """One way to write a content down: sorted keys, no spaces, letters as they are."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(content: Any) -> str:
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def code_of(digest: str) -> str:
    """The first sixty bits of a digest as twelve signs."""
    number = int(digest, 16) >> (len(digest) * 4 - LENGTH * BITS)
    return "".join(ALPHABET[(number >> BITS * place) & 31] for place in reversed(range(LENGTH)))


def grouped_code(code: str) -> str:
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def typed_code(text: str) -> str:
    """A code as somebody typed it: small letters, spaces, O for 0."""
    plain = text.upper().translate(MEANT)
    return "".join(sign for sign in plain if sign in ALPHABET)
