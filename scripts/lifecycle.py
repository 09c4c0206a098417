"""`make docs`: the life of each kind of case, drawn and written out from the table that the code goes by.

A test compares what stands in `docs/lifecycle.md` with what this would write.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bot.cases.lifecycle import Move, Role, Status, Table
from bot.cases.lives import LIVES

PAGE = Path(__file__).parents[1] / "docs" / "lifecycle.md"
HEAD = """# The life of a case

Written by `make docs` from `bot/cases/lives.py`: change the table, not this page. A move that is not drawn stays
where it is: it stands in the table below the drawing.
"""
COLUMNS = ("move", "from", "to", "by", "given with it", "agency must", "starts", "she hears")


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(line for table in LIVES.values() for line in _kind(table))]) + "\n"


def _kind(table: Table) -> Iterator[str]:
    yield f"## {table.kind.capitalize()}\n"
    hers = [row for row in table.moves if Role.CITIZEN in row.by]
    yield from _drawing("What the citizen does", table, hers)
    yield from _drawing("What desks and the clock do", table, [row for row in table.moves if row not in hers])
    yield f"| {' | '.join(COLUMNS)} |\n|{' --- |' * len(COLUMNS)}"
    yield from (_row(row) for row in table.moves)
    yield ""


def _drawing(title: str, table: Table, rows: Sequence[Move]) -> Iterator[str]:
    yield f"### {title}\n\n```mermaid\nstateDiagram-v2"
    for (start, to), keys in _arrows(rows).items():
        yield f"    {'[*]' if start is table.first else start} --> {to}: {', '.join(keys)}"
    yield "```\n"


def _arrows(rows: Sequence[Move]) -> Mapping[tuple[Status, Status], list[str]]:
    """Moves that lead elsewhere, those between the same two on one arrow."""
    arrows: dict[tuple[Status, Status], list[str]] = {}
    for row in rows:
        for start in _ordered(row.start):
            if row.to is not None and row.to is not start:
                keys = arrows.setdefault((start, row.to), [])
                keys += [row.key] if row.key not in keys else []
    return arrows


def _row(row: Move) -> str:
    told = [
        f"**{row.key}**",
        " ".join(_ordered(row.start)),
        row.to or "stays",
        " ".join(sorted(row.by)),
        " ".join(row.needs),
        " or ".join(sorted(row.powers)),
        " ".join(row.starts),
        ("yes" if row.says else "")
        + ("; second officer for high posts" if row.second else "")
        + (f"; at most {row.most}" if row.most else "")
        + (f"; only about {' '.join(sorted(row.kinds))}" if row.kinds else ""),
    ]
    return f"| {' | '.join(one.removeprefix('; ') for one in told)} |"


def _ordered(statuses: frozenset[Status]) -> list[Status]:
    return [status for status in Status if status in statuses]


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
