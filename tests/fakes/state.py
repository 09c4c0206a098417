"""What a fake remembers, whichever service it is: all of it under one lock, with a clock that a test can turn."""

from __future__ import annotations

import random
import threading
import time

from tests.fakes.bell import Bell


class State:
    """Every change rings the bell. `tick` counts the changes; `turned` in seconds."""

    def __init__(self, seed: int = 1) -> None:
        self.lock = threading.RLock()
        self.bell = Bell()
        self.random = random.Random(seed)
        self.turned = 0.0
        self.tick = 0

    def now(self) -> float:
        """Unix seconds, as far as a test has turned the clock."""
        return time.time() + self.turned

    def changed(self) -> int:
        self.tick += 1
        self.bell.ring()
        return self.tick
