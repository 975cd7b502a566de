"""What an exchange started with is kept, ticked off, set aside, and moves with its days."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from ketnghia.checklists.models import Checklist, Task, Template
from ketnghia.checklists.operations import Line, add_task, change_task, proposed, revise, start
from ketnghia.checklists.sheet import sides_of
from ketnghia.checklists.words import told
from ketnghia.exchanges.models import Exchange
from ketnghia.exchanges.operations import correct, describe_side
from tests.making import make_exchange

TODAY = date(2026, 11, 24)
IN_MAY = date(2027, 5, 20)


@pytest.fixture
def visit(cast: SimpleNamespace) -> Exchange:
    return make_exchange(cast.friend, cast.east, on=IN_MAY, kind="visit")


def national(kind: str) -> Template:
    return Template.objects.get(unit=None, kind=kind)


def test_a_visit_abroad_with_children_asks_for_two_lists(
    cast: SimpleNamespace, visit: Exchange
) -> None:
    side = visit.participations.get(unit=cast.east)
    describe_side(side, role="guest", groups={"children": 27})

    assert [t.kind for t in proposed(visit, cast.east)] == ["out", "children"]
    assert [t.kind for t in proposed(visit, cast.friend)] == ["in", "children"]


def test_every_step_becomes_a_task_with_its_day(cast: SimpleNamespace, visit: Exchange) -> None:
    [checklist] = start(visit, unit=cast.east, templates=[national("out")], by=cast.lan)

    tasks = {task.what: task for task in checklist.tasks.all()}
    assert len(tasks) == national("out").steps.count() == 15
    assert tasks["Văn bản chủ trương"].due_on == date(2027, 4, 15)
    assert tasks["Văn bản chủ trương"].is_paper
    assert tasks["Báo cáo kết quả đối ngoại"].due_on == date(2027, 6, 4)
    assert checklist.started_by == cast.lan


def test_a_kind_is_begun_once_and_something_must_be_chosen(
    cast: SimpleNamespace, visit: Exchange
) -> None:
    start(visit, unit=cast.east, templates=[national("out")], by=cast.lan)

    with pytest.raises(ValidationError, match="Cuộc này đã có danh mục"):
        start(visit, unit=cast.east, templates=[national("out")], by=cast.lan)
    with pytest.raises(ValidationError, match="ít nhất một danh mục"):
        start(visit, unit=cast.east, templates=[], by=cast.lan)


def test_days_follow_the_exchange_unless_set_by_hand_or_done(
    cast: SimpleNamespace, visit: Exchange
) -> None:
    start(visit, unit=cast.east, templates=[national("children")], by=cast.lan)
    first, second, third = Task.objects.order_by("due_on")[:3]
    change_task(first, what=first.what, due_on=date(2027, 1, 1))
    second.finish(by=cast.lan, on=TODAY)
    before = third.due_on

    correct(visit, kind="visit", title=visit.title, begins_on=date(2027, 5, 30))

    first.refresh_from_db()
    second.refresh_from_db()
    third.refresh_from_db()
    assert first.due_on == date(2027, 1, 1)
    assert second.due_on == date(2027, 4, 25)
    assert (third.due_on - before).days == 10


def test_ticking_off_says_who_and_when_and_can_be_taken_back(
    cast: SimpleNamespace, visit: Exchange
) -> None:
    task = add_task(visit, unit=cast.east, what="Gọi cho bạn", due_on=IN_MAY)

    task.finish(by=cast.lan)
    assert (task.done_by, task.is_open) == (cast.lan, False)
    with pytest.raises(ValidationError, match="đã ghi xong"):
        task.finish(by=cast.lan)
    with pytest.raises(ValidationError, match="Mở lại trước"):
        task.set_aside(why="không đi")

    task.reopen()
    assert (task.done_by, task.done_on, task.is_open) == (None, None, True)
    assert task.history.count() == 3


def test_what_is_not_needed_keeps_its_reason_until_it_is_done_after_all(
    cast: SimpleNamespace, visit: Exchange
) -> None:
    task = add_task(visit, unit=cast.east, what="Market", due_on=IN_MAY)

    task.set_aside(why="bạn lo")
    assert (task.is_open, task.skipped_why) == (False, "bạn lo")

    task.finish(by=cast.lan)
    assert (task.skipped_on, task.skipped_why) == (None, "")


def test_only_an_own_line_is_taken_out_again(cast: SimpleNamespace, visit: Exchange) -> None:
    [checklist] = start(visit, unit=cast.east, templates=[national("in")], by=cast.lan)
    own = add_task(visit, unit=cast.east, what="Gọi cho bạn", due_on=IN_MAY)

    own.withdraw()

    with pytest.raises(ValidationError, match="không cần"):
        checklist.tasks.all()[0].withdraw()
    assert not Task.objects.filter(is_own=True).exists()


def test_one_sentence_says_how_far_it_is(cast: SimpleNamespace, visit: Exchange) -> None:
    tasks = [
        add_task(visit, unit=cast.east, what=f"Việc {place}", due_on=due)
        for place, due in enumerate([date(2026, 11, 23), TODAY, IN_MAY])
    ]
    with time_machine.travel(TODAY):
        assert told([]) == "Chưa chọn danh mục nào."
        assert told(tasks) == "Còn 3 việc, 1 quá hẹn."
        tasks[0].finish(by=cast.lan)
        assert told(tasks) == "Còn 2 việc."
        tasks[1].finish(by=cast.lan)
        tasks[2].set_aside(why="bạn lo")
        assert told(tasks) == "Đã xong cả 3 việc."


def test_a_called_off_exchange_waits_for_nothing(cast: SimpleNamespace, visit: Exchange) -> None:
    add_task(visit, unit=cast.east, what="Gọi cho bạn", due_on=date(2020, 1, 1))
    assert Task.objects.late_on(TODAY).count() == 1

    visit.cancel(why="bão", by=cast.lan)

    assert Task.objects.late_on(TODAY).count() == 0


def test_nothing_of_it_blocks_a_step(cast: SimpleNamespace) -> None:
    exchange = make_exchange(cast.friend, cast.east, on=date(2024, 6, 1))
    Exchange.objects.filter(pk=exchange.pk).update(state="planned")
    exchange.refresh_from_db()
    start(exchange, unit=cast.east, templates=[national("out")], by=cast.lan)

    exchange.confirm(by=cast.lan)
    exchange.hold(by=cast.lan)

    assert exchange.state == "held"


def test_an_exchange_keeps_the_list_it_started_with(cast: SimpleNamespace, visit: Exchange) -> None:
    start(visit, unit=cast.east, templates=[national("out")], by=cast.lan)
    lines = [Line("Xin chủ trương", -90, is_paper=True)]

    own = revise(national("out"), unit=cast.east, name="Đoàn ra của ta", lines=lines, by=cast.quan)

    assert Checklist.objects.get().template == national("out")
    assert Task.objects.count() == 15
    other = make_exchange(cast.friend, cast.east, on=IN_MAY, kind="camp")
    assert proposed(other, cast.east) == [own]


def test_a_person_walks_through_it(client: Client, cast: SimpleNamespace, visit: Exchange) -> None:
    client.force_login(cast.lan)
    choose = reverse("checklists:choose", args=[visit.pk, cast.east.pk])

    page = client.get(choose)
    assert [t.kind for t in page.context["form"]["templates"].field.queryset] == [
        "children", "domestic", "in", "out",
    ]  # fmt: skip
    client.post(choose, {"templates": [national("out").pk]})
    task = Task.objects.get(what="Văn bản chủ trương")
    edit = reverse("checklists:task_edit", args=[task.pk])
    client.post(
        edit,
        {
            "what": task.what,
            "due_on": "1/4/2027",
            "is_paper": "on",
            "number": "12-TTr/TĐTN",
            "signed_on": "20/11/2026",
            "issuer": "Tỉnh ủy",
            "person": "Nguyễn Thu Hà",
        },
    )
    client.post(reverse("checklists:task_finish", args=[task.pk]))
    other = Task.objects.get(what="Quyết toán")
    client.post(reverse("checklists:task_skip", args=[other.pk]), {"why": "bạn chi"})

    task.refresh_from_db()
    assert (task.paper, task.signed_on) == ("số 12-TTr/TĐTN, Tỉnh ủy", date(2026, 11, 20))
    assert str(task.person) == "Nguyễn Thu Hà"
    page = client.get(reverse("checklists:for_exchange", args=[visit.pk])).content.decode()
    assert "Còn 13 việc" in page
    assert "2 việc đã khép lại" in page
    assert "bạn chi" in page


def test_a_paper_of_tomorrow_is_refused_and_nothing_typed_is_lost(
    client: Client, cast: SimpleNamespace, visit: Exchange
) -> None:
    task = add_task(visit, unit=cast.east, what="Văn bản", due_on=IN_MAY, is_paper=True)
    client.force_login(cast.lan)

    page = client.post(
        reverse("checklists:task_edit", args=[task.pk]),
        {"what": "Văn bản", "due_on": "1/4/2027", "number": "7-CV", "signed_on": "1/1/2099"},
    ).content.decode()

    assert "Ngày ký chưa tới." in page
    assert 'value="7-CV"' in page


def test_a_tick_answers_with_the_part_of_the_page_alone(
    client: Client, cast: SimpleNamespace, visit: Exchange
) -> None:
    task = add_task(visit, unit=cast.east, what="Gọi cho bạn", due_on=IN_MAY)
    client.force_login(cast.lan)
    address = reverse("checklists:task_finish", args=[task.pk])

    done = client.post(address, headers={"HX-Request": "true"}).content.decode()
    again = client.post(address, headers={"HX-Request": "true"}).content.decode()

    assert "Đã xong cả 1 việc." in done
    assert "Còn 1 việc." in again
    assert "<html" not in done


def test_what_is_far_off_waits_folded(cast: SimpleNamespace, visit: Exchange) -> None:
    for place in range(5):
        due_on = TODAY + timedelta(days=30 * place)
        add_task(visit, unit=cast.east, what=f"Việc {place}", due_on=due_on)

    with time_machine.travel(TODAY):
        [side] = sides_of(visit, cast.lan)
        assert [row.task.what for row in side.pressing] == ["Việc 0"]
        assert len(side.later) == 4
        Task.objects.get(what="Việc 0").finish(by=cast.lan)
        [side] = sides_of(visit, cast.lan)
        assert [row.task.what for row in side.pressing] == ["Việc 1", "Việc 2", "Việc 3"]
        assert [row.task.what for row in side.later] == ["Việc 4"]
