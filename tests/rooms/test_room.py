"""A group as the room of Budi's desk: bound with a code, one card a case in it, and nothing but cards."""

from __future__ import annotations

import pytest

from bot.cases.lifecycle import Role
from storage.sql import sql
from tests.fakes.telegram.people import Person
from tests.officers.office import STORY, TICKET, WAKATOBI
from tests.officers.pressing import GONE
from tests.rooms.live import Live
from tests.rooms.seen import FREE, PRIVATE, TAKEN, asides, cards, press, read, reported

# Binding


async def test_a_code_makes_the_group_the_room_and_it_is_told_what_it_shows_and_who_is_unknown(
    live: Live,
) -> None:
    budi = await live.officer("Budi")
    rina, tono = live.fake.person("Rina"), live.fake.person("Tono")
    group = live.fake.group("Meja", budi, rina, tono)
    group.chat.admins[rina.id] = set()
    group.say(f"/meja@SaksiUjiBot {live.code()}")
    await live.settle()
    said = read(group)
    assert "Grup ini sekarang ruang meja Bawaslu Kab. Wakatobi." in said
    assert "Percakapan di grup ini tidak kami baca dan tidak kami simpan." in said
    assert "Selain bot ada 3 orang di grup ini; petugas Bawaslu Kab. Wakatobi yang terdaftar ada 1." in said
    assert "Admin yang bukan petugas meja ini: Rina." in said
    assert "Telegram tidak memberi bot daftar anggota" in said
    assert "Tono" not in said


async def test_the_supervisor_gets_the_code_and_its_link_adds_the_bot_and_binds_in_one(live: Live) -> None:
    tuti = await live.officer("Tuti", role=Role.SUPERVISOR)
    tuti.press("Buat kode untuk grup meja")
    await live.settle()
    told = read(tuti)
    link = told.split("https://t.me/")[1].split()[0]
    username, _, code = link.partition("?startgroup=")
    group = live.fake.group("Meja", tuti)
    group.say(f"/start@{username} {code}")
    await live.settle()
    assert live.room() is not None
    assert "Grup ini sekarang ruang meja" in read(group)


async def test_an_officer_is_offered_no_code_and_gets_none_by_forging(live: Live) -> None:
    budi = await live.officer("Budi")
    assert "Buat kode untuk grup meja" not in budi.screen
    budi.tap(budi.last, f"desk::room.0.-.{WAKATOBI}")
    await live.settle()
    assert "Langkah itu tidak bisa dilakukan sekarang." in read(budi)


async def test_who_is_no_officer_of_the_desk_binds_nothing_and_the_code_stays_good(live: Live) -> None:
    citra, budi = await live.officer("Citra", "bawaslu:74.01"), await live.officer("Budi")
    stranger = live.fake.person("Rina")
    code = live.code()
    for who, says in ((stranger, "Grup hanya bisa dijadikan"), (citra, "Kode itu belum bisa dipakai.")):
        group = live.fake.group("Bukan meja", who)
        group.say(f"/meja@SaksiUjiBot {code}")
        await live.settle()
        assert says in read(group)
        assert live.room() is None
    group = live.fake.group("Meja", budi)
    group.anonymously(f"/meja@SaksiUjiBot {code}")
    await live.settle()
    assert 'Matikan "tetap anonim"' in read(group)
    assert live.room() is None
    group.say(f"/meja@SaksiUjiBot {code}")
    await live.settle()
    assert live.room() is not None
    other = live.fake.group("Lain", budi)
    other.say(f"/meja@SaksiUjiBot {live.code()}")
    await live.settle()
    assert "Meja Anda sudah punya grup." in read(other)


async def test_a_code_that_makes_an_officer_is_good_for_nothing_once_a_group_has_read_it(live: Live) -> None:
    budi, rina = await live.officer("Budi"), live.fake.person("Rina")
    group = live.fake.group("Meja", rina, budi)
    for by in (rina, budi):
        code = live.office.invite(WAKATOBI, Role.SUPERVISOR, "Tuti")
        group.as_(by).say(f"/start@SaksiUjiBot {code}")
        await live.settle()
        assert "Di grup semua orang melihatnya, jadi kami batalkan." in read(group)
        rina.start(code)
        await live.settle()
        assert "Kode itu belum bisa dipakai." in read(rina)
    assert live.room() is None


async def test_what_members_say_to_one_another_is_neither_kept_nor_answered(live: Live) -> None:
    budi = await live.officer("Budi")
    group = await live.bound(budi, live.fake.person("Rina"))
    group.promote("can_pin_messages")
    await live.settle()
    with live.office.database.reading() as db:
        before = db.connection().execute(sql("SELECT count(*) FROM inbox")).scalar_one()
    said = len([m for m in group.messages if m.mine])
    group.say(STORY)
    group.say("Sari tadi ke sini, dia yang lapor", reply_to_message={"text": "x"})
    group.say("halo")
    group.say("/bantuan")
    await live.settle()
    with live.office.database.reading() as db:
        assert db.connection().execute(sql("SELECT count(*) FROM inbox")).scalar_one() == before
        assert db.connection().execute(sql("SELECT count(*) FROM draft")).scalar_one() == 0
    assert len([m for m in group.messages if m.mine]) == said


# Cards


async def test_a_case_is_one_card_in_the_room_that_cannot_be_passed_on_and_is_edited_where_it_is(
    live: Live,
) -> None:
    budi, dewi = await live.officer("Budi"), await live.officer("Dewi")
    group = await live.bound(budi, dewi)
    await reported(live)
    assert cards(group) == [FREE]
    assert FREE not in read(budi), "no card in private where there is a room"
    with pytest.raises(AssertionError, match="does not let protected content be forwarded"):
        dewi.forward_of(next(m for m in group.messages if m.text.startswith(FREE)))
    await press(live, group, budi, "Ambil")
    assert cards(group) == [TAKEN]
    assert asides(live)[-1] == PRIVATE
    assert TAKEN in read(budi), "what can be done with it is in their own chat"
    await press(live, group, dewi, "Kembalikan")
    assert live.office.case().officer_id is not None
    await press(live, group, dewi, "Buka di chat pribadi")
    await press(live, group, budi, "Buka di chat pribadi")
    budi.press("Cerita")
    await live.settle()
    assert STORY in read(budi)
    assert STORY not in read(group) + read(dewi)


async def test_strangers_and_those_who_act_in_the_groups_name_are_refused_so_that_only_they_read_it(
    live: Live,
) -> None:
    budi, rina = await live.officer("Budi"), live.fake.person("Rina")
    group = await live.bound(budi, rina)
    await reported(live)
    before = live.office.case()
    await press(live, group, rina, "Ambil")
    assert asides(live)[-1].startswith("Tombol ini hanya untuk petugas meja.")
    card = next(m for m in group.messages if m.text.startswith(FREE))
    hidden = group.as_(budi)
    hidden.user = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    hidden.tap(card, card.keyboard[0][0]["callback_data"] if card.keyboard else "")
    await live.settle()
    assert asides(live)[-1].startswith("Kami belum bisa melihat siapa yang menekan.")
    assert live.office.case() == before
    with live.office.database.reading() as db:
        lane = live.keys.index(f"telegram:{rina.id}")
        assert (
            not db.connection()
            .execute(sql("SELECT 1 FROM address WHERE lane = :lane"), {"lane": lane})
            .first()
        )


async def test_who_sits_next_door_or_was_demoted_presses_all_that_stands_in_the_room_and_sees_and_moves_nothing(
    live: Live,
) -> None:
    budi, citra = await live.officer("Budi"), await live.officer("Citra", "bawaslu:74.01")
    dewi = await live.officer("Dewi")
    group = await live.bound(budi, citra, dewi)
    group.promote("can_pin_messages")
    await reported(live)
    await live.tick()
    offered = [(m, row[0]["callback_data"]) for m in group.messages if m.mine for row in m.keyboard or ()]
    assert len(offered) >= 3, "the card, and the list that is pinned"
    dewi.start(live.office.invite(WAKATOBI, Role.ADMIN, "Dewi"))
    await live.settle()
    before, happened = live.office.case(), live.office.happened()
    for who in (citra, dewi):
        since = len(who.messages)
        for message, data in offered:
            group.as_(who).tap(message, data)
            await live.settle()
        told = [m.text for m in who.messages[since:] if m.mine]
        assert told
        assert {text for text in told if not text.startswith("Meja ")} <= {GONE}, told
        assert not any(TICKET in text for text in told)
    assert (live.office.case(), live.office.happened()) == (before, happened)
    assert cards(group) == [FREE]


async def test_a_card_copied_to_another_group_does_nothing_there(live: Live) -> None:
    budi = await live.officer("Budi")
    group = await live.bound(budi)
    await reported(live)
    card = next(m for m in group.messages if m.text.startswith(FREE))
    assert card.keyboard
    other = live.fake.group("Lain", budi)
    copied = other.say("salinan")
    other.tap(copied, card.keyboard[0][0]["callback_data"])
    await live.settle()
    assert asides(live)[-1].startswith("Tombol ini sudah tidak dipakai di sini.")
    assert live.office.case().officer_id is None


async def test_a_closed_case_is_gone_from_the_room_and_an_old_card_is_emptied(live: Live) -> None:
    budi = await live.officer("Budi")
    group = await live.bound(budi)
    await reported(live)
    await press(live, group, budi, "Ambil")
    await closed(live, budi)
    assert cards(group) == []


async def test_what_is_older_than_two_days_is_emptied(live: Live) -> None:
    budi = await live.officer("Budi")
    group = await live.bound(budi)
    await reported(live)
    await press(live, group, budi, "Ambil")
    live.fake.turn(hours=49)
    await closed(live, budi)
    assert cards(group) == [f"{TICKET} · tidak lagi di meja ini"]
    assert not next(m for m in group.messages if m.text.startswith(TICKET)).buttons


async def closed(live: Live, budi: Person) -> None:
    for label in ("Tidak dilanjutkan", "buktinya belum cukup", "Tanpa kalimat", "Kirim"):
        budi.press(label)
        await live.settle()
    assert live.office.case().status == "not_pursued"


async def test_a_burst_of_cases_is_one_letter_and_none_comes_before_its_batch(slow: Live) -> None:
    budi = await slow.officer("Budi")
    group = await slow.bound(budi)
    before = len(group.messages)
    slow.office.turn(17, 10, 1)
    for number in range(9):
        await reported(slow, f"10{number}")
        slow.office.turn(17, 10, 1)
    await slow.settle()
    assert len(group.messages) == before
    slow.office.turn(17, 10, 10)
    await slow.settle()
    (pager,) = group.messages[before:]
    assert pager.text.startswith(
        "Di meja Bawaslu Kab. Wakatobi ada 9 laporan yang belum diambil. Lihat Meja hari ini"
    )
