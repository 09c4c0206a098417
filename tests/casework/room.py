"""For tests of casework: Sari has reported, Budi sits at her desk, Citra at another; their clock is turned by hand."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.cases.lifecycle import Role
from bot.conversation import screen
from bot.conversation.draft import Draft
from handlers.casework import clocks, moves, undo
from handlers.casework.moves import Done
from handlers.casework.work import Moved, Notice, Office, Refused, Work
from handlers.variables import PushDelay
from storage import cases, deadlines, desks, drafts, events, letters, people, ties
from storage.cases import Case, Filing
from storage.database import Database
from storage.desks import Officer
from storage.keys import Keys
from storage.letters import Letter
from storage.sql import sql
from storage.ulid import ulid
from tests.talking import QUICKLY, library

WITA = ZoneInfo("Asia/Makassar")
THURSDAY = datetime(2024, 10, 17, 10, 0, tzinfo=WITA)
WAKATOBI, SULTRA, BAWASLU, BKN = "bawaslu:74.07", "bawaslu:74", "bawaslu", "bkn"
BUTON = "bawaslu:74.04"
STORY = "Baliho calon bupati dipasang di pagar kantor camat."
TICKETS = ("K7M-4QX-3", "ACD-EFG-6", "HJK-MNP-9")
WHY = {"reason": "other", "sentence": "fotonya belum menunjukkan siapa yang memasang"}
GIVEN: dict[str, Any] = {
    **WHY, "question": {"ready": "still"}, "desk": BUTON, "number": "001/TM/2024", "day": "2024-10-17",
    "summary": "Baliho di pagar kantor.", "copies": [], "office": "Inspektorat", "ppk": "Bupati Wakatobi",
    "employer": "region", "decision": "SK 12", "grade": "berat", "ticket": TICKETS[1],
}  # fmt: skip


class Room:
    """`now` is real and civil time alike. `office` is wired to remember what desks would be shown and told."""

    def __init__(self, database: Database, keys: Keys, turn: Callable[[datetime], object]) -> None:
        self.database, self.keys, self._turn = database, keys, turn
        self.cards: list[tuple[str, str, str]] = []
        self.notices: list[Notice] = []
        self.office = Office(
            PushDelay(10, 40),
            cards=lambda stands, was: self.cards.append((stands.case.ticket, stands.case.desk, was)),
            notice=lambda work, case, notice: self.notices.append(notice),
        )
        self.at = THURSDAY
        self.turn(THURSDAY)

    def turn(self, at: datetime) -> None:
        self.at = at
        self._turn(at)

    def officer(self, desk: str, role: Role = Role.OFFICER, address: str = "", name: str = "Budi") -> Officer:
        lane = self.keys.index(f"telegram:{address or secrets.token_hex(4)}")
        with self.database.transaction() as db:
            code, _ = desks.invite(
                db,
                self.keys,
                desk=desk,
                role=role,
                name=name,
                now=self.database.now(),
                drawn=secrets.token_bytes(32),
            )
            made = desks.enrol(
                db, self.keys, code, id=ulid(self.at, secrets.token_bytes(10)), lane=lane, channel="telegram",
                address=address, now=self.database.now(),
            )  # fmt: skip
        assert isinstance(made, Officer)
        return made

    def file(
        self,
        ticket: str = TICKETS[0],
        *,
        desk: str = WAKATOBI,
        lane: str = "sari",
        high: bool = False,
        **facts: Any,
    ) -> Case:
        """A report of hers, filed as the talk files it. `facts` replace those of the filing."""
        with self.database.transaction() as db:
            now = self.database.now()
            people.meet(db, self.keys, lane=lane, channel="telegram", address=lane, language="id", now=now)
            none = drafts.load(db, self.keys, lane)
            draft = Draft("report", f"d-{ticket}")
            dossier = drafts.save(db, self.keys, lane, none, (draft,), (), now)[draft.id]
            filing = Filing(
                ticket=ticket, receipt="8F2K-QM7T-4XRW", kind="violation", topic="billboard", accused_kind="asn",
                region="74.07", desk=desk, audience="", identity_level="anonymous", learned_on=date(2024, 10, 16),
                happened_on=None, content={"answers": {"story": STORY}, "captions": {}, "said": {}},
                identity={"name": "Sari"}, high=high,
            )  # fmt: skip
            routed = {"desk": desk, "office": desk, "agency": desk.partition(":")[0], "formal": True}
            case = cases.file(
                db, self.keys, f"case-{ticket}", replace(filing, **facts), dossier, "waiting", self.at, routed
            )
            drafts.save(db, self.keys, lane, drafts.load(db, self.keys, lane), (), (), now, {draft.id})
            ties.tie(db, self.keys, case.id, lane=lane, channel="telegram", address=lane, at=now)
            clocks.first(self.work(db), case)
        return self.case(ticket)

    def work(self, db: Any) -> Work:
        return Work(db, self.keys, library(), self.office, self.database.now(), self.at)

    def do(
        self, officer: Officer, key: str, given: Mapping[str, Any] | None = None, ticket: str = TICKETS[0]
    ) -> Done:
        """A button that was drawn just now."""
        case = self.case(ticket)
        with self.database.transaction() as db:
            return moves.move(self.work(db), officer, case.id, case.step, key, given or {})

    def did(
        self, officer: Officer, key: str, given: Mapping[str, Any] | None = None, ticket: str = TICKETS[0]
    ) -> Case:
        """The same, and it must not be refused."""
        done = self.do(officer, key, given, ticket)
        assert isinstance(done, Moved), done
        return done.case

    def refused(
        self, officer: Officer, key: str, given: Mapping[str, Any] | None = None, ticket: str = TICKETS[0]
    ) -> str:
        done = self.do(officer, key, given, ticket)
        assert isinstance(done, Refused), done
        return done.reason

    def undo(self, officer: Officer, ticket: str = TICKETS[0]) -> Moved | Refused:
        case = self.case(ticket)
        with self.database.transaction() as db:
            return undo.undo(self.work(db), officer, case.id, case.step)

    def case(self, ticket: str = TICKETS[0]) -> Case:
        with self.database.reading() as db:
            found = cases.by_ticket(db, ticket)
        assert found is not None
        return found

    def put(self, ticket: str = TICKETS[0], **columns: Any) -> Case:
        """The case as it might have come to stand."""
        names = ", ".join(f"{name} = :{name}" for name in columns)
        with self.database.transaction() as db:
            db.connection().execute(
                sql(f"UPDATE case_file SET {names} WHERE ticket = :ticket"), columns | {"ticket": ticket}
            )
        return self.case(ticket)

    def happened(self, ticket: str = TICKETS[0]) -> list[events.Event]:
        with self.database.reading() as db:
            return list(events.of(db, self.case(ticket).id))

    def names(self, ticket: str = TICKETS[0]) -> list[str]:
        return [event.what for event in self.happened(ticket)]

    def holds(self, ticket: str = TICKETS[0]) -> bool:
        """Whether the chain of its events is whole."""
        with self.database.reading() as db:
            return events.broken_at(db, self.case(ticket).id) is None

    def open_clocks(self, ticket: str = TICKETS[0]) -> dict[str, str]:
        """Clocks that run, and the day on which each is due in Wakatobi."""
        with self.database.reading() as db:
            found = deadlines.of(db, self.case(ticket).id)
        return {
            one.why: one.due_at.astimezone(WITA).date().isoformat() for one in found if one.state == "open"
        }

    def sent(self, lane: str = "sari") -> list[Letter]:
        """Letters to this chat that leave by now."""
        found: list[Letter] = []
        while True:
            with self.database.transaction() as db:
                now = self.database.now()
                claimed = letters.claim(
                    db, self.keys, channel="telegram", owner="t", room=50, now=now, lease=now - now
                )
                for letter in claimed:
                    letters.sent(db, self.keys, letter, f"ref-{letter.id}", rate=QUICKLY, now=now)
            if not claimed:
                return [letter for letter in found if letter.lane == lane]
            found += claimed

    def read(self, lane: str = "sari") -> list[str]:
        """The same as she reads them."""
        return [screen.text(one.say, library().words, one.language, "telegram") for one in self.sent(lane)]

    def waiting_letters(self, lane: str = "") -> Sequence[datetime]:
        """When letters that have not left will leave; those of one lane, or all."""
        found = sql("SELECT due_at FROM outbox WHERE state = 'due' AND :lane IN ('', lane) ORDER BY id")
        with self.database.reading() as db:
            rows = db.connection().execute(found.columns(due_at=_utc()), {"lane": lane})
            return [row.due_at for row in rows]


def _utc() -> Any:
    from sqlmodel.sql.sqltypes import UTCDateTime  # noqa: PLC0415

    return UTCDateTime()
