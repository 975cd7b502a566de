"""`ketnghia read`: files of four kinds, one clear sentence for each that cannot be read."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from docx import Document

from ketnghia.reading.command import main
from ketnghia.reading.files.content import UnreadableError
from ketnghia.reading.files.opening import LARGEST_FILE, open_file

TITLE = "Tỉnh đoàn Cà Mau và Tỉnh đoàn Hà Nam ký kết chương trình phối hợp"
BODY = (
    "Ngày 29/11/2019, tại tỉnh Cà Mau, Tỉnh đoàn Cà Mau và Tỉnh đoàn Hà Nam đã ký kết chương "
    "trình phối hợp giai đoạn 2020 - 2022."
)


def docx(*paragraphs: str) -> bytes:
    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Ô gộp"
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def files(folder: Path) -> list[str]:
    (folder / "a.txt").write_text(f"{TITLE}\n\n{BODY}", "utf-8")
    (folder / "b.html").write_text(f"<h1>{TITLE}</h1><div><p>{BODY}</p></div>", "utf-8")
    (folder / "c.docx").write_bytes(docx(TITLE, BODY))
    return [str(folder / name) for name in ("a.txt", "b.html", "c.docx")]


def test_three_kinds_of_file_give_one_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = files(tmp_path)

    assert main([*names, "--json"]) == 0

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["source"] for line in lines] == names
    for line in lines:
        record = line["record"]
        assert record["kind"] == "signing"
        assert record["event_start"] == "2019-11-29"
        assert record["units"] == [["Tỉnh đoàn Cà Mau"], ["Tỉnh đoàn Hà Nam"]]
        assert (record["agreement"]["term_start"], record["agreement"]["term_end"]) == (2020, 2022)


def test_the_plain_page_tells_each_fact_with_its_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(files(tmp_path)[:1]) == 0

    told = capsys.readouterr().out
    assert "Loại bài     lễ ký" in told
    assert "« 29/11/2019 »" in told
    assert "when.event" in told


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", b"<a>" + b" " * 60_000_000)
    return made.getvalue()


def not_a_document() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr("readme.txt", "hello")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("empty.txt", b"  \n", "trống"),
        ("binary.txt", b"\x00\x01\x02" * 500, "không phải là chữ"),
        ("bomb.docx", bomb(), "nén bất thường"),
        ("broken.docx", b"PK\x03\x04 not a zip", "hỏng"),
        ("other.docx", not_a_document(), "không phải văn bản"),
        ("empty.docx", docx("").replace(b"never", b"never"), "Ô gộp"),
        ("broken.pdf", b"%PDF-1.4 nothing here", "hỏng"),
        ("sheet.xlsx", b"PK", "Chưa đọc được"),
        ("huge.txt", b"a" * (LARGEST_FILE + 1), "quá lớn"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, data: bytes, sentence: str) -> None:
    if name == "empty.docx":
        assert sentence in open_file(name, data).text
        return
    with pytest.raises(UnreadableError, match=sentence):
        open_file(name, data)


def test_of_an_endless_file_only_the_limit_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    endless = tmp_path / "endless.txt"
    with endless.open("wb") as file:
        file.truncate(LARGEST_FILE * 100)
    tracemalloc.start()

    assert main([str(endless)]) == 1

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < LARGEST_FILE * 4
    assert "quá lớn" in capsys.readouterr().err


def test_one_bad_file_does_not_stop_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = files(tmp_path)[0]

    assert main([str(tmp_path / "none.txt"), good, "--json"]) == 1

    told = capsys.readouterr()
    assert json.loads(told.out)["source"] == good
    assert "none.txt" in told.err


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Tỉnh đoàn".encode(), "Tỉnh đoàn"),
        ("\ufeffTỉnh đoàn".encode(), "Tỉnh đoàn"),
        ("Tỉnh đoàn".encode("utf-16"), "Tỉnh đoàn"),
    ],
)
def test_files_of_several_codes_are_read(data: bytes, text: str) -> None:
    assert open_file("a.txt", data).text == text


def test_the_command_loads_no_framework() -> None:
    program = (
        "import sys, ketnghia.reading.command\n"
        "print([name for name in sys.modules if name.split('.')[0] == 'django'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"
