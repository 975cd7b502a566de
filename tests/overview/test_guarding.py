"""Names past their day, and receivers not told yet, stand among what has to be done today."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

from django.utils.timezone import localdate

from ketnghia.children.models import Handed
from ketnghia.overview.home import Home
from tests.children.making import make_child_list, make_keeper
from tests.children.test_consents import agree, give
from tests.making import make_agreement, make_exchange


def test_an_overdue_list_and_a_receiver_to_tell(cast: SimpleNamespace) -> None:
    make_agreement(cast.east, cast.friend)
    make_keeper(cast.lan, cast.east, by=cast.quan)
    visit = make_exchange(cast.friend, cast.east)
    child_list = make_child_list(visit, cast.east, "Vũ Ngọc Linh", "Đỗ Quang Huy", by=cast.lan)
    assert "thieu-nhi" not in [part.id for part in Home(cast.lan).sections]
    agree(child_list, cast, (1, 2))
    give(child_list, cast)
    Handed.objects.update(withdrawn_on=localdate())

    later = child_list.erase_on + timedelta(days=3)
    [part] = [part for part in Home(cast.lan, today=later).sections if part.id == "thieu-nhi"]

    assert part.words == "2 việc về dữ liệu thiếu nhi"
    assert part.is_late
    assert [(line.title, line.when, line.note) for line in part.items] == [
        ("Danh sách đi đoàn: Hội đàm", "quá 3 ngày", "Đã quá ngày xóa mà tên các em vẫn còn."),
        (
            "Danh sách đi đoàn: Hội đàm",
            "chưa báo",
            "2 em rút đồng ý sau khi giao: báo bên nhận xóa.",
        ),
    ]
    assert "thieu-nhi" not in [part.id for part in Home(cast.stranger, today=later).sections]
