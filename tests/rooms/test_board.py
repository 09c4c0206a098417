"""*Meja hari ini*: one message a chat that stays at the top, quietly, and is true after each batch."""

from __future__ import annotations

from tests.fakes.telegram.people import Person
from tests.fakes.telegram.world import Message
from tests.officers.office import TICKET
from tests.rooms.live import Live
from tests.rooms.seen import press, reported

HEAD = "Meja Bawaslu Kab. Wakatobi, Kamis 17 Okt"


def board(chat: Person) -> Message:
    """The one that is pinned."""
    (only,) = [chat.chat.messages[at] for at in chat.chat.pinned if not chat.chat.messages[at].deleted]
    return only


def counts(chat: Person) -> str:
    return board(chat).text.split("\n")[1]


async def test_an_officer_has_it_pinned_in_their_own_chat_from_the_first_minute_without_a_sound(
    live: Live,
) -> None:
    budi = await live.officer("Budi")
    assert board(budi).text.startswith(HEAD)
    assert [call.params["disable_notification"] for call in live.fake.called("pinChatMessage")] == ["true"]
    first = board(budi).id
    await reported(live)
    assert await live.tick() == ["board"]
    assert counts(budi).startswith("Belum diambil: 1 · di tangan Anda: 0")
    budi.press("Ambil")
    await live.settle()
    await live.tick()
    assert counts(budi).startswith("Belum diambil: 0 · di tangan Anda: 1")
    assert board(budi).id == first, "edited where it is"
    assert len(live.fake.called("pinChatMessage")) == 1


async def test_a_room_has_one_for_all_and_its_buttons_lead_to_private_chats(live: Live) -> None:
    budi, dewi = await live.officer("Budi"), await live.officer("Dewi")
    group = live.fake.group("Meja", budi, dewi)
    group.promote("can_pin_messages")
    group.say(f"/meja@SaksiUjiBot {live.code()}")
    await live.settle()
    await reported(live)
    await live.tick()
    assert counts(group).startswith("Belum diambil: 1 · sudah diambil: 0")
    await press(live, group, budi, "Ambil")
    await live.tick()
    assert counts(group).startswith("Belum diambil: 0 · sudah diambil: 1")
    before = len(group.messages)
    group.as_(budi).press(f"{TICKET} · diambil Budi, Kamis 17 Okt", board(group))
    await live.settle()
    assert len(group.messages) == before
    assert "Tanya pelapor" in budi.last.buttons


async def test_without_the_right_to_pin_it_stands_in_the_room_and_is_pinned_once_the_right_is_there(
    live: Live,
) -> None:
    budi = await live.officer("Budi")
    group = await live.bound(budi)
    await live.tick()
    assert group.chat.pinned == []
    assert group.last.text.startswith(HEAD)
    group.promote("can_pin_messages")
    await live.settle()
    await live.tick()
    assert board(group).text.startswith(HEAD)
    assert len([m for m in group.messages if m.text.startswith(HEAD)]) == 1


async def test_deleted_it_comes_again_and_unpinned_it_is_pinned_again_but_nobodys_own_pin_is_fought_over(
    live: Live,
) -> None:
    budi = await live.officer("Budi")
    board(budi).deleted = True
    await reported(live)
    await live.tick()
    again = board(budi)
    budi.chat.pinned.remove(again.id)
    budi.say("meja")
    budi.press("Ambil")
    await live.settle()
    await live.tick()
    assert board(budi).id == again.id
    own = budi.say("nomor kantor: 0402")
    await live.settle()
    budi.chat.pinned[:] = [own.id]
    budi.press("Kembalikan")
    await live.settle()
    await live.tick()
    assert budi.chat.pinned == [own.id]


async def test_a_change_of_hers_shows_with_its_batch_and_never_at_the_minute(slow: Live) -> None:
    budi = await slow.officer("Budi")
    await slow.tick()
    slow.office.turn(17, 10, 6)
    await reported(slow)
    assert await slow.tick() == []
    slow.office.turn(17, 10, 10)
    assert await slow.tick() == ["board"]
    assert counts(budi).startswith("Belum diambil: 1")


async def test_at_six_and_at_eight_it_is_of_that_day(slow: Live) -> None:
    budi = await slow.officer("Budi")
    await slow.tick()
    slow.office.turn(17, 21)
    await reported(slow)
    slow.office.turn(18, 5, 59)
    assert await slow.tick() == []
    slow.office.turn(18, 6)
    assert await slow.tick() == ["board"]
    assert board(budi).text.startswith("Meja Bawaslu Kab. Wakatobi, Jumat 18 Okt")
    slow.office.turn(18, 7, 59)
    assert await slow.tick() == []
    slow.office.turn(18, 8)
    assert await slow.tick() == ["board"]
    assert counts(budi).startswith("Belum diambil: 1")


async def test_a_case_whose_time_has_passed_is_late_until_somebody_does_something(live: Live) -> None:
    budi = await live.officer("Budi")
    await reported(live)
    live.office.turn(21, 9)
    await live.tick()
    assert counts(budi).endswith("lewat: 1")
    assert f"Lewat: {TICKET} · belum diambil" in board(budi).buttons
    budi.press("Ambil")
    await live.settle()
    live.office.turn(21, 9, 5)
    await live.tick()
    assert counts(budi).endswith("lewat: 0")


async def test_a_long_desk_is_read_a_page_at_a_time(live: Live) -> None:
    budi = await live.officer("Budi")
    live.office.saksi.reception.draw.tickets[:0] = TEN  # type: ignore[attr-defined]
    for number in range(10):
        await reported(live, f"20{number}")
        live.office.pass_by(minutes=1)
    await live.tick()
    assert len(board(budi).buttons) == 9
    budi.press("Berikutnya", board(budi))
    await live.settle()
    assert len(budi.last.buttons) == 2
    assert not set(budi.last.buttons) & set(board(budi).buttons)


TEN = [f"ACDEF{letter}" for letter in "GHJKMNPQRS"]
