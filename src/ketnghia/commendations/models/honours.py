"""Forms of honour: the national ones, and what units added or no longer use."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.commendations.terms import ForWhom, Tier
from ketnghia.units.models import Level, Seat, Unit, UnitQuerySet, may_read, may_run

# Which units of the union give at a tier; the district did until it ended on 1/7/2025.
LEVELS: dict[str, tuple[str, ...]] = {
    Tier.CENTRAL: (Level.CENTRAL,),
    Tier.PROVINCIAL: (Level.PROVINCIAL,),
    Tier.UPPER_BASE: (Level.DISTRICT, Level.UPPER_BASE, Level.BASE),
}


def units_above(user: User) -> UnitQuerySet:
    """Units that the person's own units stand under, and those units themselves."""
    own = Unit.objects.filter(seats__in=Seat.objects.of(user))
    return Unit.objects.filter(reaches__unit__in=own)


class HonourQuerySet(models.QuerySet["Honour"]):
    """Questions one can ask about forms of honour."""

    def visible_to(self, user: User) -> Self:
        """The national ones, those of units the person reaches, and those of units above."""
        above = units_above(user)
        return self.filter(Q(owner=None) | may_read(user, at="owner") | Q(owner__in=above))

    def editable_by(self, user: User) -> Self:
        """Own ones; of the national list a unit only leaves out what it does not use."""
        return self.filter(may_run(user, at="owner"))

    def known_to(self, unit: Unit) -> Self:
        """National ones, its own, and those of units above it."""
        above = unit.reached_by.values("holder")
        return self.filter(Q(owner=None) | Q(owner=unit) | Q(owner__in=above))

    def used_by(self, unit: Unit) -> Self:
        """What it knows, without what it or the owner has switched off."""
        return self.known_to(unit).exclude(pk__in=self._off_for(unit))

    def _off_for(self, unit: Unit) -> models.QuerySet[Honour]:
        off = Honour.unused_by.through.objects.filter(honour=OuterRef("pk"))
        by_owner = off.filter(unit=OuterRef("owner"))
        return Honour.objects.filter(Exists(off.filter(unit=unit)) | Exists(by_owner))

    def given_by(self, unit: Unit) -> Self:
        """What a unit may give itself, by the tier it stands on."""
        last = unit.standings.last()
        level = last.level if last else ""
        tiers = [tier for tier, levels in LEVELS.items() if level in levels]
        return self.used_by(unit).filter(tier__in=tiers)

    def put_forward_by(self, unit: Unit) -> Self:
        """What a unit may give, or propose upwards: honours of its own tier and of those above."""
        last = unit.standings.last()
        own = [tier for tier, levels in LEVELS.items() if last and last.level in levels]
        reach = Tier.values.index(own[0]) if own else len(Tier.values) - 1
        return self.used_by(unit).filter(tier__in=Tier.values[: reach + 1])


class Honour(models.Model):
    """A form of honour: Bằng khen, Giấy khen, Cờ thi đua, Kỷ niệm chương … (hình thức khen).

    `rank` orders from the highest down, as honours are handed over. `is_verified` says whether a
    rule or a real paper was seen for it. Without an owner it is national.
    """

    code = models.CharField(max_length=40, unique=True, null=True, blank=True, editable=False)
    name = models.CharField(_("tên hình thức"), max_length=200)
    wording = models.CharField(
        _("cách ghi trong quyết định"),
        max_length=200,
        blank=True,
        help_text=_("Để trống thì ghi như tên; {unit} là tên đơn vị khen."),
    )
    tier = models.CharField(_("cấp khen"), max_length=10, choices=Tier)
    rank = models.PositiveSmallIntegerField(_("thứ bậc"), default=100)
    for_whom = models.CharField(_("khen ai"), max_length=10, choices=ForWhom, default=ForWhom.BOTH)
    is_once = models.BooleanField(_("mỗi người chỉ một lần"), default=False)
    is_verified = models.BooleanField(_("đã đối chiếu quy định"), default=False)
    votes_needed = models.PositiveSmallIntegerField(_("tỷ lệ phiếu cần, %"), default=50)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    owner = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="own_honours",
        verbose_name=_("riêng của đơn vị"),
    )
    unused_by = models.ManyToManyField(Unit, blank=True, related_name="honours_not_used")

    # Whoever is signed in may read who changed what about a form of honour.
    history_is_open = True

    objects = HonourQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[unused_by])

    class Meta:
        verbose_name = _("hình thức khen")
        ordering = ["rank", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"],
                name="honour_named_once",
                violation_error_message=_("Đơn vị đã có hình thức tên này."),
            ),
            models.CheckConstraint(
                condition=Q(votes_needed__gte=50, votes_needed__lte=100),
                name="honour_needs_a_majority",
                violation_error_message=_("Tỷ lệ phiếu từ 50 đến 100 phần trăm."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('commendations:honours')}#hinh-thuc-{self.pk}"

    def said_by(self, name: str) -> str:
        """How a paper of the unit of this name calls it."""
        return (self.wording or self.name).replace("{unit}", name)

    def allows(self, kind: str) -> bool:
        return ForWhom(self.for_whom).allows(kind)

    def switch(self, unit: Unit, *, on: bool) -> None:
        """Say that a unit uses the form, or no longer does."""
        if on:
            self.unused_by.remove(unit)
        else:
            self.unused_by.add(unit)


class DossierItem(models.Model):
    """One paper that belongs to a nomination for an honour, in so many copies (giấy tờ hồ sơ)."""

    honour = models.ForeignKey(Honour, models.CASCADE, related_name="dossier")
    order = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(_("giấy tờ"), max_length=200)
    copies = models.PositiveSmallIntegerField(_("số bản"), default=1)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("giấy tờ hồ sơ")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name
