"""What does most harm when it is wrong comes first; no database."""

from __future__ import annotations

from ketnghia.reading.models import Field

Kind = Field.Kind
# A wrong day or party opens wrong duties for years; a wrong caption misleads nobody.
ORDER = (
    Kind.AGREEMENT,
    Kind.SIGNED,
    Kind.TERM,
    Kind.EVENT,
    Kind.UNIT,
    Kind.COMMITMENT,
    Kind.MONEY,
    Kind.FIGURE,
    Kind.GIFT,
    Kind.PERSON,
    Kind.DEED,
    Kind.TITLE,
    Kind.PLACE,
    Kind.SITE,
    Kind.PUBLISHED,
    Kind.PHOTO,
)
_RANK = {kind: place for place, kind in enumerate(ORDER)}


def by_harm(field: Field) -> tuple[int, int]:
    """The order in which doubts are asked."""
    return _RANK[Field.Kind(field.kind)], field.order
