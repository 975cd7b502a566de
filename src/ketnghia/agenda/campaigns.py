"""The waves of the union's year, by the months they usually take (domain.md §5.5)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ketnghia.activities.models import Campaign
from ketnghia.agenda.months import Month
from ketnghia.vietnamese.dates import span
from ketnghia.vietnamese.text import fold

MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class Wave:
    """A campaign that comes each year; its exact days are set by each year's plan."""

    name: str | Promise
    begins: int
    ends: int
    usually: str | Promise

    def takes(self, month: Month) -> bool:
        """Whether it usually runs in a month; one may run over the end of the year."""
        length = (self.ends - self.begins) % MONTHS_A_YEAR
        return (month.month - self.begins) % MONTHS_A_YEAR <= length


WAVES = (
    Wave(_("Tình nguyện mùa đông"), 11, 1, _("từ tháng 11 đến tháng 1")),
    Wave(_("Xuân tình nguyện"), 12, 2, _("từ cuối tháng 12 đến trước Tết")),
    Wave(_("Tháng Thanh niên"), 3, 3, _("tháng 3")),
    Wave(_("Tháng ba biên giới"), 3, 3, _("tháng 3")),
    Wave(_("Thanh niên tình nguyện hè"), 6, 8, _("từ tháng 6 đến tháng 8")),
    Wave(_("Tháng hành động vì trẻ em"), 6, 6, _("tháng 6")),
)


def waves_in(month: Month) -> list[tuple[str, str]]:
    """Campaigns of a month with their days: as this year's plan has them, else as is usual."""
    planned = Campaign.objects.filter(begins_on__lte=month.last, ends_on__gte=month.first)
    known = [
        (campaign.name, span(campaign.begins_on, campaign.ends_on))
        for campaign in planned.order_by("begins_on", "folded")
        if campaign.begins_on
    ]
    usual = [
        (str(wave.name), str(wave.usually))
        for wave in WAVES
        if wave.takes(month)
        and not any(fold(str(wave.name)) in fold(name) for name, _days in known)
    ]
    return known + usual
