"""Twilio's list against our inbox: nothing is lost for a webhook that never came, and nothing of others is read."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from handlers import metrics
from handlers.whatsapp.client import FAULTS
from handlers.whatsapp.fetch import fetch
from handlers.whatsapp.hear import LOST
from handlers.whatsapp.listed import Listed
from handlers.whatsapp.reconcile import Reconciler
from storage import windows
from tests.fakes.twilio.faults import Refuse
from tests.fakes.twilio.people import Person
from tests.fakes.twilio.server import FakeTwilio
from tests.whatsapp.inbox import Inbox


async def test_a_text_whose_webhook_never_came_is_heard_once(inbox: Inbox, sari: Person) -> None:
    sari.say("Halo")
    sari.tap("Setuju, mulai", "x")
    await inbox.look(minutes=2)
    await inbox.look()
    assert [one["Body"] for one in inbox.heard()] == ["Halo", "Setuju, mulai"], (
        "in her order, a choice by its title"
    )
    assert inbox.woken == 1
    with inbox.database.reading() as db:
        assert windows.open_until(db, inbox.lane(sari), inbox.now() + timedelta(hours=23))


async def test_what_came_by_webhook_is_not_heard_twice(inbox: Inbox, sari: Person) -> None:
    inbox.post(sari.say("Halo"))
    await inbox.look(minutes=2)
    assert len(inbox.heard()) == 1
    await inbox.look()
    assert inbox.heard() == []


async def test_a_webhook_that_comes_after_all_is_dropped(inbox: Inbox, sari: Person) -> None:
    message = sari.say("Halo")
    await inbox.look(minutes=2)
    inbox.post(message)
    assert len(inbox.heard()) == 1


async def test_a_webhook_still_on_its_way_is_waited_for(inbox: Inbox, sari: Person) -> None:
    sari.say("Halo")
    await inbox.look(seconds=10)
    assert inbox.heard() == []


async def test_a_file_is_found_with_its_address(inbox: Inbox, sari: Person) -> None:
    sari.send_document(b"%PDF-1.4 isi", "surat.pdf")
    await inbox.look(minutes=2)
    (found,) = inbox.heard()
    assert found["MediaContentType0"] == "application/pdf"
    assert b"".join([piece async for piece in fetch(inbox.doors, found["MediaUrl0"])]) == b"%PDF-1.4 isi"


async def test_a_pin_is_not_in_the_list_so_she_is_asked_once_to_send_it_again(
    inbox: Inbox, sari: Person
) -> None:
    sari.pin(-5.3, 123.5)
    await inbox.look(minutes=2)
    await inbox.look()
    (found,) = inbox.heard()
    assert found[LOST] == "1"
    (letter,) = inbox.letters()
    assert [line.key for line in letter.say.lines] == ["not-stored"]


async def test_who_wrote_while_we_slept_for_days_is_heard(inbox: Inbox, sari: Person) -> None:
    await inbox.look()
    sari.say("Halo")
    await inbox.look(days=4)
    assert [one["Body"] for one in inbox.heard()] == ["Halo"]


async def test_what_was_there_before_us_is_left(inbox: Inbox, fake: FakeTwilio, sari: Person) -> None:
    """The number was somebody else's before; and the account has other numbers."""
    before = sari.say("Toko buka?")
    fake.world.messages[before.sid].at -= timedelta(days=3).total_seconds()
    other = sari.say("Halo")
    fake.world.messages[other.sid].to = "whatsapp:+6281999999999"
    await inbox.look(minutes=2)
    await inbox.look(days=9)
    assert inbox.heard() == []
    assert not fake.world.messages[before.sid].deleted
    assert not fake.world.messages[other.sid].deleted


async def test_of_a_messaging_service_the_numbers_in_it_are_listed_and_no_other_of_the_account(
    inbox: Inbox, fake: FakeTwilio, client: Any, sari: Person
) -> None:
    service, second = next(iter(fake.world.services)), "+6281200000002"
    fake.world.services[service].append(second)
    inbox.reconciler = Reconciler(inbox.house, client, service, inbox.doors, inbox._wake)
    await inbox.look()
    for text, number in (("satu", fake.sender), ("dua", second), ("toko buka?", "+6281999999999")):
        fake.world.messages[sari.say(text).sid].to = f"whatsapp:{number}"
    await inbox.look(hours=2)
    assert sorted(one["Body"] for one in inbox.heard()) == ["dua", "satu"]
    await inbox.look(days=7)
    assert [one.body for one in fake.world.messages.values() if not one.deleted] == ["toko buka?"]
    assert all("To" in call.params or "From" in call.params for call in fake.called("list"))


async def test_where_twilio_does_not_tell_the_numbers_of_a_service_nothing_is_listed(
    inbox: Inbox, fake: FakeTwilio, client: Any, sari: Person
) -> None:
    service = next(iter(fake.world.services))
    sari.say("Halo")
    inbox.reconciler = Reconciler(inbox.house, client, service, inbox.doors, inbox._wake)
    fake.fault("senders", Refuse(401, 20003))
    with pytest.raises(FAULTS):
        await inbox.look(minutes=2)
    fake.world.services[service].clear()
    await inbox.look()
    assert fake.called("list") == []


async def test_a_list_of_many_pages_is_read_whole_and_one_that_is_cut_rings(
    inbox: Inbox, fake: FakeTwilio, sari: Person
) -> None:
    for number in range(12):
        sari.say(f"{number}")
    listed = Listed(inbox.client, fake.sender, most=8, page=3)
    inbox.reconciler = Reconciler(inbox.house, inbox.client, fake.sender, inbox.doors, inbox._wake, listed)
    before = metrics.CUT._value.get()
    await inbox.look(minutes=2)
    assert metrics.CUT._value.get() == before + 1
    assert len(inbox.heard()) == 8
    await inbox.look()
    await inbox.look()
    assert len(inbox.heard()) == 4, "what was over made room"
    assert all("To" in call.params or "From" in call.params for call in fake.called("list"))
