"""Whose report was merged into another: what she hears, what she may do, what becomes of hers."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.cases.lifecycle import Role
from bot.conversation import screen
from handlers import endings, promises
from handlers.casework import looks, moves
from handlers.casework.looks import Story
from handlers.casework.work import Moved, Refused, Waiting
from handlers.orphaned import orphaned
from handlers.tick import Duty, Look, perform
from storage import people
from storage.desks import Officer
from tests.casework.calling import CHATS, lane
from tests.casework.room import BKN, BUTON, GIVEN, SULTRA, TICKETS, WAKATOBI, WHY, WITA, Room
from tests.casework.ticking import Ticking
from tests.phone import Phone
from tests.talking import Saksi, library

HERS = TICKETS[1]


@pytest.fixture
def merged(room: Room, budi: Officer) -> Room:
    """Ani's report went into Sari's, which Budi has; both have heard."""
    room.file()
    room.file(HERS, lane=lane(room, HERS))
    room.did(budi, "take")
    room.did(budi, "merge", {"ticket": TICKETS[0]}, HERS)
    room.turn(room.at + timedelta(hours=1))
    room.sent()
    return room


@pytest.fixture
def ani(merged: Room, saksi: Saksi) -> Phone:
    """Her chat."""
    now = merged.database.now()
    with merged.database.transaction() as db:
        people.consent(db, lane(merged, HERS), version="1", text_hash="h", channel="telegram", at=now)
    return Phone(saksi, "telegram", CHATS[HERS])


def _read(room: Room) -> tuple[str, str, list[str]]:
    """Her one letter, where choices are numbered and where there are buttons, and these."""
    (letter,) = room.sent(lane(room, HERS))
    words, say = library().words, letter.say
    buttons = [option.key for option in screen.choices(say, "buttons")]
    return screen.numbered(say, words, "id", "whatsapp"), screen.text(say, words, "id", "telegram"), buttons


@pytest.mark.parametrize("engine", ["sqlite"])
def test_an_outcome_offers_her_what_she_may_do_and_no_word_of_the_other_report(
    merged: Room, budi: Officer
) -> None:
    merged.did(budi, "not_pursue", WHY)
    merged.turn(merged.at + timedelta(hours=1))
    numbered, tapped, buttons = _read(merged)
    assert numbered.startswith(f"Ada kabar untuk {HERS}.")
    assert "Ketik TAMBAH" in numbered
    assert "Ketik TINJAU untuk minta ditinjau lagi, sekali, sampai Sabtu, 16 November." in numbered
    assert "Anda dapat minta ditinjau lagi, sekali, sampai Sabtu, 16 November." in tapped
    assert buttons == [f"add.{HERS}", f"object.{HERS}", f"no.{HERS}"]
    assert TICKETS[0] not in numbered + tapped, "the number of another's report"


@pytest.mark.parametrize("engine", ["sqlite"])
def test_what_an_officer_writes_to_the_other_reporter_is_not_for_her(merged: Room, budi: Officer) -> None:
    """But for a reason of the officer's own, which the preview says that others read."""
    merged.did(
        budi, "not_pursue", {"reason": "evidence", "sentence": "Foto Anda dari warung depan terlalu jauh"}
    )
    merged.turn(merged.at + timedelta(hours=1))
    numbered, tapped, _ = _read(merged)
    assert "Alasannya: buktinya belum cukup." in tapped
    assert "warung" not in numbered + tapped


@pytest.mark.parametrize("engine", ["sqlite"])
def test_she_may_have_hers_looked_at_again_whoever_reported_the_other(
    merged: Room, budi: Officer, ani: Phone
) -> None:
    """Or the accused, who reports himself and never objects, buries what others saw."""
    merged.did(budi, "not_pursue", WHY)
    merged.turn(merged.at + timedelta(hours=1))
    assert "Anda dapat minta ditinjau lagi" in ani.read()[-2]
    ani.line("[Minta ditinjau lagi]")
    (told,) = ani.line("Di foto kedua wajahnya jelas terlihat")
    assert told.startswith(f"Permintaan Anda tersimpan. Bawaslu Kab. Wakatobi membaca {HERS} sekali lagi.")
    hers = merged.case(HERS)
    assert (hers.status, hers.desk, hers.merged_into, hers.officer_id) == ("waiting", WAKATOBI, None, None)
    assert merged.case().status == "not_pursued", "the other stands as it was decided"
    assert [notice.key for notice in merged.notices][-1] == "objected"


@pytest.mark.parametrize("engine", ["sqlite"])
def test_where_the_other_goes_hers_goes_too_and_who_decides_reads_what_she_adds(
    merged: Room, budi: Officer, ani: Phone
) -> None:
    merged.did(budi, "pass_to_bkn", GIVEN)
    eko = merged.officer(BKN, name="Eko")
    assert merged.case(HERS).desk == BKN
    assert "Ada di Bawaslu Kab. Wakatobi sejak Kamis, 17 Oktober 2024." in ani.line("status"), (
        "as she has heard"
    )
    merged.turn(merged.at + timedelta(days=1))
    ani.read()
    assert "Ada di BKN sejak Kamis, 17 Oktober 2024." in ani.line("status")
    merged.did(eko, "take")
    ani.line(f"tambah {HERS}")
    ani.line("[foto]")
    ani.line("[Selesai]")
    ani.line("Baliho itu sudah pindah ke seberang jalan")
    told = merged.notices[-1]
    assert (told.key, told.desk, told.to, told.values["ticket"]) == ("added", BKN, eko.id, HERS)
    with merged.database.transaction() as db:
        read = looks.story(merged.work(db), eko, merged.case(HERS).id)
        assert isinstance(read, Story)
        assert [one.said["note"] for one in read.added] == ["Baliho itu sudah pindah ke seberang jalan"]
        assert looks.story(merged.work(db), budi, merged.case(HERS).id) == Refused("gone")


@pytest.mark.parametrize("engine", ["sqlite"])
def test_every_week_she_hears_where_it_lies_until_there_is_an_outcome(
    merged: Room, budi: Officer, ani: Phone, ticking: Ticking
) -> None:
    merged.did(budi, "pass_to_bkn", GIVEN)
    merged.turn(merged.at + timedelta(hours=1))
    assert "Kabar berikutnya paling lambat Kamis, 24 Oktober." in ani.read()[-2]
    assert _week(ticking, datetime(2024, 10, 24, 16, tzinfo=WITA)) == {"news"}
    still = "Belum ada perubahan. Menunggu di BKN sejak Kamis, 17 Oktober 2024."
    assert ani.read()[-1] == f"{still} Kabar berikutnya paling lambat Kamis, 31 Oktober."
    eko = merged.officer(BKN, name="Eko")
    merged.did(eko, "not_prove", WHY)
    merged.turn(merged.at + timedelta(days=1))
    assert "Kabar berikutnya" not in "".join(ani.read())
    assert _week(ticking, datetime(2024, 11, 7, 16, tzinfo=WITA)) <= {"news-over"}
    assert ani.read() == []


@pytest.mark.parametrize("facts", [{"high": True}, {"audience": "province"}], ids=["high post", "her wish"])
@pytest.mark.parametrize("engine", ["sqlite"])
def test_what_is_kept_from_local_desks_keeps_the_other_from_them_too(
    room: Room, facts: dict[str, Any]
) -> None:
    """Else what is about a high post is dropped by one officer, or read at a local desk, as a part of another."""
    chief, dewi = room.officer(SULTRA, Role.SUPERVISOR), room.officer(SULTRA, name="Dewi")
    room.officer(BUTON)
    room.file(desk=SULTRA)
    room.file(HERS, lane="ani", desk=SULTRA, **facts)
    if isinstance(room.do(chief, "merge", {"ticket": TICKETS[0]}, HERS), Waiting):
        hers = room.case(HERS)
        with room.database.transaction() as db:
            assert isinstance(moves.confirm(room.work(db), dewi, hers.id, hers.step), Moved)
    assert room.case(HERS).status == "merged"
    assert room.do(chief, "forward", GIVEN) == Refused("needs", ("desk",))
    room.did(dewi, "take")
    assert isinstance(room.do(dewi, "not_pursue", WHY), Waiting)


@pytest.mark.parametrize("how", ["withdrawn", "withdrawn, and closed at once", "erased"])
@pytest.mark.parametrize("engine", ["sqlite"])
def test_what_the_other_takes_back_is_not_taken_back_for_her(
    merged: Room, ani: Phone, ticking: Ticking, how: str
) -> None:
    """The accused could report himself, and end with his own report what others saw."""
    lead, chief = merged.case(), merged.officer(WAKATOBI, Role.SUPERVISOR)
    with merged.database.transaction() as db:
        if how == "erased":
            endings.erase(db, lead, by="citizen", at=merged.at, now=merged.database.now())
        else:
            endings.withdraw(db, lead, by="citizen", at=merged.at)
    if "closed" in how:
        merged.did(chief, "close", {"reason": "withdrawn"})
    assert _ticked(ticking, orphaned) == [f"orphaned {HERS}"]
    hers = merged.case(HERS)
    assert (hers.status, hers.desk, hers.merged_into, hers.closed_at) == ("waiting", WAKATOBI, None, None)
    assert merged.cards[-1][:2] == (HERS, WAKATOBI)
    assert ani.read() == [], "nobody learns when it was taken back"
    merged.turn(merged.at + timedelta(hours=1))
    told = "\n".join(ani.read())
    assert f"Ada kabar untuk {HERS}." in told
    assert "Laporan ini sekarang diperiksa tersendiri di Bawaslu Kab. Wakatobi." in told
    assert TICKETS[0] not in told
    assert _ticked(ticking, orphaned) == []


@pytest.mark.parametrize("engine", ["sqlite"])
def test_what_both_took_back_stays_so(merged: Room, ticking: Ticking) -> None:
    for ticket in (HERS, TICKETS[0]):
        with merged.database.transaction() as db:
            endings.withdraw(db, merged.case(ticket), by="citizen", at=merged.at)
    assert _ticked(ticking, orphaned) == []
    assert merged.case(HERS).status == "merged"


def _week(ticking: Ticking, at: datetime) -> set[str]:
    ticking.room.turn(at)
    return {one.split()[0] for one in _ticked(ticking, promises.news)}


def _ticked(ticking: Ticking, duty: Duty) -> list[str]:
    now = ticking.room.database.now()
    done = perform(ticking.house, (duty,), Look(now, ticking.room.at, now))
    return [f"{one.what} {one.about}" for one in done]
