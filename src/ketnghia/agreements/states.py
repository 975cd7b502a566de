"""In which state a promise or a paper is, from facts and a day; never typed by anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from ketnghia.amounts.bounds import Bound

# What "about ten" still is: nine to eleven. Ours; no paper says.
ABOUT = 0.1
# A promise without a number is alive while something happened within its rhythm, else a year.
ALIVE_FOR = timedelta(days=366)


class DutyState(models.TextChoices):
    """The six states of a counted duty and the three of an uncounted one (product.md §3)."""

    NOT_DUE = "not_due", _("chưa đến hạn")
    IN_PROGRESS = "in_progress", _("đang thực hiện")
    MET = "met", _("đạt")
    EXCEEDED = "exceeded", _("vượt")
    MISSED = "missed", _("chưa đạt")
    DROPPED = "dropped", _("không còn phù hợp")
    ALIVE = "alive", _("đang sống")
    QUIET = "quiet", _("lặng")
    DONE = "done", _("đã làm")


class AgreementState(models.TextChoices):
    """The states of a paper; the last two are said of an ended or orphaned one."""

    DRAFT = "draft", _("bản thảo")
    SIGNED = "signed", _("đã ký, chưa đến ngày hiệu lực")
    IN_FORCE = "in_force", _("đang có hiệu lực")
    ENDED = "ended", _("đã hết hạn")
    ENDED_WITHOUT_REVIEW = "ended_without_review", _("hết hạn, chưa tổng kết")
    SIGNATORY_ENDED = "signatory_ended", _("bên ký không còn")


@dataclass(frozen=True)
class Way:
    """One branch of a promise and how much has been done of it."""

    bound: str
    quantity: int | None
    done: int

    @property
    def is_met(self) -> bool:
        """Whether the number, as it is bound, has been reached."""
        if self.quantity is None:
            return False
        margin = self.quantity * ABOUT
        return {
            Bound.AT_LEAST: self.done >= self.quantity,
            Bound.EXACTLY: self.done >= self.quantity,
            Bound.OVER: self.done > self.quantity,
            Bound.AT_MOST: self.done <= self.quantity,
            Bound.ABOUT: self.done >= self.quantity - margin,
            Bound.NEARLY: self.done >= self.quantity - margin,
        }[Bound(self.bound)]

    @property
    def is_exceeded(self) -> bool:
        """More than was asked; for "nhiều nhất" that is a breach, told apart by `is_met`."""
        if self.quantity is None:
            return False
        margin = self.quantity * ABOUT if self.bound == Bound.ABOUT else 0
        return self.done > self.quantity + margin and self.bound != Bound.OVER


def is_met(ways: list[Way], *, is_over: bool) -> bool:
    """Either way is enough. A ceiling ("nhiều nhất") is kept only once its period is over."""
    return any(way.is_met and (way.bound != Bound.AT_MOST or is_over) for way in ways)


def counted_state(
    ways: list[Way], *, starts_on: date, ends_on: date | None, day: date
) -> DutyState:
    """The state of a counted duty on a day."""
    is_over = ends_on is not None and day > ends_on
    if is_met(ways, is_over=is_over):
        return (
            DutyState.EXCEEDED if any(w.is_met and w.is_exceeded for w in ways) else DutyState.MET
        )
    if is_over:
        return DutyState.MISSED
    return DutyState.NOT_DUE if day < starts_on else DutyState.IN_PROGRESS


def uncounted_state(
    last_on: date | None, *, starts_on: date, ends_on: date | None, day: date
) -> DutyState:
    """The state of a promise without a number: judged by its last evidence."""
    if ends_on is not None and day > ends_on:
        return DutyState.DONE if last_on else DutyState.QUIET
    if day < starts_on:
        return DutyState.NOT_DUE
    if last_on and day - last_on <= ALIVE_FOR:
        return DutyState.ALIVE
    return DutyState.QUIET
