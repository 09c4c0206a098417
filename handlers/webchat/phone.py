"""One phone on the site: what its page works with, and its talk as it stands."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.conversation.message import Moment
from handlers.accepting import Accepting
from handlers.copies import Copies
from handlers.house import House
from handlers.webchat import told
from handlers.webchat.hear import CHANNEL
from handlers.webchat.live import Live
from handlers.webchat.page import Drawn, Pages
from handlers.webchat.render import Letter, letter, render
from handlers.webchat.session import Session, Sessions
from handlers.webchat.told import Hers, Ours
from storage import bubbles, people
from storage.bubbles import Bubble


@dataclass(frozen=True, slots=True)
class Phone:
    """wake: something entered the inbox. copies: those of its sender.

    look   how its letters look
    bot    which of several phones, "" the only one
    path   where its page is
    zone   of the clock that stands on its bubbles
    about  what its templates tell beside
    """

    house: House
    pages: Pages
    sessions: Sessions
    live: Live
    writing: Accepting
    wake: Callable[[], None]
    copies: Copies
    look: Letter = letter
    path: str = "/chat"
    zone: str = "Asia/Jakarta"
    bot: str = ""
    about: Mapping[str, Any] = field(default_factory=dict)

    @property
    def at(self) -> str:
        """What the ids of its elements begin with: a page may show several phones."""
        return f"{self.bot}-" if self.bot else ""

    def lane(self, session: Session) -> str:
        return self.house.keys.index(f"{CHANNEL}:{session.address}")

    def talk(self, lane: str) -> tuple[list[Bubble], str]:
        """The talk, and the language it is spoken in, "" where none was begun. Blocking."""
        with self.house.database.reading() as db:
            known = people.load(db, lane)
            shown = bubbles.shown(db, self.house.keys, lane, self.house.database.now())
            return shown, known.language if known else ""

    def since(self, lane: str, after: int) -> list[Bubble]:
        """What changed after that moment, in the order of the changes. Blocking."""
        with self.house.database.reading() as db:
            return bubbles.since(db, self.house.keys, lane, after)

    def drawn(self, talk: Iterable[Bubble], language: str) -> list[Drawn]:
        """Those that are there, as the templates show them."""
        return [
            self._drawn(one.place, told.opened(one.body), language) for one in talk if one.body is not None
        ]

    def _drawn(self, place: int, said: Ours | Hers, language: str) -> Drawn:
        words = self.pages.words
        shown = render(said, words, language, self.look)
        at = Moment(said.at, self.zone) if said.at else None
        when = words.text(said.language or language, "page-at", {"at": at}, CHANNEL) if at else ""
        return Drawn(place, shown, f"{self.path}/file/{place}", at, when)


def facts(phone: Phone, session: Session, talk: Sequence[Bubble], language: str) -> dict[str, Any]:
    """What the template of a phone tells: `part.html`."""
    return {
        "at": phone.at,
        "path": phone.path,
        "csrf": session.csrf,
        "id": secrets.token_urlsafe(16),
        "bubbles": phone.drawn(talk, language),
        "after": max((one.changed for one in talk), default=0),
        "first": phone.house.settings.language,
        **phone.about,
    }
