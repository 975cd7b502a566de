"""What the forms of findings share."""

from __future__ import annotations

from typing import Any, ClassVar

from ketnghia.accounts.models import User
from ketnghia.reading.models import Article, Field
from ketnghia.ui.forms import ActionForm


class FieldForm(ActionForm):
    """The form of one finding. `start` fills it, `told` says what `deciding.correct` gets."""

    # The value of one a person adds.
    blank: ClassVar[Any] = {}

    def __init__(self, *args: Any, field: Field, by: User, **options: Any) -> None:
        self.field = field
        self.by = by
        super().__init__(*args, **options)

    @classmethod
    def start(cls, field: Field) -> dict[str, Any]:
        raise NotImplementedError

    def told(self, typed: dict[str, Any]) -> dict[str, Any]:
        raise NotImplementedError


def units_of(article: Article) -> list[tuple[str, str]]:
    """The units of an article by their place in it, as a choice."""
    fields = article.fields.filter(kind=Field.Kind.UNIT).select_related("unit")
    return [
        (str(place), field.unit.name if field.unit else str(field.value["name"]))
        for place, field in enumerate(fields)
    ]
