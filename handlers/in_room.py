"""What is heard in a group: a code that binds it, a press on a card, that it moved, that the bot is out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.conversation.message import Heard

What = Literal["code", "press", "moved", "out", "board"]


@dataclass(frozen=True, slots=True, repr=False)
class InRoom:
    """One thing that happened in a group. Nothing of what its members say to one another is ever in it.

    room     the group's address; secret, so this shows nothing of itself
    what     code: a group is to be bound;  press: a button of ours;  moved: the group has another address;
             out: the bot is in it no more;  board: the pinned message may be drawn anew
    by       the address of the private chat of who did it, "" where they act in the group's name
    code     that was written, "" where none was;  to: the new address
    spoken   the language whose word for it was written with the code, "" where that is of none
    press    what the press is answered by, once;  said: the press as it would be heard in private
    admins   of a group that is to be bound: address of the private chat -> name;  count: how many are in it, us too.
             None where the channel does not tell
    """

    room: str
    what: What
    by: str = ""
    code: str = ""
    to: str = ""
    spoken: str = ""
    press: str = ""
    said: Heard | None = None
    admins: Mapping[str, str] = field(default_factory=dict)
    count: int | None = None
