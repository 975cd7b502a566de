"""The numbers of a report: computed, corrected with a reason, frozen when handed in; next tasks."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.activities.models import Indicator
from ketnghia.activities.tallies import Tally
from ketnghia.agreements.models import Duty
from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount
from ketnghia.reviews.models.reports import Report
from ketnghia.reviews.sums import Piece


class LineQuerySet(models.QuerySet["Line"]):
    """Questions one can ask about lines."""

    def frozen(self) -> Self:
        return self.filter(is_frozen=True)

    def of_children(self, report: Report) -> Self:
        """Frozen lines of the reports right below that count."""
        return self.frozen().filter(report__parent=report, report__state__in=Report.FROZEN)


def _decimal() -> models.DecimalField[Decimal | None, Decimal | None]:
    return models.DecimalField(
        max_digits=22, decimal_places=4, null=True, blank=True, editable=False
    )


# What makes up a frozen number; read alone where many lines are added.
PIECE_FIELDS = (
    "value", "bound", "number", "unknown", "least", "low", "high", "part", "whole", "shared",
)  # fmt: skip


def frozen_piece(row: Mapping[str, Any]) -> Piece:
    """The frozen number of a line from its fields."""
    ends, ratio = (row["low"], row["high"]), (row["part"], row["whole"])
    is_range = row["value"] is None and None not in ends
    tally = Tally(
        amount=_amount(row["value"], row["bound"]),
        number=row["number"],
        unknown=row["unknown"],
        least=_amount(row["least"], row["bound"]),
        range=(_plain(ends[0]), _plain(ends[1])) if is_range else None,
        ratio=(_plain(ratio[0]), _plain(ratio[1])) if None not in ratio else None,
    )
    return Piece(tally, {key: _number(value) for key, value in row["shared"].items()})


class Line(models.Model):
    """One indicator in one report (dòng số liệu).

    Written only when there is something to keep: a plan, a correction, or the number frozen when
    the report was handed in. A report frozen without a line left the indicator blank.

    `value` to `shared` are the frozen total, what the report above adds: `number` figures behind
    it, `unknown` told without a number, `least` when open doubts are one thing, `low` to `whole`
    of shares, and `shared` what each record that several units report adds to it, so that a
    common total counts it once. `own_…` is the unit's own part of it; `now_…` what the sources say
    since, where that is something else.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="lines")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="lines")

    plan = models.DecimalField(
        _("kế hoạch"), max_digits=18, decimal_places=2, null=True, blank=True
    )

    is_corrected = models.BooleanField(_("đã sửa"), default=False)
    said_value = models.DecimalField(
        _("số sửa thành"), max_digits=18, decimal_places=2, null=True, blank=True
    )
    said_bound = models.CharField(
        _("mức"), max_length=10, choices=Bound, default=Bound.EXACTLY, blank=True
    )
    reason = models.CharField(_("lý do"), max_length=300, blank=True)
    corrected_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    corrected_at = models.DateTimeField(null=True, blank=True, editable=False)

    is_frozen = models.BooleanField(default=False, editable=False)
    value = _decimal()
    bound = models.CharField(max_length=10, choices=Bound, default=Bound.EXACTLY, editable=False)
    number = models.PositiveIntegerField(default=0, editable=False)
    unknown = models.PositiveIntegerField(default=0, editable=False)
    least = _decimal()
    low = _decimal()
    high = _decimal()
    part = _decimal()
    whole = _decimal()
    shared = models.JSONField(default=dict, blank=True, editable=False)
    own_value = _decimal()
    own_bound = models.CharField(
        max_length=10, choices=Bound, default=Bound.EXACTLY, editable=False
    )
    own_unknown = models.PositiveIntegerField(default=0, editable=False)
    is_moved = models.BooleanField(default=False, editable=False)
    now_value = _decimal()
    now_bound = models.CharField(
        max_length=10, choices=Bound, default=Bound.EXACTLY, editable=False
    )

    objects = LineQuerySet.as_manager()
    history = HistoricalRecords(
        excluded_fields=[
            "value", "bound", "number", "unknown", "least", "low", "high", "part", "whole",
            "shared", "own_value", "own_bound", "own_unknown", "is_moved", "now_value", "now_bound",
            "is_frozen",
        ]
    )  # fmt: skip

    class Meta:
        verbose_name = _("dòng số liệu")
        ordering = ["pk"]
        indexes = [models.Index(fields=["indicator", "is_frozen"], name="line_of_an_indicator")]
        constraints = [
            models.UniqueConstraint(fields=["report", "indicator"], name="line_once_a_report"),
            models.CheckConstraint(
                condition=Q(is_corrected=False) | ~Q(reason=""),
                name="line_correction_has_a_reason",
                violation_error_message=_("Sửa số thì ghi lý do."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report} · {self.indicator}"

    @property
    def said(self) -> Tally:
        """What the person says the number is."""
        amount = _amount(self.said_value, self.said_bound)
        return Tally(amount, number=1) if amount else Tally(unknown=1)

    @property
    def piece(self) -> Piece:
        """The frozen total, as the report above adds it."""
        return frozen_piece({name: getattr(self, name) for name in PIECE_FIELDS})

    @property
    def own_tally(self) -> Tally:
        """The unit's own part, as it was frozen."""
        amount = _amount(self.own_value, self.own_bound)
        return Tally(amount, number=int(amount is not None), unknown=self.own_unknown)

    @property
    def now(self) -> Amount | None:
        """What the sources say of the own part since, where it moved."""
        return _amount(self.now_value, self.now_bound)

    def freeze(self, total: Piece, own: Tally) -> None:
        """Take over what the report says now; the caller saves it."""
        tally = total.tally
        self.is_frozen, self.is_moved = True, False
        self.now_value, self.now_bound = None, Bound.EXACTLY
        self.value, self.bound = _parts(tally.amount)
        self.number, self.unknown = tally.number, tally.unknown
        self.least = tally.least.value if tally.least else None
        ends = tally.range or ((self.value, self.value) if self.indicator.adds == "share" else None)
        self.low, self.high = ends or (None, None)
        self.part, self.whole = tally.ratio or (None, None)
        self.shared = {key: format(value, "f") for key, value in total.shared.items()}
        self.own_value, self.own_bound = _parts(own.amount)
        self.own_unknown = own.unknown

    def correct(self, *, value: Decimal | None, bound: str, reason: str, by: User | None) -> None:
        """Put another number in place of the computed one; None: done, but not known how many."""
        if not reason:
            raise ValidationError({"reason": _now("Sửa số thì ghi lý do.")})
        if value is not None and value < 0:
            raise ValidationError({"value": _now("Số liệu không thể dưới 0.")})
        self.is_corrected, self.said_value, self.said_bound = True, value, bound
        self.reason, self.corrected_by, self.corrected_at = reason, by, timezone.now()
        self.save()

    def take_back(self, *, by: User) -> None:
        """Let the computed number stand again; history keeps what was said."""
        self.is_corrected, self.said_value, self.reason = False, None, ""
        self.said_bound = Bound.EXACTLY
        self.corrected_by, self.corrected_at = by, timezone.now()
        self.save()


ONE = Decimal(1)


def _number(text: str) -> Decimal:
    """What a shared record adds: nearly always one, and there may be thousands."""
    return ONE if text == "1" else Decimal(text)


def _plain(value: Decimal | None) -> Decimal:
    """Without the zeros the column adds."""
    return Decimal(value or 0).normalize() + 0


def _amount(value: Decimal | None, bound: str) -> Amount | None:
    return None if value is None else Amount(_plain(value), Bound(bound))


def _parts(amount: Amount | None) -> tuple[Decimal | None, Bound]:
    return (amount.value, amount.bound) if amount else (None, Bound.EXACTLY)


class Aim(models.Model):
    """A task for the next period: typed, or proposed from a duty not met (nhiệm vụ kỳ sau).

    With an indicator and a number it is that unit's plan in the round that follows.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", _("đề xuất")
        KEPT = "kept", _("nhận")
        DROPPED = "dropped", _("không nhận")

    report = models.ForeignKey(Report, models.CASCADE, related_name="aims")
    order = models.PositiveSmallIntegerField(default=1)
    text = models.CharField(_("nhiệm vụ"), max_length=500)
    indicator = models.ForeignKey(
        Indicator,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="aims",
        verbose_name=_("chỉ tiêu"),
    )
    quantity = models.DecimalField(
        _("số lượng"), max_digits=18, decimal_places=2, null=True, blank=True
    )
    due_on = models.DateField(_("trước ngày"), null=True, blank=True)
    duty = models.ForeignKey(
        Duty, models.SET_NULL, null=True, blank=True, related_name="aims", editable=False
    )
    state = models.CharField(
        _("tình trạng"), max_length=8, choices=State, default=State.KEPT, editable=False
    )
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("nhiệm vụ kỳ sau")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "duty"],
                condition=Q(duty__isnull=False),
                name="aim_once_a_duty",
                violation_error_message=_("Việc này đã có trong nhiệm vụ."),
            )
        ]

    def __str__(self) -> str:
        return self.text
