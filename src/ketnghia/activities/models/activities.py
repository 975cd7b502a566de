"""Activities of units: what was done, for whom, by whom, and what each side says of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Self, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Count, Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.activities.events import JointActivityAnswered
from ketnghia.activities.models.campaigns import Campaign
from ketnghia.agreements.models import Agreement
from ketnghia.agreements.terms import Counted
from ketnghia.events import publish
from ketnghia.ui.searching import Searchable
from ketnghia.units.models import (
    Breadth,
    Reach,
    Unit,
    all_reached,
    breadth_of,
    held_by,
    may_read,
    may_run,
    one_by_one,
)


class ActivityQuerySet(Searchable["Activity"]):
    """Questions one can ask about activities."""

    def visible_to(self, user: User) -> Self:
        """Those of units the person reaches, which ran them or were the friend."""
        if breadth_of(user) == Breadth.COUNTRY:
            return self.seen_one_by_one(user)
        return self.seen_from_organisers(user)

    def seen_from_organisers(self, user: User) -> Self:
        """The same, beginning at what the units reached ran: for counting them all."""
        reached = all_reached(user)
        parts = Organiser.objects.filter(unit__in=reached).order_by().values("activity")
        friends = Activity.objects.filter(partner__in=reached).order_by().values("pk")
        return self.filter(pk__in=parts.union(friends, all=True))

    def newest_seen_by(self, user: User) -> Self:
        """The same, asked so that the first of many come quickly when ordered by day."""
        few = breadth_of(user) == Breadth.FEW
        return self.visible_to(user) if few else self.seen_one_by_one(user)

    def seen_at_once(self, user: User) -> Self:
        """The same, gathered whole: for long lists that are ordered by something else."""
        own = Organiser.objects.filter(may_read(user), activity=OuterRef("pk"))
        return self.filter(Q(Exists(own)) | Q(may_read(user, at="partner")))

    def seen_one_by_one(self, user: User) -> Self:
        """The same, looked up for each row: for the first of many, or rows found otherwise."""
        own = Organiser.objects.filter(may_read(user), activity=OuterRef("pk"))
        friend = Reach.objects.filter(unit=OuterRef("partner"), holder__in=held_by(user))
        return self.filter(Q(one_by_one(own)) | Q(one_by_one(friend)))

    def editable_by(self, user: User) -> Self:
        """Those a unit of the person leads; whoever joined in answers instead."""
        lead = Organiser.objects.filter(
            may_run(user), activity=OuterRef("pk"), role=Organiser.Role.LEAD
        )
        return self.filter(Exists(lead))

    def waiting_for(self, user: User) -> Self:
        """Joint ones that a unit of the person has not said yes or no to.

        Their keys are fetched first, or PostgreSQL walks all activities by day to find the few;
        for who reaches the country they are not few, and walking finds the first soonest.
        """
        asked = Organiser.objects.filter(
            may_run(user), role=Organiser.Role.JOINT, answer=Organiser.Answer.NONE
        ).order_by()
        if breadth_of(user) == Breadth.COUNTRY:
            return self.filter(one_by_one(asked.filter(activity=OuterRef("pk"))))
        return self.filter(pk__in=list(asked.values_list("activity", flat=True)))

    def numbers_by_campaign(self, user: User) -> dict[int, int]:
        """How many the person may see of each campaign that has any, by its key."""
        seen = self.seen_from_organisers(user).order_by()
        counted = seen.values_list("campaign").annotate(Count("pk"))
        return {campaign: number for campaign, number in counted if campaign is not None}


class Activity(models.Model):
    """Something units did for somebody: a project, a welfare day, a class (hoạt động).

    `client_key` names one filled form of one device: sent twice over a weak line it is kept once.
    """

    code = models.CharField(max_length=60, unique=True, null=True, blank=True, editable=False)
    client_key = models.CharField(
        max_length=40, unique=True, null=True, blank=True, editable=False, default=None
    )
    kind = models.CharField(_("loại"), max_length=12, choices=Counted)
    title = models.CharField(_("tên"), max_length=300)
    campaign = models.ForeignKey(
        Campaign,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("chiến dịch, đợt"),
    )
    begins_on = models.DateField(_("từ ngày"))
    ends_on = models.DateField(_("đến ngày"))
    place = models.CharField(_("nơi làm"), max_length=200, blank=True)
    beneficiaries = models.CharField(_("làm cho ai"), max_length=300, blank=True)
    at_unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities_here",
        verbose_name=_("tại đơn vị"),
    )
    partner = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities_with",
        verbose_name=_("đơn vị bạn"),
    )
    agreement = models.ForeignKey(
        Agreement,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("theo văn bản"),
    )
    note = models.TextField(_("ghi chú"), blank=True)
    source = models.CharField(_("nguồn"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)
    search_text = models.TextField(editable=False)

    objects = ActivityQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_text", "client_key"])

    class Meta:
        verbose_name = _("hoạt động")
        ordering = ["-begins_on", "-pk"]
        indexes = [
            models.Index(fields=["ends_on"], name="activity_ends_on"),
            models.Index(fields=["-begins_on", "id"], name="activity_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("begins_on")),
                name="activity_ends_after_it_begins",
                violation_error_message=_("Ngày kết thúc phải sau ngày bắt đầu."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("activities:detail", args=[self.pk])

    @property
    def is_joint(self) -> bool:
        return len(self.organisers.all()) > 1

    @property
    def lead(self) -> Organiser | None:
        """The unit that leads; figures without shares are its own."""
        return next((o for o in self.organisers.all() if o.role == Organiser.Role.LEAD), None)


P = TypeVar("P", bound=models.Model)


class PartQuerySet(models.QuerySet[P]):
    """Questions about a part of an activity: whoever may see or edit the whole may the part."""

    whole = "activity"

    def visible_to(self, user: User) -> Self:
        return self.filter(**{f"{self.whole}__in": Activity.objects.visible_to(user)})

    def editable_by(self, user: User) -> Self:
        return self.filter(**{f"{self.whole}__in": Activity.objects.editable_by(user)})


class OrganiserQuerySet(PartQuerySet["Organiser"]):
    """Questions one can ask about who ran an activity."""

    def answerable_by(self, user: User) -> Self:
        """Units that joined in, by whoever runs them: they say whether it was so."""
        return self.filter(may_run(user), role=Organiser.Role.JOINT)


class Organiser(models.Model):
    """A unit that ran an activity, leading it or joining in (đơn vị tổ chức).

    `share` is its percentage where the sides have said one. `weight` repeats what follows from
    shares and answers, so that totals are sums: a cache that `weigh` writes and a test compares.
    """

    class Role(models.TextChoices):
        LEAD = "lead", _("Chủ trì")
        JOINT = "joint", _("Phối hợp")

    class Answer(models.TextChoices):
        NONE = "none", _("chưa trả lời")
        CONFIRMED = "confirmed", _("đã xác nhận")
        DISPUTED = "disputed", _("có ý kiến khác")

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="organisers")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="organised")
    role = models.CharField(_("vai"), max_length=6, choices=Role, default=Role.LEAD)
    share = models.DecimalField(_("phần, %"), max_digits=5, decimal_places=2, null=True, blank=True)
    weight = models.DecimalField(max_digits=7, decimal_places=6, default=1, editable=False)
    answer = models.CharField(
        _("trả lời"), max_length=10, choices=Answer, default=Answer.NONE, editable=False
    )
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)
    remark = models.CharField(_("ý kiến"), max_length=300, blank=True)

    objects = OrganiserQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["weight"])

    class Meta:
        verbose_name = _("đơn vị tổ chức")
        ordering = ["-role", "pk"]
        indexes = [
            models.Index(
                fields=["unit", "activity"],
                condition=Q(role="joint", answer="none"),
                name="organiser_asked",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "unit"],
                name="organiser_once",
                violation_error_message=_("Đơn vị này đã có trong hoạt động."),
            ),
            models.UniqueConstraint(
                fields=["activity"],
                condition=Q(role="lead"),
                name="organiser_one_lead",
                violation_error_message=_("Một hoạt động có một đơn vị chủ trì."),
            ),
            models.CheckConstraint(
                condition=Q(share__isnull=True) | Q(share__gte=0, share__lte=Decimal(100)),
                name="organiser_share_is_a_percentage",
                violation_error_message=_("Phần của một đơn vị từ 0 đến 100 phần trăm."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} · {self.get_role_display()}"

    @property
    def is_asked(self) -> bool:
        """Joined in, and has not said whether it was so."""
        return self.role == self.Role.JOINT and self.answer == self.Answer.NONE

    @transaction.atomic
    def reply(self, *, agrees: bool, by: User, remark: str = "") -> None:
        """The unit that joined in says whether it was so; listeners weigh the activity anew."""
        if self.role != self.Role.JOINT:
            raise ValidationError(_now("Đơn vị chủ trì không cần trả lời."))
        if not agrees and not remark:
            raise ValidationError({"remark": _now("Ghi vài chữ: khác ở chỗ nào.")})
        self.answer = self.Answer.CONFIRMED if agrees else self.Answer.DISPUTED
        self.remark, self.answered_by, self.answered_at = remark, by, timezone.now()
        self.save(update_fields=["answer", "remark", "answered_by", "answered_at"])
        publish(JointActivityAnswered(self.activity_id, self.pk, agrees, by.pk))
