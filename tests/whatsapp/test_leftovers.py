"""Nothing is left behind at Twilio once it is over, and nothing goes before."""

from __future__ import annotations

from typing import Any

from handlers.whatsapp.leftovers import OVER
from storage.sql import sql
from tests.fakes.twilio.faults import Refuse
from tests.fakes.twilio.people import Person
from tests.fakes.twilio.server import FakeTwilio
from tests.whatsapp.inbox import Inbox


async def test_what_was_answered_is_deleted_there_with_its_files(
    inbox: Inbox, fake: FakeTwilio, sari: Person
) -> None:
    inbox.post(sari.say("Halo"))
    inbox.post(sari.send_document(b"%PDF-1.4", "surat.pdf"))
    await inbox.look(minutes=2)
    assert [message.deleted for message in fake.world.messages.values()] == [False, False], "not answered yet"
    inbox.heard()
    await inbox.look()
    assert [message.deleted for message in fake.world.messages.values()] == [True, True]
    assert fake.world.media == {}


async def test_a_file_that_is_still_wanted_is_left_there(
    inbox: Inbox, fake: FakeTwilio, sari: Person
) -> None:
    inbox.post(sari.send_document(b"%PDF-1.4", "surat.pdf"))
    inbox.heard()
    with inbox.database.transaction() as db:
        db.connection().execute(
            sql("INSERT INTO dossier (id, made_at) VALUES ('x', :now)"), {"now": inbox.now()}
        )
        db.connection().execute(
            sql(
                "INSERT INTO evidence (id, dossier_id, seq, kind, state, type, sha256, path, clean_state, clean_path,"
                " clean_type, clean_sha256, dhash, reason, attempts, next_at, owner, lane, channel, draft_id, made_at)"
                " VALUES ('e', 'x', 1, 'document', 'wanted', '', '', '', 'none', '', '', '', '', '', 0, :now, '',"
                " :lane, 'whatsapp', 'd', :now)"
            ),
            {"now": inbox.now(), "lane": inbox.lane(sari)},
        )
    await inbox.look(minutes=2)
    assert len(fake.world.media) == 1
    with inbox.database.transaction() as db:
        db.connection().execute(sql("UPDATE evidence SET state = 'stored'"))
    await inbox.look()
    assert fake.world.media == {}


async def test_what_we_sent_is_deleted_when_it_was_delivered_and_nobody_looks_for_it(
    inbox: Inbox, fake: FakeTwilio, client: Any, sari: Person
) -> None:
    sari.say("Halo")
    told = {"to": sari.address, "from_": f"whatsapp:{fake.sender}"}
    delivered = (await client.messages.create_async(body="Halo juga", **told)).sid
    await sari.until(lambda: fake.world.messages[delivered].status == "delivered")
    fake.hold()
    waiting = (await client.messages.create_async(body="Nanti", **told)).sid
    await inbox.look(minutes=10)
    assert not fake.world.messages[delivered].deleted
    await inbox.look(minutes=25)
    assert fake.world.messages[delivered].deleted
    assert not fake.world.messages[waiting].deleted


async def test_what_is_delivered_days_later_or_never_is_deleted_too(
    inbox: Inbox, fake: FakeTwilio, client: Any, sari: Person
) -> None:
    """The look of every hour goes further back than a day."""
    await inbox.look()
    told = {"to": sari.address, "from_": f"whatsapp:{fake.sender}"}
    fake.hold()
    sari.say("Halo")
    late = (await client.messages.create_async(body="Nanti", **told)).sid
    failing = (
        await client.messages.create_async(body="Tidak", to="whatsapp:+62800000009", from_=told["from_"])
    ).sid
    inbox.heard_all(fake)
    await inbox.look(days=3)
    assert not fake.world.messages[late].deleted, "it is still on its way"
    fake.hold(False)
    await sari.until(
        lambda: fake.world.messages[late].status in OVER and fake.world.messages[failing].status in OVER
    )
    await inbox.look(hours=2)
    assert [one for one in fake.world.messages.values() if not one.deleted] == []


async def test_what_is_parked_keeps_its_file_for_a_week(inbox: Inbox, fake: FakeTwilio, sari: Person) -> None:
    await inbox.look()
    inbox.post(sari.send_document(b"%PDF-1.4", "surat.pdf"))
    with inbox.database.transaction() as db:
        db.connection().execute(sql("UPDATE inbox SET state = 'parked'"))
    await inbox.look(days=6)
    assert len(fake.world.media) == 1
    await inbox.look(days=2)
    assert fake.world.media == {}
    assert all(one.deleted for one in fake.world.messages.values())


async def test_what_twilio_will_not_delete_holds_nothing_else_up_and_is_tried_again(
    inbox: Inbox, fake: FakeTwilio, sari: Person
) -> None:
    for text in ("satu", "dua"):
        inbox.post(sari.say(text))
    inbox.heard()
    fake.fault("delete", Refuse(400, 20001))
    await inbox.look(minutes=2)
    assert sum(one.deleted for one in fake.world.messages.values()) == 1
    await inbox.look()
    assert all(one.deleted for one in fake.world.messages.values())
