"""What countries and their days are called."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

Words = str | Promise

HOME = "VN"
COUNTRIES: dict[str, Words] = {
    HOME: _("Việt Nam"),
    "LA": _("Lào"),
    "CN": _("Trung Quốc"),
    "KH": _("Campuchia"),
}
# Names by the code of the table (tools/days_off.py). A friend's day is told with the country,
# unless the name says already whose it is.
NAMES: dict[str, Words] = {
    "new_year": _("Tết Dương lịch"),
    "tet": _("Tết Nguyên đán"),
    "hung_kings": _("Giỗ Tổ Hùng Vương"),
    "reunification": _("Ngày Chiến thắng 30/4"),
    "labour": _("Quốc tế Lao động"),
    "culture": _("Ngày Văn hóa Việt Nam"),
    "national": _("Quốc khánh"),
    "swapped": _("Ngày nghỉ hoán đổi"),
    "women": _("Quốc tế Phụ nữ"),
    "bunpimay": _("Tết Bunpimay"),
    "spring_festival": _("Tết Nguyên đán Trung Quốc"),
    "tomb_sweeping": _("Tết Thanh minh"),
    "dragon_boat": _("Tết Đoan ngọ"),
    "mid_autumn": _("Tết Trung thu"),
    "chol_chnam_thmay": _("Tết Chôl Chnăm Thmây"),
    "victory": _("Ngày Chiến thắng chế độ diệt chủng"),
    "visaka_bochea": _("Lễ Phật đản"),
    "royal_birthday": _("Sinh nhật Hoàng gia"),
    "ploughing": _("Lễ Hạ điền"),
    "constitution": _("Ngày Hiến pháp"),
    "pchum_ben": _("Lễ Pchum Bân"),
    "sihanouk": _("Ngày tưởng niệm Quốc vương Sihanouk"),
    "coronation": _("Ngày đăng quang của Quốc vương"),
    "independence": _("Ngày Độc lập"),
    "water_festival": _("Lễ hội Nước"),
    "peace": _("Ngày Hòa bình"),
}
# Days whose name already says the country.
SAYS_ITS_COUNTRY = {"bunpimay", "spring_festival", "chol_chnam_thmay"}
# Days on which one writes to a friend; of a feast of several days the first.
FESTIVE = {"national", "independence", "bunpimay", "spring_festival", "chol_chnam_thmay"}
# The New Year feasts; in the week before one nobody sets out.
NEW_YEARS = {"tet", "spring_festival"}


def country_name(code: str) -> str:
    """What the country is called; its code where we have no name for it."""
    return str(COUNTRIES.get(code, code))


def day_name(code: str, country: str) -> str:
    """The name of a day off by its code in the table: "Quốc khánh Lào", "Tết Bunpimay"."""
    bare, _space, moved = code.partition(" ")
    name = str(NAMES[bare])
    if country != HOME and bare not in SAYS_ITS_COUNTRY:
        name = f"{name} {country_name(country)}"
    return _now("%(day)s (nghỉ bù)") % {"day": name} if moved else name
