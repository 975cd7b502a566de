"""What tells who a child is, sealed before it reaches the database.

The key follows from the secret key, which is kept apart from the database: a copy of the database,
its logs and its error messages hold nothing that can be read (docs/decisions/0006).
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

PURPOSE = b"ketnghia.children"


class UnreadableError(Exception):
    """Sealed under a secret key that is no longer known."""


def seal(text: str) -> str:
    return _keys(_secrets()).encrypt(text.encode()).decode("ascii")


def unseal(sealed: str) -> str:
    """What was sealed; empty where nothing is. Raises UnreadableError."""
    if not sealed:
        return ""
    try:
        return _keys(_secrets()).decrypt(sealed.encode("ascii")).decode()
    except InvalidToken as wrong:
        raise UnreadableError from wrong


def _secrets() -> tuple[str, ...]:
    return (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)


@lru_cache(maxsize=4)
def _keys(secrets: tuple[str, ...]) -> MultiFernet:
    """Seals with the first, opens with any: a secret key is changed without losing a name."""
    return MultiFernet([Fernet(_derived(secret)) for secret in secrets])


def _derived(secret: str) -> bytes:
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE)
    return base64.urlsafe_b64encode(derive.derive(secret.encode()))


@dataclass(frozen=True, repr=False)
class Particulars:
    """Who a child is: name, year or day of birth, unit or class, number of a travel paper.

    Printed, it says nothing, so that no log or error page can tell a name by accident.
    """

    name: str
    born: str = ""
    unit: str = ""
    paper: str = ""

    def __repr__(self) -> str:
        return "Particulars(…)"

    def only(self, fields: Iterable[str]) -> Particulars:
        """No more than a purpose needs; where the year is enough, a day is cut to its year."""
        kept = set(fields)
        return Particulars(
            name=self.name,
            born=self.born if "birthday" in kept else self.born[:4] * ("born" in kept),
            unit=self.unit * ("unit" in kept),
            paper=self.paper * ("paper" in kept),
        )

    def without_paper(self) -> Particulars:
        return replace(self, paper="")

    def sealed(self) -> str:
        return seal(json.dumps(asdict(self), ensure_ascii=False))

    @classmethod
    def unsealed(cls, sealed: str) -> Particulars:
        return cls(**json.loads(unseal(sealed) or '{"name": ""}'))
