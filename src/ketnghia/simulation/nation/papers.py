"""Papers of every kind and state, with parties, signatories and what became of ended ones."""

from __future__ import annotations

from datetime import date

from ketnghia.agreements.models import Agreement, Inheritance, Party, Signatory
from ketnghia.reviews.models import AgreementReview
from ketnghia.simulation.nation.bulk import Table
from ketnghia.simulation.nation.chance import Chance
from ketnghia.simulation.nation.drafts import Draft, Drawer
from ketnghia.simulation.nation.land import Actor, Land
from ketnghia.simulation.nation.moments import moment
from ketnghia.simulation.nation.orders import Orders
from ketnghia.simulation.nation.people import Heads
from ketnghia.simulation.nation.promises import Paper, Promises, Side
from ketnghia.units.models import ordering_key, searchable

DUTIES_PER_PAPER = 20


class Papers:
    """Writes agreements with all that belongs to them."""

    def __init__(self, land: Land, heads: Heads, seed: int, *, first: date, today: date) -> None:
        self.land, self.heads = land, heads
        self.chance = Chance(seed, "papers")
        self.drawer = Drawer(land, self.chance, today)
        self.promises = Promises(seed, first=first, today=today)
        self.agreements, self.parties = Table(Agreement), Table(Party)
        self.signatories, self.inheritances = Table(Signatory), Table(Inheritance)
        self.reviews, self.orders = Table(AgreementReview), Orders(seed, today)
        self.number = 0

    @property
    def tables(self) -> list[Table]:
        own = [self.agreements, self.parties, self.signatories, self.inheritances, self.reviews]
        return [*own, *self.promises.tables, *self.orders.tables]

    def write(self, number: int) -> None:
        """So many papers; a renewed one and the one that renews it are two."""
        while self.number < number:
            draft = self.drawer.draw()
            key = self._write(draft)
            if draft.renewal:
                self._write(draft.renewal, predecessor=key)

    def _write(self, draft: Draft, *, predecessor: int | None = None) -> int:
        self.number += 1
        key = self.agreements.add(
            code=f"mp-{self.number}",
            kind=draft.kind,
            title=draft.title,
            signed_on=draft.planned if draft.is_signed else None,
            planned_signing=draft.planned,
            signed_at=draft.sides[0].place[:200],
            starts_on=draft.starts_on,
            ends_on=draft.ends_on,
            predecessor_id=predecessor,
            handed_over_on=draft.handed_over_on,
            reviewed_on=draft.reviewed_on,
            closed_on=draft.stopped_on,
            closing_note=draft.closing_note,
            drafted_at=moment(draft.planned),
            search_text=searchable([draft.title, *(actor.name for actor in draft.sides)]),
            sort_key=ordering_key(draft.title),
        )
        sides = [self._party(key, order, a, draft) for order, a in enumerate(draft.sides, start=1)]
        if draft.decided:
            self._inherit(sides[draft.decided.place], draft)
        if draft.is_signed:
            paper = Paper(key, draft.starts_on, draft.ends_on, draft.last_day, _why(draft), sides)
            self.promises.write(paper, until=DUTIES_PER_PAPER * self.number)
            self.orders.write_under(key, [actor.pk for actor in draft.sides], draft.starts_on)
        if draft.reviewed_on:
            self._review(key, draft, draft.reviewed_on)
        return key

    def _review(self, agreement: int, draft: Draft, on: date) -> None:
        """The review that summed the paper up at its end."""
        self.reviews.add(
            agreement_id=agreement,
            first=draft.starts_on,
            last=draft.ends_on or on,
            is_final=True,
            process="Hai bên thực hiện theo nội dung đã ký.",
            held_on=on,
            prepared_at=moment(on),
        )

    def _party(self, agreement: int, order: int, actor: Actor, draft: Draft) -> Side:
        number = f"{self.chance.randrange(1, 200)}-CTr/ĐTN" if actor.country == "VN" else ""
        party = self.parties.add(
            agreement_id=agreement, unit_id=actor.pk, order=order, number=number
        )
        head = self.heads.get(actor.pk)
        if head and draft.is_signed:
            self.signatories.add(party_id=party, person_id=head.person, title=head.title)
        return Side(party, actor)

    def _inherit(self, side: Side, draft: Draft) -> None:
        decided = draft.decided
        assert decided  # noqa: S101 - the caller has looked
        is_inherited = decided.decision == Inheritance.Decision.INHERIT
        heir = self.land.standing_for(side.actor, decided.on) if is_inherited else None
        self.inheritances.add(
            party_id=side.party,
            decision=decided.decision,
            heir_id=heir.pk if heir else None,
            on=decided.on,
            decided_at=moment(decided.on),
        )


def _why(draft: Draft) -> str:
    """Why a paper that stopped early owes nothing more, as `open_duties` says it."""
    if draft.stopped_on:
        return draft.closing_note
    return f"Thay bằng “{draft.renewal.title}”." if draft.renewal else ""
