"""The half of delivery that touches the database: what may leave now, and what became of it."""

from __future__ import annotations

import random
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog
from sqlmodel import Session

from handlers.channel import Sender, SendFailed, SendHeld, SendLater, SendMoved, SendUnknown
from storage import lanes, letters, pace, refs, rooms, taken, windows
from storage.database import Database
from storage.keys import Keys
from storage.letters import Letter
from storage.seal import SealBroken

log = structlog.get_logger(__name__)

LEASE = timedelta(seconds=60)
PAUSES = (2, 8, 30, 120, 600)
"""Seconds before a letter that certainly did not arrive is tried again; the last for all further tries."""
GIVE_UP = timedelta(hours=24)
"""After this long a chat's letter fails, known or unknown. A fault of the whole bot is waited for without end."""
QUIET = timedelta(seconds=2)
"""How long a slot rests before one new letter, where what was sent cannot be edited."""

HELD = timedelta(days=30)
"""How long a letter waits for its reader to write; after as long again it is forgotten as stale."""

Fate = str | SendFailed | SendUnknown | SendHeld | SendLater | SendMoved
"""What became of a letter; a str is the channel's id of what was sent."""


def _untold(channel: str, outcome: str, reason: str) -> None:
    del channel, outcome, reason


@dataclass(frozen=True, slots=True)
class Errand:
    """A letter, where to, and the channel's id of what is to be edited instead."""

    letter: Letter
    address: str
    edit: str | None


class Dispatch:
    """owner: this process, by a name no other has. tell: (channel, outcome, reason) of each try, for metrics."""

    def __init__(
        self,
        database: Database,
        keys: Keys,
        *,
        owner: str = "",
        jitter: Callable[[], float] = random.random,
        tell: Callable[[str, str, str], None] = _untold,
    ) -> None:
        self._database = database
        self._keys = keys
        self._owner = owner or secrets.token_hex(8)
        self._jitter = jitter
        self._tell = tell

    def rest(self, sender: Sender) -> float:
        """Seconds, up to one, until a letter may leave; not above zero when one may now."""
        now = self._database.now()
        with self._database.reading() as db:
            due = letters.soonest(db, sender.name)
            paced = pace.wait(db, _bucket(sender), sender.overall, now)
        return 1.0 if due is None else min(1.0, max(due - now, paced).total_seconds())

    def claim(self, sender: Sender, free: int) -> list[Errand]:
        """Room, lanes and letters in one transaction. What cannot leave at all is settled here."""
        now = self._database.now()
        with self._database.transaction() as db:
            room = min(free, pace.room(db, _bucket(sender), sender.overall, now))
            if not room:
                return []
            claimed = letters.claim(
                db, self._keys, channel=sender.name, owner=self._owner, room=room, now=now, lease=LEASE
            )
            errands = [errand for letter in claimed if (errand := self._errand(db, sender, letter, now))]
            pace.spend(db, _bucket(sender), sender.overall, len(errands), now)
        return errands

    def record(self, sender: Sender, errand: Errand, fate: Fate) -> None:
        """Write down what became of it, and when its lane, or the whole bot, may go on.

        What an address refused that she had until a moment ago is tried at the one she has now.
        """
        now = self._database.now()
        with self._database.transaction() as db:
            letter = letters.found(db, errand.letter)
            if letter.lane != errand.letter.lane and isinstance(fate, SendFailed):
                fate = SendFailed("joined", again=True, after=0)
            errand = replace(errand, letter=letter)
            match fate:
                case str():
                    self._sent(db, sender, errand, fate, now)
                case SendUnknown() if not _goes_on(sender, letter, 0, now):
                    self._fail(db, sender, letter, SendFailed(fate.reason, again=False), now)
                case SendUnknown():
                    after = self._pause(letter) if fate.after is None else timedelta(seconds=fate.after)
                    letters.unknown(db, letter, fate.reason, now + after)
                    self._tell(sender.name, "unknown", fate.reason)
                case SendHeld():
                    self._hold(db, sender, letter, fate, now)
                case SendLater():
                    letters.later(db, letter, now + timedelta(seconds=fate.after))
                    self._tell(sender.name, "later", fate.reason)
                case SendMoved():
                    self._moved(db, sender, letter, fate.to, now)
                case SendFailed():
                    self._refused(db, sender, letter, fate, now)

    def _errand(self, db: Session, sender: Sender, letter: Letter, now: datetime) -> Errand | None:
        try:
            address = letters.address(db, self._keys, letter.lane)
        except SealBroken:
            address = None
        if address is None or not _goes_on(sender, letter, 1, now):
            reason = "no-address" if address is None else "unknown"
            self._fail(db, sender, letter, SendFailed(reason, again=False), now)
            return None
        if letter.say.takes:
            return self._taking(db, sender, letter, address, now)
        before = refs.last_of_slot(db, self._keys, letter.lane, letter.slot) if letter.slot else None
        if before and not sender.edits and now < letter.made_at + QUIET:
            letters.later(db, letter, letter.made_at + QUIET)
            return None
        return Errand(letter, address, before if sender.edits else None)

    def _taking(
        self, db: Session, sender: Sender, letter: Letter, address: str, now: datetime
    ) -> Errand | None:
        """An earlier letter goes out of the chat again, where it came there and the channel can."""
        before = refs.last_of_slot(db, self._keys, letter.lane, letter.say.takes)
        if before is None or not sender.edits:
            self._fail(db, sender, letter, SendFailed("not-there", again=False), now)
            return None
        return Errand(letter, address, before)

    def _refused(self, db: Session, sender: Sender, letter: Letter, fate: SendFailed, now: datetime) -> None:
        whole = fate.scope == "bot"
        if not fate.again or (not whole and now - letter.due_at > GIVE_UP):
            self._fail(db, sender, letter, fate, now)
            return
        at = now + (self._pause(letter) if fate.after is None else timedelta(seconds=fate.after))
        letters.again(db, letter, fate.reason, at)
        if whole:
            pace.freeze(db, _bucket(sender), sender.overall, at)
        self._tell(sender.name, "again", fate.reason)

    def _hold(self, db: Session, sender: Sender, letter: Letter, fate: SendHeld, now: datetime) -> None:
        """It waits until its reader writes. Whoever wrote since the sender looked has let nothing go that was not held
        yet: so it is looked at again, behind the lock that what she writes takes too."""
        lanes.lock(db, "out", letter.lane)
        if windows.open_until(db, letter.lane, now) is not None:
            letters.later(db, letter, now)
            self._tell(sender.name, "again", "written")
            return
        letters.hold(db, letter, now + _held(letter, fate, now))
        self._tell(sender.name, "held", fate.reason)

    def _moved(self, db: Session, sender: Sender, letter: Letter, to: str, now: datetime) -> None:
        """The room is at its new address, and the letter leaves to there; all in this transaction."""
        lane = self._keys.index(f"{sender.name}:{to}")
        if rooms.at(db, letter.lane) is None and rooms.at(db, lane) is None:
            self._fail(db, sender, letter, SendFailed("moved", again=False), now)
            return
        letters.again(db, letter, "moved", now)
        rooms.move(db, self._keys, letter.lane, to=lane, address=to, now=now)
        self._tell(sender.name, "again", "moved")

    def _fail(self, db: Session, sender: Sender, letter: Letter, fate: SendFailed, now: datetime) -> None:
        letters.failed(db, letter, fate.reason, now=now, unreachable=fate.unreachable)
        if fate.unreachable and rooms.lose(db, letter.lane, now):
            log.error("room lost", channel=sender.name, reason=fate.reason)
        log.warning("letter failed", channel=sender.name, letter=letter.id, reason=fate.reason)
        self._tell(sender.name, "failed", fate.reason)

    def _sent(self, db: Session, sender: Sender, errand: Errand, ref: str, now: datetime) -> None:
        if sender.tells:
            taken.keep(db, errand.letter.id, errand.letter.lane, now)
        letters.sent(db, self._keys, errand.letter, ref, rate=sender.rate(errand.address), now=now)
        if errand.letter.say.takes:
            refs.forget_slot(db, errand.letter.lane, errand.letter.say.takes)
        self._tell(sender.name, "sent", "")

    def _pause(self, letter: Letter) -> timedelta:
        seconds = PAUSES[min(letter.attempts, len(PAUSES)) - 1]
        return timedelta(seconds=seconds * (1 + self._jitter() / 4))


def _held(letter: Letter, fate: SendHeld, now: datetime) -> timedelta:
    """What nobody was told of is tried again soon, as long as it is of use."""
    soon = fate.after is not None and now - letter.made_at < HELD
    return timedelta(seconds=fate.after) if soon and fate.after is not None else HELD


def _goes_on(sender: Sender, letter: Letter, doubts: int, now: datetime) -> bool:
    """Whether a letter that may be there already is tried again, after so many doubts or where no copy can come."""
    return letter.doubts <= doubts or (sender.once and now - letter.due_at <= GIVE_UP)


def _bucket(sender: Sender) -> str:
    return f"out:{sender.name}"
