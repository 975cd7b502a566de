"""Another reader of Vietnamese names on the same texts, in a process of its own.

The product never imports it: `uv sync --group peer` installs it, `./run bench --reading` does so.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from time import process_time

MISSING = 3


@dataclass(frozen=True)
class PeerReading:
    """The names of people a peer finds in every text, and how long it took."""

    people: list[list[str]]
    seconds: float


def read_by_peer(texts: list[str]) -> PeerReading | None:
    """What underthesea finds; None where it is not installed."""
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-m", __name__],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return None
    told = json.loads(done.stdout)
    return PeerReading(told["people"], told["seconds"])


def people_of(tags: list[tuple[str, str, str, str]]) -> list[str]:
    """Names from words tagged as beginning a person (B-PER) or going on with one (I-PER)."""
    names: list[list[str]] = []
    for word, _, _, tag in tags:
        if tag == "B-PER":
            names.append([word])
        elif tag == "I-PER" and names:
            names[-1].append(word)
    return list(dict.fromkeys(" ".join(name) for name in names))


def main() -> int:
    """Read a JSON list of texts, print the people of each."""
    try:
        from underthesea import ner  # noqa: PLC0415 - only here, only where it is installed
    except ImportError:
        return MISSING
    texts = json.load(sys.stdin)
    ner("Đồng chí Nguyễn Văn An.")
    began = process_time()
    people = [people_of(ner(text)) for text in texts]
    json.dump({"people": people, "seconds": process_time() - began}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
