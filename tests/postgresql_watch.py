"""Runs a server until its standard input ends, then stops it and removes its folder.

The end comes when the tests close it, and also when they are killed: no server is left behind.
Usage: python postgresql_watch.py FOLDER USER PROGRAM ARGUMENT…, where USER is a number, or - for the one who asks.
"""

from __future__ import annotations

import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any


def main(folder: Path, user: str, command: list[str]) -> None:
    who: dict[str, Any] = {} if user == "-" else {"user": int(user), "extra_groups": []}
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=folder, **who
        )
    while server.poll() is None:
        if select.select([sys.stdin], [], [], 0.5)[0]:
            break
    else:
        sys.exit(1)  # it ended by itself: the log stays, to be read
    server.send_signal(signal.SIGINT)  # "fast": does not wait for those who are connected
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.send_signal(signal.SIGQUIT)
        server.wait(10)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
