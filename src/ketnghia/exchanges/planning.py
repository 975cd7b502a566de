"""Where planning a meeting begins: what the address fills in of the form of an exchange."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

GUESTS = ("guest", "guest_2", "guest_3", "guest_4")
# What the address of the form may fill in.
FILLED = ("host", *GUESTS, "kind", "title", "begins_on", "ends_on", "place", "rotation", "exchange")


def with_days(
    known: Mapping[str, str], first: str = "", last: str = "", *, weekends: bool = False
) -> str:
    """The address of the same form with these days in it."""
    words = {key: value for key, value in known.items() if key not in {"begins_on", "ends_on"}}
    if first:
        words |= {"begins_on": first, "ends_on": "" if last == first else last}
    if weekends:
        words["weekends"] = "1"
    return f"?{urlencode(words)}"


def filled_in(address: Mapping[str, str]) -> dict[str, str]:
    """What the address fills in of the form."""
    return {key: address[key] for key in FILLED if address.get(key)}
