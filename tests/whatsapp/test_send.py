"""Says in, the exact calls out."""

from __future__ import annotations

import json

import pytest
from twilio.rest import Client

from bot.conversation.message import Line, Say
from bot.words.words import Words
from handlers.channel import WHATSAPP_PAIR, SendFailed
from handlers.whatsapp.contents import shapes
from handlers.whatsapp.shelf import make
from tests.fakes.twilio.faults import Refuse, TooMany
from tests.fakes.twilio.people import Person
from tests.fakes.twilio.server import FakeTwilio
from tests.whatsapp.letters import question
from tests.whatsapp.sending import STATUS, Sending


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
    service = next(iter(fake.world.services))
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
