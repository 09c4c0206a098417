"""Letters leave as fast as they may and no faster, and every answer of a service means one thing.

The service is played by a sender that answers as told; the clock is turned by hand and nothing sleeps.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from handlers.channel import SendFailed, SendLater, SendUnknown
from storage import letters, mail, upkeep
from storage.database import Database
from storage.keys import Keys
from storage.pace import Rate
from storage.tables import Address, Outbox
from tests.storage.clock import Clock
from tests.storage.delivering import Office


@pytest.fixture
async def office(database: Database, keys: Keys, clock: Clock) -> AsyncIterator[Office]:
    office = Office(database, keys, clock)
    yield office
    await office.delivery.finish()


async def test_a_letter_goes_to_its_address_once(office: Office) -> None:
    posted = office.post("sari", "greeting")
    await office.round()
    await office.round()
    assert [(address, text) for _, address, text, _ in office.service.arrived] == [("sari", "greeting")]
    assert office.row(posted) == ("sent", "")
    assert office.told == [("sent", "")]


async def test_a_chat_gets_three_at_once_and_then_one_a_second(office: Office) -> None:
    start = office.clock.at
    for number in range(6):
        office.post("sari", str(number))
    await office.until(lambda: len(office.service.arrived) == 6)
    seconds = [(at - start).total_seconds() for at, *_ in office.service.arrived]
    assert office.service.texts == ["0", "1", "2", "3", "4", "5"]
    assert seconds == pytest.approx([0, 0.04, 0.08, 1, 2, 3], abs=0.001)


async def test_a_group_never_gets_more_than_twenty_a_minute(office: Office) -> None:
    for number in range(45):
        office.post("-100", str(number))
    await office.until(lambda: len(office.service.arrived) == 45)
    times = [at for at, *_ in office.service.arrived]
    assert max(sum(start <= at < start + timedelta(minutes=1) for at in times) for start in times) <= 20
    assert times[-1] - times[0] < timedelta(seconds=43 * 60 / 18 + 12)


async def test_the_bot_keeps_its_overall_rate_over_two_replicas(office: Office) -> None:
    for number in range(60):
        office.post(f"citizen {number}", str(number))
    other = office.replica("b")
    while len(office.service.arrived) < 60:
        await asyncio.gather(office.round(), office.round(other))
        office.clock.turn(milliseconds=10)
    times = [at for at, *_ in office.service.arrived]
    assert len(set(office.service.texts)) == 60
    assert max(sum(start <= at < start + timedelta(seconds=1) for at in times) for start in times) <= 30
    assert times[-1] - times[0] <= timedelta(seconds=(60 - 5) / 25 + 0.1)


async def test_replies_leave_before_pushes_when_there_is_little_room(office: Office) -> None:
    office.as_channel(overall=Rate(timedelta(seconds=1)))
    for number in range(3):
        office.post(f"tied {number}", "push", rank=1)
    office.post("sari", "reply")
    await office.until(lambda: len(office.service.arrived) == 4)
    assert office.service.texts == ["reply", "push", "push", "push"]


async def test_rest_is_as_long_as_nothing_can_leave(office: Office) -> None:
    assert await office.round() == 1.0
    office.as_channel(overall=Rate(timedelta(seconds=0.5)))
    office.post("sari", "1")
    office.post("joko", "2")
    await office.round()
    office.clock.turn(seconds=0.2)
    assert await office.round() == pytest.approx(0.3)


async def test_a_429_of_a_chat_freezes_that_chat_alone(office: Office) -> None:
    office.service.answers = [SendFailed("too-many", again=True, after=30, scope="chat")]
    posted = office.post("sari", "first")
    await office.round()
    office.post("joko", "joko's")
    office.clock.turn(seconds=29)
    await office.round()
    assert office.service.texts == ["joko's"]
    assert office.row(posted) == ("due", "too-many")
    office.clock.turn(seconds=1)
    await office.round()
    assert office.service.texts == ["joko's", "first"]
    assert office.told[0] == ("again", "too-many")


async def test_a_429_of_the_bot_freezes_everything(office: Office) -> None:
    office.service.answers = [SendFailed("too-many", again=True, after=30, scope="bot")]
    office.post("sari", "first")
    await office.round()
    office.post("joko", "joko's")
    office.clock.turn(seconds=29)
    assert await office.round() == 1.0
    assert office.service.texts == []
    await office.until(lambda: len(office.service.arrived) == 2, most=3)


async def test_what_did_not_arrive_is_tried_again_with_growing_pauses(office: Office) -> None:
    office.service.answers = [SendFailed("server-502", again=True)] * 6
    start = office.clock.at
    office.post("sari", "first")
    await office.until(lambda: bool(office.service.arrived), pace=5)
    waited = (office.service.arrived[0][0] - start).total_seconds()
    assert waited == pytest.approx(2 + 8 + 30 + 120 + 600 + 600, abs=40)


async def test_a_chats_letter_is_given_up_after_a_day_and_the_bots_is_not(office: Office) -> None:
    chat = office.post("sari", "first")
    office.clock.turn(hours=25)
    office.service.answers = [SendFailed("server-502", again=True)]
    await office.round()
    assert office.row(chat) == ("failed", "server-502")
    whole = office.post("joko", "second")
    office.clock.turn(hours=25)
    office.service.answers = [SendFailed("no-connection", again=True, scope="bot")]
    await office.round()
    assert office.row(whole) == ("due", "no-connection")
    await office.until(lambda: office.service.texts == ["second"])


async def test_what_is_still_being_made_counts_as_no_try_and_lets_others_pass(
    office: Office, database: Database
) -> None:
    film = office.post("Budi", "film")
    office.service.answers = [SendLater("film", after=2.0), "1", SendLater("film", after=2.0)]
    await office.round()
    office.post("Budi", "other")
    await office.until(lambda: office.row(film)[0] == "sent", most=60)
    assert office.service.texts == ["other", "film"]
    with database.reading() as db:
        assert db.get_one(Outbox, film).attempts == 1


async def test_a_refused_letter_is_over_and_the_next_one_leaves(office: Office) -> None:
    office.service.answers = [SendFailed("too-long", again=False)]
    posted = office.post("sari", "first")
    office.post("sari", "second")
    await office.round()
    await office.round()
    assert office.row(posted) == ("failed", "too-long")
    assert office.service.texts == ["second"]


async def test_a_blocked_chat_is_left_alone_until_she_writes(office: Office, database: Database) -> None:
    office.service.answers = [SendFailed("blocked", again=False, unreachable=True)]
    office.post("sari", "first")
    office.post("sari", "second")
    await office.round()
    office.clock.turn(hours=1)
    await office.round()
    assert office.service.texts == []
    with database.transaction() as db:
        mail.resume(db, office.keys.index("telegram:sari"))
    await office.round()
    assert office.service.texts == ["second"]


async def test_a_lost_answer_is_asked_about_once_more_and_then_let_go(office: Office) -> None:
    office.service.answers = [SendUnknown("answer-lost"), SendUnknown("answer-lost")]
    posted = office.post("sari", "first")
    office.post("sari", "second")
    await office.round()
    assert office.row(posted) == ("unknown", "answer-lost")
    assert office.service.texts == []
    office.clock.turn(seconds=2)
    await office.round()
    assert office.row(posted) == ("failed", "answer-lost")
    await office.round()
    assert office.service.texts == ["second"]


async def test_a_lost_answer_may_be_found_at_the_second_try(office: Office) -> None:
    office.service.answers = [SendUnknown("answer-lost")]
    posted = office.post("sari", "first")
    await office.round()
    office.clock.turn(seconds=2)
    await office.round()
    assert office.row(posted)[0] == "sent"
    assert office.service.texts == ["first"]


async def test_a_letter_whose_process_dies_twice_is_let_go(office: Office, database: Database) -> None:
    posted = office.post("sari", "first")
    for _ in range(2):
        with database.transaction() as db:
            [letter] = letters.claim(
                db,
                office.keys,
                channel="telegram",
                owner="dies",
                room=1,
                now=office.clock.at,
                lease=timedelta(seconds=60),
            )
        assert letter.id == posted
        office.clock.turn(seconds=60)
    await office.round()
    assert office.row(posted) == ("failed", "unknown")
    assert office.service.texts == []


async def test_a_fault_of_the_sender_stops_nobody_else(office: Office) -> None:
    office.service.answers = [ZeroDivisionError()]
    posted = office.post("sari", "first")
    office.post("joko", "joko's")
    await office.round()
    assert office.service.texts == ["joko's"]
    assert office.row(posted) == ("unknown", "fault")


async def test_a_sent_slot_is_edited_where_the_channel_can(office: Office) -> None:
    for count in ("1 photo", "2 photos", "3 photos"):
        office.post("sari", count, slot="progress")
        await office.round()
    office.post("sari", "a question")
    office.clock.turn(seconds=1)
    await office.round()
    assert [edit for *_, edit in office.service.arrived] == [None, "1", "2", None]


async def test_elsewhere_a_slot_gets_one_new_letter_after_two_quiet_seconds(office: Office) -> None:
    office.as_channel(edits=False)
    office.post("sari", "1 photo", slot="progress")
    await office.round()
    assert office.service.texts == ["1 photo"]
    for count in ("2 photos", "3 photos", "4 photos"):
        office.post("sari", count, slot="progress")
        await office.round()
        office.clock.turn(seconds=1.5)
    assert office.service.texts == ["1 photo"]
    office.clock.turn(seconds=0.5)
    await office.round()
    assert office.service.texts == ["1 photo", "4 photos"]
    assert office.service.arrived[-1][3] is None


async def test_a_letter_without_an_address_has_failed(office: Office, database: Database) -> None:
    posted = office.post("sari", "first")
    with database.transaction() as db:
        db.delete(db.get_one(Address, office.keys.index("telegram:sari")))
    await office.round()
    assert office.row(posted) == ("failed", "no-address")


async def test_letters_leave_as_soon_as_they_are_posted(database_url: str, keys: Keys, clock: Clock) -> None:
    """The loop itself, by real time: poked from another thread, and stopped without losing what is under way."""
    database = Database(database_url)
    office = Office(database, keys, clock)
    office.clock.at = database.now()
    delivery = office.replica()
    running = asyncio.create_task(delivery.run())
    await asyncio.sleep(0)
    ids = [await asyncio.to_thread(office.post, f"citizen {n}", str(n)) for n in range(5)]
    await asyncio.to_thread(delivery.poke)
    async with asyncio.timeout(10):
        await office.service.five.wait()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
    assert [office.row(posted)[0] for posted in ids] == ["sent"] * 5
    with database.reading() as db:
        assert upkeep.depths(db, database.now()).outbox == 0
    database.dispose()
