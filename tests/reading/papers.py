"""Small files made for tests: a .pdf of any words, without a library that writes one."""

from __future__ import annotations

FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H "
    b"/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
)
SIGNS = (
    b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /DW 600 /FontDescriptor 6 0 R "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
)
SHAPE = (
    b"<< /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 0 600 800] /ItalicAngle 0 "
    b"/Ascent 800 /Descent 0 /CapHeight 700 /StemV 80 >>"
)


def pdf(pages: list[str]) -> bytes:
    """A .pdf whose words are found by the map from its signs to letters."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        _pages(len(pages)),
        FONT,
        SIGNS,
        _stream(_letters()),
        SHAPE,
    ]
    for words in pages:
        objects += [_page(len(objects) + 2), _stream(_shown(words))]
    return _file(objects)


def _pages(count: int) -> bytes:
    kids = " ".join(f"{7 + 2 * number} 0 R" for number in range(count))
    return f"<< /Type /Pages /Count {count} /Kids [{kids}] >>".encode()


def _page(content: int) -> bytes:
    return (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1000 800] "
        f"/Resources << /Font << /F 3 0 R >> >> /Contents {content} 0 R >>"
    ).encode()


def _letters() -> bytes:
    blocks = [f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in range(0x20)]
    ranges = "\n".join(blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def "
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(blocks)} beginbfrange\n{ranges}\nendbfrange endcmap end end"
    ).encode()


def _shown(words: str) -> bytes:
    lines = [f"<{line.encode('utf-16-be').hex()}> Tj 0 -14 Td" for line in words.splitlines()]
    return f"BT /F 10 Tf 20 760 Td {' '.join(lines)} ET".encode()


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _file(objects: list[bytes]) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, words in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, words)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n"
        b"%%%%EOF" % (size, table, size, len(made))
    )
