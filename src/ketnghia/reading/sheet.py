"""What the desk shows of one article: its text with marks, its findings as they are asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ketnghia.accounts.models import User
from ketnghia.gifts.models import Gift
from ketnghia.reading.marking import Marked, Span, marked
from ketnghia.reading.matching import same_event
from ketnghia.reading.models import Article, Field, Proposal
from ketnghia.reading.proposing.harm import by_harm
from ketnghia.reading.saying import label_of, said, understood

Kind = Field.Kind
# How the words of each kind are underlined (the legend above the text).
STYLES = {
    Kind.UNIT: "unit",
    Kind.PLACE: "unit",
    Kind.SITE: "unit",
    Kind.PERSON: "who",
    Kind.EVENT: "when",
    Kind.SIGNED: "when",
    Kind.PUBLISHED: "when",
    Kind.TERM: "when",
    Kind.FIGURE: "count",
    Kind.MONEY: "count",
    Kind.PHOTO: "count",
}
PAPER = "paper"
# So many lines below the last finding stay in sight; a shorter tail is not folded.
BELOW, LONG_TAIL = 4, 8


@dataclass(frozen=True)
class Item:
    """One finding as the desk shows it."""

    number: int
    field: Field
    mark: int | None
    is_current: bool = False

    @property
    def label(self) -> str:
        return label_of(self.field)

    @property
    def said(self) -> str:
        return said(self.field)

    @property
    def understood(self) -> str:
        return understood(self.field) if self.field.kind == Kind.COMMITMENT else ""

    @property
    def notes(self) -> list[str]:
        """How it was recognised, and why it is doubted or guessed."""
        told = [self.field.note]
        if self.field.is_doubtful or self.field.kind in {Kind.EVENT, Kind.SIGNED, Kind.TERM}:
            told.append(self.field.reason)
        return [words for words in told if words]

    @property
    def written_as(self) -> str:
        """As the article writes it, where the register writes it otherwise."""
        name = str(self.field.value.get("name", "")) if self.field.kind == Kind.UNIT else ""
        return name if name and name.casefold() != self.said.casefold() else ""


@dataclass(frozen=True)
class Word:
    """A stretch of the text: marked with the items found there, or plain."""

    text: str
    items: tuple[Item, ...] = ()

    @property
    def key(self) -> int:
        return self.items[0].field.pk

    @property
    def style(self) -> str:
        return STYLES.get(Kind(self.items[0].field.kind), PAPER)

    @property
    def is_doubtful(self) -> bool:
        return any(item.field.needs_a_look for item in self.items)

    @property
    def is_current(self) -> bool:
        return any(item.is_current for item in self.items)

    @property
    def numbers(self) -> str:
        return ",".join(str(number) for number in sorted(item.number for item in self.items))


class Sheet:
    """The desk of one article for one person; `current` is the finding in hand."""

    def __init__(self, article: Article, user: User, *, may_edit: bool, current: int = 0) -> None:
        self.article = article
        self.user = user
        self.may_edit = may_edit and article.is_open
        self._wanted = current

    @cached_property
    def fields(self) -> list[Field]:
        return list(self.article.fields.select_related("unit", "person", "decided_by"))

    @cached_property
    def _doubtful(self) -> list[Field]:
        return sorted((field for field in self.fields if field.is_doubtful), key=by_harm)

    @cached_property
    def current(self) -> int:
        """The finding asked for, else the first that needs a look, else the first."""
        keys = {field.pk for field in self.fields}
        if self._wanted in keys:
            return self._wanted
        ordered = [*self._doubtful, *(f for f in self.fields if not f.is_doubtful)]
        waiting = [field for field in ordered if field.needs_a_look] or ordered
        return waiting[0].pk if waiting else 0

    @cached_property
    def _marked(self) -> Marked:
        places: list[tuple[int, Span]] = [
            (field.pk, (field.start, field.end))
            for field in self.fields
            if field.start is not None and field.end is not None
        ]
        return marked(self.article.text, places)

    @cached_property
    def items(self) -> list[Item]:
        """Doubts first, by the harm they do; then the rest in the order of the record."""
        sure = [field for field in self.fields if not field.is_doubtful]
        return [
            Item(number, field, self._marked.mark_of.get(field.pk), field.pk == self.current)
            for number, field in enumerate([*self._doubtful, *sure], start=1)
        ]

    @property
    def doubts(self) -> list[Item]:
        return [item for item in self.items if item.field.is_doubtful]

    @property
    def sure(self) -> list[Item]:
        return [item for item in self.items if not item.field.is_doubtful]

    @cached_property
    def _all_lines(self) -> list[list[Word]]:
        return list(self._lines())

    @cached_property
    def _cut(self) -> int:
        """Where the tail begins that nothing was found in: other news below the article."""
        marked = [n for n, line in enumerate(self._all_lines) if any(word.items for word in line)]
        end = marked[-1] + BELOW if marked else len(self._all_lines)
        return end if len(self._all_lines) - end >= LONG_TAIL else len(self._all_lines)

    @property
    def lines(self) -> list[list[Word]]:
        """The text with its marks, down to a little below the last of them."""
        return self._all_lines[: self._cut]

    @property
    def tail(self) -> list[list[Word]]:
        """What stands below, folded away."""
        return self._all_lines[self._cut :]

    def _lines(self) -> Iterator[list[Word]]:
        by_key = {item.field.pk: item for item in self.items}
        for line in self._marked.lines:
            yield [Word(piece.text, tuple(by_key[key] for key in piece.keys)) for piece in line]

    @property
    def waiting(self) -> int:
        return sum(field.needs_a_look for field in self.fields)

    @property
    def open_sure(self) -> int:
        """Findings without a doubt that nobody has decided about."""
        return sum(field.is_open and not field.is_doubtful for field in self.fields)

    @property
    def taken(self) -> int:
        decided = {Field.Decision.ACCEPTED, Field.Decision.CORRECTED}
        return sum(field.decision in decided for field in self.fields)

    @property
    def head(self) -> str:
        """14 điều tìm thấy, 3 điều cần đồng chí xem."""
        if not self.fields:
            return _("Không tìm thấy gì trong bài này")
        number = len(self.fields)
        found = ngettext("%(n)s điều tìm thấy", "%(n)s điều tìm thấy", number) % {"n": number}
        if self.article.state != Article.State.READ:
            return found
        if not self.waiting:
            return _("%(found)s, không còn điều nào phải xem") % {"found": found}
        words = {"found": found, "n": self.waiting}
        return _("%(found)s, %(n)s điều cần đồng chí xem") % words

    @cached_property
    def proposals(self) -> list[Proposal]:
        """The records it would become; one the person may not see is told as none."""
        return [self._seen(proposal) for proposal in self.article.proposals.all()]

    def _seen(self, proposal: Proposal) -> Proposal:
        if proposal.known is not None and proposal.known_to(self.user) is None:
            proposal.known = None
            if proposal.choice == Proposal.Choice.JOIN:
                proposal.choice = Proposal.Choice.NEW
        return proposal

    @cached_property
    def twins(self) -> list[Article]:
        """Other articles that tell of the same event."""
        if not self.article.is_open:
            return []
        return list(same_event(self.article).order_by("pk")[:3])

    @property
    def has_two_sides(self) -> bool:
        units = {f.unit_id for f in self.fields if f.kind == Kind.UNIT and not f.is_refused}
        return len(units - {None}) > 1

    @property
    def written(self) -> list[Proposal]:
        """What it was written as."""
        return [proposal for proposal in self.proposals if proposal.written is not None]

    @cached_property
    def gifts_left_out(self) -> list[str]:
        """Gifts that were taken but stand in no book, for want of who gave whom.

        None where a record already there was joined: its own gifts stand there.
        """
        is_joined = any(one.choice == Proposal.Choice.JOIN for one in self.written)
        taken = [f for f in self.fields if f.kind == Kind.GIFT and not f.is_refused]
        if self.article.state != Article.State.ACCEPTED or is_joined or not taken:
            return []
        of_gifts = ContentType.objects.get_for_model(Gift)
        sources = self.article.sources.filter(record_type=of_gifts)
        booked = set(sources.values_list("field", flat=True))
        return [said(field) for field in taken if field.pk not in booked]
