"""Rounds take nominations until they close; quotas warn and keep the reason; steps are kept."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from ketnghia.commendations.models import AwardRound, Nomination, Quota
from ketnghia.commendations.operations import (
    change_round,
    nominate,
    send_back,
    submit,
    withdraw,
    write_quota,
)
from ketnghia.commendations.taken import Quotas
from ketnghia.people.operations import new_person
from tests.commendations.making import honour, make_decision, to_person, to_unit
from tests.commendations.rounds import make_award_round, make_nomination
from tests.making import make_unit


def test_each_unit_starts_with_the_quotas_that_were_said(cast: SimpleNamespace) -> None:
    made = make_award_round(
        cast.province, honour(), honour("provincial-flag"), collectives=2, people=1
    )

    told = [(str(q.honour), q.told) for q in made.quotas.all()]

    assert told == [
        ("Cờ đơn vị xuất sắc cấp tỉnh", "mỗi đơn vị 2 tập thể"),
        ("Giấy khen cấp tỉnh", "mỗi đơn vị 2 tập thể"),
        ("Giấy khen cấp tỉnh", "mỗi đơn vị 1 cá nhân"),
    ]


def test_a_round_is_opened_on_its_page(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.minh)

    answer = client.post(
        reverse("commendations:round_open"),
        {
            "title": "Khen thưởng Tháng Thanh niên 2026",
            "first": "1/3/2026",
            "last": "31/3/2026",
            "due_on": "10/4/2026",
            "honours": [honour().pk],
            "collectives": "3",
        },
    )

    made = AwardRound.objects.get()
    assert answer.status_code == 302
    assert (made.unit, made.span.words) == (cast.province, "1–31/3/2026")
    assert made.quotas.get().told == "mỗi đơn vị 3 tập thể"


def test_days_in_the_wrong_order_are_told_at_their_field(
    client: Client, cast: SimpleNamespace
) -> None:
    client.force_login(cast.minh)

    answer = client.post(
        reverse("commendations:round_open"),
        {"title": "Đợt", "first": "1/3/2026", "last": "1/2/2026", "due_on": "10/4/2026",
         "honours": [honour().pk]},
    )  # fmt: skip

    assert answer.context["form"].errors == {"last": ["Ngày cuối phải sau ngày đầu."]}
    assert not AwardRound.objects.exists()


def test_only_units_of_the_tree_put_forward_and_only_what_the_round_gives(
    cast: SimpleNamespace,
) -> None:
    made = make_award_round(cast.province)

    with pytest.raises(ValidationError, match="các đơn vị bên dưới"):
        make_nomination(made, cast.elsewhere)
    with pytest.raises(ValidationError, match="không xét hình thức ấy"):
        make_nomination(made, cast.east, given=honour("provincial-flag"))
    make_nomination(made, cast.east)
    with pytest.raises(ValidationError, match="đã được đề nghị hình thức này"):
        make_nomination(made, cast.province, to_unit(cast.east))


def test_over_a_quota_a_reason_is_asked_and_kept(cast: SimpleNamespace) -> None:
    made = make_award_round(cast.province, collectives=1)
    make_nomination(made, cast.east, sent_by=cast.lan)
    second = make_nomination(made, cast.east, to_unit(cast.west))

    with pytest.raises(ValidationError, match="Vượt chỉ tiêu: mỗi đơn vị 1 tập thể"):
        submit(second, by=cast.lan)
    assert second.state == "draft"

    submit(second, over_quota="Hai đơn vị cùng dẫn đầu", by=cast.lan)

    assert (second.state, second.over_quota) == ("submitted", "Hai đơn vị cùng dẫn đầu")
    assert second.steps.get().remark == "Hai đơn vị cùng dẫn đầu"


def test_a_quota_of_one_unit_stands_in_place_of_what_each_has(cast: SimpleNamespace) -> None:
    made = make_award_round(cast.province, collectives=1)
    write_quota(Quota(round=made), honour=honour(), kind="collective", scope="one",
                unit=cast.east, number=2)  # fmt: skip
    make_nomination(made, cast.east)
    make_nomination(made, cast.east, to_unit(cast.west))

    [mine] = Quotas(made).for_unit(cast.east)
    [other] = Quotas(made).for_unit(cast.west)

    assert mine.room is not None
    assert other.room is not None
    assert (mine.quota.unit, mine.room.left, mine.room.is_over) == (cast.east, 0, False)
    assert (other.quota.scope, other.room.used) == ("each", 0)


def test_a_share_of_all_is_counted_over_every_honour(cast: SimpleNamespace) -> None:
    flag = honour("provincial-flag")
    made = make_award_round(cast.province, honour(), flag)
    quota = write_quota(
        Quota(round=made), honour=flag, kind="collective", scope="whole", percent=50
    )
    first = make_nomination(made, cast.east, given=flag)
    assert quota.told == "cả đợt không quá 50 % số tập thể được đề nghị"
    with pytest.raises(ValidationError, match="không quá 50 %"):
        submit(first, by=cast.lan)

    make_nomination(made, cast.west, given=honour())
    submit(first, by=cast.lan)

    assert first.over_quota == ""


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"scope": "one", "number": 1}, "unit"),
        ({"scope": "each"}, "number"),
        ({"scope": "whole", "number": 1, "percent": 20}, "number"),
        ({"scope": "each", "percent": 20}, "percent"),
        ({"scope": "each", "number": 1, "kind": "person"}, "kind"),
    ],
)
def test_a_quota_that_says_nothing_clear_is_refused(
    cast: SimpleNamespace, facts: dict[str, object], field: str
) -> None:
    flag = honour("provincial-flag")
    made = make_award_round(cast.province, flag)

    with pytest.raises(ValidationError) as refused:
        write_quota(Quota(round=made), honour=flag, **{"kind": "collective", **facts})  # type: ignore[arg-type]

    assert list(refused.value.message_dict) == [field]


def test_a_nomination_goes_there_and_back_with_every_step_kept(cast: SimpleNamespace) -> None:
    nomination = make_nomination(make_award_round(cast.province), cast.east, sent_by=cast.lan)

    withdraw(nomination, by=cast.lan)
    submit(nomination, by=cast.lan)
    with pytest.raises(ValidationError, match="chỗ cần sửa"):
        send_back(nomination, remark="", by=cast.minh)
    send_back(nomination, remark="Nêu rõ số đơn vị máu", by=cast.minh)
    assert (nomination.state, nomination.remark) == ("sent_back", "Nêu rõ số đơn vị máu")
    submit(nomination, by=cast.lan)

    kinds = list(nomination.steps.order_by("pk").values_list("kind", "by__username"))
    assert kinds == [
        ("submitted", "lan"),
        ("withdrawn", "lan"),
        ("submitted", "lan"),
        ("sent_back", "minh"),
        ("submitted", "lan"),
    ]
    assert nomination.remark == ""


def test_a_round_closes_when_everything_has_its_answer(cast: SimpleNamespace) -> None:
    made = make_award_round(cast.province)
    nomination = make_nomination(made, cast.east, sent_by=cast.lan)

    with pytest.raises(ValidationError, match="Còn 1 đề nghị chưa xong"):
        made.close(by=cast.minh)
    send_back(nomination, remark="Thiếu minh chứng", by=cast.minh)
    made.close(by=cast.minh)

    with pytest.raises(ValidationError, match="đã đóng"):
        submit(nomination, by=cast.lan)
    assert not Nomination.objects.editable_by(cast.lan).exists()
    made.reopen()
    nomination.round.refresh_from_db()
    submit(nomination, by=cast.lan)


def test_an_honour_that_is_nominated_for_stays_in_the_round(cast: SimpleNamespace) -> None:
    made = make_award_round(cast.province)
    make_nomination(made, cast.east)

    with pytest.raises(ValidationError, match="không bỏ được"):
        change_round(made, title="Đợt", first=made.first, last=made.last, due_on=made.due_on,
                     honours=[honour("provincial-flag")])  # fmt: skip


def test_an_honour_given_once_is_not_put_forward_again(cast: SimpleNamespace) -> None:
    medal = honour("medal")
    made = make_award_round(cast.centre, medal)
    an, binh = new_person("Nguyễn Văn An"), new_person("Lê Thị Bình")
    make_decision(cast.centre, to_person("Nguyễn Văn An"), given=medal, on=date(2020, 3, 26))
    other = make_award_round(cast.centre, medal, first=date(2025, 1, 1), last=date(2025, 12, 31))
    make_nomination(other, cast.east, to_person("Lê Thị Bình"))

    with pytest.raises(ValidationError, match="đã được tặng Kỷ niệm chương"):
        make_nomination(made, cast.east, to_person(an.name))
    with pytest.raises(ValidationError, match="đang được Đoàn xã Đông Hà đề nghị Kỷ niệm chương"):
        make_nomination(made, cast.west, to_person(binh.name))

    assert made.nominations.count() == 0


def test_what_is_typed_by_hand_keeps_name_reason_and_evidence(
    client: Client, cast: SimpleNamespace
) -> None:
    made = make_award_round(cast.province)
    client.force_login(cast.lan)

    answer = client.post(
        reverse("commendations:nominate", args=[made.pk]),
        {
            "kind": "person",
            "name": "nguyễn văn an",
            "title": "Bí thư Chi đoàn Chợ",
            "unit": cast.east.pk,
            "honour": honour().pk,
            "typed": "Cứu người đuối nước ngày 3/2/2026\n\nVận động 20 đơn vị máu",
        },
    )

    nomination = Nomination.objects.get()
    assert answer.headers["Location"] == nomination.get_absolute_url()
    assert (nomination.nominator, nomination.of_unit) == (cast.east, cast.east)
    assert nomination.person is not None
    assert [proof.text for proof in nomination.proofs.all()] == [
        "Cứu người đuối nước ngày 3/2/2026",
        "Vận động 20 đơn vị máu",
    ]
    assert nomination.reason.startswith("Cứu người đuối nước ngày 3/2/2026.\nVận động")


def test_a_nomination_without_a_name_says_what_to_do_and_keeps_what_was_typed(
    client: Client, cast: SimpleNamespace
) -> None:
    made = make_award_round(cast.province)
    client.force_login(cast.lan)

    answer = client.post(
        reverse("commendations:nominate", args=[made.pk]),
        {"kind": "person", "honour": honour().pk, "reason": "Cứu người"},
    )

    assert answer.context["form"].errors == {"name": ["Ghi họ tên người được đề nghị."]}
    assert "Cứu người" in answer.content.decode()


def test_a_partner_abroad_is_put_forward_too(cast: SimpleNamespace) -> None:
    made = make_award_round(cast.province)

    nomination = nominate(
        made,
        nominator=cast.province,
        honour=honour(),
        recipient=to_unit(cast.friend),
        reason="Giúp đỡ thiếu nhi vùng biên",
        by=cast.minh,
    )

    assert nomination.unit == cast.friend


def test_what_another_commune_puts_forward_is_not_read(cast: SimpleNamespace) -> None:
    made = make_award_round(cast.province)
    make_unit("Chi đoàn Chợ", parent=cast.west)
    mine = make_nomination(made, cast.east)
    make_nomination(made, cast.west)

    assert list(Nomination.objects.visible_to(cast.lan)) == [mine]
    assert Nomination.objects.visible_to(cast.hoa).count() == 2
    assert not Nomination.objects.visible_to(cast.stranger).exists()
