"""What people do while the server is measured: officers enter, reviewers roll up."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from threading import Event
from time import monotonic

from django.urls import reverse

from ketnghia.simulation.load.browser import KEY, MARK, Answer, Browser, hidden

OK, FOUND = 200, 302
# How often a phone sends the same form again because the line broke before the answer came.
SENT_TWICE = 0.1
NUMBERS = (("20 suất quà", 20), ("15 suất quà", 15), ("7 suất quà", 7))


@dataclass
class Seen:
    """What one person was answered; `entered` is what the server said it kept."""

    taken: dict[str, list[float]] = field(default_factory=dict)
    entered: dict[str, int] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def note(self, what: str, answer: Answer, wanted: int) -> bool:
        """Keep how long it took; anything but the wanted answer is an error."""
        self.taken.setdefault(what, []).append(answer.taken)
        if answer.status != wanted:
            self.errors.append(f"{what}: {answer.status} {answer.text[:300]}")
        return answer.status == wanted


@dataclass
class Person:
    """Somebody who does the same thing again until the time is over, with a pause between."""

    browser: Browser
    name: str
    pause: float
    until: float
    stop: Event
    seen: Seen = field(default_factory=Seen)

    def run(self) -> None:
        chance = random.Random(self.name)  # noqa: S311 - no secret
        self.stop.wait(chance.random() * self.pause)  # not all in the same moment
        turn = 0
        while monotonic() < self.until and not self.stop.is_set():
            turn += 1
            try:
                self.act(turn, chance)
            except Exception as error:  # noqa: BLE001 - whatever a person meets is counted
                self.seen.errors.append(f"{self.name}: {error!r}")
            self.stop.wait(self.pause * (0.5 + chance.random()))
        self.browser.close()

    def act(self, turn: int, chance: random.Random) -> None:
        raise NotImplementedError


@dataclass
class Officer(Person):
    """Enters activities: opens the form, sends it, looks at what was kept."""

    day: str = ""
    organiser: int = 0

    def act(self, turn: int, chance: random.Random) -> None:
        path = reverse("activities:create")
        form = self.browser.get(path)
        if not self.seen.note("mở trang ghi", form, OK):
            return
        title = f"{self.name} {turn}"
        words, number = chance.choice(NUMBERS)
        fields = {
            "csrfmiddlewaretoken": hidden(MARK, form.text),
            "client_key": hidden(KEY, form.text),
            "title": title,
            "begins_on": self.day,
            "numbers": words,
            "organiser": str(self.organiser),
        }
        times = 2 if chance.random() < SENT_TWICE else 1
        for _ in range(times):
            answer = self.browser.post(path, fields)
            if not self.seen.note("ghi hoạt động", answer, FOUND):
                return
        self.seen.entered[title] = number
        self.seen.note("xem lại", self.browser.get(answer.where), OK)


@dataclass
class Reviewer(Person):
    """Rolls up: reads the report of their half-year and the totals, drafts its words again."""

    report: int = 0

    def act(self, _turn: int, _chance: random.Random) -> None:
        page = self.browser.get(reverse("reviews:report", args=[self.report]))
        self.seen.note("tổng hợp báo cáo", page, OK)
        totals = self.browser.get(reverse("activities:totals"))
        self.seen.note("tổng hợp số liệu", totals, OK)
        words = self.browser.get(reverse("reviews:words", args=[self.report]))
        if self.seen.note("lời văn", words, OK):
            path = reverse("reviews:words_draft", args=[self.report])
            fields = {"csrfmiddlewaretoken": hidden(MARK, words.text)}
            self.seen.note("soạn lời văn", self.browser.post(path, fields), FOUND)
