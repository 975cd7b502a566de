"""Opening every main screen as a person does: server time, middleware included, and its weight."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import cycle
from time import process_time

from django.db import connection
from django.test.utils import CaptureQueriesContext

from ketnghia.simulation.bench.looking import SOME, Looker, lookers
from ketnghia.simulation.bench.measuring import Figure, run
from ketnghia.simulation.bench.pages import SCREENS, Screen


def figures(runs: int) -> Iterator[Figure]:
    """Each screen for each person; a screen a person has nothing on is left out."""
    for who in lookers():
        for screen in SCREENS:
            urls = [url for asked in screen.urls(who)[:SOME] if (url := _settled(who, asked))]
            if urls:
                yield _measured(screen, who, urls, min(runs, screen.most_runs))


def _measured(screen: Screen, who: Looker, urls: list[str], times: int) -> Figure:
    sizes = [_opened(who, url) for url in urls]
    with CaptureQueriesContext(connection) as asked:
        _opened(who, urls[0])
        number = len(asked)  # the next request forgets them
    turn = cycle(urls)
    began = process_time()
    runs = run(lambda: _opened(who, next(turn)), times=times, warms_up=False)
    worked = (process_time() - began) * 1000 / len(runs.taken)
    plain = run(partial(screen.plain, who), times=min(times, 7)).p50 if screen.plain else None
    return Figure(
        name=f"{screen.name} ({who.called})",
        value=runs.p95,
        middle=runs.p50,
        worked=round(worked, 2),
        target=screen.target,
        queries=number,
        size=round(max(sizes) / 1024, 1),
        ratio=round(runs.p50 / plain, 2) if plain else None,
        group="Màn hình",
    )


def _settled(who: Looker, url: str) -> str:
    """Where an address leads in the end; nowhere where both sides have become one unit."""
    response = who.client.get(url)
    if response.status_code == 404:  # noqa: PLR2004 - not found
        return ""
    return str(response.headers.get("Location", url))


def _opened(who: Looker, url: str) -> int:
    """Open a page to its last byte, as it goes over the wire; anything but a page is a fault."""
    response = who.client.get(url, headers={"accept-encoding": "gzip"})
    if response.status_code != 200:  # noqa: PLR2004 - OK
        raise RuntimeError(f"{url} → {response.status_code} ({who.called})")
    return len(response.getvalue())
