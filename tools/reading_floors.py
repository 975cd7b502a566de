"""The floors of the reader: precision and recall of every field on the project's own corpus.

reading_floors.py check            refuse where a field fell below its floor
reading_floors.py raise            write the floors anew; none may fall
reading_floors.py lower "why …"    write them anew and keep the reason beside what fell

`tests/reading/corpus` holds the articles with records made by hand, and `floors.json` beside them
the floors with a digest of the corpus, so that a changed corpus is seen as one.
"""

from __future__ import annotations

import sys
from pathlib import Path

from ketnghia.simulation.reading.floors import Floors, measured

CORPUS = Path(__file__).resolve().parents[1] / "tests" / "reading" / "corpus"


def main(arguments: list[str]) -> int:
    """Do what is asked; 1 where a floor would fall without a reason, 2 for anything else."""
    kept, now = Floors.kept(CORPUS), measured(CORPUS)
    match arguments:
        case ["check"]:
            return _tell(kept.fallen(now))
        case ["raise"]:
            fallen = kept.below(now)
            if not fallen:
                now.keep(CORPUS)
            return _tell(fallen)
        case ["lower", why] if why.strip():
            now.because(kept, why.strip()).keep(CORPUS)
            return 0
    sys.stderr.write(__doc__ or "")
    return 2


def _tell(fallen: list[str]) -> int:
    sys.stderr.writelines(f"{line}\n" for line in fallen)
    return int(bool(fallen))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
