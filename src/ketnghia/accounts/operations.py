"""Inviting a person, and their first step in."""

from __future__ import annotations

import hashlib
import secrets

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from ketnghia.accounts.events import InvitationAccepted
from ketnghia.accounts.models import INVITATION_LASTS, Invitation, User
from ketnghia.events import publish


def digest_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def invite(*, email: str, full_name: str, by: User) -> tuple[Invitation, str]:
    """Make an invitation; returns it and the secret of its link, which is kept nowhere."""
    if User.objects.filter(email__iexact=email).exists():
        raise ValidationError({"email": _("Người có thư này đã có tài khoản.")})
    secret = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        email=email,
        full_name=full_name,
        digest=digest_of(secret),
        invited_by=by,
        expires_at=timezone.now() + INVITATION_LASTS,
    )
    return invitation, secret


def send(invitation: Invitation, link: str) -> None:
    """Mail the link once the change is certain; the inviter sees it on the page as well."""
    context = {"invitation": invitation, "link": link}
    subject = _("Lời mời vào Kết Nghĩa")
    body = render_to_string("accounts/invitation_mail.txt", context)
    transaction.on_commit(
        lambda: send_mail(subject, body, None, [invitation.email], fail_silently=True)
    )


@transaction.atomic
def accept(invitation: Invitation, *, username: str, full_name: str, password: str) -> User:
    """Make the account; the link is spent. Refused, in words, where it has ended."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not invitation.is_open:
        raise ValidationError(_("Lời mời này đã hết hạn hoặc đã dùng. Nhờ người mời gửi lại."))
    if User.objects.filter(username__iexact=username).exists():
        raise ValidationError({"username": _("Tên đăng nhập này đã có người dùng.")})
    user = User(username=username, email=invitation.email, full_name=full_name)
    try:
        validate_password(password, user)
    except ValidationError as weak:
        raise ValidationError({"password": weak.messages}) from weak
    user.set_password(password)
    user.full_clean()
    user.save()
    invitation.accepted_at, invitation.user = timezone.now(), user
    invitation.save(update_fields=["accepted_at", "user"])
    publish(InvitationAccepted(invitation.pk, user.pk))
    return user
