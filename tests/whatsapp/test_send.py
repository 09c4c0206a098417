"""Says in, the exact calls out; and every refusal says whether to try again."""

from __future__ import annotations

import json
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from twilio.rest import Client

from bot.conversation.message import Line, Say
from bot.words.words import Words
from handlers.channel import WHATSAPP_PAIR, SendFailed, SendHeld, SendUnknown
from handlers.commands.whatsapp import _push
from handlers.whatsapp.client import connected
from handlers.whatsapp.contents import shapes
from handlers.whatsapp.send import WhatsAppSender
from handlers.whatsapp.shelf import Shelf, make
from handlers.whatsapp.templates import load
from tests.fakes.twilio.faults import Broken, Fault, Lost, Refuse, Reset, TooMany
from tests.fakes.twilio.people import Person
from tests.fakes.twilio.server import FakeTwilio
from tests.whatsapp.letters import letter, push, question

STATUS = "http://saksi.example.id/whatsapp/status"
FAR = datetime(2099, 1, 1, tzinfo=UTC)


class Clock:
    """The window as the database would tell it."""

    def __init__(self) -> None:
        self.open, self.told, self.wrote = True, False, False
        self.refs: set[str] = set()

    def open_until(self, lane: str) -> datetime | None:
        return FAR if self.open else None

    def close(self, lane: str, seen: datetime) -> bool:
        assert seen == FAR
        self.open = self.wrote
        return not self.open

    def knocked(self, lane: str) -> bool:
        return self.told

    def knock(self, lane: str) -> None:
        self.told = True

    def sent(self, lane: str, since: datetime) -> AbstractSet[str]:
        return self.refs


class Sending:
    def __init__(self, client: Any, words: Words, fake: FakeTwilio, sender: str = "") -> None:
        self.clock, self.shelf, self.paused = Clock(), Shelf(client), list[float]()
        clock: Any = self.clock
        self.rung: list[int] = []
        self.made = WhatsAppSender(
            client,
            sender or fake.sender,
            words,
            self.shelf,
            clock,
            STATUS,
            self._pause,
            alarm=self.rung.append,
        )
        self.fake, self.client = fake, client

    async def _pause(self, seconds: float) -> None:
        self.paused.append(seconds)

    async def __call__(self, say: Say, to: Person, **more: Any) -> str:
        return await self.made.send(letter(say, **more), to.address.removeprefix("whatsapp:"), None)

    async def templates(self, status: str = "approved") -> None:
        await _push(self.client, load())
        self.fake.approve(status)
        await self.shelf.look()


@pytest.fixture
def sending(client: Client, words: Words, fake: FakeTwilio) -> Sending:
    return Sending(client, words, fake)


@pytest.fixture
def sari(fake: FakeTwilio) -> Person:
    person = fake.person("Sari")
    person.say("Halo")
    return person


async def test_the_call_is_exactly_what_was_rendered(
    sending: Sending, fake: FakeTwilio, sari: Person
) -> None:
    ref = await sending(question("*_~`Sari"), sari)
    (call,) = fake.called("create")
    assert call.params == {
        "To": sari.address,
        "From": f"whatsapp:{fake.sender}",
        "Body": "Halo *_~`Sari.\n\nBenar?\n\n1 Ya\n2 Tidak",
        "StatusCallback": f"{STATUS}?o=7",
    }
    assert (await sari.sees("Benar?")).sid == ref


async def test_a_scoped_person_and_a_messaging_service_are_named_as_twilio_names_them(
    client: Client, words: Words, fake: FakeTwilio
) -> None:
    hidden = fake.person("Budi", "", "ID.4000000000000001")
    hidden.say("Halo")
    service = fake.world.services[0]
    await Sending(client, words, fake, service)(question(), hidden)
    (call,) = fake.called("create")
    assert call.params["To"] == "whatsapp:ID.4000000000000001"
    assert call.params["MessagingServiceSid"] == service
    assert "From" not in call.params


@pytest.mark.parametrize("count", [2, 3, 4, 10])
async def test_buttons_and_lists_stand_beside_the_numbers_where_they_were_made(
    sending: Sending, fake: FakeTwilio, sari: Person, count: int
) -> None:
    await sending.templates()
    await sending(question(count=count), sari)
    message = await sari.sees("Benar?")
    assert len(message.actions) == count
    (call,) = fake.called("create")
    assert {"Body", "MediaUrl"}.isdisjoint(call.params)
    assert all(isinstance(one, str) for one in json.loads(call.params["ContentVariables"]).values())
    tapped = sari.press(message.buttons[-1])
    assert (tapped.form.get("ButtonPayload") or tapped.form.get("ListId", "")).startswith("d1:sure:")


async def test_no_content_is_made_in_a_turn(sending: Sending, fake: FakeTwilio, sari: Person) -> None:
    await sending(question(), sari)
    assert {call.what for call in fake.calls} == {"create"}


@pytest.mark.parametrize("code", [21656, 63028, 63021, 63013])
async def test_a_content_that_is_refused_is_not_tried_again_and_the_text_goes_alone(
    sending: Sending, fake: FakeTwilio, sari: Person, code: int
) -> None:
    await make(sending.client, shapes()["buttons-2"])
    await sending.shelf.look()
    fake.fault("create", Refuse(400, code))
    await sending(question(), sari)
    await sending(question("Budi"), sari)
    assert [("ContentSid" in call.params, call.outcome) for call in fake.called("create")] == [
        (True, 400), (False, 201), (False, 201),
    ]  # fmt: skip


async def test_a_long_text_goes_in_parts_that_are_paced(
    sending: Sending, fake: FakeTwilio, sari: Person
) -> None:
    long = Say((Line("hello", {"name": "Kalimat ini berulang. " * 90}),))
    fake.fault("create", TooMany(3))
    with pytest.raises(SendFailed):
        await sending(long, sari)
    await sending(long, sari)
    assert [call.outcome for call in fake.called("create")] == [429, 201, 201]
    assert sending.paused == [WHATSAPP_PAIR.per.total_seconds()]


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


async def test_outside_the_window_she_is_told_only_that_there_is_news(
    sending: Sending, fake: FakeTwilio, sari: Person
) -> None:
    await sending.templates()
    sending.clock.open = False
    fake.turn(hours=25)
    with pytest.raises(SendHeld) as held:
        await sending(push(), sari)
    assert held.value.reason == "window"
    (call,) = fake.called("create")
    assert call.params["StatusCallback"] == f"{STATUS}?o=7&k={call.params['ContentSid']}"
    assert (await sari.sees("K7M-4QX-3")).text == "Ada kabar untuk K7M-4QX-3. Balas untuk membacanya."


async def test_she_is_told_once_that_something_waits(
    sending: Sending, fake: FakeTwilio, sari: Person
) -> None:
    await sending.templates()
    sending.clock.open = False
    fake.turn(hours=25)
    for _ in range(3):
        with pytest.raises(SendHeld):
            await sending(question(), sari)
    assert len(fake.called("create")) == 1
    await sari.sees("jawaban yang menunggu")


@pytest.mark.parametrize("language", ["id", "en"])
async def test_a_knock_speaks_her_language(
    sending: Sending, fake: FakeTwilio, sari: Person, language: str
) -> None:
    await sending.templates()
    sending.clock.open = False
    fake.turn(hours=25)
    with pytest.raises(SendHeld):
        await sending(push(), sari, language=language)
    assert ("There is news" in (await sari.sees("K7M")).text) == (language == "en")


@pytest.mark.parametrize("status", ["received", "rejected", "paused"])
async def test_without_an_approved_template_the_letter_waits_and_nothing_is_risked(
    sending: Sending, fake: FakeTwilio, sari: Person, status: str
) -> None:
    await sending.templates(status)
    sending.clock.open = False
    with pytest.raises(SendHeld) as held:
        await sending(push(), sari)
    assert (held.value.reason, held.value.after) == ("no-template", 3600.0), (
        "and is tried again before she writes"
    )
    assert fake.called("create") == []


async def test_a_template_that_is_refused_is_parked_until_the_next_look_and_rings(
    sending: Sending, fake: FakeTwilio, sari: Person
) -> None:
    await sending.templates()
    sending.clock.open = False
    fake.turn(hours=25)
    fake.fault("create", Refuse(400, 63041), times=2)
    told = []
    for _ in range(3):
        with pytest.raises(SendHeld) as held:
            await sending(push(), sari)
        told.append((held.value.reason, held.value.after))
    assert told == [("bad-template", 3600.0), ("bad-template", 3600.0), ("no-template", 3600.0)]
    assert sending.rung == [63041, 63041], "in her language, and in the other"
    assert len(fake.called("create")) == 2, "it is not risked again"
    await sending.shelf.look()
    with pytest.raises(SendHeld, match="window"):
        await sending(push(), sari)


async def test_before_twilio_told_its_templates_the_letter_waits_a_moment(
    sending: Sending, sari: Person
) -> None:
    sending.clock.open = False
    with pytest.raises(SendFailed) as failed:
        await sending(push(), sari)
    assert failed.value.again


async def test_63016_puts_our_clock_right_and_knocks(
    sending: Sending, fake: FakeTwilio, sari: Person
) -> None:
    await sending.templates()
    fake.turn(hours=25)
    fake.fault("create", Refuse(400, 63016))
    with pytest.raises(SendHeld):
        await sending(push(), sari)
    assert not sending.clock.open
    assert (await sari.sees("K7M-4QX-3")).text.endswith("Balas untuk membacanya.")


async def test_who_wrote_while_twilio_refused_is_not_told_that_something_waits(
    sending: Sending, fake: FakeTwilio, sari: Person
) -> None:
    await sending.templates()
    sending.clock.wrote = True
    fake.fault("create", Refuse(400, 63016))
    with pytest.raises(SendHeld):
        await sending(push(), sari)
    assert [call.outcome for call in fake.called("create")] == [400]


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
