"""Every page stands in the access table of its room."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

WHO = {"anonymous", "lan", "minh", "hoa", "quan", "stranger"}


def pages() -> dict[str, set[str]]:
    """URL names of every room that has any."""
    found = {}
    for resolver in get_resolver().url_patterns:
        if isinstance(resolver, URLResolver) and resolver.namespace:
            names = {
                f"{resolver.namespace}:{pattern.name}"
                for pattern in resolver.url_patterns
                if isinstance(pattern, URLPattern)
            }
            if names:
                found[resolver.namespace] = names
    return found


PAGES = pages()


@pytest.mark.parametrize("room", sorted(PAGES))
def test_every_page_has_its_row(room: str) -> None:
    doors = import_module(f"tests.{room}.test_access").DOORS

    assert set(doors) == PAGES[room]
    assert {name for name, row in doors.items() if set(row) != WHO} == set()
