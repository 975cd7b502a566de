"""Every main screen of the product, and the addresses a person would open on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.urls import reverse

from ketnghia.activities.models import Activity, Indicator
from ketnghia.agreements.models import Duty
from ketnghia.commendations.models import Award, Decision
from ketnghia.exchanges.models import Exchange
from ketnghia.people.models import Person
from ketnghia.reviews.models import Line, Report
from ketnghia.rotations.models import Rotation
from ketnghia.simulation.bench import plain
from ketnghia.simulation.bench.looking import Looker

SCREEN, SEARCH, DUTIES, EXPORT = 40, 60, 100, 0
PROVINCE, COUNTRY = 150, 500
MOST_EXPORTS = 3


@dataclass(frozen=True)
class Screen:
    """A page: what it is called, the addresses a person would open, what is to be reached.

    `plain` asks the database the same question in one hand-written statement.
    """

    name: str
    urls: Callable[[Looker], list[str]]
    target: float = SCREEN
    most_runs: int = 1000
    plain: Callable[[Looker], Any] | None = None


def _at(name: str, query: str = "") -> Callable[[Looker], list[str]]:
    return lambda _who: [reverse(name) + query]


def _each(name: str, keys: Callable[[Looker], list[Any]]) -> Callable[[Looker], list[str]]:
    return lambda who: [reverse(name, args=[key]) for key in keys(who)]


def _activities(who: Looker) -> list[int]:
    return who.some(Activity.objects.visible_to(who.user).order_by("-begins_on", "-pk"))


def _exchanges(who: Looker) -> list[int]:
    return who.some(Exchange.objects.visible_to(who.user).order_by("-begins_on", "-pk"))


def _duties(who: Looker) -> list[int]:
    papers = [paper.pk for paper in who.papers]
    return who.some(Duty.objects.filter(commitment__agreement__in=papers).order_by("pk"))


def _people(who: Looker) -> list[int]:
    return who.some(Person.objects.filter(posts__unit=who.unit).order_by("pk"))


def _running(who: Looker) -> list[int]:
    """The unit's report of the half-year that runs: its numbers are read from their sources."""
    found = Report.objects.filter(unit=who.unit, state__in=Report.WRITABLE)
    return list(found.order_by("-round__last").values_list("pk", flat=True)[:1])


def _closed(who: Looker) -> list[int]:
    found = Report.objects.filter(unit=who.unit, state__in=Report.FROZEN)
    return list(found.order_by("-round__last").values_list("pk", flat=True)[:1])


def _numbers(who: Looker) -> list[str]:
    """One number of the running report: what it is made of."""
    lines = Line.objects.filter(report__in=_closed(who)).order_by("-number")[:1]
    return [
        reverse("reviews:line", args=[report, line.indicator_id])
        for line in lines
        for report in _running(who)
    ]


def _rounds(who: Looker) -> list[int]:
    found = Report.objects.filter(unit=who.unit).order_by("-round__last")
    return list(found.values_list("round_id", flat=True)[:2])


def _awards(who: Looker) -> list[int]:
    return who.some(Award.objects.visible_to(who.user).order_by("-on", "-pk"))


def _decisions(who: Looker) -> list[int]:
    return who.some(Decision.objects.visible_to(who.user).order_by("-decided_on", "-pk"))


def _rotations(who: Looker) -> list[int]:
    return who.some(Rotation.objects.visible_to(who.user).order_by("pk"))


def _totals_figures(_who: Looker) -> list[str]:
    indicator = Indicator.objects.national().get(code="21", until_year=None)
    return [reverse("activities:total_figures", args=[indicator.pk])]


def _own_totals(who: Looker) -> list[str]:
    return [f"{reverse('activities:totals')}?unit={who.unit.pk}"]


def _relations(who: Looker) -> list[str]:
    return [reverse("overview:relation", args=pair) for pair in who.pairs]


def _search(words: str) -> Screen:
    address = _at("overview:search", f"?q={quote(words)}")
    return Screen(f"tìm «{words}»", address, SEARCH, plain=plain.found(words))


def _export(name: str, where: str, kind: str) -> Screen:
    return Screen(f"xuất {kind}: {name}", _at(where, f"?export={kind}"), EXPORT, MOST_EXPORTS)


SCREENS = [
    Screen("Hôm nay", _at("overview:home")),
    Screen("Quan hệ", _at("overview:relations")),
    Screen("Quan hệ, tìm «cà mau»", _at("overview:relations", f"?q={quote('cà mau')}")),
    Screen("một quan hệ", _relations),
    Screen("Văn bản", _at("agreements:list"), plain=plain.papers),
    Screen("Văn bản, trang 5", _at("agreements:list", "?page=5")),
    Screen("Văn bản, đang có hiệu lực", _at("agreements:list", "?state=in_force")),
    Screen("một văn bản", _each("agreements:detail", lambda who: [p.pk for p in who.papers])),
    Screen("Việc phải làm", _at("agreements:duties"), DUTIES, plain=plain.duties),
    Screen("Việc phải làm, quá hẹn", _at("agreements:duties", "?state=late"), DUTIES),
    Screen("Việc phải làm, tìm «ca mau»", _at("agreements:duties", "?q=ca+mau"), DUTIES),
    Screen("một việc phải làm", _each("agreements:duty", _duties)),
    Screen("Giao lưu", _at("exchanges:list"), plain=plain.exchanges),
    Screen("một cuộc giao lưu", _each("exchanges:detail", _exchanges)),
    Screen("Lịch tháng", _at("agenda:month")),
    Screen("Lịch, việc sắp tới", _at("agenda:coming")),
    Screen("Sổ quà tặng", _at("gifts:list")),
    Screen("Cân đối quà tặng", _at("gifts:balance")),
    Screen("Sổ luân phiên", _at("rotations:list")),
    Screen("một sổ luân phiên", _each("rotations:detail", _rotations)),
    Screen("Hoạt động", _at("activities:list"), plain=plain.activities),
    Screen("Hoạt động, trang 20", _at("activities:list", "?page=20")),
    Screen("Hoạt động, một năm", _at("activities:list", "?year=2025")),
    Screen("Hoạt động, tìm «toa dam»", _at("activities:list", "?q=toa+dam"), SEARCH),
    Screen("Hoạt động, làm chung", _at("activities:list", "?joint=joint")),
    Screen("ghi hoạt động", _at("activities:create")),
    Screen("một hoạt động", _each("activities:detail", _activities)),
    Screen("Tổng hợp, riêng đơn vị", _own_totals),
    Screen("Tổng hợp, cả bên dưới", _at("activities:totals"), 0),
    Screen("số liệu của một tổng", _totals_figures, 0),
    Screen("chỗ có thể tính trùng", _at("activities:overlaps")),
    Screen("Chỉ tiêu", _at("activities:indicators")),
    Screen("Chiến dịch", _at("activities:campaigns")),
    Screen("Sơ kết", _at("reviews:list")),
    Screen("một đợt sơ kết", _each("reviews:round", _rounds)),
    Screen("báo cáo đang làm", _each("reviews:report", _running), PROVINCE),
    Screen("báo cáo đã nộp", _each("reviews:report", _closed)),
    Screen("một số của báo cáo", _numbers, PROVINCE),
    Screen("so sánh cấp dưới", _each("reviews:compare", _closed), PROVINCE),
    Screen("lời văn báo cáo", _each("reviews:words", _running), PROVINCE),
    Screen("bản in báo cáo", _each("reviews:print", _closed), PROVINCE),
    Screen("xuất xlsx: báo cáo", _each("reviews:export", _closed), EXPORT, MOST_EXPORTS),
    Screen("Khen thưởng", _at("commendations:list"), plain=plain.awards),
    Screen("Khen thưởng, tìm «nguyen»", _at("commendations:list", "?q=nguyen"), SEARCH),
    Screen("một lượt khen", _each("commendations:award", _awards)),
    Screen("một quyết định khen", _each("commendations:decision", _decisions)),
    Screen("Việc chuẩn bị", _at("checklists:list")),
    Screen("Nhân sự", _at("people:list")),
    Screen("một người", _each("people:detail", _people)),
    Screen("cây đơn vị", _at("units:tree")),
    Screen("một đơn vị", _each("units:detail", lambda who: [who.unit.pk])),
    Screen("tìm đơn vị «ha nam»", _at("units:find", "?q=ha+nam"), SEARCH),
    _search("ca mau"),
    _search("toa dam"),
    _search("dong son"),
    _search("khong co gi nhu the"),
    _export("văn bản", "agreements:list", "xlsx"),
    _export("văn bản", "agreements:list", "csv"),
    _export("việc phải làm", "agreements:duties", "xlsx"),
    _export("việc phải làm", "agreements:duties", "csv"),
    _export("khen thưởng", "commendations:list", "csv"),
    _export("hoạt động", "activities:list", "csv"),
    _export("hoạt động", "activities:list", "xlsx"),
]
