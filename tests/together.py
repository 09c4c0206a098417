"""Acts that begin at the same moment, each in a thread of its own; and messages that wait for one commit."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from handlers.accepting import Accepting

PATIENCE = 30.0


def together(*acts: Callable[[], object]) -> list[object]:
    """What each gave, or the exception that it raised."""
    start = threading.Barrier(len(acts))
    given: list[object] = [None] * len(acts)

    def run(number: int, act: Callable[[], object]) -> None:
        start.wait()
        try:
            given[number] = act()
        except Exception as fault:  # noqa: BLE001 - the test tells what it was
            given[number] = fault

    threads = [threading.Thread(target=run, args=(number, act)) for number, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    return given


def gathered(accepting: Accepting, many: int) -> None:
    """Return when so many wait until whoever has the pen puts it down."""
    give_up = time.monotonic() + PATIENCE
    while (come := len(accepting._queue)) < many:
        assert time.monotonic() < give_up, f"only {come} of {many} came to wait"
        time.sleep(0.001)
