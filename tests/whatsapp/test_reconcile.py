"""Twilio's list against our inbox: nothing is lost for a webhook that never came, and nothing is left behind there."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from twilio.rest import Client

from handlers import metrics
from handlers.house import House
from handlers.whatsapp.accept import accept
from handlers.whatsapp.fetch import Doors, fetch
from handlers.whatsapp.form import opened, packed
from handlers.whatsapp.hear import LOST, envelope
from handlers.whatsapp.leftovers import OVER
from handlers.whatsapp.reconcile import Reconciler
from storage import letters, mail, windows
from storage.database import Database
from storage.letters import Letter
from storage.sql import sql
from tests.fakes.twilio.faults import Refuse
from tests.fakes.twilio.people import Person
from tests.fakes.twilio.server import FakeTwilio
from tests.fakes.twilio.world import Message
from tests.whatsapp.serving import staged


class Office:
    """Our inbox, a clock that is turned, and one look at Twilio's list."""

    def __init__(self, folder: Path, fake: FakeTwilio, client: Any, database_url: str) -> None:
        self.later, self.woken, self.fake, self.client = timedelta(0), 0, fake, client
        here = staged(folder, fake, database_url, 1)
        here.database.dispose()
        self.database = Database(database_url, self.now)
        self.house: House = replace(here, database=self.database)
        self.doors = Doors(fake.account, fake.token, fake.url)
        self.reconciler = Reconciler(self.house, client, fake.sender, self.doors, self._wake)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.later

    def _wake(self) -> None:
        self.woken += 1

    async def look(self, **later: float) -> None:
        self.later += timedelta(**later)
        await self.reconciler.look()

    def post(self, message: Message) -> None:
        """Its webhook came."""
        body = packed(message.form)
        accept(self.house, self.fake.sender, envelope(message.form), body)

    def heard(self) -> list[dict[str, str]]:
        """Answer what waits; what it was."""
        found = []
        with self.database.transaction() as db:
            while (one := mail.next_inbound(db, self.now())) is not None:
                found.append(dict(opened(mail.read(self.house.keys, one))))
                mail.done(db, one, self.now())
        return found

    def heard_all(self, fake: FakeTwilio) -> None:
        """Every webhook came, and was answered."""
        for message in fake.world.messages.values():
            if not message.mine:
                self.post(message)
        self.heard()

    def lane(self, person: Person) -> str:
        return self.house.keys.index(f"whatsapp:{person.number}")

    def letters(self) -> list[Letter]:
        with self.database.transaction() as db:
            return letters.claim(
                db, self.house.keys, channel="whatsapp", owner="t", room=9, now=self.now(),
                lease=timedelta(minutes=1),
            )  # fmt: skip


@pytest.fixture
async def office(
    tmp_path: Path, fake: FakeTwilio, client: Client, database_url: str
) -> AsyncIterator[Office]:
    made = Office(tmp_path / "house", fake, client, database_url)
    yield made
    made.database.dispose()


@pytest.fixture
def sari(fake: FakeTwilio) -> Person:
    return fake.person("Sari")


async def test_a_text_whose_webhook_never_came_is_heard_once(office: Office, sari: Person) -> None:
    sari.say("Halo")
    sari.tap("Setuju, mulai", "x")
    await office.look(minutes=2)
    await office.look()
    assert [one["Body"] for one in office.heard()] == ["Halo", "Setuju, mulai"], (
        "in her order, a choice by its title"
    )
    assert office.woken == 1
    with office.database.reading() as db:
        assert windows.open_until(db, office.lane(sari), office.now() + timedelta(hours=23))


async def test_what_came_by_webhook_is_not_heard_twice(office: Office, sari: Person) -> None:
    office.post(sari.say("Halo"))
    await office.look(minutes=2)
    assert len(office.heard()) == 1
    await office.look()
    assert office.heard() == []


async def test_a_webhook_that_comes_after_all_is_dropped(office: Office, sari: Person) -> None:
    message = sari.say("Halo")
    await office.look(minutes=2)
    office.post(message)
    assert len(office.heard()) == 1


async def test_a_webhook_still_on_its_way_is_waited_for(office: Office, sari: Person) -> None:
    sari.say("Halo")
    await office.look(seconds=10)
    assert office.heard() == []


async def test_a_file_is_found_with_its_address(office: Office, sari: Person) -> None:
    sari.send_document(b"%PDF-1.4 isi", "surat.pdf")
    await office.look(minutes=2)
    (found,) = office.heard()
    assert found["MediaContentType0"] == "application/pdf"
    assert b"".join([piece async for piece in fetch(office.doors, found["MediaUrl0"])]) == b"%PDF-1.4 isi"


async def test_a_pin_is_not_in_the_list_so_she_is_asked_once_to_send_it_again(
    office: Office, sari: Person
) -> None:
    sari.pin(-5.3, 123.5)
    await office.look(minutes=2)
    await office.look()
    (found,) = office.heard()
    assert found[LOST] == "1"
    (letter,) = office.letters()
    assert [line.key for line in letter.say.lines] == ["not-stored"]


async def test_what_was_answered_is_deleted_there_with_its_files(
    office: Office, fake: FakeTwilio, sari: Person
) -> None:
    office.post(sari.say("Halo"))
    office.post(sari.send_document(b"%PDF-1.4", "surat.pdf"))
    await office.look(minutes=2)
    assert [message.deleted for message in fake.world.messages.values()] == [False, False], "not answered yet"
    office.heard()
    await office.look()
    assert [message.deleted for message in fake.world.messages.values()] == [True, True]
    assert fake.world.media == {}


async def test_a_file_that_is_still_wanted_is_left_there(
    office: Office, fake: FakeTwilio, sari: Person
) -> None:
    office.post(sari.send_document(b"%PDF-1.4", "surat.pdf"))
    office.heard()
    with office.database.transaction() as db:
        db.connection().execute(
            sql("INSERT INTO dossier (id, made_at) VALUES ('x', :now)"), {"now": office.now()}
        )
        db.connection().execute(
            sql(
                "INSERT INTO evidence (id, dossier_id, seq, kind, state, type, sha256, path, clean_state, clean_path,"
                " clean_type, clean_sha256, dhash, reason, attempts, next_at, owner, lane, channel, draft_id, made_at)"
                " VALUES ('e', 'x', 1, 'document', 'wanted', '', '', '', 'none', '', '', '', '', '', 0, :now, '',"
                " :lane, 'whatsapp', 'd', :now)"
            ),
            {"now": office.now(), "lane": office.lane(sari)},
        )
    await office.look(minutes=2)
    assert len(fake.world.media) == 1
    with office.database.transaction() as db:
        db.connection().execute(sql("UPDATE evidence SET state = 'stored'"))
    await office.look()
    assert fake.world.media == {}


async def test_what_we_sent_is_deleted_when_it_was_delivered_and_nobody_looks_for_it(
    office: Office, fake: FakeTwilio, client: Any, sari: Person
) -> None:
    sari.say("Halo")
    told = {"to": sari.address, "from_": f"whatsapp:{fake.sender}"}
    delivered = (await client.messages.create_async(body="Halo juga", **told)).sid
    await sari.until(lambda: fake.world.messages[delivered].status == "delivered")
    fake.hold()
    waiting = (await client.messages.create_async(body="Nanti", **told)).sid
    await office.look(minutes=10)
    assert not fake.world.messages[delivered].deleted
    await office.look(minutes=25)
    assert fake.world.messages[delivered].deleted
    assert not fake.world.messages[waiting].deleted


async def test_what_is_delivered_days_later_or_never_is_deleted_too(
    office: Office, fake: FakeTwilio, client: Any, sari: Person
) -> None:
    """The look of every hour goes further back than a day."""
    await office.look()
    told = {"to": sari.address, "from_": f"whatsapp:{fake.sender}"}
    fake.hold()
    sari.say("Halo")
    late = (await client.messages.create_async(body="Nanti", **told)).sid
    failing = (
        await client.messages.create_async(body="Tidak", to="whatsapp:+62800000009", from_=told["from_"])
    ).sid
    office.heard_all(fake)
    await office.look(days=3)
    assert not fake.world.messages[late].deleted, "it is still on its way"
    fake.hold(False)
    await sari.until(
        lambda: fake.world.messages[late].status in OVER and fake.world.messages[failing].status in OVER
    )
    await office.look(hours=2)
    assert [one for one in fake.world.messages.values() if not one.deleted] == []


async def test_what_is_parked_keeps_its_file_for_a_week(
    office: Office, fake: FakeTwilio, sari: Person
) -> None:
    await office.look()
    office.post(sari.send_document(b"%PDF-1.4", "surat.pdf"))
    with office.database.transaction() as db:
        db.connection().execute(sql("UPDATE inbox SET state = 'parked'"))
    await office.look(days=6)
    assert len(fake.world.media) == 1
    await office.look(days=2)
    assert fake.world.media == {}
    assert all(one.deleted for one in fake.world.messages.values())


async def test_who_wrote_while_we_slept_for_days_is_heard(office: Office, sari: Person) -> None:
    await office.look()
    sari.say("Halo")
    await office.look(days=4)
    assert [one["Body"] for one in office.heard()] == ["Halo"]


async def test_what_was_there_before_us_is_left(office: Office, fake: FakeTwilio, sari: Person) -> None:
    """The number was somebody else's before; and the account has other numbers."""
    before = sari.say("Toko buka?")
    fake.world.messages[before.sid].at -= timedelta(days=3).total_seconds()
    other = sari.say("Halo")
    fake.world.messages[other.sid].to = "whatsapp:+6281999999999"
    await office.look(minutes=2)
    await office.look(days=9)
    assert office.heard() == []
    assert not fake.world.messages[before.sid].deleted
    assert not fake.world.messages[other.sid].deleted


async def test_a_list_of_many_pages_is_read_whole_and_one_that_is_cut_rings(
    office: Office, fake: FakeTwilio, sari: Person
) -> None:
    for number in range(12):
        sari.say(f"{number}")
    office.reconciler = Reconciler(
        office.house, office.client, fake.sender, office.doors, office._wake, most=8, page=3
    )
    before = metrics.CUT._value.get()
    await office.look(minutes=2)
    assert metrics.CUT._value.get() == before + 1
    assert len(office.heard()) == 8
    await office.look()
    await office.look()
    assert len(office.heard()) == 4, "what was over made room"
    assert all("To" in call.params or "From" in call.params for call in fake.called("list"))


async def test_what_twilio_will_not_delete_holds_nothing_else_up_and_is_tried_again(
    office: Office, fake: FakeTwilio, sari: Person
) -> None:
    for text in ("satu", "dua"):
        office.post(sari.say(text))
    office.heard()
    fake.fault("delete", Refuse(400, 20001))
    await office.look(minutes=2)
    assert sum(one.deleted for one in fake.world.messages.values()) == 1
    await office.look()
    assert all(one.deleted for one in fake.world.messages.values())
