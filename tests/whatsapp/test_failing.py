"""Every refusal says whether to try again; what may be there already is looked for first."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.conversation.message import Line, Say
from bot.words.words import Words
from handlers.channel import SendFailed, SendUnknown
from handlers.whatsapp.client import connected
from tests.fakes.twilio.faults import Broken, Fault, Lost, Refuse, Reset, TooMany
from tests.fakes.twilio.people import Person
from tests.fakes.twilio.server import FakeTwilio
from tests.whatsapp.letters import letter, question
from tests.whatsapp.sending import Sending

TABLE: list[tuple[Fault, dict[str, Any]]] = [
    (TooMany(17), {"reason": "too-many", "again": True, "after": 17.0, "scope": "bot"}),
    (Broken(500), {"reason": "server-500", "again": True}),
    (Broken(503), {"reason": "server-503", "again": True}),
    (Refuse(401, 20003), {"reason": "token", "again": True, "scope": "bot"}),
    (Refuse(400, 63018), {"reason": "too-many", "again": True}),
    (Refuse(400, 14107), {"reason": "too-many", "again": True}),
    (Refuse(400, 63010), {"reason": "channel-busy", "again": True}),
    (Refuse(400, 21211), {"reason": "bad-address", "again": False, "unreachable": True}),
    (Refuse(400, 63003), {"reason": "not-on-whatsapp", "again": False, "unreachable": True}),
    (Refuse(400, 63024), {"reason": "not-on-whatsapp", "again": False, "unreachable": True}),
    (Refuse(400, 63032), {"reason": "blocked", "again": False, "unreachable": True}),
    (Refuse(400, 21610), {"reason": "opted-out", "again": False, "unreachable": True}),
    (Refuse(400, 63015), {"reason": "sandbox-not-joined", "again": False, "unreachable": True}),
    (Refuse(400, 63007), {"reason": "set-up", "again": True, "scope": "bot"}),
    (Refuse(400, 63026), {"reason": "policy", "again": False}),
    (Refuse(400, 99999), {"reason": "refused", "again": False}),
]


async def test_a_part_that_went_is_not_sent_again_when_the_next_fails(
    sending: Sending, fake: FakeTwilio, sari: Person
) -> None:
    long = Say((Line("hello", {"name": "Kalimat ini berulang. " * 90}),))
    second = sending.made._pause
    fake.fault("create", Broken(503), times=0)

    async def pause(seconds: float) -> None:
        fake.fault("create", Broken(503))
        await second(seconds)

    sending.made._pause = pause
    with pytest.raises(SendFailed):
        await sending(long, sari)
    sending.made._pause = second
    await sending(long, sari)
    bodies = [call.params["Body"] for call in fake.called("create") if call.outcome == 201]
    assert len(bodies) == len(set(bodies)) == 2


@pytest.mark.parametrize(("fault", "told"), TABLE, ids=str)
async def test_a_failure_says_whether_to_try_again(
    sending: Sending, fake: FakeTwilio, sari: Person, fault: Fault, told: dict[str, Any]
) -> None:
    fake.fault("create", fault)
    with pytest.raises(SendFailed) as failed:
        await sending(question(), sari)
    assert {name: getattr(failed.value, name) for name in told} == told
    assert sari.number not in repr(failed.value)


async def test_opted_out_is_refused_as_the_real_one_does(sending: Sending, sari: Person) -> None:
    sari.opt_out()
    with pytest.raises(SendFailed, match="opted-out"):
        await sending(question(), sari)


@pytest.mark.parametrize("fault", [Lost(), Reset(), Broken(504)])
async def test_a_lost_answer_is_unknown_and_looked_for_after_a_minute(
    sending: Sending, fake: FakeTwilio, sari: Person, fault: Fault
) -> None:
    fake.fault("create", fault)
    with pytest.raises(SendUnknown) as unknown:
        await sending(question(), sari)
    assert unknown.value.after == 60.0
    ref = await sending(question(), sari, doubts=1)
    assert [m.sid for m in fake.world.messages.values() if m.mine] == [ref], "there once, whatever was lost"


async def test_the_same_words_said_before_are_another_letter(
    sending: Sending, fake: FakeTwilio, sari: Person
) -> None:
    first = await sending(question(), sari)
    sending.clock.refs = {first}
    fake.fault("create", Reset())
    with pytest.raises(SendUnknown):
        await sending(question(), sari)
    assert await sending(question(), sari, doubts=1) != first


async def test_a_letter_of_long_ago_is_not_taken_for_this_one(sending: Sending, sari: Person) -> None:
    first = await sending(question(), sari)
    later = letter(question()).made_at + timedelta(hours=1)
    assert await sending(question(), sari, doubts=1, made_at=later) != first


async def test_no_connection_holds_the_whole_bot_and_names_nobody(
    words: Words, fake: FakeTwilio, sari: Person
) -> None:
    async with connected(fake.account, fake.token, "http://127.0.0.1:9") as client:
        with pytest.raises(SendFailed) as failed:
            await Sending(client, words, fake)(question(), sari)
    assert (failed.value.reason, failed.value.again, failed.value.scope) == ("no-connection", True, "bot")


async def test_a_wrong_token_is_told_as_such(words: Words, fake: FakeTwilio, sari: Person) -> None:
    async with connected(fake.account, "wrong", fake.url) as client:
        with pytest.raises(SendFailed, match="token"):
            await Sending(client, words, fake)(question(), sari)
