"""A paper between units, with its promises; without a day of signing it stays a draft."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.agreements.drafting import draft, promise, set_terms, sign
from ketnghia.agreements.models import Agreement, Party
from ketnghia.agreements.terms import Area, Counted
from ketnghia.reading.composing import Composition, Kind
from ketnghia.reading.models import Field
from ketnghia.reading.writers.writing import Written

# What a promise counts tells its area, where it tells one.
AREAS = {
    Counted.EXCHANGE: Area.EXPERIENCE,
    Counted.MEETING: Area.EXPERIENCE,
    Counted.DELEGATION: Area.EXPERIENCE,
    Counted.PROJECT: Area.PROJECTS,
    Counted.WELFARE: Area.VOLUNTEERING,
    Counted.VOLUNTEER: Area.VOLUNTEERING,
    Counted.SUPPORT: Area.VOLUNTEERING,
    Counted.TRAINING: Area.TRAINING,
    Counted.PROPAGANDA: Area.TRADITION,
}


def write(composed: Composition, written: Written) -> Agreement:
    """Draft, terms, promises, signing: as a person would in the four steps of the form."""
    paper = draft(composed.parties, kind=composed.paper, by=written.by)
    term = composed.term
    signed = composed.first(Kind.SIGNED)
    set_terms(
        paper,
        title=composed.paper_title,
        signed_on=term.signed,
        starts_on=term.starts_on,
        ends_on=term.ends_on,
        signed_at=composed.place if signed else "",
        signed_on_note=signed.reason if signed else "",
        signers=list(_signers(paper, composed, written)) if signed else [],
    )
    for field in composed.of(Kind.COMMITMENT):
        _promise(paper, field)
    if term.signed and term.signed <= localdate():
        sign(paper, by=written.by)
    written.made.append(paper)
    return paper


def _signers(
    paper: Agreement, composed: Composition, written: Written
) -> Iterator[tuple[Party, str, str]]:
    for party in paper.parties.select_related("unit"):
        for field in composed.people_of(party.unit)[:1]:
            person = written.person_of(field)
            yield party, person.name, str(field.value.get("position", ""))[:200]


def _promise(paper: Agreement, field: Field) -> None:
    told = field.value
    ways = [(way["counted"], way["bound"], way["quantity"]) for way in told["ways"]]
    promise(
        paper,
        wording=told["wording"] or _("Cam kết đọc từ bài"),
        area=AREAS.get(Counted(ways[0][0]), Area.OTHER),
        rhythm=told["rhythm"],
        who=told["who"],
        where=told["where"],
        ways=ways,
    )
