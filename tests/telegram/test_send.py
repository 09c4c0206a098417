"""Says in, the exact calls out; and every refusal says whether to try again."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from telegram import Bot

from bot.conversation.message import Line, Option, Say
from bot.words.words import Words
from handlers import diary
from handlers.channel import TELEGRAM_CHAT, TELEGRAM_GROUP, SendFailed, SendUnknown
from handlers.copies import Copies
from handlers.telegram.client import connected
from handlers.telegram.presses import Presses
from handlers.telegram.render import Button, CannotRender, render
from handlers.telegram.send import TelegramSender, rate
from storage.database import Database
from storage.keys import Keys
from storage.slots import Slot
from storage.vault import Vault
from tests.fakes.telegram.faults import Broken, Fault, Lost, Refuse, Reset, Slow, TooMany
from tests.fakes.telegram.server import FakeTelegram
from tests.talking import library
from tests.telegram.conftest import letter, question

HOSTILE = "<b>&amp; _*[x](http://evil)</i> \u202e"


@pytest.fixture
def sending(bot: Bot, words: Words, presses: Presses) -> TelegramSender:
    return TelegramSender(bot, words, presses)


def test_a_say_becomes_html_and_rows_of_buttons(words: Words) -> None:
    made = render(question("Sari & co"), words, "id")
    assert made.html == "Halo Sari &amp; co.\n\nBenar?"
    assert made.keyboard == ((Button("Ya", "d1:sure:ya"), Button("Tidak", "d1:sure:no")),)


def test_a_row_of_more_than_eight_goes_on_below_and_no_option_is_dropped(words: Words) -> None:
    options = tuple(Option(f"o{n}", "row", {"n": n}) for n in range(20))
    say = Say((Line("ask"),), options, "d1", "q", " ".join(o.key for o in options))
    made = render(say, words, "id")
    assert [len(row) for row in made.keyboard] == [8, 8, 4]


@pytest.mark.parametrize(
    ("own", "kept"), [("a" * 9000, "a" * 2399), ("🙏" * 4000, "🙏" * 999), ("&" * 4000, "&amp;" * 479)]
)
def test_a_long_text_of_hers_is_cut_so_that_the_message_arrives(words: Words, own: str, kept: str) -> None:
    made = render(Say((Line("hello", {"name": own}), Line("ask"))), words, "id")
    assert made.html == f"Halo {kept}….\n\nBenar?"


def test_data_over_64_bytes_is_a_fault_of_ours(words: Words) -> None:
    with pytest.raises(CannotRender):
        render(Say((Line("ask"),), (Option("é" * 30, "yes"),), "d1", "q"), words, "id")


async def test_the_call_is_exactly_what_was_rendered(sending: TelegramSender, fake: FakeTelegram) -> None:
    sari = fake.person("Sari")
    ref = await sending.send(letter(question(HOSTILE)), str(sari.id), None)
    assert sari.last.id == int(ref)
    assert sari.last.text == f"Halo {HOSTILE.strip()}.\n\nBenar?" or HOSTILE in sari.last.text
    assert "entities" not in sari.last.content
    (call,) = fake.called("sendMessage")
    assert call.params | {"text": ""} == {
        "chat_id": str(sari.id),
        "text": "",
        "parse_mode": "HTML",
        "link_preview_options": '{"is_disabled": true}',
        "reply_markup": call.params["reply_markup"],
    }
    assert json.loads(call.params["reply_markup"]) == {
        "inline_keyboard": [
            [{"text": "Ya", "callback_data": "d1:sure:ya"}, {"text": "Tidak", "callback_data": "d1:sure:no"}]
        ]
    }


async def test_a_letter_with_a_secret_cannot_be_forwarded(
    sending: TelegramSender, fake: FakeTelegram
) -> None:
    sari = fake.person("Sari")
    await sending.send(letter(Say((Line("ask"),), protect=True)), str(sari.id), None)
    assert sari.last.protected


async def test_a_later_letter_of_a_slot_changes_the_earlier_one(
    sending: TelegramSender, fake: FakeTelegram
) -> None:
    sari = fake.person("Sari")
    first = await sending.send(letter(question()), str(sari.id), None)
    assert await sending.send(letter(Say((Line("row", {"n": 2}),))), str(sari.id), first) == first
    assert [(m.text, m.buttons) for m in sari.messages] == [("Baris 2", [])]
    assert await sending.send(letter(Say((Line("row", {"n": 2}),))), str(sari.id), first) == first


async def test_what_cannot_be_edited_any_more_is_sent_anew(
    sending: TelegramSender, fake: FakeTelegram
) -> None:
    sari = fake.person("Sari")
    first = await sending.send(letter(question()), str(sari.id), None)
    sari.last.deleted = True
    again = await sending.send(letter(question()), str(sari.id), first)
    assert again != first
    assert [m.id for m in sari.messages] == [int(again)]


FAULTS: dict[str, tuple[Fault, SendFailed | SendUnknown]] = {
    "blocked": (
        Refuse(403, "Forbidden: bot was blocked by the user"),
        SendFailed("blocked", again=False, unreachable=True),
    ),
    "gone": (
        Refuse(403, "Forbidden: user is deactivated"),
        SendFailed("deactivated", again=False, unreachable=True),
    ),
    "kicked": (
        Refuse(403, "Forbidden: bot was kicked from the group chat"),
        SendFailed("left-room", again=False, unreachable=True),
    ),
    "unknown chat": (
        Refuse(400, "Bad Request: chat not found"),
        SendFailed("chat-not-found", again=False, unreachable=True),
    ),
    "thread": (Refuse(400, "Bad Request: message thread not found"), SendFailed("thread-gone", again=False)),
    "entities": (Refuse(400, "Bad Request: can't parse entities: x"), SendFailed("bad-text", again=False)),
    "long": (Refuse(400, "Bad Request: message is too long"), SendFailed("too-long", again=False)),
    "any 400": (Refuse(400, "Bad Request: STORY_ID_INVALID"), SendFailed("refused", again=False)),
    "429": (TooMany(7), SendFailed("too-many", again=True, after=7)),
    "429 without a number": (Refuse(429, "Too Many Requests"), SendFailed("too-many", again=True, after=1)),
    "token": (Refuse(401, "Unauthorized"), SendFailed("token", again=True, after=60, scope="bot")),
    "500": (Refuse(500, "Internal Server Error: restart"), SendFailed("server-500", again=True)),
    "502": (Broken(502), SendFailed("server-502", again=True)),
    "504": (Broken(504), SendUnknown("server-504")),
    "reset": (Reset(), SendUnknown("answer-lost")),
    "lost": (Lost(), SendUnknown("answer-lost")),
}


def told(error: Exception) -> dict[str, object]:
    return {"kind": type(error), **vars(error)}


@pytest.mark.parametrize(("fault", "expected"), FAULTS.values(), ids=FAULTS.keys())
async def test_each_refusal_says_whether_to_try_again(
    sending: TelegramSender, fake: FakeTelegram, fault: Fault, expected: SendFailed | SendUnknown
) -> None:
    sari = fake.person("Sari")
    fake.fault("sendMessage", fault)
    with pytest.raises((SendFailed, SendUnknown)) as caught:
        await sending.send(letter(question()), str(sari.id), None)
    assert told(caught.value) == told(expected)
    whole = f"{caught.value!r} {caught.value.__cause__!r}"
    assert fake.token.partition(":")[2] not in whole
    assert str(sari.id) not in whole


async def test_a_room_that_is_told_to_wait_waits_as_a_room(
    sending: TelegramSender, fake: FakeTelegram
) -> None:
    room = fake.group("Meja", fake.person("Budi"))
    fake.fault("sendMessage", TooMany(3))
    with pytest.raises(SendFailed) as caught:
        await sending.send(letter(question()), str(room.chat.id), None)
    assert caught.value.scope == "group"
    assert (rate(str(room.chat.id)), rate("41")) == (TELEGRAM_GROUP, TELEGRAM_CHAT)


async def test_without_a_connection_nothing_was_sent(words: Words, unused_tcp_port: int) -> None:
    async with connected("1:" + "x" * 35, f"http://127.0.0.1:{unused_tcp_port}") as bot:
        with pytest.raises(SendFailed) as caught:
            await TelegramSender(bot, words, Presses(bot)).send(letter(question()), "41", None)
    assert (caught.value.reason, caught.value.again, caught.value.scope) == ("no-connection", True, "bot")


async def test_an_edit_whose_answer_was_lost_is_simply_done_again(
    sending: TelegramSender, fake: FakeTelegram
) -> None:
    sari = fake.person("Sari")
    first = await sending.send(letter(question()), str(sari.id), None)
    fake.fault("editMessageText", Lost())
    with pytest.raises(SendFailed) as caught:
        await sending.send(letter(Say((Line("ask"),))), str(sari.id), first)
    assert caught.value.again
    assert await sending.send(letter(Say((Line("ask"),))), str(sari.id), first) == first
    assert len(sari.messages) == 1


async def test_cleaning_deletes_both_sides_and_says_what_is_too_old(
    sending: TelegramSender, fake: FakeTelegram
) -> None:
    sari = fake.person("Sari")
    old = [str(sari.say(f"lama {n}").id) for n in range(3)]
    fake.turn(hours=49)
    young = [str(sari.say(f"baru {n}").id) for n in range(120)]
    young.append(await sending.send(letter(question()), str(sari.id), None))
    kept = await sending.clean(str(sari.id), [*old, *young, "999999", "not a number"])
    assert sorted(kept) == sorted(old)
    assert [m.text for m in sari.messages] == ["lama 0", "lama 1", "lama 2"]
    assert len(fake.called("deleteMessages")) < 20


async def test_what_a_letter_deletes_is_gone_before_it_comes(
    sending: TelegramSender, fake: FakeTelegram
) -> None:
    sari = fake.person("Sari")
    story = sari.say("Saya guru di SDN 3")
    gone = letter(Say((Line("ask"),), deletes=(str(story.id),)))
    for fault in (Refuse(400, "Bad Request: something else"), Broken(), Lost()):
        fake.fault("deleteMessages", fault)
        with pytest.raises(SendFailed) as told:
            await sending.send(gone, str(sari.id), None)
        assert told.value.again == (not isinstance(fault, Refuse))
        assert not any(message.mine for message in sari.messages), "nothing is said that is not so"
    await sending.send(gone, str(sari.id), None)
    assert [message.text for message in sari.messages] == ["Benar?"]


async def test_a_letter_that_takes_another_back_deletes_it(
    sending: TelegramSender, fake: FakeTelegram
) -> None:
    sari = fake.person("Sari")
    refs = [await sending.send(letter(question(name)), str(sari.id), None) for name in ("one", "two")]
    taken = letter(Say((), takes="detail"))
    assert await sending.send(taken, str(sari.id), refs[0]) == ""
    assert await sending.send(taken, str(sari.id), refs[0]) == "", (
        "an answer that was lost is asked for again"
    )
    assert [str(message.id) for message in sari.messages] == refs[1:]


async def test_a_pressed_keyboard_goes_and_the_choice_stays(
    sending: TelegramSender, presses: Presses, fake: FakeTelegram
) -> None:
    sari = fake.person("Sari")
    await sending.send(letter(question(HOSTILE)), str(sari.id), None)
    before = sari.last.text
    sari.press("Ya")
    presses.answer(fake.world.pending()[-1].body)
    await sari.until(lambda: not sari.last.buttons)
    assert sari.last.text == f"{before}\n\n✓ Ya"
    assert [call.outcome for call in fake.called("answerCallbackQuery")] == [200]


async def test_a_press_that_cannot_be_marked_harms_nothing(presses: Presses, fake: FakeTelegram) -> None:
    sari = fake.person("Sari")
    fake.fault("", Refuse(400, "Bad Request: query is too old"), times=2)
    raw = {"update_id": 1, "callback_query": {"id": "1", "data": "d:q:v", "message": {
        "chat": {"id": sari.id}, "message_id": 5, "date": 9, "text": "Benar?"}}}  # fmt: skip
    presses.answer(raw)
    await presses.settled(str(sari.id), "5")
    assert [call.method for call in fake.calls] == ["answerCallbackQuery", "editMessageReplyMarkup"]
    assert all(call.outcome == 400 for call in fake.calls)


async def test_an_edit_waits_for_the_mark_of_the_press(
    sending: TelegramSender, presses: Presses, fake: FakeTelegram
) -> None:
    sari = fake.person("Sari")
    first = await sending.send(letter(question()), str(sari.id), None)
    sari.press("Ya")
    fake.fault("answerCallbackQuery", Slow(0.2))
    presses.answer(fake.world.pending()[-1].body)
    await asyncio.wait_for(sending.send(letter(Say((Line("row", {"n": 2}),))), str(sari.id), first), 5)
    assert sari.last.versions == ["Halo Sari.\n\nBenar?", "Halo Sari.\n\nBenar?\n\n✓ Ya", "Baris 2"]


async def test_an_entry_for_her_calendar_is_a_file_that_she_can_keep(
    bot: Bot, fake: FakeTelegram, keys: Keys, tmp_path: Path
) -> None:
    sari = fake.person("Sari")
    database = Database(f"sqlite:///{tmp_path}/saksi.db", lambda: datetime.now(UTC))
    copies = Copies(database, keys, Vault(tmp_path / "evidence"))
    at = datetime(2024, 10, 18, 2, tzinfo=UTC)
    file = diary.named(Slot("case", "officer", at, 1), at)
    say = Say((Line("call-diary"), Line("call-title", join="run")), file=file)
    await TelegramSender(bot, library().words, Presses(bot), copies).send(letter(say), str(sari.id), None)
    database.dispose()
    assert not sari.last.protected
    assert sari.last.text == "Kalau mau, simpan di kalender HP Anda. Di sana hanya tertulis: Telepon"
    document = sari.last.content["document"]
    assert document["file_name"] == "telepon.ics"
    assert b"SUMMARY:Telepon\r\n" in fake.world.files[document["file_id"]].body
