"""What others wrote and we must answer stands among what has to be done today."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ketnghia.accounts.models import User
from ketnghia.activities.models import Overlap
from ketnghia.activities.operations import offer
from ketnghia.overview.answering import answers_waited_for
from ketnghia.overview.home import Home
from ketnghia.overview.items import Item
from ketnghia.units.models import seats_remembered
from tests.making import make_activity, make_figures, make_indicator

TODAY = date(2024, 7, 11)


def told(user: User) -> list[Item]:
    return next((s.items for s in Home(user, today=TODAY).sections if s.id == "tra-loi"), [])


def test_a_joint_activity_waits_for_the_other_side_until_it_answers(cast: SimpleNamespace) -> None:
    joint = offer(make_activity(cast.east, on=date(2024, 7, 1)), unit=cast.elsewhere)

    [line] = told(cast.stranger)

    assert (line.title, line.when) == ("Tặng quà", "quá 10 ngày")
    assert line.note.startswith("Đoàn xã Đông Hà ghi hai bên cùng làm.")
    assert told(cast.lan) == []
    assert told(cast.hoa) == []
    joint.reply(agrees=True, by=cast.stranger)
    assert told(cast.stranger) == []


def test_figures_that_may_count_twice_are_one_line(cast: SimpleNamespace) -> None:
    gifts = make_indicator()
    make_figures(make_activity(cast.east, on=TODAY), (gifts, 20), (gifts, 1900))

    [line] = told(cast.lan)

    assert (line.title, line.when) == ("Số liệu có thể tính trùng", "1 câu hỏi")
    assert told(cast.stranger) == []
    Overlap.objects.get().settle(Overlap.Answer.SEPARATE, by=cast.lan)
    assert told(cast.lan) == []


@pytest.mark.parametrize("number", [1, 3])
def test_three_cost_as_many_questions_as_one(cast: SimpleNamespace, number: int) -> None:
    for _ in range(number):
        offer(make_activity(cast.east, on=TODAY), unit=cast.elsewhere)

    with seats_remembered(), CaptureQueriesContext(connection) as asked:
        assert len(answers_waited_for(cast.stranger, today=TODAY)) == number

    assert len(asked) == 6
