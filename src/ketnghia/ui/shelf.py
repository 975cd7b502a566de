"""What the shelf shows: every component with its states, in plain sample words."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from types import SimpleNamespace
from typing import Any

from django import forms
from django.template.loader import get_template

from ketnghia.ui.thread import Knot

KNOTS = [
    ("sign", "ký kết"),
    ("talks", "hội đàm, tọa đàm"),
    ("visit", "thăm, gặp gỡ"),
    ("review", "sơ kết, tổng kết"),
    ("gift", "quà, hỗ trợ"),
    ("other", "việc khác"),
    ("merger", "sáp nhập, đổi đơn vị"),
    ("late", "quá hẹn, còn làm được"),
    ("missed", "lỡ, hết kỳ"),
    ("next", "sắp tới"),
]
TIES = [
    ("taut", "dây se: còn đều"),
    ("slack", "dây chùng: lặng"),
    ("cut", "dây đứt một đầu: bên ký không còn"),
    ("off", "dây buộc hai đầu: đã xong"),
]
# (done, bound, quantity, late, words, state, state words)
TALLIES = [
    (1, "at_least", 2, False, "1 trong ít nhất 2", "none", "đang làm"),
    (2, "at_least", 2, False, "2 trong ít nhất 2", "met", "đạt"),
    (3, "at_least", 2, False, "3 trong ít nhất 2", "met", "vượt 1"),
    (1, "at_most", 3, False, "1 trong nhiều nhất 3", "none", "đang làm"),
    (2, "about", 3, False, "2 trong khoảng 3", "none", "đang làm"),
    (0, "exactly", 1, False, "0 trong 1", "due", "còn 25 ngày"),
    (1, "at_least", 2, True, "1 trong ít nhất 2", "late", "thiếu 1, đã hết năm"),
    (1780, "at_least", 2000, False, "1.780 trong ít nhất 2.000 suất", "none", "đang làm"),
]
STATES = [
    ("late", "quá hẹn 12 ngày"),
    ("due", "còn 25 ngày"),
    ("met", "đạt"),
    ("quiet", "lặng 6 năm"),
    ("ended", "khép lại"),
    ("next", "sắp tới"),
    ("none", "đang làm"),
]
THREAD = [
    Knot(
        "24/4/2013",
        "Gặp gỡ, rà lại biên bản 2012",
        ("review",),
        on=date(2013, 4, 24),
        line="none",
        gap="6 năm 4 tháng chưa có ghi chép",
    ),
    Knot(
        "22/8/2019",
        "Ký biên bản ghi nhớ",
        ("sign",),
        on=date(2019, 8, 22),
        line="slack",
        gap="lặng 3 năm 4 tháng",
    ),
    Knot("21–23/12/2022", "Gặp gỡ ba tỉnh", ("visit",), "tại Salavan", "b", date(2022, 12, 21)),
    Knot("12/12/2024", "Hội đàm, ký", ("talks", "sign"), "", "b", date(2024, 12, 12)),
    Knot("1/7/2025", "Hai tỉnh thành đơn vị mới", ("merger",), on=date(2025, 7, 1)),
    Knot("30/9/2025", "Lớp chưa mở", ("late",), state="late", on=date(2025, 9, 30)),
    Knot("12/12/2025", "Cuộc gặp tới", ("next",), state="next", on=date(2025, 12, 12), line=""),
]
MISSED = Knot("31/12/2020", "Hết năm", ("missed",), state="missed", on=date(2020, 12, 31), line="")
LONG_THREAD = [
    *(
        Knot(f"{month}/2016", f"Việc {month}", on=date(2016, month, 1), line="taut")
        for month in range(1, 9)
    ),
    *THREAD[:4],
    MISSED,
]


class SampleForm(forms.Form):
    """Each kind of field, once right and once refused."""

    name = forms.CharField(label="Tên văn bản", help_text="Như in trên bản ký.")
    signed_on = forms.DateField(
        label="Ngày ký",
        required=False,
        error_messages={"invalid": "Tháng 2 không có ngày 31. Gõ lại, ví dụ 28/2/2025."},
    )
    kind = forms.ChoiceField(
        label="Loại", choices=[("a", "Chương trình phối hợp"), ("b", "Biên bản ghi nhớ")]
    )
    side = forms.ChoiceField(
        label="Ai làm",
        choices=[("both", "Cả hai bên"), ("ours", "Riêng bên ta")],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label="Ghi thêm", widget=forms.Textarea, required=False)
    is_kept = forms.BooleanField(label="Giữ bản giấy ở văn phòng", required=False)


@cache
def icon_names() -> list[str]:
    """The marks of the sprite, read from the sprite itself."""
    sprite = get_template("ui/sprite.html").render()
    return re.findall(r'id="(i-[a-z]+)"', sprite)


def shelf_context() -> dict[str, Any]:
    refused = {"signed_on": "31/2/2025", "kind": "a", "side": "both"}
    return {
        "knots": KNOTS,
        "ties": TIES,
        "tallies": TALLIES,
        "states": STATES,
        "thread": THREAD,
        "long_thread": LONG_THREAD,
        "form": SampleForm(auto_id="right-%s", initial={"kind": "a", "side": "both"}),
        "refused": SampleForm(refused, auto_id="wrong-%s"),
        "icons": icon_names(),
        "crumbs": [("Quan hệ", "/"), ("Lào", "")],
        "steps": [("Các bên", "/"), ("Thời hạn", ""), ("Lời hứa", ""), ("Tệp", "")],
        "words": WORDS,
    }


WORDS = SimpleNamespace(
    title="Thành phần và trạng thái",
    lead="Mỗi thứ một lần, với mọi dáng của nó.",
    pair_note="Tỉnh đoàn Quảng Trị. Từ 1/7/2025 là đơn vị mới.",
    pair_note_end="Đoàn Thanh niên tỉnh Savannakhet",
    today="hôm nay",
    lost="Đang mất mạng. Cứ nhập tiếp, bản nháp nằm trên máy này.",
    undone="Đã bỏ 1 hoạt động. Hoàn tác trong 30 giây.",
    unsent="Chưa gửi được 2 ảnh. Ảnh vẫn còn trên máy.",
    again="Thử lại",
    nothing="Chưa có văn bản nào. Bắt đầu từ bản đang nằm trong tủ.",
    first="Thêm văn bản đầu tiên",
    question="Bỏ văn bản này? Không lấy lại được.",
    bound="Lời hứa",
    quantity="Số lượng",
    state="Tình trạng",
    loading="Đang tải danh sách",
    note="Đầu mục treo ở lề khi màn hình đủ rộng",
)
