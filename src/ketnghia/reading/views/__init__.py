"""The pages of reading: what came in, and the desk where a person decides."""

from __future__ import annotations

from ketnghia.reading.views.articles import (
    article_list,
    batch_detail,
    read_again,
    set_aside,
    take_files_in,
    take_text_in,
    take_up,
)
from ketnghia.reading.views.desk import (
    accept_sure,
    choose,
    decide,
    desk,
    undo_writing,
    write_down,
)
from ketnghia.reading.views.fields import field_add, field_correct
from ketnghia.reading.views.sources import (
    for_activity,
    for_agreement,
    for_exchange,
    for_gift,
    for_person,
)

__all__ = [
    "accept_sure",
    "article_list",
    "batch_detail",
    "choose",
    "decide",
    "desk",
    "field_add",
    "field_correct",
    "for_activity",
    "for_agreement",
    "for_exchange",
    "for_gift",
    "for_person",
    "read_again",
    "set_aside",
    "take_files_in",
    "take_text_in",
    "take_up",
    "undo_writing",
    "write_down",
]
