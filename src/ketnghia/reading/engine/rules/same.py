"""Whether two mentions name one organisation."""

from __future__ import annotations

from collections.abc import Hashable

from ketnghia.reading.engine.rules.mention import Mention
from ketnghia.reading.engine.slips import is_slip
from ketnghia.reading.engine.zones import Zone

LONGEST_SLIP, FEWEST, FEWEST_INITIALS = 2, 4, 3


def told_by(mention: Mention) -> Hashable:
    """All that tells whether a mention is the same as another: mentions told alike are one."""
    head = mention.head
    where = mention.territory, mention.level, mention.institution, mention.country
    is_title = mention.sentence.zone is Zone.TITLE
    return head.kind, head.sort == "central", mention.is_bare, is_title, *where


def are_same(left: Mention, right: Mention) -> bool:
    """Whether two mentions with names of their own are one organisation."""
    if left.head.kind != right.head.kind:
        return _are_guests(left, right)
    if "central" in {left.head.sort, right.head.sort} or (left.country and right.country):
        return _same_country(left, right)
    if left.territory and right.territory:
        return _same_territory(left, right)
    if left.institution and right.institution:
        is_titled = Zone.TITLE in {left.sentence.zone, right.sentence.zone}
        names = left.institution, right.institution
        return _same_institution(*names) or (is_titled and _is_shortened(*names))
    return False


def _are_guests(left: Mention, right: Mention) -> bool:
    """As in "Đoàn đại biểu thanh niên TP Trùng Khánh" for "Liên hiệp Thanh niên TP Trùng Khánh"."""
    sorts = {left.head.sort, right.head.sort}
    is_same = bool(left.territory) and left.territory == right.territory
    return sorts == {"guest", "sister"} and is_same and left.level == right.level


def _is_shortened(left: str, right: str) -> bool:
    """As in the title "Chi đoàn Biên phòng" for "Chi đoàn Đồn Biên phòng Tân Thanh"."""
    short, long = sorted((left.split(), right.split()), key=len)
    rest = iter(long)
    return len(short) >= FEWEST and all(word in rest for word in short)


def _same_country(left: Mention, right: Mention) -> bool:
    """The union of a country, whether by its centre or by its name."""
    if left.territory or right.territory or left.institution or right.institution:
        return _same_territory(left, right) if left.territory and right.territory else False
    is_named = all(one.head.sort == "central" or one.country for one in (left, right))
    return is_named and _country(left) == _country(right)


def _country(mention: Mention) -> str:
    return mention.country if mention.country != "VN" else ""


def _same_territory(left: Mention, right: Mention) -> bool:
    if left.level and right.level and _tier(left) != _tier(right):
        return False
    if left.territory == right.territory:
        return True
    if left.is_on_map and right.is_on_map:
        # "Quảng Bình" and "Quảng Ninh" differ by one letter and are two.
        return False
    is_long = len(left.territory) > 4 * LONGEST_SLIP
    return is_long and is_slip(left.territory, right.territory, LONGEST_SLIP)


def _tier(mention: Mention) -> str:
    """A town may be called a city or a district; a province and its city are two."""
    return "district" if mention.level == "city" else mention.level


def _is_initials(short: str, long: str) -> bool:
    """As in "Đoàn Trường ĐHQB" for "Đoàn Trường Đại học Quảng Bình"."""
    begins, _, initials = short.rpartition(" ")
    if len(initials) < FEWEST_INITIALS or not begins or not long.startswith(f"{begins} "):
        return False
    return "".join(word[0] for word in long[len(begins) :].split()) == initials


def _same_institution(left: str, right: str) -> bool:
    """One is the other, or its beginning, or its core ("Bộ đội Biên phòng" of the command)."""
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    if _is_initials(short, long):
        return True
    return long.startswith(f"{short} ") or (short.count(" ") > 1 and f" {short}" in long)
