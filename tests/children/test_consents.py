"""Who agreed to what, and what stops at once when it is taken back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from ketnghia.children.models import ChildList, Consent, Handed
from ketnghia.children.operations import Giver, hand_over, record_consents, withdraw
from ketnghia.children.sheet import Numbers, agreed_uses

ALL = ("list", "publish", "abroad")


def agree(
    child_list: ChildList,
    cast: SimpleNamespace,
    places: Iterable[int] = (1, 2, 3),
    uses: Iterable[str] = ALL,
    *,
    until: date | None = None,
    child_agreed: bool = True,
) -> int:
    return record_consents(
        child_list,
        uses=uses,
        form="paper",
        given_on=localdate() - timedelta(days=1),
        valid_until=until or child_list.erase_on,
        givers=[Giver(p, "mother", "Trần Thị Mẹ", child_agreed=child_agreed) for p in places],
        by=cast.lan,
    )


def give(child_list: ChildList, cast: SimpleNamespace, country: str = "LA") -> None:
    hand_over(
        child_list,
        children=list(child_list.children.filter(removed_on=None)),
        recipient="Tỉnh đoàn Mường Xa",
        country=country,
        channel="hand",
        basis="Thư mời 12",
        on=localdate(),
        by=cast.lan,
    )


def test_consents_are_counted_by_use(
    cast: SimpleNamespace, child_list: ChildList, today: date
) -> None:
    assert Numbers(child_list).lead == "3 em, 3 em chưa đủ đồng ý."

    agree(child_list, cast, (1, 2), ["list"])
    agree(child_list, cast, (1,), ["abroad"])

    told = [(line.use.value, line.number, line.missing) for line in Numbers(child_list).agreed]
    assert told == [("list", 2, 1), ("publish", 0, 3), ("abroad", 1, 2)]
    assert Numbers(child_list).lead == "3 em, 1 em chưa đủ đồng ý."
    agree(child_list, cast, (3,), ["list"])
    assert Numbers(child_list).lead == "3 em, đủ đồng ý."
    late = child_list.erase_on + timedelta(days=1)
    assert Numbers(child_list, today=late).agreed[0].number == 0
    assert Consent.objects.filter(use="list")[0].giver == "Trần Thị Mẹ"


def test_from_seven_the_child_agrees_too(cast: SimpleNamespace, child_list: ChildList) -> None:
    with pytest.raises(ValidationError, match="em cũng phải đồng ý"):
        agree(child_list, cast, (1,), child_agreed=False)
    child_list.children.filter(place=1).update(is_asked=False)

    assert agree(child_list, cast, (1,), child_agreed=False) == 1


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"givers": []}, "ít nhất một em"),
        ({"given_on": date(2099, 1, 1)}, "chưa tới"),
        ({"valid_until": date(2000, 1, 1)}, "phải sau"),
        ({"givers": [Giver(1, "mother", "", child_agreed=True)]}, "ghi tên người đồng ý"),
    ],
)
def test_a_consent_without_its_facts_is_refused(
    cast: SimpleNamespace, child_list: ChildList, facts: dict[str, object], refusal: str
) -> None:
    plain = {
        "uses": ["list"],
        "form": "paper",
        "given_on": date(2026, 11, 1),
        "valid_until": date(2099, 1, 1),
        "givers": [Giver(1, "mother", "Trần Thị Mẹ", child_agreed=True)],
    }

    with pytest.raises(ValidationError, match=refusal):
        record_consents(child_list, **{**plain, **facts}, by=cast.lan)  # type: ignore[arg-type]
    assert not Consent.objects.exists()


def test_without_consent_to_the_list_the_name_leaves_it_at_once(
    cast: SimpleNamespace, child_list: ChildList, today: date
) -> None:
    agree(child_list, cast)
    child = child_list.children.get(place=2)

    withdraw(child, uses=["list"], on=today, by_child=True, by=cast.lan)

    child.refresh_from_db()
    assert (child.sealed, child.removal) == ("", "withdrawn")
    assert set(child.consents.values_list("sealed_giver", flat=True)) == {""}
    assert set(child.consents.values_list("withdrawn_on", flat=True)) == {today}
    assert Numbers(child_list).number == 2
    assert Numbers(child_list).gone == [("rút đồng ý", 1)]


def test_without_consent_to_publish_the_name_stays_in_the_list(
    cast: SimpleNamespace, child_list: ChildList, today: date
) -> None:
    agree(child_list, cast)
    child = child_list.children.get(place=2)

    withdraw(child, uses=["publish"], on=today, by=cast.lan)

    child.refresh_from_db()
    assert child.particulars.name == "Đỗ Quang Huy"
    assert agreed_uses(child, today) == {"list", "abroad"}
    with pytest.raises(ValidationError, match="Không có đồng ý nào"):
        withdraw(child, uses=["publish"], on=today, by=cast.lan)
    with pytest.raises(ValidationError, match="chưa tới"):
        withdraw(child, uses=["list"], on=today + timedelta(days=1), by=cast.lan)


@pytest.mark.parametrize(
    ("uses", "country", "asked_back"),
    [(["abroad"], "LA", 1), (["abroad"], "VN", 0), (["list"], "VN", 1), (["publish"], "LA", 0)],
)
def test_whoever_was_given_the_list_has_to_be_told(
    cast: SimpleNamespace,
    child_list: ChildList,
    today: date,
    uses: list[str],
    country: str,
    asked_back: int,
) -> None:
    agree(child_list, cast)
    give(child_list, cast, country)

    withdraw(child_list.children.get(place=1), uses=uses, on=today, by=cast.lan)

    assert Handed.objects.to_ask_back().count() == asked_back
    for handed in Handed.objects.to_ask_back():
        handed.tell(today)
    assert Handed.objects.to_ask_back().count() == 0
