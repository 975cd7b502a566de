from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from ketnghia.children.models import ChildList, Handed
from ketnghia.children.operations import attach_paper, hand_over, open_list, portray
from tests.children.test_portrayals import consent
from tests.doors import CHILD, NAMED, body, knock, plant, row, tries
from tests.making import make_exchange, make_unit

# That there is a list, its numbers and what was given: whoever reads the unit's papers.
READ = row(302, 200, 200, 200, 200, 404)
OPEN = row(302, 200, 200, 200, 200, 200)
# The names: only who is entrusted, and who runs the unit from above is not.
KEEP = row(302, 200, 404, 404, 404, 404)
KEEP_POST = row(302, 302, 404, 404, 404, 404)
EDIT = row(302, 200, 200, 404, 200, 404)
POST = row(302, 302, 302, 404, 302, 404)
ADMIN = row(302, 404, 404, 404, 200, 404)
ADMIN_POST = row(302, 404, 404, 404, 302, 404)
DOORS = {
    "children:list": OPEN,
    "children:register": OPEN,
    "children:detail": READ,
    "children:for_unit": READ,
    "children:keepers": ADMIN,
    "children:keeper_end": ADMIN_POST,
    "children:create": KEEP,
    "children:open": KEEP,
    "children:close": KEEP_POST,
    "children:erase_day": KEEP,
    "children:erase": KEEP_POST,
    "children:names": KEEP,
    "children:names_add": KEEP,
    "children:names_export": KEEP,
    "children:consents": KEEP,
    "children:handover": KEEP,
    "children:handover_told": KEEP_POST,
    "children:child_edit": KEEP,
    "children:child_leave": KEEP_POST,
    "children:withdraw": KEEP,
    "children:paper_attach": KEEP,
    "children:paper": KEEP,
    "children:paper_remove": KEEP_POST,
    "children:portrayal": EDIT,
    "children:portrayal_agree": EDIT,
    "children:portrayal_withdraw": POST,
}
POSTED = {name for name, row_ in DOORS.items() if row_ in (KEEP_POST, POST, ADMIN_POST)} | {
    "children:names_export"
}


@pytest.fixture
def keys(cast: SimpleNamespace) -> dict[str, list[int | str]]:
    """What each door asks for; a list of the commune in the east that Lan has opened."""
    exchange = make_exchange(cast.friend, cast.east)
    plant(cast)
    side = exchange.participations.get(unit=cast.east)
    planted = ChildList.objects.of(side).get()
    child = planted.children.get()
    upload = SimpleUploadedFile("giay.pdf", b"%PDF-1.7 ...")
    paper = attach_paper(child, upload, by=cast.lan)
    hand_over(
        planted,
        children=[child],
        recipient="Mường Xa",
        country="LA",
        channel="hand",
        basis="Thư mời",
        on=localdate(),
        by=cast.lan,
    )
    Handed.objects.update(withdrawn_on=localdate())
    shown = portray(exchange, number=1, by=cast.lan)
    given = consent(shown, cast)
    whole = ("detail", "open", "close", "erase_day", "erase", "names", "names_add",
             "names_export", "consents", "handover")  # fmt: skip
    one = ("child_edit", "child_leave", "withdraw", "paper_attach")
    return (
        {f"children:{name}": [planted.pk] for name in whole}
        | {f"children:{name}": [planted.pk, 1] for name in one}
        | {f"children:{name}": [planted.pk, paper.pk] for name in ("paper", "paper_remove")}
        | {
            "children:for_unit": [cast.east.pk],
            "children:keepers": [cast.east.pk],
            "children:keeper_end": [cast.lan.seats.get().keepers.get().pk],
            "children:create": ["exchanges", "participation", side.pk],
            "children:handover_told": [Handed.objects.get().pk],
            "children:portrayal": ["exchanges", "exchange", exchange.pk],
            "children:portrayal_agree": [shown.pk],
            "children:portrayal_withdraw": [given.pk],
        }
    )


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, keys: dict[str, list[int | str]], name: str, who: str
) -> None:
    args = keys.get(name, [])

    assert knock(client, cast, name, who, args=args, posts=name in POSTED) == DOORS[name][who]


@pytest.mark.parametrize("name", sorted(NAMED))
def test_behind_the_named_doors_the_keeper_reads_the_name(
    client: Client, cast: SimpleNamespace, keys: dict[str, list[int | str]], name: str
) -> None:
    client.force_login(cast.lan)
    ask = client.post if name in POSTED else client.get

    answer = ask(reverse(name, args=keys[name]))

    assert CHILD in body(answer)
    assert "no-store" in answer.headers["Cache-Control"]
    assert "data-draft=" not in body(answer)


BEHIND = [
    name
    for name, row_ in DOORS.items()
    if row_ in (KEEP, KEEP_POST)
    and name.partition(":")[2]
    not in {"create", "open", "close", "erase_day", "erase", "handover_told"}
]


@pytest.mark.parametrize("name", BEHIND)
def test_without_a_reason_even_the_keeper_is_asked_for_one(
    client: Client, cast: SimpleNamespace, keys: dict[str, list[int | str]], name: str
) -> None:
    planted = ChildList.objects.get(pk=keys["children:names"][0])
    client.force_login(cast.lan)
    client.post(reverse("children:close", args=[planted.pk]))
    ask = client.post if name in POSTED else client.get

    answer = ask(reverse(name, args=keys[name]))

    assert answer.url == reverse("children:open", args=[planted.pk])
    open_list(planted, why="enter", by=cast.lan)
    assert ask(reverse(name, args=keys[name])).status_code in {200, 302}


def test_papers_of_children_leave_by_no_other_door(
    client: Client, cast: SimpleNamespace, keys: dict[str, list[int | str]]
) -> None:
    planted, paper = keys["children:paper"]
    child = ChildList.objects.get(pk=planted).children.get().pk

    for who in ("lan", "minh", "quan"):
        assert knock(client, cast, "documents:download", who, args=[paper]) == 404
        assert knock(client, cast, "documents:remove", who, args=[paper], posts=True) == 404
        for model, key in (("child", child), ("childlist", planted)):
            door = ["children", model, key]
            assert knock(client, cast, "documents:attach", who, args=door) == 404
        assert knock(client, cast, "journal:record", who, args=["children", "child", child]) == 404


def test_a_list_hangs_only_on_what_can_have_one(
    client: Client, cast: SimpleNamespace, keys: dict[str, list[int | str]]
) -> None:
    unit = make_unit("Đoàn xã Bắc Hà", parent=cast.province)

    for kind in ("participation", "exchange"):
        door = ["exchanges", kind, 999_999]
        assert knock(client, cast, "children:create", "lan", args=door) == 404
    assert knock(client, cast, "children:create", "lan", args=["units", "unit", unit.pk]) == 404
    door = ["units", "seat", 1]
    assert knock(client, cast, "children:portrayal", "lan", args=door) == 404
