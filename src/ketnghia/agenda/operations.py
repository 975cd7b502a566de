"""Making, renewing and revoking feeds, and what is written down when one is read."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.accounts.operations import digest_of
from ketnghia.agenda.models import Feed
from ketnghia.units.models import Seat, Unit

MOST_FEEDS = 20
SECRET_BYTES = 24
# A calendar asks often; that it did is written down no more often than this.
FETCH_NOTED_EVERY = timedelta(minutes=10)


@transaction.atomic
def issue(*, unit: Unit | None = None, with_below: bool = False, by: User) -> tuple[Feed, str]:
    """Make a feed; returns it and the secret of its address, which is kept nowhere."""
    if with_below and unit is None:
        raise ValidationError({"unit": _("Chọn đơn vị rồi mới lấy cả các đơn vị bên dưới.")})
    if unit is None and not Seat.objects.of(by).exists():
        raise ValidationError(_("Đồng chí chưa có vai trò ở đơn vị nào nên chưa có lịch để lấy."))
    mine = Feed.objects.of(by).living()
    if mine.filter(unit=unit, with_below=with_below).exists():
        raise ValidationError(_("Nguồn này đã có. Nếu mất địa chỉ, bấm Cấp lại địa chỉ."))
    if mine.count() >= MOST_FEEDS:
        raise ValidationError(_("Đã có nhiều nguồn. Thu hồi nguồn không dùng rồi tạo nguồn mới."))
    feed = Feed(owner=by, unit=unit, with_below=with_below)
    return feed, _give_secret(feed)


def reissue(feed: Feed) -> str:
    """Give the feed a new address; the old one is dead at once."""
    if feed.revoked_at:
        raise ValidationError(_("Nguồn này đã thu hồi. Tạo nguồn mới."))
    feed.issued_at = timezone.now()
    feed.fetched_at = None
    return _give_secret(feed)


def _give_secret(feed: Feed) -> str:
    secret = secrets.token_urlsafe(SECRET_BYTES)
    feed.digest, feed.hint = digest_of(secret), secret[-4:]
    feed.save()
    return secret


def revoke(feed: Feed) -> None:
    """End the feed: its address answers no more."""
    if feed.revoked_at is None:
        feed.revoked_at = timezone.now()
        feed.save(update_fields=["revoked_at"])


def note_fetch(feed: Feed, *, etag: str) -> None:
    """Write down that a calendar read the feed, and when what it says became another."""
    now = timezone.now()
    news: dict[str, object] = {}
    if etag != feed.etag:
        feed.etag, feed.changed_at = etag, now
        news |= {"etag": etag, "changed_at": now}
    if feed.fetched_at is None or now - feed.fetched_at >= FETCH_NOTED_EVERY:
        feed.fetched_at = now
        news["fetched_at"] = now
    if news:
        Feed.objects.filter(pk=feed.pk).update(**news)
