"""Names and parts in a delegation as lists write them; no database."""

from __future__ import annotations

import re
import unicodedata

from ketnghia.vietnamese.text import fold, tidy

_LEAD = re.compile(
    r"^(?:\d{1,3}\s*[.)\-/:]\s*|[-–—•*+●▪]+\s*|"
    r"(?:đ/c|đc|d/c|đồng chí|đ\.c|ông|bà|anh|chị|cô|chú|thầy|em|cháu|bé"
    r"|mr|mrs|ms|dr|ths|ts|pgs|gs|bs|cn|ks)"
    r"(?:\s*[.:]\s*|\s+))+",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*[(\[].*?(?:[)\]]|$)")
_TAIL = re.compile(r"[\s.,;:–—/-]+$")
_CHILD_LEAD = re.compile(r"^\W*(?:\d+\W+)?(?:em|cháu|bé)\s+", re.IGNORECASE)
MOST_WORDS = 7
# Words that never stand in a person's name but begin headings and feet of lists.
NOT_NAMES = frozenset({"danh", "sách", "tổng", "cộng", "đoàn", "ủy", "ban", "tỉnh", "huyện", "xã"})
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


def clean_name(text: str) -> str:
    """A name without number, form of address, aside and shouting: "1. Đ/c NGUYỄN VĂN A" too."""
    name = tidy(_ASIDE.sub(" ", unicodedata.normalize("NFC", text)))
    name = _TAIL.sub("", _LEAD.sub("", name))
    if name.isupper() or name.islower():
        name = " ".join(word[:1].upper() + word[1:].lower() for word in name.split())
    return name


def is_name(name: str) -> bool:
    """Whether it reads as a person's name: two to seven words of letters, each with a capital."""
    words = name.split()
    if not all(_is_letters(word) for word in words) or not words:
        return False
    if any(not sign.isascii() and not sign.isupper() and not sign.islower() for sign in words[0]):
        return True  # Lao or Chinese letters know neither spaces nor capitals
    if any(word.lower() in NOT_NAMES and word[:1].isupper() and place == 0
           for place, word in enumerate(words)):  # fmt: skip
        return False
    return 1 < len(words) <= MOST_WORDS and all(word[:1].isupper() for word in words)


def _is_letters(word: str) -> bool:
    return (
        all(unicodedata.category(sign)[0] in "LM" or sign in "'’-." for sign in word)
        and word[:1] not in "'-."
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
