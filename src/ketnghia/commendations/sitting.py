"""Members of a council as they are typed, one to a line; no database."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ketnghia.commendations.names import people
from ketnghia.vietnamese.text import fold

CHAIR, MEMBER, SECRETARY = "chair", "member", "secretary"
_ABSENT = re.compile(r"[,;(\s]*\b(?:vắng mặt|vắng)\b\)?", re.IGNORECASE)
_SECRETARY = re.compile(r"[,;(\s]*\bthư ký(?: hội đồng)?\b\)?", re.IGNORECASE)


@dataclass(frozen=True)
class Sitting:
    """One member: who, in which role, present or not."""

    name: str
    title: str = ""
    role: str = MEMBER
    is_present: bool = True

    @property
    def line(self) -> str:
        """As it is typed; the chair is told by being first."""
        parts = [self.name, self.title]
        parts += ["thư ký"] if self.role == SECRETARY else []
        parts += ["vắng"] if not self.is_present else []
        return ", ".join(part for part in parts if part)


def sittings(text: str) -> list[Sitting]:
    """The first line is the chair; "thư ký" and "vắng" are read wherever they stand."""
    found = []
    for place, line in enumerate(people(text)):
        title = line.title
        role = CHAIR if place == 0 else MEMBER
        if place and "thu ky" in fold(title):
            role, title = SECRETARY, _SECRETARY.sub("", title)
        is_present = not _ABSENT.search(title)
        title = _ABSENT.sub("", title).strip(" ,;")
        found.append(Sitting(line.name[:120], title[:200], role, is_present))
    return found
