"""What this room does when something is said in it."""

from __future__ import annotations

from ketnghia.activities.events import JointActivityAnswered
from ketnghia.activities.models import Activity
from ketnghia.activities.operations import enter
from ketnghia.events import listen_to


@listen_to(JointActivityAnswered)
def weigh_anew(event: JointActivityAnswered) -> None:
    """What a unit disputes goes back to the lead until it is settled."""
    enter(Activity.objects.get(pk=event.activity_id))
