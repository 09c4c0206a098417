"""What is kept of a question "Bolehkah ASN …?": nothing but which public row is on the screen, for an hour."""

from __future__ import annotations

import pytest

from bot.conversation.draft import Draft, dump
from handlers.visit import MAKES
from storage import drafts
from storage.database import Database
from storage.keys import Keys
from storage.sql import sql
from tests.hours import Hours
from tests.phone import Phone
from tests.saying import START
from tests.talking import Saksi
from tests.test_learning import QUESTION


@pytest.mark.parametrize("channel", MAKES)
def test_the_database_holds_nothing_of_a_question(channel: str, database_url: str, keys: Keys) -> None:
    """While its choices stand, which public row is on the screen; and after the next word not even that."""
    database = Database(database_url, lambda: START)
    saksi = Saksi(database, keys)
    phone = Phone(saksi, channel, "1001")
    try:
        phone.line(QUESTION)
        kept = _drafts(saksi, phone)
        assert [(draft.form, dict(draft.answers), draft.said) for draft in kept] == [("learn", {}, {})]
        assert kept[0].pending == {"of": "situation", "shown": "like"}
        phone.line("boleh gak honorer cantik jadi timses xyzzy")
        assert [draft.pending for draft in _drafts(saksi, phone)] == [
            {"of": "situation", "near": ["honorer-campaign"]}
        ]
        assert not any(
            word in dump(draft) for draft in _drafts(saksi, phone) for word in ("kakak", "xyzzy", "guru")
        )
        phone.line("makasih")
        assert _drafts(saksi, phone) == []
        assert _rows(database, "SELECT count(*) FROM inbox WHERE sealed IS NOT NULL") == [0]
        assert _rows(database, "SELECT count(*) FROM outbox WHERE sealed IS NOT NULL") == [0]
        assert [
            _rows(database, f"SELECT count(*) FROM {table}")
            for table in ("dossier", "case_file", "case_event")
        ] == [[0]] * 3
    finally:
        database.dispose()


def _drafts(saksi: Saksi, phone: Phone) -> list[Draft]:
    with saksi.database.reading() as db:
        return list(drafts.load(db, saksi.keys, phone.lane).under_way)


def _rows(database: Database, statement: str) -> list[int]:
    with database.reading() as db:
        return list(db.connection().execute(sql(statement)).scalars())


def test_the_screen_of_an_answer_is_forgotten_after_an_hour(hours: Hours) -> None:
    phone = hours.sari()
    hours.talk(phone, QUESTION)
    hours.pass_by(minutes=59)
    assert hours.tick() == []
    hours.pass_by(minutes=2)
    assert hours.tick() == ["drafts"]
    assert hours.count("draft") == 0
