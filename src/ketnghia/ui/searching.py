"""Searching without marks: every word somewhere in the folded text a record keeps."""

from __future__ import annotations

from typing import Self, TypeVar

from django.db import models

from ketnghia.vietnamese.text import fold

M = TypeVar("M", bound=models.Model)


class Searchable(models.QuerySet[M]):
    """Questions of a record that keeps its names folded; `searched` is where."""

    searched = "search_text"

    def search(self, words: str) -> Self:
        """Found when every word, without marks, stands somewhere in the folded text."""
        found = self
        for word in fold(words).split():
            found = found.filter(**{f"{self.searched}__contains": word})
        return found
