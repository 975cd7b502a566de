"""Papers kept beside a child: consents with a signature, travel papers while they are needed."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.children.models import Child, ChildList
from ketnghia.documents.models import Document
from ketnghia.documents.operations import attach, remove


def attach_paper(child: Child, upload: UploadedFile[Any], *, by: User) -> Document:
    """Keep a paper under a name that tells nobody whose it is."""
    if child.removed_on:
        raise ValidationError(_("Em này đã ra khỏi danh sách."))
    ending = PurePath(upload.name or "").suffix.lower()
    number = papers_in(child.child_list).count() + 1
    upload.name = f"giay-to-{child.child_list_id}-{child.place}-{number}{ending}"
    return attach(child, upload, by=by)


def papers_of(*children: Child) -> models.QuerySet[Document]:
    """Kept beside these children."""
    kind = ContentType.objects.get_for_model(Child)
    keys = [child.pk for child in children]
    return Document.objects.filter(subject_type=kind, subject_id__in=keys)


def papers_in(child_list: ChildList) -> models.QuerySet[Document]:
    """Kept beside any child of a list."""
    return papers_of(*child_list.children.all())


def remove_paper(document: Document) -> None:
    remove(document)
