"""Memory: of a process, and of one that has loaded ten thousand open drafts, each once."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

PAGE = os.sysconf("SC_PAGE_SIZE")
MANY = 10_000


def resident(pid: int) -> float:
    """MB of a process that are in memory."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE / 1e6


def memory(folder: Path) -> float:
    """MB, measured in a process of its own."""
    folder.mkdir()
    told = subprocess.run(
        [sys.executable, "-m", "scripts.bench.drafts", str(folder)], capture_output=True, check=True
    )
    return float(told.stdout)


def main() -> None:
    from bot.conversation.draft import Draft
    from handlers.house import open_house
    from handlers.settings import read
    from storage import drafts

    folder = Path(sys.argv[1])
    os.environ["SAKSI_DATA_DIR"] = str(folder / "var")
    house = open_house(read(folder))
    now = datetime.now(UTC)
    answers = {"offence": "billboard", "story": "Baliho calon bupati dipasang di pagar kantor camat. " * 3}
    nothing = drafts.Open((), (), {})
    for start in range(0, MANY, 500):
        with house.database.transaction() as db:
            for one in range(start, start + 500):
                drafts.save(
                    db,
                    house.keys,
                    f"{one:032x}",
                    nothing,
                    (Draft("report", f"{one:012x}", answers),),
                    (),
                    now,
                )
    for one in range(MANY):
        with house.database.reading() as db:
            assert drafts.load(db, house.keys, f"{one:032x}").under_way
    print(resident(os.getpid()))


if __name__ == "__main__":
    main()
