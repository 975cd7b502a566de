"""What pages about children ask in templates; never a name."""

from __future__ import annotations

from typing import Any

from django import template
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from ketnghia.children.models import ChildList, units_kept_by
from ketnghia.children.tables import number_of, state_of
from ketnghia.children.terms import FIELD_WORDS
from ketnghia.ui.templatetags.ui import state

register = template.Library()


@register.simple_tag
def list_state(child_list: ChildList) -> SafeString:
    """Where a list stands, as a mark and words."""
    kind = "ended" if child_list.is_erased else "late" if child_list.is_overdue else "due"
    return state(conditional_escape(state_of(child_list)), **{"is": kind})


@register.simple_tag
def number_of_list(child_list: ChildList) -> int:
    return number_of(child_list)


@register.simple_tag
def kept_fields(child_list: ChildList) -> str:
    """What is kept of each child, in words."""
    return ", ".join(str(FIELD_WORDS[field]) for field in child_list.fields)


@register.inclusion_tag("children/lists_of.html", takes_context=True)
def child_lists_of(context: Any, subject: models.Model) -> dict[str, Any]:
    """The lists of a record in numbers; a way to make one for who keeps any."""
    user = context["request"].user
    return {
        "lists": ChildList.objects.of(subject).visible_to(user).with_numbers(),
        "kind": ContentType.objects.get_for_model(subject),
        "subject": subject,
        "may_make": bool(units_kept_by(user)),
    }


@register.simple_tag(takes_context=True)
def keeps_children(context: Any) -> bool:
    """Whether the person is entrusted with children's names anywhere."""
    return bool(units_kept_by(context["request"].user))
