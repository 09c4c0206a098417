"""The phones of the try-out: they lie on this machine's table, and whoever sits before it may take them."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256

from fastapi import Request, Response

from handlers.accepting import Accepting
from handlers.copies import Copies
from handlers.house import House
from handlers.tryout.cast import PLAYERS, ZONE
from handlers.webchat.live import Live
from handlers.webchat.looks import LOOKS
from handlers.webchat.page import Pages
from handlers.webchat.phone import Phone
from handlers.webchat.session import Session, Sessions
from storage.keys import Keys

AS = {
    "webchat": "tryout-as-webchat",
    "telegram": "tryout-as-telegram",
    "whatsapp": "tryout-as-whatsapp",
}
"""What each look is called."""


class Held(Sessions):
    """One phone for whoever asks: no cookie says whose it is. Only this machine is let in."""

    def __init__(self, keys: Keys, token: str) -> None:
        super().__init__(keys, secure=False)
        self._held = self._made(token, "")

    def begin(self) -> Session:
        return self._held

    def of(self, request: Request) -> Session | None:
        return self._held

    def keep(self, response: Response, session: Session) -> None:
        """Nothing to remember."""


def held(keys: Keys, who: str) -> Held:
    """The phone of that player in this house; another house has others."""
    token = (
        urlsafe_b64encode(sha256(keys.index(f"tryout-phone:{who}").encode()).digest()).decode().rstrip("=")
    )
    return Held(keys, token)


def phones(
    house: House, pages: Pages, live: Live, writing: Accepting, wake: Callable[[], None], copies: Copies
) -> Iterator[tuple[tuple[str, str], Phone]]:
    """((player, look), phone): the same talk in each look."""
    for who in PLAYERS:
        alone = {one: f"/phones/{who}/{one}" for one in LOOKS}
        for name, look in LOOKS.items():
            path = f"/phones/{who}/{name}"
            yield (
                (who, name),
                Phone(
                    house, pages, held(house.keys, who), live, writing, wake, copies, look, path, ZONE, who,
                    {"beside": False, "who": PLAYERS[who], "look": name, "named": AS, "looks": alone},
                ),
            )  # fmt: skip
