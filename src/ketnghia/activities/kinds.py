"""What an activity is to a promise, guessed from its name; a person may say otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from ketnghia.agreements.terms import Counted
from ketnghia.vietnamese.text import fold

# The first kind with a word in the name decides; names of figures are asked after the name.
WORDS: tuple[tuple[Counted, tuple[str, ...]], ...] = (
    (Counted.PROJECT, ("cong trinh", "nha nhan ai", "nha khan quang do", "san choi", "cau dan sinh",
                       "thap sang duong que", "diem vui choi")),
    (Counted.TRAINING, ("tap huan", "boi duong", "lop ky nang", "dao tao")),
    (Counted.WELFARE, ("qua", "an sinh", "kham benh", "hoc bong", "nguoi ngheo", "ao am",
                       "trung thu", "tham hoi", "do dau", "bua an", "chan am")),
    (Counted.VOLUNTEER, ("tinh nguyen", "hien mau", "chu nhat xanh", "ra quan", "don ve sinh",
                         "trong cay", "ho tro nguoi dan", "thu gom rac")),
    (Counted.PROPAGANDA, ("tuyen truyen", "dien dan", "ve nguon", "hoc tap nghi quyet", "cuoc thi",
                          "dia chi do", "ke chuyen")),
    (Counted.SUPPORT, ("ho tro", "giup do", "ung ho")),
)  # fmt: skip


def guessed_kind(title: str, figures: Iterable[str] = ()) -> str:
    """The kind its words say; an activity of no special kind where they say nothing."""
    for text in (title, " ; ".join(figures)):
        folded = f" {fold(text)} "
        for kind, words in WORDS:
            if any(f" {word} " in folded for word in words):
                return kind
    return Counted.ACTIVITY
