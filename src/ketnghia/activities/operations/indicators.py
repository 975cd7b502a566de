"""The indicators of a year: the national list loaded from data, and a unit's own."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.activities.models import Indicator
from ketnghia.units.models import Unit, searchable

DATA = Path(__file__).parent.parent / "data" / "indicators.tsv"
FIRST_YEAR = 2016
# A unit's own indicators stand behind the national ones of their group.
OWN_ORDER = 1_000


@transaction.atomic
def load_indicators(*, from_year: int = FIRST_YEAR) -> tuple[int, int]:
    """Load the national list (domain.md §5.4); returns how many are new and how many mended.

    Loaded again it only mends what the data says otherwise. A later `from_year` begins a new
    edition: the earlier one is valid until the year before.
    """
    made = mended = 0
    with DATA.open(encoding="utf-8", newline="") as file:
        for order, row in enumerate(csv.DictReader(file, delimiter="\t"), start=1):
            is_new, is_mended = _load(row, order, from_year)
            made += is_new
            mended += is_mended
    return made, mended


def _load(row: dict[str, str], order: int, from_year: int) -> tuple[bool, bool]:
    facts = _facts(row, order, from_year)
    edition = Indicator.objects.national().filter(code=row["code"], from_year=from_year).first()
    if edition is None:
        earlier = Indicator.objects.national().filter(code=row["code"], from_year__lt=from_year)
        earlier.filter(until_year=None).update(until_year=from_year - 1)
        Indicator.objects.create(code=row["code"], from_year=from_year, **facts)
        return True, False
    changed = [name for name, value in facts.items() if getattr(edition, name) != value]
    if changed:
        for name in changed:
            setattr(edition, name, facts[name])
        edition.save(update_fields=changed)
    return False, bool(changed)


def _facts(row: dict[str, str], order: int, from_year: int) -> dict[str, Any]:
    words = row["words"].replace("|", "\n")
    facts: dict[str, Any] = {
        name: row[name] for name in ("group", "name", "measure", "adds", "nature", "derived")
    }
    under = row["under"]
    facts["under"] = (
        Indicator.objects.national().get(code=under, from_year=from_year) if under else None
    )
    return {
        **facts,
        "order": order,
        "words": words,
        "search_text": searchable([row["name"], row["code"], *words.splitlines()]),
    }


@transaction.atomic
def write_indicator(  # noqa: PLR0913 - an indicator with its facts
    indicator: Indicator | None = None,
    *,
    owner: Unit,
    name: str,
    measure: str,
    group: str = "",
    nature: str = Indicator.Nature.THINGS,
    adds: str = Indicator.Adds.SUM,
    under: Indicator | None = None,
    words: str = "",
    from_year: int,
    until_year: int | None = None,
    by: User | None = None,
) -> Indicator:
    """Add or mend an indicator of a unit's own; under a national one it has the same measure."""
    if by is not None and not Unit.objects.run_by(by).filter(pk=owner.pk).exists():
        raise ValidationError({"owner": _("Chỉ thêm được chỉ tiêu của đơn vị mình.")})
    if under is not None:
        _refuse_other_measure(under, measure, nature)
        group, adds = under.group, under.adds
    made = indicator or Indicator(owner=owner, code=_next_code(owner), order=OWN_ORDER)
    if not group:
        raise ValidationError({"group": _("Chọn nhóm chỉ tiêu.")})
    made.name, made.measure, made.group, made.nature = name, measure, group, nature
    made.adds, made.under, made.words = adds, under, words
    made.from_year, made.until_year = from_year, until_year
    made.search_text = searchable([name, made.code, *words.splitlines()])
    made.full_clean(exclude=["search_text", "derived"])
    made.save()
    return made


def _refuse_other_measure(under: Indicator, measure: str, nature: str) -> None:
    if under.nature != nature or under.measure != measure:
        raise ValidationError(
            {
                "under": _(
                    "“%(name)s” tính bằng %(measure)s; chỉ tiêu riêng phải cùng đơn vị tính."
                )
                % {"name": under.name, "measure": under.measure}
            }
        )


def _next_code(owner: Unit) -> str:
    return f"R{owner.own_indicators.count() + 1}"
