"""For tests of the outbox: post a text, claim as somebody, say what became of it."""

from __future__ import annotations

from datetime import timedelta

from bot.conversation.message import Line, Say
from storage import letters, mail
from storage.case_tables import Case, Tie
from storage.database import Database
from storage.keys import Keys
from storage.letters import Letter
from storage.pace import Rate
from storage.tables import Address, Dossier, Outbox
from tests.storage.clock import Clock

LEASE = timedelta(seconds=60)
FAST = Rate(timedelta(microseconds=1))
A_SECOND = Rate(timedelta(seconds=1), burst=3)


class Office:
    """The outbox in short words: post a text, claim as somebody, say what became of it."""

    def __init__(self, database: Database, keys: Keys, clock: Clock) -> None:
        self.database, self.keys, self.clock = database, keys, clock

    def post(
        self,
        lane: str,
        text: str,
        *,
        rank: int = 0,
        wait: float = 0,
        slot: str = "",
        draft: str = "",
        case: str | None = None,
        last: bool = False,
        protect: bool = False,
        after: int = 0,
    ) -> int:
        say = Say((Line(text),), slot=slot, draft=draft, protect=protect, after=after)
        with self.database.transaction() as db:
            return mail.post(
                db,
                self.keys,
                lane=lane,
                channel="telegram",
                say=say,
                language="id",
                rank=rank,
                due_at=self.clock.at + timedelta(seconds=wait),
                now=self.clock.at,
                case_id=case,
                last=last,
            )

    def claim(self, owner: str = "a", room: int = 9) -> list[Letter]:
        with self.database.transaction() as db:
            return letters.claim(
                db, self.keys, channel="telegram", owner=owner, room=room, now=self.clock.at, lease=LEASE
            )

    def one(self, owner: str = "a") -> Letter:
        [letter] = self.claim(owner)
        return letter

    def sent(self, letter: Letter, ref: str = "", rate: Rate = FAST) -> bool:
        with self.database.transaction() as db:
            over = letters.sent(db, self.keys, letter, ref, rate=rate, now=self.clock.at)
        self.clock.turn(microseconds=1)
        return over

    def send_all(self) -> list[str]:
        """Claim and send until nothing is due: what arrived, in its order."""
        texts = []
        while claimed := self.claim():
            for letter in claimed:
                texts.append(told(letter))
                assert self.sent(letter, "7")
        return texts

    def state(self, letter: int) -> str:
        with self.database.reading() as db:
            return db.get_one(Outbox, letter).state


def told(letter: Letter) -> str:
    return letter.say.lines[0].key


def make_case(database: Database, keys: Keys, clock: Clock, id: str, lane: str = "sari") -> None:
    with database.transaction() as db:
        db.add(Dossier(id=f"d-{id}", made_at=clock.at))
        db.flush()
        db.add(
            Case(
                id=id,
                ticket=id,
                kind="violation",
                topic="like",
                accused_kind="asn",
                region="74.07",
                desk="triage",
                status="filed",
                audience="",
                identity_level="anonymous",
                version=1,
                dossier_id=f"d-{id}",
                receipt_hash=b"",
                filed_at=clock.at,
                learned_on=clock.at.date(),
            )
        )
        db.flush()
        sealed = keys.seal(b"6281", f"tie:{id}")
        db.add(Tie(case_id=id, lane=lane, channel="telegram", sealed=sealed, made_at=clock.at))


def make_address(database: Database, keys: Keys, clock: Clock, lane: str = "sari") -> None:
    sealed = keys.seal(b"628", f"address:{lane}")
    with database.transaction() as db:
        db.add(Address(lane=lane, channel="telegram", sealed=sealed, seen_at=clock.at))
