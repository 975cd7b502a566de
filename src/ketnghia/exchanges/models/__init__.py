"""Exchanges with their programmes, delegations and minutes; sites and practices."""

from __future__ import annotations

from ketnghia.exchanges.models.delegations import Group, Member
from ketnghia.exchanges.models.exchanges import Exchange, ExchangeQuerySet, Participation
from ketnghia.exchanges.models.minutes import AgreedPoint, FollowUp, FollowUpQuerySet, Minutes
from ketnghia.exchanges.models.practices import Adoption, Practice, PracticeQuerySet
from ketnghia.exchanges.models.programme import Chair, ProgrammeItem
from ketnghia.exchanges.models.series import Series
from ketnghia.exchanges.models.sites import Site, SiteQuerySet

__all__ = [
    "Adoption",
    "AgreedPoint",
    "Chair",
    "Exchange",
    "ExchangeQuerySet",
    "FollowUp",
    "FollowUpQuerySet",
    "Group",
    "Member",
    "Minutes",
    "Participation",
    "Practice",
    "PracticeQuerySet",
    "ProgrammeItem",
    "Series",
    "Site",
    "SiteQuerySet",
]
