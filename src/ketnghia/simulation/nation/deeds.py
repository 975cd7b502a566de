"""Activities of three years: by campaign and level, alone or jointly, for promises or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.contrib.contenttypes.models import ContentType

from ketnghia.activities.models import Activity, Organiser
from ketnghia.activities.shares import Part as Share
from ketnghia.activities.shares import weights
from ketnghia.agreements.models import Evidence
from ketnghia.simulation.nation.bulk import Table
from ketnghia.simulation.nation.chance import Chance, Weighted
from ketnghia.simulation.nation.figures import Figures, Part
from ketnghia.simulation.nation.land import BASE, CENTRE, COMMUNE, DISTRICT, PROVINCE, Actor, Land
from ketnghia.simulation.nation.moments import moment
from ketnghia.simulation.nation.overlaps import Overlaps
from ketnghia.simulation.nation.photos import Photos
from ketnghia.simulation.nation.promises import Wish, evidence_row
from ketnghia.simulation.nation.waves import Form, Waves, read_forms
from ketnghia.vietnamese.text import fold

# How much of all that is done each level does, before the reform and since.
LEVELS = {
    True: Weighted([(BASE, 40), (COMMUNE, 32), (DISTRICT, 18), (PROVINCE, 9), (CENTRE, 1)]),
    False: Weighted([(BASE, 46), (COMMUNE, 43), (PROVINCE, 10), (CENTRE, 1)]),
}
JOINT, SHARED, WITH_A_PARTNER, AT_FRIENDS = 0.12, 0.4, 0.05, 0.7
SHARES = (20, 25, 30, 40, 50)
ANSWERS = Weighted([("none", 35), ("confirmed", 55), ("disputed", 10)])


@dataclass(slots=True)
class Deed:
    """An activity about to be written."""

    on: date
    form: Form
    lead: Actor
    campaign: tuple[int | None, str] = (None, "")
    partner: Actor | None = None
    at: Actor | None = None
    kind: str = ""
    paper: int | None = None
    joint: Sequence[Actor] = ()


class Deeds:
    """Writes activities with organisers, figures, ledger, overlaps and evidence."""

    def __init__(
        self, land: Land, users: dict[int, int], seed: int, *, first: date, today: date
    ) -> None:
        self.land, self.users = land, users
        self.chance = Chance(seed, "deeds")
        self.forms = read_forms()
        self.waves = Waves(self.forms, first=first, last=today)
        self.figures = Figures(seed)
        self.overlaps = Overlaps(self.figures, seed)
        self.activities, self.organisers = Table(Activity), Table(Organiser)
        self.evidence, self.photos = Table(Evidence), Photos(Activity, seed)
        self.source_type = ContentType.objects.get_for_model(Activity).pk
        self.by_kind: dict[str, list[Form]] = {}
        for form in self.forms.values():
            self.by_kind.setdefault(form.kind, []).append(form)

    @property
    def tables(self) -> list[Table]:
        own = [self.activities, self.organisers, self.evidence, self.photos.photos]
        return [*own, *self.figures.tables, *self.overlaps.tables]

    def write_for(self, wish: Wish) -> None:
        """Do what a promise asked for, and credit it."""
        forms = self.by_kind.get(wish.kind) or self.by_kind["activity"]
        lead = self.land.standing_for(wish.side, wish.on)
        friend = self.land.standing_for(wish.friend, wish.on)
        at_friends = wish.is_at_friends or self.chance.happens(AT_FRIENDS)
        key = self._write(
            Deed(
                on=wish.on,
                form=self.chance.choice([form for form in forms if not form.is_of_a_month]),
                lead=lead,
                partner=friend,
                at=friend if at_friends else None,
                kind=wish.kind,
                paper=wish.paper,
            )
        )
        self.evidence.add(
            **evidence_row(wish, source_type=self.source_type, source=key),
            credited_at=moment(wish.on + timedelta(days=20)),
        )

    def write_free(self) -> None:
        """Do something of one's own."""
        wave, day, form = self.waves.draw(self.chance)
        levels = self.land.on(day)
        is_before = levels is self.land.old
        level = LEVELS[is_before].draw(self.chance)
        lead = self.chance.choice(levels[level])
        deed = Deed(day, form, lead, campaign=(wave.campaign, wave.name))
        if form.is_of_a_month:
            self._report(deed)
            return
        if self.chance.happens(JOINT):
            deed.joint = self._joint(lead, levels[level])
        elif self.chance.happens(WITH_A_PARTNER):
            deed.partner = self.chance.choice([*self.land.beside, *levels[level][:50]])
            if deed.partner.pk == lead.pk:
                deed.partner = None
        self._write(deed)

    def _joint(self, lead: Actor, same: list[Actor]) -> list[Actor]:
        """One or two others: the unit above, a unit of the same level, a neighbour."""
        above = self.land.above.get(lead.pk, self.land.centre)
        among = [above if above.is_old == lead.is_old else lead, self.chance.choice(same)]
        if self.land.beside:
            among.append(self.chance.choice(self.land.beside))
        chosen = self.chance.sample(among, self.chance.choice((1, 1, 2)))
        return list({a.pk: a for a in chosen if a.pk != lead.pk}.values())

    def _report(self, deed: Deed) -> None:
        """The figures of a month; sometimes beside a deed they may hold already."""
        first, last = _month_before(deed.on)
        key, parts = self._activity(deed, first, last)
        told = self.figures.write(key, deed.lead.level, deed.form.figures, parts, last)
        day = self.chance.day(first, last)
        other = Deed(day, self.chance.choice(self.by_kind["volunteer"]), deed.lead)
        if self.overlaps.arises():
            inner, inner_parts = self._activity(other, day, day)
            self.overlaps.write(told, inner, inner_parts, day, self.users.get(deed.lead.pk))

    def _write(self, deed: Deed) -> int:
        ends_on = deed.on + timedelta(days=self.chance.choice((0, 0, 0, 0, 1, 2)))
        key, parts = self._activity(deed, deed.on, ends_on)
        self.figures.write(key, deed.lead.level or BASE, deed.form.figures, parts, ends_on)
        user = self.users.get(deed.lead.pk)
        self.photos.write(key, on=deed.on, place=(deed.at or deed.lead).place[:200], user=user)
        return key

    def _activity(self, deed: Deed, begins_on: date, ends_on: date) -> tuple[int, list[Part]]:
        place = (deed.at or deed.lead).place[:200]
        title = self.chance.choice(deed.form.titles).format(place=place)[:300]
        named = [a.folded for a in (deed.lead, *deed.joint, deed.at, deed.partner) if a]
        words = [fold(title), fold(place), fold(deed.campaign[1]), *named]
        key = self.activities.add(
            kind=deed.kind or deed.form.kind,
            title=title,
            campaign_id=deed.campaign[0],
            begins_on=begins_on,
            ends_on=ends_on,
            place=place,
            beneficiaries=self.chance.choice(deed.form.whom),
            at_unit_id=deed.at.pk if deed.at else None,
            partner_id=deed.partner.pk if deed.partner else None,
            agreement_id=deed.paper,
            recorded_by_id=self.users.get(deed.lead.pk),
            recorded_at=moment(ends_on + timedelta(days=self.chance.randrange(12))),
            search_text=" | ".join(dict.fromkeys(words)),
        )
        return key, self._organisers(key, deed, ends_on)

    def _organisers(self, activity: int, deed: Deed, on: date) -> list[Part]:
        """The lead and whoever joined in, each with the weight the ledger gives it."""
        is_shared = self.chance.happens(SHARED)
        shares = [Decimal(self.chance.choice(SHARES)) if is_shared else None for _ in deed.joint]
        answers = [ANSWERS.draw(self.chance) for _ in deed.joint]
        taken = weights(
            [
                Share(is_lead=True),
                *(
                    Share(is_lead=False, share=s, is_disputed=a == "disputed")
                    for s, a in zip(shares, answers, strict=True)
                ),
            ]
        )
        rows = [
            ("lead", None, "none"),
            *(("joint", s, a) for s, a in zip(shares, answers, strict=True)),
        ]
        parts = []
        for actor, row, weight in zip((deed.lead, *deed.joint), rows, taken, strict=True):
            parts.append(self._organiser(activity, actor, row, weight, on))
        return [part for part in parts if part.weight > 0]

    def _organiser(
        self,
        activity: int,
        actor: Actor,
        row: tuple[str, Decimal | None, str],
        weight: Decimal,
        on: date,
    ) -> Part:
        role, share, answer = row
        key = self.organisers.add(
            activity_id=activity,
            unit_id=actor.pk,
            role=role,
            share=share,
            weight=weight,
            answer=answer,
            answered_by_id=self.users.get(actor.pk) if answer != "none" else None,
            answered_at=moment(on + timedelta(days=5)) if answer != "none" else None,
            remark="Phần của chúng tôi nhiều hơn." if answer == "disputed" else "",
        )
        return Part(key, actor.pk, weight)


def _month_before(day: date) -> tuple[date, date]:
    """The first and last day of the month before, as reports of a month come after it."""
    last = day.replace(day=1) - timedelta(days=1)
    return last.replace(day=1), last
