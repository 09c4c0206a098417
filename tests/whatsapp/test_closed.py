"""Outside the window: one knock by a template, and what becomes of a template that is refused."""

from __future__ import annotations

import pytest

from handlers.channel import SendFailed, SendHeld
from tests.fakes.twilio.faults import Refuse
from tests.fakes.twilio.people import Person
from tests.fakes.twilio.server import FakeTwilio
from tests.whatsapp.letters import push, question
from tests.whatsapp.sending import STATUS, Sending


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


async def test_a_template_that_is_refused_is_parked_whatever_twilio_lists_and_rings(
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
        await sending.shelf.look()
        told.append((held.value.reason, held.value.after))
    assert told == [("bad-template", 3600.0), ("bad-template", 3600.0), ("no-template", 3600.0)]
    assert sending.rung == [63041, 63041], "in her language, and in the other"
    assert len(fake.called("create")) == 2, "it is not risked again"
    sending.parked.held.clear()
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
