"""The morning's digest: one letter an officer, at eight of their own morning, with what lies at the desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.cases.lifecycle import Role
from handlers.clock import PROMISES, ROOMS
from handlers.house import House
from handlers.tick import Look, perform
from storage import digests as days
from storage.keys import Keys
from storage.vault import Vault
from tests.hours import house
from tests.officers.office import SULTRA, TICKET, Office
from tests.phone import Phone

HELLO = "Ringkasan hari ini."


@pytest.fixture
def office(database_url: str, keys: Keys) -> Iterator[Office]:
    """Where cards and pushes wait, as they do outside tests."""
    office = Office(database_url, keys, "10-40")
    yield office
    office.database.dispose()


@pytest.fixture
def saksi(office: Office, keys: Keys, tmp_path: Path) -> House:
    return house(office.database, keys, Vault(tmp_path))


def tick(office: Office, saksi: House, at: datetime | None = None, *, dry: bool = False) -> list[str]:
    """What the clock does, but for the citizens' news; `at` makes it a rehearsal."""
    now = office.database.now()
    looked = Look(now, at or office.at, now, rehearsal=at is not None, dry=dry)
    return [str(one.what) for one in perform(saksi, (*PROMISES[1:4], *ROOMS), looked) if one.what != "board"]


def mornings(phone: Phone) -> list[list[str]]:
    """The digests it has got since, each as its lines."""
    before = len(phone.screens)
    phone.read()
    return [
        phone.shown(one.say)
        for one in phone.screens[before:]
        if one.say.lines and one.say.lines[0].key == "digest"
    ]


def digests(phone: Phone) -> int:
    return len(mornings(phone))


def test_at_eight_each_officer_reads_what_waits_and_what_is_theirs(office: Office, saksi: House) -> None:
    budi, dewi = office.officer("2001"), office.officer("2002", name="Dewi")
    for number in range(2):
        office.report(office.citizen(f"100{number}"))
    office.pass_by(minutes=5)
    office.say(budi, TICKET, "[Ambil]")
    office.pass_by(minutes=10)
    budi.read(), dewi.read()
    office.turn(18, 7, 59)
    assert "digest" not in tick(office, saksi)
    office.turn(18, 8, 1)
    assert "digest" in tick(office, saksi)
    (read,) = mornings(budi)
    assert read[:3] == [
        HELLO, "Meja Bawaslu Kab. Wakatobi, Jumat 18 Okt",
        "Belum diambil: 1 · di tangan Anda: 1 · jatuh tempo hari ini: 1 · lewat: 0",
    ]  # fmt: skip
    assert f"{TICKET} · diambil Budi" in read[-1]
    (read,) = mornings(dewi)
    assert read[2].startswith("Belum diambil: 1 · di tangan Anda: 0")


def test_once_a_day_however_often_it_ticks(office: Office, saksi: House) -> None:
    budi = office.officer("2001")
    office.report(office.citizen())
    office.turn(18, 8, 1)
    tick(office, saksi)
    assert digests(budi) == 1
    for hour in (8, 12, 19):
        office.turn(18, hour, 30)
        assert "digest" not in tick(office, saksi)
    office.turn(21, 8, 1)
    tick(office, saksi)
    assert digests(budi) == 1


def test_of_all_clocks_that_find_it_due_one_tells_a_days_digest(office: Office) -> None:
    """However long each has known that it is."""
    today, now = office.at.date(), office.database.now()
    with office.database.transaction() as db:
        told = [days.claim(db, "bawaslu:74.07", today + timedelta(days=day), now) for day in (0, 0, 1, 1, 0)]
    assert told == [True, False, True, False, False]


def test_what_came_at_night_is_in_it_and_the_pager_is_not_sent_beside_it(
    office: Office, saksi: House
) -> None:
    budi = office.officer("2001")
    office.turn(17, 22)
    office.report(office.citizen())
    office.turn(18, 8, 0)
    tick(office, saksi)
    office.turn(18, 8, 10)
    read = budi.read()
    assert read.count(HELLO) == 1
    assert not any(line.startswith("Di meja") for line in read)


def test_where_nothing_waits_nobody_is_greeted(office: Office, saksi: House) -> None:
    budi = office.officer("2001")
    office.turn(18, 8, 1)
    assert tick(office, saksi) == []
    assert digests(budi) == 0


def test_eight_is_eight_of_the_desk(office: Office, saksi: House) -> None:
    """BKN sits in Jakarta, an hour behind Wakatobi."""
    eka, budi = office.officer("2001", "bkn", name="Eka"), office.officer("2002")
    office.report(office.citizen())
    office.report(office.citizen("1002"))
    office.pass_by(minutes=5)
    office.say(
        budi, TICKET, "[Ambil]", "[Teruskan ke BKN]", "Diduga staf kecamatan memasang baliho calon bupati."
    )
    office.say(budi, "[Tanpa salinan]", "[Kirim]")
    office.pass_by(minutes=10)
    eka.read(), budi.read()
    office.turn(18, 8, 1)
    tick(office, saksi)
    assert (digests(budi), digests(eka)) == (1, 0)
    office.turn(18, 9, 1)
    tick(office, saksi)
    assert (digests(budi), digests(eka)) == (0, 1)


def test_on_a_day_off_it_comes_only_while_an_election_runs(office: Office, saksi: House) -> None:
    budi = office.officer("2001")
    office.report(office.citizen())
    budi.read()
    office.turn(19, 8, 1)
    tick(office, saksi)
    assert digests(budi) == 1, "a Saturday of the campaign"
    off_season = {"03-20": 0, "03-24": 0, "03-25": 1, "06-13": 0, "06-15": 1, "12-24": 0}
    for day, count in off_season.items():
        office.at = datetime.fromisoformat(f"2026-{day}T08:01+08:00")
        tick(office, saksi)
        assert digests(budi) == count, (
            f"{day}: cuti bersama of Lebaran, a Saturday, a Monday, cuti bersama again"
        )


def test_a_supervisor_reads_of_the_desks_below_what_was_let_lie(office: Office, saksi: House) -> None:
    office.officer("2001")
    tuti = office.officer("2002", SULTRA, Role.SUPERVISOR, "Tuti")
    for number in range(3):
        office.report(office.citizen(f"100{number}"))
    office.pass_by(minutes=5)
    budi = Phone(office.saksi, "telegram", "2001")
    office.say(budi, TICKET, "[Ambil]")
    office.turn(22, 0, 1)
    assert sorted(tick(office, saksi)) == ["late", "late", "returned"]
    assert sorted(tick(office, saksi)) == ["late"], "giving back wins no time"
    assert digests(tuti) == 0
    office.turn(22, 8, 1)
    tick(office, saksi)
    assert mornings(tuti) == [
        [HELLO, "Bawaslu Kab. Wakatobi: 3 lewat waktu, 1 kembali ke meja tanpa langkah"]
    ]
    office.turn(23, 8, 1)
    tick(office, saksi)
    assert mornings(tuti) == [], "it was told"


def test_after_two_days_of_sleep_there_is_one_digest_a_desk(office: Office, saksi: House) -> None:
    """Whatever came back, was late or is soon due meanwhile."""
    budi, tuti = office.officer("2001"), office.officer("2002", role=Role.SUPERVISOR, name="Tuti")
    for number in range(8):
        office.report(office.citizen(f"100{number}"))
    office.pass_by(minutes=10)
    budi.read(), tuti.read()
    office.turn(24, 11, 0)
    tick(office, saksi)
    office.pass_by(minutes=30)
    tick(office, saksi)
    for phone, more in (
        (budi, []),
        (tuti, ["Bawaslu Kab. Wakatobi: 8 lewat waktu"]),
    ):
        (read,) = mornings(phone)
        assert read[3:-1] == more
        assert read[2].startswith("Belum diambil: 8 · ")
        assert read[2].endswith(" · jatuh tempo hari ini: 0 · lewat: 8")
        rung = {one.slot for one in phone.screens if not one.slot.startswith(("card:", "board"))}
        assert {slot.partition(":")[0] for slot in rung} == {"", "pager"}, "but for the welcome, nothing else"


def test_woken_at_night_it_waits_for_the_morning(office: Office, saksi: House) -> None:
    budi = office.officer("2001")
    office.report(office.citizen())
    office.pass_by(minutes=10)
    budi.read()
    office.turn(19, 21)
    tick(office, saksi)
    assert digests(budi) == 0


def test_a_rehearsal_tells_it_and_takes_nobodys_real_one(office: Office, saksi: House) -> None:
    budi = office.officer("2001")
    office.report(office.citizen())
    office.pass_by(minutes=10)
    budi.read()
    later = office.at + timedelta(days=1)
    assert tick(office, saksi, later, dry=True).count("digest") == 1
    assert digests(budi) == 0
    tick(office, saksi, later)
    assert digests(budi) == 1
    office.turn(18, 8, 1)
    tick(office, saksi)
    assert digests(budi) == 1
