"""What may stand between a name and its post: an age, a remark, a people, a label."""

from __future__ import annotations

from ketnghia.reading.engine.text import Text

LONGEST_REMARK = 7
SEPARATORS = {",", "-", "–", "—", "(", ":", "_"}


def past_label(text: Text, place: int, stop: int) -> int:
    """Past "- Chức vụ" of "Ông Trần Văn Lâm - Chức vụ: Bí thư Tỉnh đoàn"."""
    at = place + 1 if place < stop and text.words[place].form in SEPARATORS else place
    is_label = text.key(at) == "chức" and text.key(at + 1) in {"vụ", "danh"}
    return at + 2 if is_label and at + 2 < stop else place


def past_remark(text: Text, place: int, stop: int) -> int:
    """Past an age, or past "(áo xanh)", "(bên trái)" before a comma and a post."""
    past = _past_age(text, place, stop)
    if past > place or place >= stop or text.words[place].form != "(":
        return past
    for end in range(place + 1, min(stop - 1, place + LONGEST_REMARK)):
        if text.words[end].form == ")":
            is_post_behind = text.words[end + 1].form in SEPARATORS
            is_small = not any(word.is_name for word in text.words[place:end])
            return end + 1 if is_small and is_post_behind else place
    return place


def past_people(text: Text, place: int, stop: int) -> int:
    """Past "dân tộc Xơ Đăng," and "người Mông," before what somebody does."""
    if f"{text.key(place)} {text.key(place + 1)}" != "dân tộc" and text.key(place) != "người":
        return place
    for end in range(place + 1, min(stop - 1, place + LONGEST_REMARK)):
        if text.words[end].form == ",":
            return end + 1
    return place


def _past_age(text: Text, place: int, stop: int) -> int:
    """Past "(SN 1995)", "(28 tuổi)" or ", 27 tuổi" right behind a name."""
    opening = text.words[place].form if place < stop else ""
    if opening not in {"(", ","}:
        return place
    for end in range(place + 1, min(stop, place + LONGEST_REMARK)):
        if text.words[end].form == (")" if opening == "(" else ","):
            told = {text.key(at) for at in range(place, end)}
            is_age = told & {"tuổi", "sinh", "sn"} and any(
                text.words[at].is_number for at in range(place, end)
            )
            return end + (opening == "(") if is_age else place
    return place
