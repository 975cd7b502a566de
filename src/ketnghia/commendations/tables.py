"""The register as a list: its columns and filters."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ketnghia.commendations.models import Award, Honour, Nomination
from ketnghia.commendations.models.honours import LEVELS
from ketnghia.commendations.terms import Kind, Tier
from ketnghia.ui.listing import Column
from ketnghia.vietnamese.text import fold

STATES = [("standing", _("còn giá trị")), ("revoked", _("đã thu hồi")), ("count", _("chưa có tên"))]


def honour_of(award: Award) -> str:
    return award.honour.name if award.honour else str(_("chưa tách hình thức"))


def giver_of(award: Award) -> str:
    """Who gave it, by the name of the day; all of them where the source does not part them."""
    if award.issuer:
        return award.issuer.name_on(award.on)
    return ", ".join(unit.name_on(award.on) for unit in award.givers.all())


COLUMNS = [
    Column("name", _("Được khen"), lambda a: a.told),
    Column("title", _("Chức vụ, đơn vị"), lambda a: a.title),
    Column("honour", _("Hình thức"), honour_of, sort="honour__rank"),
    Column("giver", _("Nơi khen"), giver_of),
    Column("reason", _("Thành tích"), lambda a: a.reason),
    Column("decision", _("Quyết định"), lambda a: a.decision.number if a.decision else ""),
    Column("on", _("Ngày"), lambda a: a.on, sort="-on"),
    Column("certificate", _("Số vào sổ"), lambda a: a.certificate),
    Column("money", _("Tiền thưởng, đồng"), lambda a: a.money, is_number=True),
    Column("ceremony_on", _("Ngày trao"), lambda a: a.ceremony_on),
    Column("revoked", _("Thu hồi"), lambda a: a.revoked_on),
]


def _honours(request: Any) -> Any:
    return Honour.objects.visible_to(request.user)


class AwardFilter(django_filters.FilterSet):  # type: ignore[misc]
    """What an officer narrows the register by."""

    year = django_filters.NumberFilter(
        label=_("Năm"), field_name="year", min_value=1930, max_value=2100
    )
    kind = django_filters.ChoiceFilter(
        label=_("Khen ai"), choices=Kind.choices, empty_label=_("Tập thể và cá nhân")
    )
    tier = django_filters.ChoiceFilter(
        label=_("Cấp khen"),
        choices=Tier.choices,
        method="at_tier",
        empty_label=_("Mọi cấp"),
    )
    honour = django_filters.ModelChoiceFilter(
        label=_("Hình thức"), queryset=_honours, empty_label=_("Mọi hình thức")
    )
    unit = django_filters.CharFilter(label=_("Đơn vị"), method="of_unit")
    campaign = django_filters.CharFilter(label=_("Chiến dịch"), method="in_campaign")
    agreement = django_filters.CharFilter(label=_("Văn bản"), method="under_agreement")
    state = django_filters.ChoiceFilter(
        label=_("Tình trạng"), choices=STATES, method="in_state", empty_label=_("Tất cả")
    )

    def at_tier(self, found: Any, _name: str, tier: str) -> Any:
        """Where no form is known, the levels of those who gave it tell."""
        told = Q(honour=None, givers__standings__level__in=LEVELS.get(tier, ()))
        return found.filter(Q(honour__tier=tier) | told).distinct()

    def of_unit(self, found: Any, _name: str, words: str) -> Any:
        for word in fold(words).split():
            named = Q(unit__search_text__contains=word) | Q(of_unit__search_text__contains=word)
            found = found.filter(named | Q(keeper__search_text__contains=word))
        return found

    def in_campaign(self, found: Any, _name: str, words: str) -> Any:
        for word in fold(words).split():
            found = found.filter(campaign__folded__contains=word)
        return found

    def under_agreement(self, found: Any, _name: str, words: str) -> Any:
        for word in fold(words).split():
            found = found.filter(agreement__search_text__contains=word)
        return found

    def in_state(self, found: Any, _name: str, state: str) -> Any:
        kept = {
            "standing": {"revoked_on__isnull": True},
            "revoked": {"revoked_on__isnull": False},
            "count": {"number__isnull": False},
        }
        return found.filter(**kept[state])


NOMINATION_COLUMNS = [
    Column("name", _("Được đề nghị"), lambda n: n.name),
    Column("title", _("Chức vụ, đơn vị"), lambda n: n.title),
    Column("honour", _("Hình thức"), lambda n: n.honour.name, sort="honour__rank"),
    Column(
        "nominator", _("Đơn vị đề nghị"), lambda n: n.nominator.name, sort="nominator__sort_key"
    ),
    Column("reason", _("Thành tích"), lambda n: n.reason),
    Column("state", _("Tình trạng"), lambda n: n.get_state_display()),
    Column("over_quota", _("Lý do vượt chỉ tiêu"), lambda n: n.over_quota),
]


class NominationFilter(django_filters.FilterSet):  # type: ignore[misc]
    """What a list of nominations is narrowed by."""

    state = django_filters.ChoiceFilter(
        label=_("Tình trạng"), choices=Nomination.State.choices, empty_label=_("Mọi tình trạng")
    )
    kind = django_filters.ChoiceFilter(
        label=_("Khen ai"), choices=Kind.choices, empty_label=_("Tập thể và cá nhân")
    )
    honour = django_filters.ModelChoiceFilter(
        label=_("Hình thức"), queryset=_honours, empty_label=_("Mọi hình thức")
    )
