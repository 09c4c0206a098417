"""An office at work: Saksi with its desks, officers' phones beside citizens', a clock turned by hand."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.cases.lifecycle import Role
from bot.flows.officer_desk import UNSETTLED
from handlers import clock
from handlers.casework.work import Office as Wired
from handlers.casework.work import Standing, Work
from handlers.desk import cards, order, phone
from handlers.house import House
from handlers.settings import Settings
from handlers.variables import PushDelay
from storage import cases, custody, desks, events
from storage.cases import Case
from storage.database import Database
from storage.keys import Keys
from storage.sql import query, run
from storage.vault import Vault
from tests.phone import Phone
from tests.talking import Saksi, library

WITA = ZoneInfo("Asia/Makassar")
WAKATOBI, SULTRA, BKN = "bawaslu:74.07", "bawaslu:74", "bkn"
TICKET = "K7M-4QX-3"
STORY = "Baliho calon bupati dipasang di pagar kantor camat siang-siang. Yang pasang pegawai situ, pakai baju dinas"
REPORT = ("Halo", "1", "1", "[foto]", "1", STORY, "1", "Pak Harun, staf kantor camat", "[titik lokasi]", "2")
_PLACES = query("SELECT id, due_on FROM case_file ORDER BY id", "due_on")


class Office:
    """`delay`: minutes a push waits, as SAKSI_PUSH_DELAY says. Thursday 17 October 2024, 10.02 in Wakatobi."""

    def __init__(self, database_url: str, keys: Keys, delay: str = "0") -> None:
        self.at = datetime(2024, 10, 17, 10, 2, tzinfo=WITA)
        self.database = Database(database_url, lambda: self.at.astimezone(UTC))
        self.keys = keys
        self.saksi = Saksi(self.database, keys)
        self.saksi.reception = replace(
            self.saksi.reception,
            staffed=desks.staffed,
            office=Wired(PushDelay.read(delay), cards.draw, phone.notice, draw=bytes),
        )

    def tick(self, folder: Path) -> None:
        """What the clock does now; `folder` is where the evidence would lie."""
        settings = Settings(push_delay=self.saksi.reception.office.delay)
        made = House(settings, library(), self.database, self.keys, Vault(folder), lambda now: now)
        with self.database.transaction() as db:
            custody.bind(db, made.vault)
        clock.tick(made)

    def lists_hold(self) -> None:
        """Whatever was done, every case stands in its desk's list where a fresh look would put it, or waits for one."""
        with self.database.transaction() as db:
            work = Work(db, self.keys, library(), self.saksi.reception.office, self.database.now(), self.at)
            before = [row for row in run(db, _PLACES) if row.due_on != UNSETTLED]
            for row in before:
                case = cases.by_id(db, row.id)
                assert case is not None
                order.placed(Standing(work, case))
            assert [row for row in run(db, _PLACES) if row.due_on != UNSETTLED] == before

    def turn(self, day: int, hour: int, minute: int = 0) -> None:
        self.at = datetime(2024, 10, day, hour, minute, tzinfo=WITA)

    def pass_by(self, **span: float) -> None:
        self.at += timedelta(**span)

    def invite(self, desk_key: str = WAKATOBI, role: Role = Role.OFFICER, name: str = "Budi") -> str:
        with self.database.transaction() as db:
            code, _ = desks.invite(
                db,
                self.keys,
                desk=desk_key,
                role=role,
                name=name,
                now=self.database.now(),
                drawn=secrets.token_bytes(32),
            )
        return code

    def officer(
        self,
        address: str,
        desk_key: str = WAKATOBI,
        role: Role = Role.OFFICER,
        name: str = "Budi",
        channel: str = "telegram",
    ) -> Phone:
        """Somebody who has been enrolled, and has read the welcome."""
        phone = Phone(self.saksi, channel, address)
        phone.line(f"/start {self.invite(desk_key, role, name)}")
        return phone

    def citizen(self, address: str = "1001") -> Phone:
        return Phone(self.saksi, "whatsapp", address)

    def say(self, phone: Phone, *lines: str) -> list[str]:
        """These, a second apart; what is read after the last."""
        read: list[str] = []
        for line in lines:
            self.pass_by(seconds=1)
            read = phone.line(line)
        return read

    def report(self, phone: Phone, identity: str = "1", *more: str) -> None:
        read = self.say(phone, *REPORT, identity, *more, "kirim")
        assert "Terkirim dan tersimpan. Terima kasih sudah berani." in read, read

    def case(self, ticket: str = TICKET) -> Case:
        with self.database.reading() as db:
            found = cases.by_ticket(db, ticket)
        assert found is not None
        return found

    def happened(self, ticket: str = TICKET) -> Sequence[tuple[str, str]]:
        with self.database.reading() as db:
            return [(event.what, event.by) for event in events.of(db, self.case(ticket).id)]
