"""What every channel that sends agrees on: how a letter leaves, and how a failure says if to try again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from storage.letters import Letter
from storage.pace import Rate

Scope = Literal["bot", "chat", "group"]


class SendFailed(Exception):
    """The letter certainly did not arrive.

    reason       a short key for operators and metrics: never an address, a name or what was written
    again        whether it may arrive later
    after        seconds the service asks us to wait, when it does (429)
    scope        what has to wait: everything this bot sends, or only this chat or group
    unreachable  the address cannot be reached until its owner writes again
    """

    def __init__(
        self,
        reason: str,
        *,
        again: bool,
        after: float | None = None,
        scope: Scope = "chat",
        unreachable: bool = False,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again
        self.after = after
        self.scope = scope
        self.unreachable = unreachable


class SendUnknown(Exception):
    """The service may have taken the letter, but its answer was lost. `reason` as in SendFailed.

    after  seconds until it can be found out, when it can be: how long the letter then waits
    """

    def __init__(self, reason: str, *, after: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.after = after


class SendMoved(Exception):
    """The group has another address now, and the letter did not arrive. It is secret, and stands in no text of this."""

    def __init__(self, to: str) -> None:
        super().__init__("moved")
        self.to = to


class SendHeld(Exception):
    """The channel takes no free text now: the letter waits until its reader writes.

    reason  whether she was told that something waits for her, as in SendFailed
    after   seconds until it is tried again where she was not, and may be told later
    """

    def __init__(self, reason: str, after: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.after = after


class SendLater(Exception):
    """Nothing was sent yet: what goes along is still being made. It counts as no try, and other letters may pass.

    reason  as in SendFailed
    after   seconds until it is looked at again
    """

    def __init__(self, reason: str, *, after: float) -> None:
        super().__init__(reason)
        self.reason = reason
        self.after = after


class FetchFailed(Exception):
    """A file did not come. `reason`, `again` and `after` as in SendFailed."""

    def __init__(self, reason: str, *, again: bool, after: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again
        self.after = after


# https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this, with some distance kept.
# A group's limit is 20 a minute: the burst is part of it.
TELEGRAM_OVERALL = Rate(timedelta(seconds=1) / 25, burst=5)
TELEGRAM_CHAT = Rate(timedelta(seconds=1), burst=3)
TELEGRAM_GROUP = Rate(timedelta(minutes=1) / 18, burst=2)
# WhatsApp: one number to one person; 80 a second for the sender.
WHATSAPP_OVERALL = Rate(timedelta(seconds=1) / 25, burst=5)
WHATSAPP_PAIR = Rate(timedelta(seconds=6), burst=4)


@dataclass(frozen=True, slots=True)
class Sender:
    """One channel's way out.

    name     the channel's name, as letters carry it
    send     (letter, address, edit) -> the channel's id of what was sent, "" when it gives none; `edit` is
             the id of the earlier letter of its slot, to be changed instead (or deleted: `say.takes`), or None.
             What `say.deletes` names goes first, where the channel can. Raises SendFailed, SendUnknown, SendHeld,
             SendLater, SendMoved
    edits    whether this channel can change what it sent
    overall  the rate of everything this bot sends
    rate     address -> the rate of that chat or group
    tells    the service tells later how far each letter got, and may give it back: `storage.taken`
    once     a letter sent twice is there once, or is looked for first: where nobody knows whether it arrived, it is
             tried again
    """

    name: str
    send: Callable[[Letter, str, str | None], Awaitable[str]]
    edits: bool
    overall: Rate
    rate: Callable[[str], Rate]
    tells: bool = False
    once: bool = False
