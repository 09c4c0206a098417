"""Films that officers wait for: one is made at a time, once for one look, and kept in memory while it is shown.

Marking a film takes seconds (storage.films), and delivery has none to spare: who asks is soon told to come again
(SendLater), and finds it made then. Kept in memory because a page and Twilio ask for the bytes a second time.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field

from handlers.channel import SendLater
from storage.marking import CannotMark

PATIENCE = 1.0
"""Seconds that a letter waits for its film, holding a thread that others need."""
FETCHED = 20.0
"""Seconds that somebody waits who fetches a film of which nothing is in memory any more."""
AGAIN = 2.0
"""Seconds until its letter asks again."""
LATEST = 300.0
"""Seconds after which a film that is not made yet is told as one that cannot be: its letter must be out before what
takes it out of the chat again, after a quarter of an hour, has looked for it."""
KEPT = 900.0
"""Seconds that details stay in a chat."""
BYTES_MOST = 64 << 20

Name = tuple[str, str]
"""(id of the file, what stands across it)"""
Made = tuple[bytes, str]
"""(the film, its type)"""

_ONE = threading.Lock()
"""A second processor stays for the talk."""


@dataclass(slots=True)
class _Film:
    future: Future[Made] = field(default_factory=Future)
    asked: float = field(default_factory=time.monotonic)


class Films:
    """latest, most: in seconds and bytes, LATEST and BYTES_MOST."""

    def __init__(self, latest: float = LATEST, most: int = BYTES_MOST) -> None:
        self._latest = latest
        self._most = most
        self._films: dict[Name, _Film] = {}
        self._lock = threading.Lock()

    def made(self, name: Name, make: Callable[[], Made], patience: float = PATIENCE) -> Made:
        """The film, made by `make` where nobody asked for it before. Blocking, at most `patience` seconds.

        Raises SendLater while it is being made, CannotMark where that takes too long, and what `make` raises: it is
        made anew for the next who asks.
        """
        with self._lock:
            film = self._films.get(name)
            if film is None:
                film = self._films[name] = _Film()
                threading.Thread(target=self._make, args=(name, film, make), daemon=True).start()
        try:
            return film.future.result(patience)
        except TimeoutError:
            if time.monotonic() - film.asked > self._latest:
                raise CannotMark from None
            raise SendLater("film", after=AGAIN) from None
        except Exception:
            self._leave(name, film)
            raise

    def forget(self, id: str) -> None:
        """No film of this file is shown any more."""
        with self._lock:
            self._films = {name: film for name, film in self._films.items() if name[0] != id}

    def _make(self, name: Name, film: _Film, make: Callable[[], Made]) -> None:
        try:
            with _ONE:
                made = make()
        except Exception as fault:  # noqa: BLE001 - told to whoever asks
            film.future.set_exception(fault)
        else:
            self._make_room(len(made[0]))
            film.future.set_result(made)
        leaving = threading.Timer(KEPT, self._leave, (name, film))
        leaving.daemon = True
        leaving.start()

    def _make_room(self, size: int) -> None:
        """The oldest go until one of this size fits in."""
        with self._lock:
            sizes = {
                name: len(film.future.result()[0])
                for name, film in self._films.items()
                if film.future.done() and film.future.exception() is None
            }
            for name in list(sizes):
                if sum(sizes.values()) + size > self._most:
                    del sizes[name], self._films[name]

    def _leave(self, name: Name, film: _Film) -> None:
        with self._lock:
            if self._films.get(name) is film:
                del self._films[name]
