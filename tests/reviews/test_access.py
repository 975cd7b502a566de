from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.test import Client

from ketnghia.reviews.models import Aim
from ketnghia.reviews.operations import (
    Question,
    begin_agreement_review,
    correct_number,
    submit,
    write_aim,
)
from ketnghia.units.models import Level
from tests.doors import knock, row, tries
from tests.making import make_agreement, make_indicator, make_round, make_unit

OPEN = row(302, 200, 200, 200, 200, 200)
READ = row(302, 200, 200, 200, 200, 404)
EDIT = row(302, 200, 200, 404, 200, 404)
POST = row(302, 302, 302, 404, 302, 404)
RUNS = row(302, 200, 200, 404, 200, 200)
# The round is the province's: the commune reads what is asked, and no more.
KEEPS = row(302, 404, 200, 404, 200, 404)
KEEPS_POST = row(302, 404, 302, 404, 302, 404)
# Leaders and administrators hand in: here Quân alone.
SIGNS = row(302, 404, 404, 404, 200, 404)
# The commune in the west has handed in: the unit above judges it.
JUDGES = row(302, 404, 200, 404, 200, 404)
JUDGES_POST = row(302, 404, 302, 404, 302, 404)
DOORS = {
    "reviews:list": OPEN,
    "reviews:open": RUNS,
    "reviews:check_code": OPEN,
    "reviews:round": READ,
    "reviews:round_edit": KEEPS,
    "reviews:asked_add": KEEPS,
    "reviews:asked_edit": KEEPS,
    "reviews:asked_remove": KEEPS_POST,
    "reviews:inquiry_add": KEEPS,
    "reviews:inquiry_edit": KEEPS,
    "reviews:heading_add": KEEPS,
    "reviews:heading_edit": KEEPS,
    "reviews:report": READ,
    "reviews:print": READ,
    "reviews:export": READ,
    "reviews:compare": READ,
    "reviews:submit": SIGNS,
    "reviews:accept": JUDGES_POST,
    "reviews:accept_below": POST,
    "reviews:send_back": JUDGES,
    "reviews:lock": JUDGES_POST,
    "reviews:reopen": JUDGES,
    "reviews:open_below": EDIT,
    "reviews:remind": EDIT,
    "reviews:meet": EDIT,
    "reviews:line": READ,
    "reviews:line_correct": EDIT,
    "reviews:line_take_back": POST,
    "reviews:line_plan": EDIT,
    "reviews:words": READ,
    "reviews:words_draft": POST,
    "reviews:passage": EDIT,
    "reviews:passage_reset": POST,
    "reviews:reply": EDIT,
    "reviews:aims": READ,
    "reviews:aim_add": EDIT,
    "reviews:aim_propose": POST,
    "reviews:aim_edit": EDIT,
    "reviews:aim_keep": POST,
    "reviews:for_agreement": READ,
    "reviews:agreement_begin": EDIT,
    "reviews:agreement_review": READ,
    "reviews:agreement_edit": EDIT,
    "reviews:agreement_conclude": EDIT,
    "reviews:agreement_meet": EDIT,
}
POSTED = {name for name, statuses in DOORS.items() if 302 in list(statuses.values())[1:]}
OF_EAST = ("report", "print", "export", "compare", "submit", "open_below", "remind", "meet",
           "accept_below", "words", "words_draft", "aims", "aim_add", "aim_propose")  # fmt: skip
OF_WEST = ("accept", "send_back", "lock", "reopen")
OF_ROUND = ("round", "round_edit", "asked_add", "inquiry_add", "heading_add")
OF_PAPER = ("agreement_review", "agreement_edit", "agreement_conclude", "agreement_meet")


@pytest.fixture
def keys(cast: SimpleNamespace) -> dict[str, list[int]]:
    """A province's round: the commune in the east still writes, the one in the west handed in."""
    make_unit("Chi đoàn thôn Một", level=Level.BASE, parent=cast.east)
    gifts = make_indicator()
    made = make_round(cast.province, gifts, questions=(Question("Khó khăn gì?"),))
    east, west = (made.reports.get(unit=unit) for unit in (cast.east, cast.west))
    correct_number(east, gifts, value=None, reason="Không ghi sổ", by=cast.minh)
    submit(west, by=cast.quan)
    aim = write_aim(east, text="Trồng cây")
    assert aim.state == Aim.State.KEPT
    agreement = make_agreement(cast.east, cast.friend)
    paper = begin_agreement_review(agreement, first=date(2024, 1, 10), last=date(2024, 12, 31))
    inquiry, heading = made.inquiries.get(), made.headings.first()
    assert heading
    return {
        **{f"reviews:{name}": [east.pk] for name in OF_EAST},
        **{f"reviews:{name}": [west.pk] for name in OF_WEST},
        **{f"reviews:{name}": [made.pk] for name in OF_ROUND},
        **{f"reviews:{name}": [paper.pk] for name in OF_PAPER},
        **{
            f"reviews:{name}": [east.pk, gifts.pk]
            for name in ("line", "line_correct", "line_take_back", "line_plan")
        },
        **{f"reviews:{name}": [east.pk, heading.pk] for name in ("passage", "passage_reset")},
        "reviews:reply": [east.pk, inquiry.pk],
        **{f"reviews:asked_{act}": [made.asked.get().pk] for act in ("edit", "remove")},
        "reviews:inquiry_edit": [inquiry.pk],
        "reviews:heading_edit": [heading.pk],
        **{f"reviews:{name}": [aim.pk] for name in ("aim_edit", "aim_keep")},
        **{f"reviews:{name}": [agreement.pk] for name in ("for_agreement", "agreement_begin")},
    }


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, keys: dict[str, list[int]], name: str, who: str
) -> None:
    status = knock(client, cast, name, who, args=keys.get(name, []), posts=name in POSTED)

    assert status == DOORS[name][who]
