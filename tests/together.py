"""Acts that begin at the same moment, each in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable


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
        thread.join(timeout=30)
    return given
