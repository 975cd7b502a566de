"""The files of a record, wherever its page wants them."""

from __future__ import annotations

from typing import Any

from django import template
from django.contrib.contenttypes.models import ContentType
from django.db import models

from ketnghia.documents.models import Document
from ketnghia.documents.operations import photos_of as photos_beside

register = template.Library()


@register.inclusion_tag("documents/documents_of.html", takes_context=True)
def documents_of(context: Any, subject: models.Model, *, can_edit: bool = False) -> dict[str, Any]:
    """Every file of the record with its digest; a way to add and remove for who may edit."""
    kind = ContentType.objects.get_for_model(subject)
    found = Document.objects.filter(subject_type=kind, subject_id=subject.pk)
    return {
        "documents": found,
        "kind": kind,
        "subject": subject,
        "can_edit": can_edit,
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("documents/photos_of.html", takes_context=True)
def photos_of(context: Any, subject: models.Model, *, can_edit: bool = False) -> dict[str, Any]:
    """The photos of a record with their captions; those with children say so."""
    return {
        "photos": photos_beside(subject),
        "kind": ContentType.objects.get_for_model(subject),
        "subject": subject,
        "can_edit": can_edit,
        "csrf_token": context.get("csrf_token"),
    }
