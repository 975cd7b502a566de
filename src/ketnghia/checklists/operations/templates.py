"""Which templates a unit uses, and making the next version of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.checklists.models import Step, Template
from ketnghia.checklists.terms import Kind
from ketnghia.units.models import Unit


def templates_for(unit: Unit) -> dict[Kind, Template]:
    """The nearest of each kind: the unit's own, else that of a unit above it, else the national."""
    nearness = {pk: place for place, pk in enumerate(_upwards(unit))}
    found = Template.objects.current().filter(Q(unit=None) | Q(unit__in=nearness))
    far_first = sorted(found, key=lambda t: nearness.get(t.unit_id or 0, len(nearness)))[::-1]
    return {Kind(template.kind): template for template in far_first}


def _upwards(unit: Unit | None) -> Iterator[int]:
    """The unit and those it stands under, by their last standing."""
    while unit is not None:
        yield unit.pk
        last = unit.standings.select_related("parent").order_by("-valid_from", "-pk").first()
        unit = last.parent if last else None


@dataclass(frozen=True)
class Line:
    """One line of a template as it is typed."""

    what: str
    days: int
    owner: str = ""
    note: str = ""
    has_file: bool = False
    is_paper: bool = False


@transaction.atomic
def revise(
    template: Template, *, unit: Unit, name: str, lines: Sequence[Line], by: User | None
) -> Template:
    """Make the unit's next version of a list; exchanges that have begun keep theirs.

    From the national list, or that of a unit above, it becomes the unit's own copy.
    """
    if not lines:
        raise ValidationError(_("Danh mục cần ít nhất một việc."))
    if template.replaced_at and template.unit_id == unit.pk:
        raise ValidationError(_("Đã có bản mới hơn. Mở bản mới nhất rồi sửa."))
    own = Template.objects.filter(unit=unit, kind=template.kind)
    newest = own.aggregate(newest=Max("version"))["newest"] or 0
    own.current().update(replaced_at=timezone.now())
    made = Template.objects.create(
        unit=unit,
        kind=template.kind,
        name=name,
        version=newest + 1,
        made_from=template,
        made_by=by,
    )
    Step.objects.bulk_create(
        Step(template=made, order=place, **vars(line)) for place, line in enumerate(lines, start=1)
    )
    return made
