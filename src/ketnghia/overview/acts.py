"""Where the acts of a relation lead: forms already filled with both sides."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from ketnghia.units.models import Unit


def plan_url(host: Unit, guest: Unit, *, kind: str = "meeting") -> str:
    """The form of an exchange with host and guest filled in."""
    words = urlencode({"host": host.pk, "guest": guest.pk, "kind": kind})
    return f"{reverse('exchanges:create')}?{words}"


def record_url(organiser: Unit, partner: Unit) -> str:
    """The form of an activity with who did it and for whom."""
    words = urlencode({"organiser": organiser.pk, "partner": partner.pk})
    return f"{reverse('activities:create')}?{words}"


def gift_url(giver: Unit, receiver: Unit) -> str:
    """The form of a gift with who gave it to whom."""
    words = urlencode({"giver": giver.pk, "receiver": receiver.pk})
    return f"{reverse('gifts:create')}?{words}"
