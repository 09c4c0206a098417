"""The outbox against a model of it, by whatever comes: posts, claims, every fate, leases that run out.

The model says which lanes may be claimed at any instant, and which letter of each comes first; so order, no loss,
no second sending without a doubt, leases and fencing are all compared at every step.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from bot.conversation.message import Line, Say
from storage import letters, mail
from storage.database import Database
from storage.keys import Keys
from storage.letters import Letter
from storage.pace import Rate
from tests.storage.clock import Clock

LEASE = timedelta(seconds=60)
RATE = Rate(timedelta(seconds=1), burst=2)
LANES = ("sari", "joko", "tuti")
numbers = itertools.count()


@dataclass
class Known:
    """What the model knows of a letter."""

    id: int
    rank: int
    slot: str
    text: str
    due_at: datetime
    state: str = "due"
    doubts: int = 0


@dataclass
class Model:
    """What it knows of a lane."""

    held_until: datetime
    letters: list[Known] = field(default_factory=list)
    lease_until: datetime | None = None
    silent: bool = False

    def head(self, now: datetime) -> Known | None:
        waiting = [one for one in self.letters if one.state in ("due", "unknown") and one.due_at <= now]
        return min(waiting, key=lambda one: (one.rank, one.id), default=None)

    def free(self, now: datetime) -> bool:
        return (
            not self.silent and self.held_until <= now and (not self.lease_until or self.lease_until <= now)
        )


class Outbox(RuleBasedStateMachine):
    database: Database
    keys: Keys

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.channel = f"channel-{next(numbers)}"  # examples share a database, and nothing else
        self.lanes = {f"{self.channel}-{name}": Model(held_until=self.clock.at) for name in LANES}
        self.claims: list[tuple[Letter, Known]] = []
        self.arrivals: list[int] = []

    @rule(
        name=some.sampled_from(LANES),
        rank=some.integers(0, 2),
        slot=some.sampled_from(["", "", "p"]),
        wait=some.sampled_from([0, 0, 5, 90]),
    )
    def post(self, name: str, rank: int, slot: str, wait: int) -> None:
        lane = f"{self.channel}-{name}"
        text, due_at = str(next(numbers)), self.clock.at + timedelta(seconds=wait)
        with self.database.transaction() as db:
            posted = mail.post(
                db,
                self.keys,
                lane=lane,
                channel=self.channel,
                say=Say((Line(text),), slot=slot),
                language="id",
                rank=rank,
                due_at=due_at,
                now=self.clock.at,
            )
        full = f"{slot}:" if slot else ""
        replaced = [
            one for one in self.lanes[lane].letters if full and one.slot == full and one.state == "due"
        ]
        if replaced:
            newest = max(replaced, key=lambda one: one.id)
            assert posted == newest.id
            newest.rank, newest.text, newest.due_at = rank, text, due_at
        else:
            self.lanes[lane].letters.append(Known(posted, rank, full, text, due_at))

    @rule(owner=some.sampled_from(["a", "b"]), room=some.integers(0, 4))
    def claim(self, owner: str, room: int) -> None:
        now = self.clock.at
        for lane in self.lanes.values():
            for one in lane.letters:
                if one.state == "sending" and lane.lease_until and lane.lease_until <= now:
                    one.state, one.doubts = "unknown", one.doubts + 1
        heads = {
            name: head
            for name, lane in self.lanes.items()
            if lane.free(now) and (head := lane.head(now)) is not None
        }
        with self.database.transaction() as db:
            claimed = letters.claim(
                db, self.keys, channel=self.channel, owner=owner, room=room, now=now, lease=LEASE
            )
        # A lane whose letters all wait may take a place once, until it is looked at; never the place of a letter twice.
        assert len(claimed) <= min(room, len(heads))
        if room >= len(LANES):
            assert {letter.lane for letter in claimed} == heads.keys()
        for letter in claimed:
            head = heads[letter.lane]
            assert (letter.id, letter.say.lines[0].key, letter.doubts) == (head.id, head.text, head.doubts)
            head.state = "sending"
            self.lanes[letter.lane].lease_until = now + LEASE
            self.claims.append((letter, head))

    @rule(
        which=some.integers(0, 9),
        fate=some.sampled_from(["sent", "sent", "sent", "failed", "again", "later", "unknown"]),
    )
    def report(self, which: int, fate: str) -> None:
        """By whoever claimed it, in time, late, or twice: it counts while nobody else has claimed the letter."""
        if not self.claims:
            return
        letter, known = self.claims[which % len(self.claims)]
        newest = [claim for claim, one in self.claims if one is known][-1]
        counts = ("sending",) if fate == "unknown" else ("sending", "unknown")
        mine = newest is letter and known.state in counts
        assert self._tell(letter, fate) == mine
        if mine:
            self._note(letter, known, fate)

    def _tell(self, letter: Letter, fate: str) -> bool:
        now, later = self.clock.at, self.clock.at + timedelta(seconds=3)
        with self.database.transaction() as db:
            match fate:
                case "sent":
                    return letters.sent(db, self.keys, letter, "", rate=RATE, now=now)
                case "failed":
                    return letters.failed(db, letter, "refused", now=now)
                case "again":
                    return letters.again(db, letter, "server", later)
                case "later":
                    return letters.later(db, letter, later)
            return letters.unknown(db, letter, "lost", later)

    def _note(self, letter: Letter, known: Known, fate: str) -> None:
        lane, later = self.lanes[letter.lane], self.clock.at + timedelta(seconds=3)
        known.state = {"again": "due", "later": "due"}.get(fate, fate)
        known.doubts += fate == "unknown"
        if fate == "sent":
            self.arrivals.append(known.id)
        if fate == "later":
            known.due_at = later
        if fate in ("again", "later"):
            self.claims.remove((letter, known))
        if lane.lease_until == letter.lease_until:
            lane.lease_until = None
            held = {"sent": RATE.hold(letter.held, self.clock.at), "again": later, "unknown": later}
            lane.held_until = held.get(fate, letter.held)

    @rule(seconds=some.sampled_from([0.5, 1, 3, 30, 61]))
    def wait(self, seconds: float) -> None:
        self.clock.turn(seconds=seconds)

    @rule(name=some.sampled_from(LANES))
    def fall_silent(self, name: str) -> None:
        with self.database.transaction() as db:
            letters.silence(db, f"{self.channel}-{name}", self.clock.at)
        if self.lanes[f"{self.channel}-{name}"].letters:
            self.lanes[f"{self.channel}-{name}"].silent = True

    @rule(name=some.sampled_from(LANES))
    def resume(self, name: str) -> None:
        with self.database.transaction() as db:
            mail.resume(db, f"{self.channel}-{name}")
        self.lanes[f"{self.channel}-{name}"].silent = False

    @invariant()
    def nothing_was_recorded_as_sent_twice(self) -> None:
        assert len(self.arrivals) == len(set(self.arrivals))

    def teardown(self) -> None:
        """In the end everything that was posted has left: nothing is lost."""
        for name in LANES:
            self.resume(name)
        for _ in range(200):
            if not any(one.state in ("due", "sending", "unknown") for one in self._all()):
                break
            self.clock.turn(seconds=61)
            before = len(self.claims)
            self.claim("z", 4)
            for letter, known in self.claims[before:]:
                with self.database.transaction() as db:
                    assert letters.sent(db, self.keys, letter, "", rate=RATE, now=self.clock.at)
                known.state = "sent"
                self.arrivals.append(known.id)
                lane = self.lanes[letter.lane]
                lane.lease_until, lane.held_until = None, RATE.hold(letter.held, self.clock.at)
        assert all(one.state in ("sent", "failed") for one in self._all())
        self.nothing_was_recorded_as_sent_twice()

    def _all(self) -> list[Known]:
        return [one for lane in self.lanes.values() for one in lane.letters]


def test_the_outbox_does_what_its_model_says(database: Database, keys: Keys) -> None:
    class Here(Outbox):
        pass

    Here.database, Here.keys = database, keys
    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=40,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
