"""A small real poller to be killed: keeps updates in SQLite, and dies by its own SIGKILL where it is told to.

Arguments: url, token, database, where ("before", "after" a commit, or "never"), after how many commits.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
from pathlib import Path

from bot.words.words import load_words
from handlers.telegram.client import connected
from handlers.telegram.door import Door
from handlers.telegram.hear import Envelope
from handlers.telegram.poll import Poller
from handlers.telegram.presses import Presses


async def main(url: str, token: str, database: str, where: str, after: int) -> None:
    left = after

    def accept(envelope: Envelope, body: bytes) -> None:
        nonlocal left
        left -= 1
        with sqlite3.connect(database, timeout=30) as db:
            db.execute("INSERT OR IGNORE INTO inbox VALUES (?, ?)", (envelope.external_id, body))
            if where == "before" and left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)
        if where == "after" and left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    words = load_words(Path(__file__).parents[2] / "bot" / "words", {})
    async with connected(token, url) as bot:
        await Poller(bot, Door(bot, words, Presses(bot), accept), lambda: True, long=1).run()


if __name__ == "__main__":
    _, address, secret, file, place, commits = sys.argv
    asyncio.run(main(address, secret, file, place, int(commits)))
