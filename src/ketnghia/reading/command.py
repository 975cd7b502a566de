"""`ketnghia read FILE… [--json]`: read articles from files, without a database.

Nothing of the web framework is loaded here: the first result must come in half a second.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from ketnghia.reading.engine import Lexicon, Reading, builtin, read
from ketnghia.reading.files.content import UnreadableError
from ketnghia.reading.files.opening import LARGEST_FILE, open_file
from ketnghia.reading.gazetteer import known_places
from ketnghia.reading.summary import summary

HELP = "Đọc tin, báo cáo, trang đã lưu (.txt .html .docx .pdf) thành bản ghi, không cần mạng."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="TỆP", help="tệp cần đọc")
    parser.add_argument("--json", action="store_true", help="mỗi tệp một dòng JSON")


def main(arguments: Sequence[str] | None = None) -> int:
    """Read every file; 0 when all were read, 1 when some were not."""
    parser = argparse.ArgumentParser(prog="ketnghia read", description=HELP)
    add_arguments(parser)
    options = parser.parse_args(arguments)
    return run(options.files, as_json=options.json)


def run(files: Sequence[str], *, as_json: bool) -> int:
    """What both doors of the command do."""
    lexicon = builtin().with_names(places=known_places())
    # The tables live as long as the process: no collection of garbage needs to look at them again.
    gc.freeze()
    failed = [name for name in files if not _tell(name, lexicon, as_json=as_json)]
    return 1 if failed else 0


def _tell(name: str, lexicon: Lexicon, *, as_json: bool) -> bool:
    try:
        reading, notices = _read(name, lexicon)
    except UnreadableError as error:
        sys.stderr.write(f"{name}: {error}\n")
        return False
    except OSError as error:
        sys.stderr.write(f"{name}: không mở được ({error.strerror}).\n")
        return False
    if as_json:
        line = {"source": name, "record": reading.record()}
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
        for notice in notices:
            sys.stderr.write(f"{name}: {notice}\n")
    else:
        sys.stdout.write(summary(name, reading, notices))
    return True


def _read(name: str, lexicon: Lexicon) -> tuple[Reading, tuple[str, ...]]:
    with Path(name).open("rb") as file:
        # One byte over the limit is enough to be told so.
        source = open_file(name, file.read(LARGEST_FILE + 1))
    reading = read(source.text, is_html=source.is_html, lexicon=lexicon)
    return reading, (*source.notices, *reading.notices)
