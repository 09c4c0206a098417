"""Ten thousand open drafts, each of a chat of its own, made by storage's own functions in a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

MANY = 10_000


def filled(folder: Path) -> None:
    """Put them into the database in that folder."""
    subprocess.run([sys.executable, "-m", "scripts.bench.drafts", str(folder)], check=True)


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
            for chat in range(start, start + 500):
                lane = house.keys.index(f"telegram:{chat}")
                drafts.save(
                    db, house.keys, lane, nothing, (Draft("report", f"{chat:012x}", answers),), (), now
                )


if __name__ == "__main__":
    main()
