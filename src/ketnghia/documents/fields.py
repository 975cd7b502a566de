"""A form field for several files at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from ketnghia.documents.checking import check

ACCEPTED = ".pdf,.docx,.jpg,.jpeg,.png,.webp"


class FilesInput(forms.FileInput):
    """Any number of files the house keeps."""

    allow_multiple_selected = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"multiple": True, "accept": ACCEPTED, **(attrs or {})})

    def value_from_datadict(
        self,
        data: Any,  # noqa: ARG002 - Django's own signature
        files: Any,
        name: str,
    ) -> list[UploadedFile[Any]]:
        return list(files.getlist(name)) if hasattr(files, "getlist") else []


class FilesField(forms.FileField):
    """Files looked into before the act: a wrong one is told at the field, with what to do."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:  # noqa: ARG002 - Django's own signature
        if self.required and not data:
            raise ValidationError(self.error_messages["required"], code="required")
        for upload in data:
            check(upload)
        return list(data)
