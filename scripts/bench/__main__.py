"""`make bench`: ratios within one run, each with what bounds it. Figures of two machines are not to be compared.

Usage: python -m scripts.bench [part …]; without one, every part in turn.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from scripts.bench import accepting, killed, late, moves, page, queue, start, turns

PARTS: Mapping[str, Callable[[Path], Iterator[str]]] = {
    "turns": turns.report,
    "accepting": accepting.report,
    "start": start.report,
    "queue": queue.report,
    "moves": moves.report,
    "late": late.report,
    "killed": killed.report,
    "page": page.report,
}


def main() -> None:
    asked = sys.argv[1:] or list(PARTS)
    if unknown := [name for name in asked if name not in PARTS]:
        raise SystemExit(f"There is no part {', '.join(unknown)}. Parts: {', '.join(PARTS)}.")
    for name in asked:
        print(f"-- {name}: {(PARTS[name].__doc__ or '').splitlines()[0]}", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            for line in PARTS[name](Path(folder)):
                print(line, flush=True)


if __name__ == "__main__":
    main()
