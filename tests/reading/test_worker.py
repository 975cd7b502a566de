"""The worker beside the server. A file of its own: it empties the database after itself."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command

from ketnghia.reading.models import Field
from ketnghia.reading.operations.taking import take_files
from tests.reading.test_taking import NEWS, text_file

IN_QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.mark.django_db(transaction=True)
def test_the_worker_goes_on_where_it_was_stopped(cast: SimpleNamespace, settings: Any) -> None:
    settings.TASKS = IN_QUEUE
    files = [text_file(f"{n}.txt", f"{NEWS} Lần {n}.") for n in range(3)]
    batch = take_files(cast.east, files, by=cast.lan)
    cut_short = batch.articles.earliest("pk")
    assert cut_short.begin()
    assert set(batch.articles.values_list("state", flat=True)) == {"waiting", "reading"}

    call_command("work", once=True)
    found = Field.objects.count()
    call_command("work", once=True)

    assert set(batch.articles.values_list("state", flat=True)) == {"read"}
    assert Field.objects.count() == found > 0
