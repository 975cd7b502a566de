"""Exchanges of three years and those to come: sides, heads, programmes, minutes, gifts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.contenttypes.models import ContentType

from ketnghia.agreements.models import Evidence
from ketnghia.exchanges.models import (
    AgreedPoint,
    Exchange,
    FollowUp,
    Group,
    Minutes,
    Participation,
    ProgrammeItem,
    Series,
)
from ketnghia.simulation.nation.bulk import Table
from ketnghia.simulation.nation.chance import Chance, Weighted
from ketnghia.simulation.nation.gifts import Gifts
from ketnghia.simulation.nation.land import COMMUNE, DISTRICT, PROVINCE, Actor, Land
from ketnghia.simulation.nation.moments import moment
from ketnghia.simulation.nation.orders import Orders
from ketnghia.simulation.nation.people import Heads
from ketnghia.simulation.nation.photos import Photos
from ketnghia.simulation.nation.promises import Wish, evidence_row
from ketnghia.vietnamese.text import fold

COMING = timedelta(days=120)
ORDERED_SINCE = timedelta(days=3 * 365)
STATES = Weighted([("reported", 70), ("held", 25), ("cancelled", 4), ("planned", 1)])
FUTURE = Weighted([("planned", 55), ("confirmed", 40), ("cancelled", 5)])
KINDS = {
    "exchange": ("camp", "sport", "online", "other", "meeting"),
    "meeting": ("talks", "seminar", "meeting"),
    "delegation": ("visit",),
}
TITLES = {
    "camp": ("Liên hoan tuổi trẻ {a} – {b}", "Trại hè {a} – {b}"),
    "sport": ("Giao lưu thể thao {a} – {b}", "Giao lưu văn nghệ {a} – {b}"),
    "online": ("Giao lưu trực tuyến {a} – {b}",),
    "other": ("Giao lưu {a} – {b}",),
    "meeting": ("Gặp gỡ hữu nghị {a} – {b}", "Gặp mặt đầu xuân {a} – {b}"),
    "talks": ("Hội đàm {a} – {b}",),
    "seminar": ("Tọa đàm trao đổi kinh nghiệm {a} – {b}",),
    "visit": ("{b} thăm, làm việc tại {a}",),
}
ITEMS = (
    ("arrival", "sáng", "Đón đoàn"),
    ("talk", "sáng", "Trao đổi kinh nghiệm"),
    ("site", "chiều", "Dâng hương, viếng nghĩa trang liệt sĩ"),
    ("model", "chiều", "Thăm mô hình kinh tế thanh niên"),
    ("welfare", "chiều", "Trao quà cho học sinh"),
    ("sport", "tối", "Giao lưu văn nghệ"),
)
POINTS = (
    "Giữ lịch gặp nhau mỗi năm",
    "Đổi bí thư phụ trách đầu mối",
    "Cùng làm một công trình",
    "Mời thiếu nhi hai bên dự trại hè",
    "Gửi cho nhau kế hoạch năm trước tháng Hai",
)


@dataclass(slots=True)
class Plan:
    """An exchange about to be written."""

    on: date
    kind: str
    host: Actor
    guest: Actor
    state: str
    paper: int | None = None


class Meetings:
    """Writes exchanges with what belongs to them."""

    def __init__(
        self, land: Land, heads: Heads, users: dict[int, int], seed: int, today: date
    ) -> None:
        self.land, self.heads, self.users, self.today = land, heads, users, today
        self.chance = Chance(seed, "meetings")
        self.exchanges, self.sides = Table(Exchange), Table(Participation)
        self.groups, self.items = Table(Group), Table(ProgrammeItem)
        self.minutes, self.points = Table(Minutes), Table(AgreedPoint)
        self.follow_ups, self.series = Table(FollowUp), Table(Series)
        self.evidence = Table(Evidence)
        self.gifts, self.orders = Gifts(seed), Orders(seed + 1, today)
        self.photos = Photos(Exchange, seed)
        self.source_type = ContentType.objects.get_for_model(Exchange).pk
        self.counted: dict[str, tuple[int, int]] = {}

    @property
    def tables(self) -> list[Table]:
        return [self.exchanges, self.sides, self.groups, self.items, self.minutes, self.points,
                self.follow_ups, self.series, self.evidence, self.photos.photos,
                *self.gifts.tables, *self.orders.tables]  # fmt: skip

    def write_for(self, wish: Wish) -> None:
        """Meet as a promise asked, and credit it."""
        one = self.land.standing_for(wish.side, wish.on)
        other = self.land.standing_for(wish.friend, wish.on)
        host, guest = (other, one) if self.chance.happens(0.5) else (one, other)
        state = "reported" if self.chance.happens(0.75) else "held"
        kind = self.chance.choice(KINDS[wish.kind])
        if host.pk == guest.pk:  # both sides went into one unit: it meets a neighbour
            guest = self.chance.choice(self.land.beside or self.land.abroad)
        key = self._write(Plan(wish.on, kind, host, guest, state, wish.paper))
        self.evidence.add(
            **evidence_row(wish, source_type=self.source_type, source=key),
            credited_at=moment(wish.on + timedelta(days=15)),
        )

    def write_free(self, first: date) -> None:
        """Meet without a paper."""
        day = self.chance.day(first, self.today)
        state = STATES.draw(self.chance)
        host, guest = self._pair(day)
        self._write(Plan(day, self.chance.choice(tuple(TITLES)), host, guest, state))

    def write_coming(self) -> None:
        """What is planned for the months to come."""
        day = self.chance.day(self.today + timedelta(days=1), self.today + COMING)
        host, guest = self._pair(day)
        state = FUTURE.draw(self.chance)
        self._write(Plan(day, self.chance.choice(tuple(TITLES)), host, guest, state))

    def _pair(self, day: date) -> tuple[Actor, Actor]:
        levels = self.land.on(day)
        level = self.chance.choice((PROVINCE, COMMUNE, COMMUNE, DISTRICT))
        one = self.chance.choice(levels[level] or levels[COMMUNE])
        among = self.land.abroad if self.chance.happens(0.2) else levels[one.level]
        other = self.chance.choice(among)
        return (one, other) if one.pk != other.pk else self._pair(day)

    def _write(self, plan: Plan) -> int:
        chance, host, guest = self.chance, plan.host, plan.guest
        title = chance.choice(TITLES[plan.kind]).format(a=host.place, b=guest.place)[:300]
        last = plan.on + timedelta(days=chance.choice((0, 0, 1, 2)))
        has_happened = plan.state in Exchange.HAPPENED
        children = chance.randint(8, 60) if plan.kind == "camp" else None
        series, ordinal, name = self._series(plan)
        key = self.exchanges.add(
            kind=plan.kind,
            title=title,
            series_id=series,
            ordinal=ordinal,
            begins_on=plan.on,
            ends_on=min(last, max(plan.on, self.today)) if has_happened else last,
            place=host.place[:200],
            state=plan.state,
            agreement_id=plan.paper,
            cancelled_why="Mưa bão" if plan.state == "cancelled" else "",
            result="Hai bên làm việc theo chương trình." if plan.state == "reported" else "",
            reported_on=min(last + timedelta(days=7), self.today)
            if plan.state == "reported"
            else None,
            children_count=children,
            recorded_by_id=self.users.get(host.pk),
            search_text=_found_by(title, host, name, guest),
        )
        self._sides(key, plan, children)
        if has_happened:
            self._what_came(key, plan, last)
        return key

    def _series(self, plan: Plan) -> tuple[int | None, int | None, str]:
        """Meetings with a partner abroad come again under one name."""
        if plan.kind != "meeting" or plan.guest.country == plan.host.country:
            return None, None, ""
        ours, theirs = sorted((plan.host, plan.guest), key=lambda a: a.country != "VN")
        name = f"Gặp gỡ thanh niên {ours.place} – {theirs.place}"[:200]
        folded = fold(name)
        if folded not in self.counted:
            series = self.series.add(name=name, folded=folded)
            self.counted[folded] = (series, 0)
            self.orders.write_of(series, [ours.pk, theirs.pk], self.today - ORDERED_SINCE)
        key, number = self.counted[folded]
        self.counted[folded] = (key, number + 1)
        return key, number + 1, name

    def _sides(self, exchange: int, plan: Plan, children: int | None) -> None:
        is_abroad = plan.host.country != plan.guest.country
        for actor, role in ((plan.host, "host"), (plan.guest, "guest")):
            head = self.heads.get(actor.pk)
            size = self.chance.randint(4, 40) if self.chance.happens(0.6) else None
            direction = ""
            if role == "guest" and is_abroad:
                direction = "out" if actor.country == "VN" else "in"
            side = self.sides.add(
                exchange_id=exchange,
                unit_id=actor.pk,
                role=role,
                head_id=head.person if head else None,
                head_title=head.title if head else "",
                size=size,
                direction=direction,
            )
            if size is None and role == "guest":
                self.groups.add(
                    participation_id=side, kind="youth", number=self.chance.randint(5, 30)
                )
            if children and role == "guest":
                self.groups.add(participation_id=side, kind="children", number=children)

    def _what_came(self, exchange: int, plan: Plan, last: date) -> None:
        chance = self.chance
        if chance.happens(0.4):
            for order, (kind, at, title) in enumerate(chance.sample(ITEMS, 3), start=1):
                self.items.add(
                    exchange_id=exchange, order=order, kind=kind, on=plan.on, at=at, title=title
                )
        if plan.kind in KINDS["meeting"] and chance.happens(0.5):
            minutes = self.minutes.add(exchange_id=exchange, on=last)
            for order, wording in enumerate(chance.sample(POINTS, 2), start=1):
                self.points.add(minutes_id=minutes, order=order, wording=wording)
        if chance.happens(0.12):
            due_on = last + timedelta(days=chance.randint(10, 60))
            done_on = due_on if due_on < self.today and chance.happens(0.9) else None
            self.follow_ups.add(
                exchange_id=exchange, what="Gửi biên bản cho bạn", due_on=due_on, done_on=done_on
            )
        user = self.users.get(plan.host.pk)
        self.photos.write(exchange, on=plan.on, place=plan.host.place[:200], user=user)
        if chance.happens(0.35):
            self.gifts.write(exchange, plan.guest, plan.host, plan.on)


def _found_by(title: str, host: Actor, series: str, guest: Actor) -> str:
    words = [fold(title), fold(host.place), fold(series), guest.folded, host.folded]
    return " | ".join(dict.fromkeys(word for word in words if word))
