"""Lists of agreements and duties: their columns and filters."""

from __future__ import annotations

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ketnghia.agreements.models import Agreement
from ketnghia.agreements.words import paper_view
from ketnghia.ui.listing import Column


def _parties(agreement: Agreement) -> str:
    return " – ".join(p.unit.name_on(agreement.signed_on) for p in agreement.parties.all())


COLUMNS = [
    Column("title", _("Văn bản"), lambda a: a.title, sort="sort_key"),
    Column("parties", _("Các bên"), _parties),
    Column("signed_on", _("Ký ngày"), lambda a: a.signed_on, sort="-signed_on"),
    Column("ends_on", _("Đến hết"), lambda a: a.ends_on, sort="ends_on"),
    Column("state", _("Tình trạng"), lambda a: paper_view(a).words),
]


class AgreementFilter(django_filters.FilterSet):  # type: ignore[misc]
    """Kind and area of a paper."""

    kind = django_filters.ChoiceFilter(
        label=_("Loại"), choices=Agreement.Kind.choices, empty_label=_("Mọi loại")
    )
    area = django_filters.ChoiceFilter(
        label=_("Lĩnh vực"), method="in_area", empty_label=_("Mọi lĩnh vực")
    )

    class Meta:
        model = Agreement
        fields = ["kind"]

    def __init__(self, *args: object, **options: object) -> None:
        from ketnghia.agreements.terms import Area  # noqa: PLC0415 - choices are lazy texts

        super().__init__(*args, **options)
        self.filters["area"].extra["choices"] = Area.choices

    def in_area(self, found: QuerySet[Agreement], _name: str, area: str) -> QuerySet[Agreement]:
        return found.filter(commitments__area=area).distinct()
