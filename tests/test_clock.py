"""The clock: news is promised and comes, what another chat asked for waits, and everything happens once."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from handlers import clock
from handlers.civil import Civil
from handlers.tick import SENTENCES, Effect
from storage import events, people
from storage.database import Database
from storage.keys import Keys
from storage.vault import Vault
from tests.hours import CODE, FILED, NOT_HERS, TICKET, WITA, Hours, house, letters
from tests.phone import Phone

HEAD = f"Ada kabar untuk {TICKET}."
Found = list[tuple[str, str]]
STILL = "Belum ada perubahan. Menunggu di Bawaslu Kab. Wakatobi sejak Rabu, 16 Oktober 2024."


@pytest.fixture
def hours(database_url: str, tmp_path: Path) -> Iterator[Hours]:
    """With keys in a file of its own, which other processes open."""
    hours = Hours(database_url, Keys.make(tmp_path / "keys.json"), tmp_path)
    yield hours
    hours.database.dispose()


@pytest.fixture
def sari(hours: Hours) -> Phone:
    """She has filed a report, on a Wednesday evening."""
    phone = hours.sari()
    assert f"Nomor laporan: {TICKET}" in hours.report(phone)
    return phone


def test_on_the_promised_day_she_hears_that_nothing_has_changed(hours: Hours, sari: Phone) -> None:
    hours.turn(23, 15, 59)
    assert hours.tick() == [f"late {TICKET}", "drafts"], (
        "the desk, what the last screen offered; nothing for her yet"
    )
    assert sari.read() == []
    hours.turn(23, 16)
    assert hours.tick() == [f"news {TICKET}"]
    assert sari.read() == [HEAD, f"{STILL} Kabar berikutnya paling lambat Rabu, 30 Oktober."]
    assert hours.happened()[-1] == ("news", "clock")
    assert hours.events()[-1].data == {"told": True, "by": "2024-10-30"}
    assert not hours.events()[-1].rehearsal
    assert hours.open_deadlines()["news"] == datetime(2024, 10, 30, 23, 59, 59, tzinfo=WITA)
    assert hours.tick() == []


def test_after_three_weeks_of_sleep_she_gets_one_letter(hours: Hours, sari: Phone) -> None:
    hours.turn(6, 9, month=11)
    assert f"news {TICKET}" in hours.tick()
    assert hours.tick() == []
    assert sari.read() == [HEAD, f"{STILL} Kabar berikutnya paling lambat Rabu, 13 November."]


def test_nobody_is_woken_at_night(hours: Hours, sari: Phone) -> None:
    for day, hour, minute in ((23, 20, 0), (23, 23, 59), (24, 5, 59)):
        hours.turn(day, hour, minute)
        assert f"news {TICKET}" not in hours.tick()
    hours.turn(24, 6)
    assert hours.tick() == [f"news {TICKET}"]
    assert sari.read()[0] == HEAD


@pytest.mark.parametrize("word", ["kabar singkat", "kunci"])
def test_short_news_and_a_locked_chat_only_say_that_there_is_news(
    hours: Hours, sari: Phone, word: str
) -> None:
    hours.talk(sari, word)
    hours.turn(23, 17)
    assert f"news {TICKET}" in hours.tick()
    assert sari.read() == [HEAD]


def test_who_asked_for_no_news_gets_none_and_the_promise_moves_on(hours: Hours, sari: Phone) -> None:
    hours.talk(sari, "stop")
    hours.turn(23, 17)
    assert f"news-unheard {TICKET}" in hours.tick()
    assert sari.read() == []
    assert hours.events()[-1].data == {"told": False, "by": "2024-10-30"}
    assert hours.open_deadlines()["news"].day == 30


def test_letters_do_not_pile_up_for_who_cannot_be_reached(hours: Hours, sari: Phone) -> None:
    with hours.database.transaction() as db:
        people.lost(db, sari.lane, hours.at)
    for day in (23, 30):
        hours.turn(day, 17)
        assert f"news-unheard {TICKET}" in hours.tick()
    assert hours.count("outbox", "state <> 'sent'") == 0


def test_without_a_tie_no_news_is_owed(hours: Hours) -> None:
    phone = hours.sari()
    hours.report(phone, "4")
    assert not hours.tied(), "with her last letter"
    hours.turn(23, 17)
    assert f"news-over {TICKET}" in hours.tick()
    assert "news" not in hours.open_deadlines()
    assert phone.read() == []
    assert hours.happened() == [("filed", "citizen"), ("late", "clock")]


def test_news_takes_no_number_away_from_the_question_under_way(hours: Hours, sari: Phone) -> None:
    hours.turn(23, 15, 30)
    hours.talk(sari, "lapor")
    asked = hours.talk(sari, "1")
    hours.turn(23, 16, 30)
    hours.tick()
    assert sari.read()[0] == HEAD
    assert "1 Tidak ada foto" in asked
    assert hours.talk(sari, "1")[0].startswith("Sekarang ceritakan")


def test_withdrawn_from_another_chat_after_two_days(hours: Hours, sari: Phone) -> None:
    hours.turn(17, 8, 55)
    hours.asked_elsewhere("tarik")
    assert "menarik K7M-4QX-3" in sari.read()[1]
    hours.turn(19, 8, 55)
    assert f"withdrawn {TICKET}" not in hours.tick()
    hours.turn(19, 9)
    assert f"withdrawn {TICKET}" in hours.tick()
    assert hours.case().status == "withdrawn"
    assert hours.happened()[-3:] == [("withdraw_asked", "citizen"), ("late", "clock"), ("withdrawn", "clock")]
    assert hours.tied(), "until her letter has left"
    assert sari.read() == [HEAD, "Ini sudah ditarik, sesuai permintaan."]
    assert not hours.tied()
    assert hours.open_deadlines() == {}


def test_erased_from_another_chat_after_two_days(hours: Hours, sari: Phone) -> None:
    hours.turn(17, 8, 55)
    hours.asked_elsewhere("hapus")
    sari.read()
    hours.turn(19, 9)
    assert f"erased {TICKET}" in hours.tick()
    assert sari.read() == [HEAD, "Isinya sudah dihapus, sesuai permintaan."]
    assert hours.case().status == "erased"
    assert hours.count("case_file", "sealed_content IS NOT NULL OR sealed_identity IS NOT NULL") == 0
    assert hours.count("dossier d JOIN case_file c ON c.dossier_id = d.id", "d.content_key IS NOT NULL") == 0
    with hours.database.reading() as db:
        assert events.broken_at(db, hours.case().id) is None


def test_the_last_letter_waits_for_the_morning(hours: Hours, sari: Phone) -> None:
    hours.turn(17, 21, 55)
    hours.asked_elsewhere("hapus")
    sari.read()
    hours.turn(19, 22)
    assert f"erased {TICKET}" in hours.tick()
    assert sari.read() == []
    hours.turn(20, 6)
    assert sari.read()[0] == HEAD
    assert not hours.tied()


def test_who_asked_for_no_news_is_let_go_of_without_a_letter(hours: Hours, sari: Phone) -> None:
    hours.asked_elsewhere("tarik")
    hours.talk(sari, "stop")
    hours.turn(19, 9)
    assert f"withdrawn {TICKET}" in hours.tick()
    assert not hours.tied()
    assert sari.read() == []


def test_what_she_stopped_does_not_happen(hours: Hours, sari: Phone) -> None:
    hours.asked_elsewhere("hapus")
    hours.talk(sari, "biarkan")
    hours.turn(20, 9)
    assert f"erased {TICKET}" not in hours.tick()
    assert hours.case().status == "waiting"


def test_withdrawing_leaves_an_erasure_that_waits(hours: Hours, sari: Phone) -> None:
    hours.asked_elsewhere("hapus")
    hours.turn(17, 9)
    hours.talk(sari, "tarik", "1")
    assert hours.case().status == "withdrawn"
    hours.turn(19, 9)
    assert f"erased {TICKET}" in hours.tick()
    assert hours.case().status == "erased"


def test_a_dry_run_tells_and_does_nothing(hours: Hours, sari: Phone) -> None:
    hours.turn(23, 17)
    before = hours.happened(), hours.open_deadlines(), hours.count("draft")
    assert hours.tick(dry_run=True) == [f"late {TICKET}", f"news {TICKET}", "drafts"]
    assert (hours.happened(), hours.open_deadlines(), hours.count("draft")) == before
    assert sari.read() == []


def test_a_rehearsal_is_marked_and_waits_for_no_morning(hours: Hours, sari: Phone) -> None:
    inbox = hours.count("inbox")
    assert f"news {TICKET}" in hours.tick(datetime(2024, 10, 24, 0, 0, tzinfo=WITA))
    assert sari.read() == [HEAD, f"{STILL} Kabar berikutnya paling lambat Kamis, 31 Oktober."]
    assert hours.events()[-1].rehearsal
    assert hours.events()[-1].at == datetime(2024, 10, 24, 0, 0, tzinfo=WITA)
    assert hours.count("inbox") == inbox, "duplicates are known by real time"


def test_civil_time_may_run_ahead_of_real_time(hours: Hours, sari: Phone) -> None:
    later = house(hours.database, hours.keys, hours.vault, Civil(timedelta(days=7)))
    hours.turn(16, 19, 50)
    done = clock.tick(later)
    assert [str(effect) for effect in done if effect.what == "news"] == [
        f"{TICKET}: she is told that nothing has changed"
    ]
    assert sari.read()[0] == HEAD, "the letter leaves by real time"


def test_one_case_that_cannot_be_done_stops_no_other(hours: Hours, sari: Phone) -> None:
    budi = Phone(hours.saksi, "terminal", "3003")
    hours.report(budi)
    hours.change("UPDATE case_file SET region = '99.99' WHERE ticket = :ticket", ticket=TICKET)
    hours.turn(23, 17)
    done = hours.tick()
    assert "failed news" in done
    assert len([effect for effect in done if effect.startswith("news ")]) == 1
    assert [letter[0] for letter in letters(budi.read())][-1].startswith("Ada kabar untuk ")


def test_two_processes_that_tick_together_do_everything_once(
    hours: Hours, database_url: str, tmp_path: Path
) -> None:
    phones = [Phone(hours.saksi, "whatsapp", str(5000 + one)) for one in range(3)]
    for phone in phones:
        hours.report(phone)
    hours.asked_elsewhere("tarik")
    hours.turn(23, 17)
    spawn = multiprocessing.get_context("spawn")
    together, found = spawn.Barrier(2), spawn.Queue()
    told = (database_url, tmp_path, hours.at, together, found)
    processes = [spawn.Process(target=ticking, args=told) for _ in range(2)]
    for process in processes:
        process.start()
    done = [effect for _ in processes for effect in found.get(timeout=60)]
    for process in processes:
        process.join()
    assert sorted(what for what, _ in done if what not in ("drafts", *NOT_HERS)) == ["late"] * 2 + [
        "news"
    ] * 2 + ["withdrawn"]
    assert len({about for what, about in done if what == "news"}) == 2
    assert hours.count("case_event", "what = 'news'") == 2
    assert hours.count("case_event", "what = 'withdrawn'") == 1
    assert hours.count("draft", "form <> 'report'") == 0
    heads = [letter[0] for phone in phones for letter in letters(phone.read()) if "Ada kabar" in letter[0]]
    assert len(heads) == 4, "twice news; the withdrawal asked for, and done"


def ticking(url: str, folder: Path, at: datetime, together: Barrier, found: Queue[Found]) -> None:
    """Another process of Saksi, that ticks once, when the others do."""
    database = Database(url, lambda: at.astimezone(UTC))
    saksi = house(database, Keys.load(folder / "keys.json"), Vault(folder / "evidence"))
    together.wait(60)
    found.put([(effect.what, effect.about) for effect in clock.tick(saksi)])
    database.dispose()


async def test_the_clock_ticks_as_soon_as_it_runs(hours: Hours, sari: Phone) -> None:
    hours.turn(23, 17)
    ticked = asyncio.Event()
    loop = asyncio.get_running_loop()

    def told() -> None:
        loop.call_soon_threadsafe(ticked.set)

    running = asyncio.create_task(clock.clock(hours.house, told))
    letters: list[str] = []
    while not letters:  # several duties are looked at side by side, and each tells
        await asyncio.wait_for(ticked.wait(), 30)
        ticked.clear()
        letters = sari.read()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert letters[0] == HEAD


@pytest.mark.parametrize("what", sorted(SENTENCES))
def test_an_operator_can_read_every_effect(what: str) -> None:
    told = str(Effect(what, TICKET, 3))
    assert TICKET in told or "3" in told
    assert CODE not in told
    assert FILED.isoformat() not in told
