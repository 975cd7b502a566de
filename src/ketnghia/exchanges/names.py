"""Parts in a delegation, and who is a child, as lists write them; no database."""

from __future__ import annotations

import re

from ketnghia.vietnamese.text import fold, tidy

_CHILD_LEAD = re.compile(r"^\W*(?:\d+\W+)?(?:em|cháu|bé)\s+", re.IGNORECASE)
DUTIES = (
    ("Phó trưởng đoàn", ("pho truong doan", "pho doan")),
    ("Trưởng đoàn", ("truong doan",)),
    ("Phiên dịch", ("phien dich", "thong dich")),
    ("Thư ký đoàn", ("thu ky doan", "thu ky")),
    ("Lái xe", ("lai xe",)),
    ("Phóng viên", ("phong vien",)),
)
HEAD = DUTIES[1][0]
CHILD = ("thieu nhi", "hoc sinh", "doi vien", "nhi dong", "lien doi truong", "chi doi truong",
         "be", "chau", "em", "lop", "hs")  # fmt: skip
_CHILD_START = re.compile(rf"^(?:\d+\s+|cac\s+|doan\s+|nhom\s+)*(?:{'|'.join(CHILD)})\b")
_CHILD_ANYWHERE = re.compile(r"\b(?:thieu nhi|hoc sinh|doi vien|nhi dong)\b")
# Grown-ups whose work is with children: their post begins with one of these.
_GROWN = re.compile(
    r"\b(?:bi thu|truong ban|pho ban|pho truong|truong phong|chu tich|uy vien|giao vien|phu trach"
    r"|can bo|chuyen vien|hieu truong|hieu pho|ban|hoi dong|nha|cung|trung tam|quan ly|to truong"
    r"|phu huynh|bac si|y si|giam doc|dieu phoi)\b"
)


def duty_in(text: str) -> str:
    """What somebody does in the delegation, where the words say it."""
    plain = fold(text)
    return next((duty for duty, words in DUTIES if any(word in plain for word in words)), "")


def without_duty(title: str) -> str:
    """A post without the part in the delegation that stands beside it."""
    parts = [tidy(part) for part in re.split(r"\s*[,;]\s*|\s+[-–—]\s+", title)]
    known = {word for _duty, words in DUTIES for word in words}
    return ", ".join(part for part in parts if part and fold(part) not in known)


def is_child_word(text: str, *, is_name: bool = False) -> bool:
    """Whether the words mark a child or pupil; a grown-up who works with children is none."""
    if is_name:
        return bool(_CHILD_LEAD.match(text))
    for part in re.split(r"[,;()]|\s+[-–—]\s+", text):
        plain = fold(part)
        if _CHILD_START.match(plain):
            return True
        if _CHILD_ANYWHERE.search(plain) and not _GROWN.search(plain):
            return True
    return False
