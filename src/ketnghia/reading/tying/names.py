"""One spelling for the many ways papers name a unit; plain text, no database."""

from __future__ import annotations

import re

from ketnghia.vietnamese.text import fold

# Whose union it is: the word of the territory, and how its union is called (domain.md §1.2).
_UNIONS = {
    "tinh": "tinh doan",
    "thanh pho": "thanh doan",
    "tp": "thanh doan",
    "tp.": "thanh doan",
    "huyen": "huyen doan",
    "thi xa": "thi doan",
    "quan": "quan doan",
    "xa": "doan xa",
    "phuong": "doan phuong",
    "dac khu": "doan dac khu",
    "thi tran": "doan thi tran",
}
_PLACE = re.compile(
    r"\b(tinh|thanh pho|tp\.?|huyen|thi xa|quan|dac khu|thi tran|phuong|xa)\s+(?!doan\b)(\S.*)$"
)
_YOUTH = re.compile(r"\b(doan|thanh nien)\b")
_BODIES = re.compile(r"^(ban thuong vu|ban chap hanh|thuong truc|co quan|van phong|doan dai bieu"
                     r"(?: thanh nien)?|doan cong tac(?: cua)?)\s+")  # fmt: skip
_BRACKETS = re.compile(r"\s*\([^)]*\)")


def spellings(name: str) -> list[str]:
    """The folded ways a register may write a name, the likeliest first.

    "Đoàn Thanh niên tỉnh Quảng Trị", "Ban Thường vụ Tỉnh Đoàn Quảng Trị" are its "tinh doan".
    """
    folded = fold(_BRACKETS.sub("", name)).strip(" .,;:")
    bare = _BODIES.sub("", folded)
    found = [folded, bare]
    place = _PLACE.search(bare)
    if place and _YOUTH.search(folded):
        found.append(f"{_UNIONS[place[1]]} {place[2]}")
    return list(dict.fromkeys(found))
