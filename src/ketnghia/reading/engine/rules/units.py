"""Units of the event: mentions of one organisation gathered under all its names."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from ketnghia.reading.engine.rules.acting import Acting
from ketnghia.reading.engine.rules.evidence import SPEAKS
from ketnghia.reading.engine.rules.mention import Mention
from ketnghia.reading.engine.rules.same import are_same, told_by
from ketnghia.reading.engine.rules.territories import is_abroad
from ketnghia.reading.engine.text import Text
from ketnghia.reading.engine.zones import Zone

# One clear sign that it acts, or several weak ones.
ENOUGH = 2.5
# At a visit or a signing the other side may only be thanked, thanked for, or given something.
ENOUGH_FOR_SIDES = 1.0
# Governing bodies and schools stand in every article; they must do something themselves.
ENOUGH_FOR_BODIES = 3.0
YOUTH = {"levelled", "sister", "central", "branch", "guest"}
# Those who give at an activity act though they are named once.
GIVERS = {"company", "society", "health", "army"}
AWARDS, AWARDING = "awards", 3.0
FURTHER = 0.25
FULL_NAME = 5
# The longest report seen names 90 organisations; what comes behind so many is compared no more.
MOST = 250


@dataclass
class Cluster:
    """One organisation: its mentions, and how strongly it acts."""

    acts: list[Acting] = field(default_factory=list)
    # The mentions that name it differently, one of each.
    names: list[Mention] = field(default_factory=list)

    @property
    def lead(self) -> Mention:
        return self.acts[0].mention

    @property
    def strength(self) -> float:
        told = sorted((one.strength for one in self.acts), reverse=True)
        positive = [value for value in told if value > 0]
        return sum(positive[:1]) + FURTHER * sum(positive[1:]) if positive else 0.0

    @property
    def own_strength(self) -> float:
        return max((one.strength for one in self.acts), default=0.0)

    @property
    def strength_in_opening(self) -> float:
        """How strongly it acts in the title or the first two paragraphs."""
        told = (one.strength for one in self.acts if one.mention.is_in_opening)
        return max(told, default=0.0)

    @property
    def is_named_in_opening(self) -> bool:
        """A union named by its territory in the title or the first paragraphs."""
        return any(one.mention.territory and one.mention.is_in_opening for one in self.acts)

    @property
    def is_bare(self) -> bool:
        return all(one.mention.is_bare for one in self.acts)

    @property
    def level(self) -> str:
        return next((one.mention.level for one in self.acts if one.mention.level), "")

    @property
    def territory(self) -> str:
        return next((one.mention.territory for one in self.acts if one.mention.territory), "")

    @property
    def kind(self) -> str:
        return self.lead.head.kind

    @property
    def is_youth(self) -> bool:
        return any(one.mention.head.sort in YOUTH for one in self.acts)


def units_of(
    weighed: Sequence[Acting], *, kind: str = "", content: AbstractSet[int] = frozenset()
) -> list[Cluster]:
    """The organisations that act, in the order in which the text first names them.

    `content` are sentences that tell what a paper holds: units named there alone are to act
    some day, not here.
    """
    told = _as_told(weighed, kind, content)
    found = [cluster for cluster in gather(told) if _acts(cluster, kind)]
    found = [one for one in found if not _is_named_for(one, found)]
    return [cluster for cluster in found if not cluster.is_bare or _stands_alone(cluster, found)]


def _as_told(weighed: Sequence[Acting], kind: str, content: AbstractSet[int]) -> list[Acting]:
    """The weights in the light of the article's kind."""
    guests = [one.mention for one in weighed if one.mention.head.sort == "guest"]
    return [_in_light(one, kind, content, guests) for one in weighed]


def _in_light(
    one: Acting, kind: str, content: AbstractSet[int], guests: Sequence[Mention]
) -> Acting:
    if one.reason.endswith(AWARDS):
        # Who awards acts in an award; in a review it only stands by.
        return replace(one, strength=AWARDING if kind == "award" else 0.0)
    is_content = one.mention.sentence.number in content
    # Guests without a name of their own are not also the unit of who leads them.
    is_led = one.reason == "led" and any(
        guest.country or guest.territory == one.mention.territory for guest in guests
    )
    is_silenced = one.strength > 0 and (is_content or is_led)
    return replace(one, strength=0.0) if is_silenced else one


def _acts(cluster: Cluster, kind: str) -> bool:
    if not cluster.is_youth:
        return _body_acts(cluster, kind)
    if cluster.lead.head.sort == "central" and kind in {"review", "activity", "exchange"}:
        return cluster.strength_in_opening >= ENOUGH
    if kind == "review" and cluster.strength_in_opening < ENOUGH_FOR_SIDES:
        # Told among the results: what it did it did then, not at the review.
        return sum(one.strength >= ENOUGH for one in cluster.acts) > 1
    if kind == "other" and any(_speaks_for(one) for one in cluster.acts):
        return True
    is_side = kind in {"exchange", "signing"} and cluster.is_named_in_opening
    return cluster.strength >= (ENOUGH_FOR_SIDES if is_side else ENOUGH)


def _speaks_for(one: Acting) -> bool:
    """As in "Ban Thường vụ Huyện đoàn A đề nghị các đơn vị …": who issues a letter."""
    return one.mention.wrap == "committee" and one.strength >= SPEAKS


def _is_named_for(cluster: Cluster, found: Sequence[Cluster]) -> bool:
    """As in the title "Tuổi trẻ Đồn Biên phòng A kết nghĩa …" for "Chi đoàn Đồn Biên phòng A"."""
    named = _without_levels(cluster.lead.institution)
    if cluster.is_youth or any(
        one.strength >= ENOUGH and one.mention.sentence.zone is Zone.BODY for one in cluster.acts
    ):
        return False
    return any(
        other.is_youth
        and any(_without_levels(one.institution).endswith(f" {named}") for one in other.names)
        for other in found
    )


def _without_levels(key: str) -> str:
    """The name with its place alone: "Công an Hà Giang" is "Công an tỉnh Hà Giang"."""
    return " ".join(word for word in key.split() if word not in {"tinh", "huyen", "xa"})


def _body_acts(cluster: Cluster, kind: str) -> bool:
    """Offices, schools and companies act where the opening says so, or more than once."""
    if cluster.strength_in_opening >= ENOUGH_FOR_BODIES:
        return True
    strong = [one for one in cluster.acts if one.strength >= ENOUGH]
    in_body = any(
        one.mention.sentence.zone is Zone.BODY and one.reason.endswith("subject") for one in strong
    )
    if kind == "activity" and cluster.kind in GIVERS and in_body:
        return True
    return len(strong) > 1 or any(one.reason.endswith(AWARDS) for one in strong)


def _stands_alone(cluster: Cluster, found: Sequence[Cluster]) -> bool:
    """As in "Tỉnh đoàn", which may be all a text says; "đoàn xã" in small letters is no one."""
    named = {other.kind for other in found if other.is_youth and not other.is_bare}
    is_capital = any(one.mention.is_capital for one in cluster.acts)
    is_union = cluster.lead.head.sort == "sister" and cluster.kind == "union"
    if is_union and _is_national(cluster, found):
        return True
    is_generic = (is_union and not cluster.level) or cluster.level == "commune"
    return is_capital and not (cluster.kind in named and is_generic)


def _is_national(cluster: Cluster, found: Sequence[Cluster]) -> bool:
    """The union by its full name beside a union of another country is the union of ours."""
    is_full = any(one.mention.last - one.mention.core >= FULL_NAME for one in cluster.acts)
    return is_full and any(one.mention.country for other in found for one in other.acts)


def gather(weighed: Sequence[Acting]) -> list[Cluster]:
    """Mentions of one organisation together; bare ones join the unit they can only mean."""
    clusters: list[Cluster] = []
    homes: dict[Hashable, Cluster] = {}
    for one in weighed:
        if not one.mention.is_bare:
            _at_home(clusters, homes, one, _named_alike)
    for one in weighed:
        if one.mention.is_bare:
            _at_home(clusters, homes, one, _meant)
    clusters.sort(key=lambda cluster: min(one.mention.first for one in cluster.acts))
    for cluster in clusters:
        cluster.acts.sort(key=lambda one: one.mention.first)
    return clusters


def _at_home(
    clusters: list[Cluster],
    homes: dict[Hashable, Cluster],
    one: Acting,
    find: Callable[[Sequence[Cluster], Mention], Cluster | None],
) -> None:
    """Put a mention where one told alike is already, else where it belongs."""
    told = told_by(one.mention)
    home = homes.get(told)
    if home is None and len(homes) < MOST:
        home = find(clusters, one.mention)
    if home is None:
        home = Cluster()
        clusters.append(home)
    if told not in homes:
        home.names.append(one.mention)
        homes[told] = home
    home.acts.append(one)


def _named_alike(clusters: Sequence[Cluster], mention: Mention) -> Cluster | None:
    return next((home for home in clusters if _is_home(home, mention)), None)


def _is_home(home: Cluster, mention: Mention) -> bool:
    """As in "Đoàn trường", which may be that of school A or of B; that of A is not that of B."""
    told = [are_same(name, mention) for name in home.names]
    return any(told) and (all(told) or not mention.institution)


def _meant(clusters: Sequence[Cluster], mention: Mention) -> Cluster | None:
    """As in "Tỉnh đoàn" alone is the unit of that level which the article is about."""
    fitting = [cluster for cluster in clusters if _could_be(cluster, mention)]
    return max(
        fitting,
        key=lambda one: (not is_abroad(one.territory), one.strength, len(one.acts)),
        default=None,
    )


def _could_be(cluster: Cluster, mention: Mention) -> bool:
    if cluster.kind != mention.head.kind or cluster.lead.head.sort == "central":
        return False
    if any(name.country for name in cluster.names):
        return False
    levels = {name.level for name in cluster.names if name.level}
    is_own = cluster.lead.head.sort in {"levelled", "sister"} and not cluster.lead.institution
    if is_abroad(cluster.territory) and mention.first < cluster.lead.first:
        # Before the guests are named "Tỉnh đoàn" is ours.
        return False
    return is_own and (not levels or not mention.level or mention.level in levels)


def aliases(text: Text, cluster: Cluster) -> tuple[str, ...]:
    """Every form the text has, the fullest name first, committees last."""
    forms: dict[str, tuple[int, int]] = {}
    for one in cluster.acts:
        mention = one.mention
        is_bare_in_post = mention.is_bare and one.in_post
        if not is_bare_in_post:
            _note(forms, text.words_of(mention.core, mention.last), 0)
        if mention.wrap == "committee" and not one.in_post:
            _note(forms, text.words_of(mention.first, mention.last), 1)
    ordered = sorted(forms, key=lambda form: (forms[form][0], -len(form)))
    return tuple(dict.fromkeys(ordered))


def _note(forms: dict[str, tuple[int, int]], form: str, rank: int) -> None:
    forms.setdefault(form, (rank, len(forms)))
