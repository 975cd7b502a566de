"""The register of places delegations are brought to."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ketnghia.exchanges.models import Site
from ketnghia.units.models import Unit, searchable
from ketnghia.vietnamese.text import fold, sort_key


@transaction.atomic
def write_site(  # noqa: PLR0913 - a site with its facts
    site: Site | None = None,
    *,
    name: str,
    kind: str,
    place: str = "",
    keeper: Unit | None = None,
    contact: str = "",
    note: str = "",
) -> Site:
    """Add a site, or mend one; the same name at the same place stands once."""
    site = site or Site()
    for other in Site.objects.search(name).exclude(pk=site.pk):
        if (fold(other.name), fold(other.place)) == (fold(name), fold(place)):
            raise ValidationError({"name": _("Địa điểm này đã có trong sổ.")})
    site.name, site.kind, site.place = name, kind, place
    site.keeper, site.contact, site.note = keeper, contact, note
    site.search_text = searchable([name, place])
    site.sort_key = sort_key(name)[:900]
    site.save()
    return site
