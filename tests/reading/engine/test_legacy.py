"""Old fonts: TCVN3 (ABC) and VNI become Unicode; modern text is left alone."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from ketnghia.reading.engine import read
from ketnghia.reading.engine.legacy import TCVN3, convert, recognise, tcvn3

MODERN = (
    "Tỉnh Đoàn Hà Giang ký kết chương trình phối hợp với Tỉnh Đoàn Hà Tĩnh, "
    "các đồng chí trong Ban Thường vụ đã tới dự và tặng quà thiếu nhi nghèo"
)
IN_TCVN3 = (
    "TØnh §oµn Hµ Giang ký kÕt ch\xad¬ng tr×nh phèi hîp víi TØnh §oµn Hµ TÜnh, "
    "c¸c ®ång chÝ trong Ban Th\xadêng vô ®· tíi dù vµ tÆng quµ thiÕu nhi nghÌo"
)
IN_VNI = (
    "Tænh Ñoaøn Haø Giang kyù keát chöông trình phoái hôïp vôùi Tænh Ñoaøn Haø Tónh, "
    "caùc ñoàng chí trong Ban Thöôøng vuï ñaõ tôùi döï vaø taëng quaø thieáu nhi ngheøo"
)


@pytest.mark.parametrize(("typed", "name"), [(IN_TCVN3, "TCVN3"), (IN_VNI, "VNI")])
def test_an_old_text_is_recognised_and_turned(typed: str, name: str) -> None:
    made, track, code = convert(typed)

    assert (made, code) == (MODERN, name)
    place = made.index("Tỉnh Đoàn Hà Tĩnh")
    assert track.back(place) == typed.index("TØnh" if name == "TCVN3" else "Tænh", 10)


@pytest.mark.parametrize(
    "typed",
    [
        MODERN,
        "Plain English about the youth union of Quang Tri and its partners, nothing else at all.",
        "Café, naïve, São Paulo, Zürich: lettres d’une autre langue, déjà vues à Noël.",
        "",
    ],
)
def test_other_text_is_left_alone(typed: str) -> None:
    assert recognise(typed) == ""
    assert convert(typed)[0] == typed


def test_fonts_of_capitals_show_capitals() -> None:
    assert tcvn3("§oµn", capitals=True) == "ĐOÀN"


@pytest.mark.parametrize("iconv", [path for path in [shutil.which("iconv")] if path])
def test_the_table_agrees_with_the_system(iconv: str) -> None:
    letters = "".join(sign for sign, made in TCVN3.items() if made.isalpha())
    done = subprocess.run(
        [iconv, "-f", "TCVN", "-t", "UTF-8"],
        input=letters.encode("latin-1"),
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0
    assert done.stdout.decode() == "".join(TCVN3[sign] for sign in letters)


def test_the_person_is_told_of_the_old_font() -> None:
    reading = read(IN_TCVN3)

    assert reading.text == MODERN
    assert any("TCVN3" in notice for notice in reading.notices)
    assert IN_TCVN3[reading.source_place(MODERN.index("Hà Tĩnh")) :].startswith("Hµ TÜnh")
