"""Words of guarding children's data, and what each purpose needs; no database."""

from __future__ import annotations

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Purpose(models.TextChoices):
    """What a list of names is for."""

    TRAVEL = "travel", _("Danh sách đi đoàn")
    BORDER = "border", _("Thủ tục qua cửa khẩu, thị thực")
    INSURANCE = "insurance", _("Bảo hiểm")
    LODGING = "lodging", _("Chỗ ở, xe, suất ăn")
    OTHER = "other", _("Mục đích khác")


# What is kept for each purpose, and nothing else (domain.md §9: the least that is needed).
FIELDS: dict[str, tuple[str, ...]] = {
    Purpose.TRAVEL: ("name", "born", "unit"),
    Purpose.BORDER: ("name", "birthday", "paper"),
    Purpose.INSURANCE: ("name", "birthday"),
    Purpose.LODGING: ("name", "born"),
    Purpose.OTHER: ("name", "born"),
}
FIELD_WORDS: dict[str, str | Promise] = {
    "name": _("họ tên"),
    "born": _("năm sinh"),
    "birthday": _("ngày sinh"),
    "unit": _("đơn vị, lớp"),
    "paper": _("số hộ chiếu, giấy thông hành"),
}


COUNTRIES: list[tuple[str, str | Promise]] = [
    ("VN", _("Việt Nam")),
    ("LA", _("Lào")),
    ("CN", _("Trung Quốc")),
    ("KH", _("Campuchia")),
    ("XX", _("Nước khác")),
]


class Basis(models.TextChoices):
    """On what the list rests in law."""

    CONSENT = "consent", _("Đồng ý của đại diện và của em")
    LAW = "law", _("Luật yêu cầu")


class Use(models.TextChoices):
    """What a representative and a child agree to."""

    LIST = "list", _("Có tên trong danh sách này")
    PUBLISH = "publish", _("Ảnh, tin có em")
    ABROAD = "abroad", _("Gửi danh sách cho bên nước ngoài")


class Relation(models.TextChoices):
    """Who agrees for a child."""

    MOTHER = "mother", _("Mẹ")
    FATHER = "father", _("Cha")
    GUARDIAN = "guardian", _("Người giám hộ")


class Form(models.TextChoices):
    """How it was said."""

    PAPER = "paper", _("Giấy có chữ ký")
    ELECTRONIC = "electronic", _("Thư, tin nhắn lưu lại được")
    RECORDED = "recorded", _("Ghi âm, ghi hình")


class Removal(models.TextChoices):
    """Why a name left a list."""

    WITHDRAWN = "withdrawn", _("rút đồng ý")
    LEFT = "left", _("không đi nữa")
    ERASED = "erased", _("hết hạn, đã xóa")


class Reason(models.TextChoices):
    """Why a list is opened."""

    ENTER = "enter", _("Ghi, soát danh sách")
    CONSENT = "consent", _("Ghi đồng ý, rút đồng ý")
    PAPERS = "papers", _("Làm thủ tục: cửa khẩu, bảo hiểm, chỗ ở")
    HAND_OVER = "hand_over", _("Giao cho bên nhận")
    URGENT = "urgent", _("Việc khẩn: sức khỏe, thất lạc")
    FAMILY = "family", _("Gia đình yêu cầu")


class Act(models.TextChoices):
    """What was done with the names."""

    OPENED = "opened", _("mở")
    EXPORTED = "exported", _("tải xuống")
    FILE = "file", _("mở tệp")


class Channel(models.TextChoices):
    """How a list is given."""

    HAND = "hand", _("Bản giấy trao tay")
    MAIL = "mail", _("Thư điện tử")
    HOME_SYSTEM = "home_system", _("Hệ thống đặt trong nước")
    FOREIGN_PLATFORM = "foreign_platform", _("Kho tệp, ứng dụng đặt ở nước ngoài")
