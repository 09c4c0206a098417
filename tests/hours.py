"""For tests of the clock: a house with citizens, its time turned by hand, and what its database then holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from handlers import clock
from handlers.civil import Civil
from handlers.house import House
from handlers.settings import Settings
from handlers.tick import Effect
from storage import cases, custody, deadlines, events, ties
from storage.cases import Case
from storage.database import Database
from storage.events import Event
from storage.keys import Keys
from storage.sql import sql
from storage.vault import Vault
from tests.phone import Phone
from tests.talking import Saksi, library

WITA = ZoneInfo("Asia/Makassar")
FILED = datetime(2024, 10, 16, 19, 40, tzinfo=WITA)
TICKET = "K7M-4QX-3"
REAL = Civil()
NOT_HERS = ("rows", "files", "board", "digest")
"""What the clock does beside: for the queues, and for desks."""
CODE = "8F2K-QM7T-4XRW"
STORY = "Baliho calon bupati dipasang di pagar kantor camat siang-siang. Yang pasang pegawai situ, pakai baju dinas"
BEGINNING = ("Halo", "1", "1", "1")
"""As far as the story, without a photo."""
MIDDLE = (STORY, "1", "Pak Harun, staf kantor camat", "[titik lokasi]", "2")


class Hours:
    """Saksi with its clock. `at` is real and civil time alike, unless a test says otherwise."""

    def __init__(self, url: str, keys: Keys, folder: Path) -> None:
        self.at = FILED
        self.database = Database(url, lambda: self.at.astimezone(UTC))
        self.keys = keys
        self.vault = Vault(folder / "evidence")
        with self.database.transaction() as db:
            custody.bind(db, self.vault)
        self.saksi = Saksi(self.database, keys, frozenset({"bawaslu:74.07", "bawaslu:74", "bkn"}))
        self.house = house(self.database, keys, self.vault)

    def sari(self) -> Phone:
        return Phone(self.saksi, "whatsapp", "1001")

    def turn(self, day: int, hour: int, minute: int = 0, month: int = 10) -> None:
        """To a wall-clock time in Wakatobi, in 2024."""
        self.at = datetime(2024, month, day, hour, minute, tzinfo=WITA)

    def pass_by(self, **span: float) -> None:
        self.at += timedelta(**span)

    def tick(self, at: datetime | None = None, *, dry_run: bool = False) -> list[str]:
        """What the clock did about cases, drafts and addresses: each as `what` or `what ticket`."""
        done = clock.tick(self.house, at, dry_run=dry_run)
        return [_short(effect) for effect in done if effect.what not in NOT_HERS]

    def talk(self, phone: Phone, *lines: str) -> list[str]:
        """She says these, a second apart; what she reads after the last."""
        read: list[str] = []
        for line in lines:
            self.pass_by(seconds=1)
            read = phone.line(line)
        return read

    def report(self, phone: Phone, identity: str = "1") -> list[str]:
        """File a report through the whole talk. `identity`: 1 anonymous, 4 without any news."""
        return self.talk(phone, *BEGINNING, *MIDDLE, identity, "kirim")

    def asked_elsewhere(self, word: str) -> None:
        """Somebody with number and code asks for withdrawing or erasing in another chat."""
        self.talk(Phone(self.saksi, "terminal", "2002"), "Halo", "1", word, TICKET, CODE, "1")

    def case(self, ticket: str = TICKET) -> Case:
        with self.database.reading() as db:
            case = cases.by_ticket(db, ticket)
        assert case is not None
        return case

    def events(self, ticket: str = TICKET) -> list[Event]:
        with self.database.reading() as db:
            return list(events.of(db, self.case(ticket).id))

    def happened(self, ticket: str = TICKET) -> list[tuple[str, str]]:
        return [(event.what, event.by) for event in self.events(ticket)]

    def open_deadlines(self, ticket: str = TICKET) -> dict[str, datetime]:
        with self.database.reading() as db:
            found = deadlines.of(db, self.case(ticket).id)
        return {one.why: one.due_at.astimezone(WITA) for one in found if one.state == "open"}

    def tied(self, ticket: str = TICKET) -> bool:
        with self.database.reading() as db:
            return ties.tied_to(db, self.case(ticket).id) is not None

    def count(self, table: str, where: str = "1 = 1") -> int:
        with self.database.reading() as db:
            number: int = (
                db.connection().execute(sql(f"SELECT count(*) FROM {table} WHERE {where}")).scalar_one()
            )
        return number

    def change(self, statement: str, **values: object) -> None:
        """What officers will do, or what goes wrong, written into the database."""
        with self.database.transaction() as db:
            db.connection().execute(sql(statement), values)


def house(database: Database, keys: Keys, vault: Vault, civil: Civil = REAL) -> House:
    return House(Settings(), library(), database, keys, vault, civil)


def letters(lines: Sequence[str]) -> Iterator[list[str]]:
    """What she read, letter by letter."""
    letter: list[str] = []
    for line in [*lines, ""]:
        if line:
            letter.append(line)
        elif letter:
            yield letter
            letter = []


def _short(effect: Effect) -> str:
    return " ".join(filter(None, (effect.what, effect.about, str(effect.count) if effect.count > 1 else "")))
