"""How strongly every mention says that its unit acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ketnghia.reading.engine.rules.evidence import (
    ASIDE,
    LONGEST_BEFORE,
    OPENS,
    RECEIVES,
    TITLE,
    WEAK,
    before,
    behind,
    by_its_people,
    in_zone,
    led,
    past_aside,
)
from ketnghia.reading.engine.rules.mention import Mention
from ketnghia.reading.engine.rules.names import stops_at
from ketnghia.reading.engine.rules.people import Named
from ketnghia.reading.engine.text import Text
from ketnghia.reading.engine.zones import Zone

# A party organisation is what a congress is of; it does not act.
PARTY = "party"
NEAR = 3


@dataclass(frozen=True)
class Acting:
    """A mention and how strongly it acts; `reason` names what told it."""

    mention: Mention
    strength: float
    reason: str
    in_post: bool = False


def acting(text: Text, found: Sequence[Mention], people: Sequence[Named]) -> list[Acting]:
    """Every mention weighed, then joined ones levelled: "A và B tổ chức" makes both act."""
    posts = {word for one in people for word in range(one.post_first, one.post_last)}
    found = _placed_alike(text, found)
    weighed = [_weigh(text, mention, posts) for mention in found]
    return _levelled(text, _first_hosts(weighed))


def _placed_alike(text: Text, found: Sequence[Mention]) -> list[Mention]:
    """As in "Thành đoàn, Hội đồng Đội TP Móng Cái": the place stands behind the last only."""
    made = list(found)
    for at in range(len(made) - 2, -1, -1):
        one, behind = made[at], made[at + 1]
        between = [word.key for word in text.words[one.last : behind.first]]
        is_same_level = one.level == behind.level and behind.head.sort in {"levelled", "sister"}
        # "Hội LHTN Việt Nam, Hội Sinh viên Việt Nam tỉnh Bắc Ninh"
        is_same_level = is_same_level or (not one.level and behind.head.sort == "sister")
        if one.is_bare and is_same_level and behind.territory and between in _SHARING:
            made[at] = replace(one, territory=behind.territory)
    return made


_SHARING = ([","], ["-"], ["–"], ["và"])


def _first_hosts(weighed: list[Acting]) -> list[Acting]:
    """Of the people who receive or lead guests only the first names the unit that does."""
    made, seen = [], set()
    for one in weighed:
        told = (one.mention.sentence.number, one.reason)
        is_repeated = one.reason == "hosts" and told in seen
        seen.add(told)
        made.append(Acting(one.mention, 0.0, "in a post", in_post=True) if is_repeated else one)
    return made


def _weigh(text: Text, mention: Mention, posts: set[int]) -> Acting:
    is_titled = mention.sentence.zone is Zone.TITLE
    if mention.head.kind == PARTY or (is_titled and _is_youth_of(text, mention)):
        return Acting(mention, 0.0, "stands by")
    if mention.core in posts or _behind_post(text, mention):
        return _in_post(text, mention)
    told = led(text, mention) or before(text, mention)
    if told[1] == "aside":
        acts = by_its_people(text, mention)
        return Acting(mention, OPENS, "subject") if acts else Acting(mention, ASIDE, "aside")
    strength, reason = max(told, behind(text, mention), in_zone(mention))
    if mention.sentence.zone is Zone.CAPTION and mention.is_bare:
        strength = min(strength, TITLE)
    return Acting(mention, strength, reason)


def _is_youth_of(text: Text, mention: Mention) -> bool:
    """As in the title "Tuổi trẻ Hải đội 42 …": not the body acts, but its young people."""
    before = f"{text.key(mention.first - 2)} {text.key(mention.first - 1)}"
    return mention.head.sort == "body" and before in {"tuổi trẻ", "thanh niên"}


def _behind_post(text: Text, mention: Mention) -> bool:
    place = mention.first
    return any(
        (mark := text.mark(place - back, "post_posts")) is not None and mark.last >= place
        for back in range(1, LONGEST_BEFORE)
        if place - back >= mention.sentence.first
    )


def _in_post(text: Text, mention: Mention) -> Acting:
    """A unit told only by the posts of its people acts where they lead, host or sign."""
    if mention.head.sort == "central" or mention.is_bare:
        return Acting(mention, 0.0, "in a post", in_post=True)
    after = range(mention.last, min(mention.sentence.last, mention.last + NEAR))
    leads = any(text.mark(place, "leads") for place in after)
    hosts = any(text.marks_of("hosts", mention.sentence.first, mention.first))
    if leads or hosts:
        return Acting(mention, RECEIVES, "led" if leads else "hosts", in_post=True)
    return Acting(mention, 0.0, "in a post", in_post=True)


_JOINS = {"và", ",", "-", "–", "cùng", "với", ";", "&"}
_THEN = {"và", "cùng", "với", "do"}


def _levelled(text: Text, weighed: list[Acting]) -> list[Acting]:
    """Neighbours joined by "và", a comma or a dash share the greater strength."""
    made = list(weighed)
    outer = [at for at, one in enumerate(made) if not _in_brackets(text, one.mention)]
    pairs = list(pairwise(outer))
    made = _with_members(text, made)
    for at_left, at in [*pairs, *reversed(pairs)]:
        left, right = made[at_left], made[at]
        if _are_joined(text, left, right):
            best = max(left, right, key=lambda one: one.strength)
            made[at_left] = _at_least(left, best)
            made[at] = _at_least(right, best)
    return made


def _with_members(text: Text, made: list[Acting]) -> list[Acting]:
    """As in "Cụm thi đua số 4 (gồm Quận đoàn A, Huyện đoàn B) tổ chức": its members act with it."""
    done = list(made)
    whole: Acting | None = None
    for at, one in enumerate(made):
        if whole and _is_member(text, whole.mention, one.mention):
            done[at] = _at_least(one, whole)
        else:
            whole = one
    return done


def _is_member(text: Text, whole: Mention, mention: Mention) -> bool:
    between = [word.key for word in text.words[whole.last : mention.first]]
    is_list = between[:2] == ["(", "gồm"] or between[:3] == ["(", "bao", "gồm"]
    return whole.sentence == mention.sentence and is_list and ")" not in between


def _in_brackets(text: Text, mention: Mention) -> bool:
    """As in "Chi đoàn A (BĐBP Quảng Trị) và Chi đoàn B": only told of A."""
    return mention.first > mention.sentence.first and text.key(mention.first - 1) == "("


def _at_least(one: Acting, best: Acting) -> Acting:
    if one.strength >= best.strength:
        return one
    return Acting(one.mention, best.strength, f"joined: {best.reason}")


def _are_joined(text: Text, left: Acting, right: Acting) -> bool:
    if left.in_post or right.in_post or left.strength < 0 or right.strength < 0:
        return False
    first = past_aside(text, left.mention.last, right.mention.first)
    between = [word.key for word in text.words[first : right.mention.first]]
    # "theo kế hoạch của Trung ương Đoàn, Thành đoàn tổ chức": the comma parts them.
    is_parted = not left.strength or (left.strength <= WEAK and between[:1] == [","])
    if is_parted and text.key(left.mention.first - 1) in {"của", "theo", "từ"}:
        return False
    if not between or between[0] not in _JOINS:
        return False
    return all(key in _THEN for key in between[1:]) or _is_listed_on(text, first, right)


def _is_listed_on(text: Text, first: int, right: Acting) -> bool:
    """As in "Hội A, Đội xung kích xã B, Liên đội C": one between them is of no known sort."""
    last = right.mention.first - 1
    if not 1 < last - first <= LONGEST_LISTED or text.key(last) not in _LISTS:
        return False
    if text.key(first) not in _LISTS or not text.words[first + 1].is_name:
        return False
    return not any(_breaks_list(text, place) for place in range(first + 1, last))


def _breaks_list(text: Text, place: int) -> bool:
    word = text.words[place]
    is_sign = word.is_sign and word.form not in {",", "-", "–", "(", ")", "&"}
    return is_sign or word.is_number or text.has(place, _NO_MEMBER) or stops_at(text, place)


LONGEST_LISTED = 12
_LISTS = {",", "và", ";"}
_NO_MEMBER = frozenset(("act", "speaks", "people", "post_posts", "today"))
