"""An address to be copied, opened on this device, or read by a phone's camera."""

from __future__ import annotations

import segno


class Shown:
    """The address of a feed as its owner sees it, once."""

    def __init__(self, address: str) -> None:
        self.address = address

    @property
    def webcal(self) -> str:
        """The same address in the form that opens the calendar of a device."""
        return f"webcal://{self.address.partition('://')[2]}"

    @property
    def code(self) -> str:
        """A code for a phone's camera, as the address of a picture; always dark on light."""
        code = segno.make(self.webcal, error="m", micro=False)
        return str(code.svg_data_uri(scale=4, border=3, dark="#16202e", light="#ffffff"))
