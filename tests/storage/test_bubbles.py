"""The talk that we keep ourselves: nothing missed, nothing twice, and gone when it was said to be gone."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from bot.conversation.message import Line, Say
from storage import bubbles, mail, people, refs, upkeep
from storage.bubbles import NEWS, SECRET, SHORT, TALK
from storage.database import Database
from storage.keys import Keys, SealBroken
from storage.sql import sql
from tests.storage.clock import Clock

SARI, BUDI = "lane-of-sari", "lane-of-budi"


def hear(database: Database, keys: Keys, text: str, lane: str = SARI) -> int:
    with database.transaction() as db:
        now = database.now()
        place = bubbles.place_for(db, lane, now)
        bubbles.heard(db, keys, lane, place, text.encode(), now)
        return place


def say(database: Database, keys: Keys, letter: str, text: str, stay: timedelta | None = None) -> int:
    with database.transaction() as db:
        return bubbles.said(db, keys, SARI, letter, text.encode(), database.now(), stay=stay)


def texts(database: Database, keys: Keys, lane: str = SARI) -> list[str]:
    with database.reading() as db:
        return [(one.body or b"").decode() for one in bubbles.shown(db, keys, lane, database.now())]


def news(database: Database, keys: Keys, after: int) -> list[tuple[int, str | None]]:
    with database.reading() as db:
        return [
            (one.place, None if one.body is None else one.body.decode())
            for one in bubbles.since(db, keys, SARI, after)
        ]


def agree(database: Database, keys: Keys, lane: str = SARI) -> None:
    with database.transaction() as db:
        now = database.now()
        people.meet(db, keys, lane=lane, channel="webchat", address="a", language="id", now=now)
        people.consent(db, lane, version="1", text_hash="h", channel="webchat", at=now)


def prune(database: Database) -> None:
    with database.transaction() as db:
        while upkeep.prune(db, database.now()):
            pass


def rows(database: Database) -> int:
    with database.reading() as db:
        return int(db.connection().execute(sql("SELECT count(*) FROM bubble")).scalar_one())


def test_the_talk_is_shown_as_it_was_said(database: Database, keys: Keys) -> None:
    hear(database, keys, "Halo")
    say(database, keys, "1", "Halo, ini Saksi.")
    hear(database, keys, "1")
    hear(database, keys, "dari orang lain", BUDI)
    assert texts(database, keys) == ["Halo", "Halo, ini Saksi.", "1"]
    assert texts(database, keys, BUDI) == ["dari orang lain"]


def test_a_letter_sent_twice_is_there_once(database: Database, keys: Keys) -> None:
    first = say(database, keys, "7:1", "Kabar")
    assert say(database, keys, "7:1", "Kabar") == first
    assert say(database, keys, "7:2", "Kabar lain") != first
    assert texts(database, keys) == ["Kabar", "Kabar lain"]


def test_of_what_changed_nothing_is_missed_and_nothing_told_twice(database: Database, keys: Keys) -> None:
    first, second = hear(database, keys, "satu"), hear(database, keys, "dua")
    seen = news(database, keys, 0)
    assert seen == [(first, "satu"), (second, "dua")]
    with database.transaction() as db:
        assert bubbles.change(db, keys, SARI, first, b"satu!", database.now())
    third = hear(database, keys, "tiga")
    with database.transaction() as db:
        bubbles.take(db, SARI, [second], database.now())
    assert news(database, keys, second) == [(first, "satu!"), (third, "tiga"), (second, None)]
    assert texts(database, keys) == ["satu!", "tiga"]


def test_writers_side_by_side_never_show_a_later_change_before_an_earlier_one(
    database: Database, keys: Keys
) -> None:
    """Whoever reads up to a moment may go on from there: nothing earlier is committed afterwards."""
    seen: list[int] = []
    writers = [
        threading.Thread(target=lambda: [hear(database, keys, "x") for _ in range(25)]) for _ in range(4)
    ]
    for writer in writers:
        writer.start()
    after = 0
    while len(seen) < 100:
        writing = any(writer.is_alive() for writer in writers)
        with database.reading() as db:
            found = bubbles.since(db, keys, SARI, after)
        seen += [one.changed for one in found]
        after = max((one.changed for one in found), default=after)
        if not found and not writing:
            break
    for writer in writers:
        writer.join()
    assert len(seen) == len(set(seen)) == 100
    assert seen == sorted(seen)


def test_the_clock_of_a_talk_never_goes_back(database: Database, keys: Keys, clock: Clock) -> None:
    first = hear(database, keys, "satu")
    clock.turn(hours=-1)
    assert hear(database, keys, "dua") == first + 1
    clock.turn(hours=2)
    assert hear(database, keys, "tiga") > first + 1_000_000


def test_without_her_consent_nothing_stays_beyond_the_hour(
    database: Database, keys: Keys, clock: Clock
) -> None:
    hear(database, keys, "Halo")
    say(database, keys, "1", "Halo, ini Saksi.")
    clock.turn(minutes=49)
    assert len(texts(database, keys)) == 2
    clock.turn(minutes=2)
    assert texts(database, keys) == []
    prune(database)
    assert rows(database) == 0


def test_with_it_the_talk_stays_a_week_the_code_a_day_and_news_two_months(
    database: Database, keys: Keys, clock: Clock
) -> None:
    agree(database, keys)
    hear(database, keys, "cerita")
    say(database, keys, "1", "kode", SECRET)
    say(database, keys, "2", "kabar", NEWS)
    clock.turn(hours=25)
    assert texts(database, keys) == ["cerita", "kabar"]
    clock.turn(days=6)
    assert texts(database, keys) == ["kabar"]
    clock.turn(days=54)
    prune(database)
    assert rows(database) == 0


def test_where_the_way_to_her_is_forgotten_the_talk_fades_and_she_can_still_read_her_code(
    database: Database, keys: Keys, clock: Clock
) -> None:
    agree(database, keys)
    hear(database, keys, "cerita")
    clock.turn(minutes=30)
    say(database, keys, "1", "kode", SECRET)
    with database.transaction() as db:
        refs.forget(db, SARI)
    assert texts(database, keys) == ["cerita", "kode"]
    clock.turn(minutes=25)
    assert texts(database, keys) == ["kode"]
    clock.turn(minutes=26)
    assert texts(database, keys) == []


def test_what_was_taken_away_is_erased_at_once_and_its_empty_place_soon(
    database: Database, keys: Keys, clock: Clock
) -> None:
    agree(database, keys)
    place = hear(database, keys, "cerita")
    with database.transaction() as db:
        bubbles.clean(db, SARI, database.now())
    with database.reading() as db:
        sealed = db.connection().execute(sql("SELECT sealed FROM bubble")).scalars().all()
    assert sealed == [None]
    assert texts(database, keys) == []
    with database.transaction() as db:
        assert not bubbles.change(db, keys, SARI, place, b"lagi", database.now())
        assert bubbles.at(db, keys, SARI, place, database.now()) is None
    clock.turn(hours=1)
    prune(database)
    assert rows(database) == 0


def test_a_talk_that_begins_anew_is_later_than_all_that_an_open_page_has_seen(
    database: Database, keys: Keys, clock: Clock
) -> None:
    before = hear(database, keys, "Halo")
    clock.turn(days=8)
    prune(database)
    with database.reading() as db:
        assert bubbles.changed(db, (SARI,)) == {}
    assert hear(database, keys, "Halo lagi") > before


def test_a_bubble_moved_into_another_talk_does_not_open(database: Database, keys: Keys) -> None:
    place = hear(database, keys, "cerita")
    with database.transaction() as db:
        db.connection().execute(sql("UPDATE bubble SET lane = :lane"), {"lane": BUDI})
    with database.reading() as db, pytest.raises(SealBroken):
        bubbles.at(db, keys, BUDI, place, database.now())


def test_nothing_of_a_talk_lies_open(database: Database, keys: Keys) -> None:
    hear(database, keys, "kepala dinas membagi sembako")
    with database.transaction() as db:
        mail.post(
            db, keys, lane=SARI, channel="webchat", say=Say((Line("filed"),)), language="id", rank=0,
            due_at=database.now(), now=database.now(),
        )  # fmt: skip
        bubbles.said(db, keys, SARI, "1", b"kepala dinas", database.now())
    with database.reading() as db:
        for table in ("bubble", "bubble_clock", "outbox"):
            for row in db.connection().execute(sql(f"SELECT * FROM {table}")):
                assert "kepala" not in repr(tuple(row))


def test_the_periods_are_those_that_are_told() -> None:
    """The words say an hour and seven days; the clock comes every ten minutes."""
    assert SHORT + timedelta(minutes=10) == timedelta(hours=1)
    assert timedelta(days=7) == TALK
