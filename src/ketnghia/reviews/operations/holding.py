"""Holding a report while something is written into it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ketnghia.reviews.models import Report

HANDED_IN = _("Báo cáo đã nộp. Cấp trên trả lại thì mới sửa được.")


def hold(report: Report) -> None:
    """Refuse a report handed in, and let nobody hand it in or write the same words meanwhile.

    Inside a transaction: whoever comes at the same time waits for its end.
    """
    held = Report.objects.select_for_update().get(pk=report.pk)
    if not held.is_writable:
        raise ValidationError(HANDED_IN)
