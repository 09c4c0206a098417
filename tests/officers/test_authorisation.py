"""Whoever may not see a case tries everything: every move and look, old buttons, numbers, cards passed on.

Each is answered as about a case that never was, and changes not one row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from bot.cases.lifecycle import Role
from bot.cases.lives import LIVES
from bot.flows.officer_desk import LOOKS
from handlers.desk.alike import GATHER
from storage import desks
from storage.keys import Keys
from storage.sql import sql
from tests.officers.office import BKN, STORY, SULTRA, TICKET, WAKATOBI, Office
from tests.phone import Phone

NEVER = "ACD-EFG-6"
"""A ticket that is well written, and was never given."""
NEXT_DOOR = "bawaslu:74.01"
BUTTONS = ("open", "undo", "confirm", "decline", GATHER)
TRIES = tuple(dict.fromkeys([*(key for life in LIVES.values() for key in life.keys), *LOOKS, *BUTTONS]))
"""A row that is added to a table is tried by itself."""
CARRIES_ON = frozenset(
    {"inbox", "outbox", "lane", "bucket", "address", "draft", "dossier", "officer", "invite", "board"}
)
"""Tables that hold what was said, to whom and how often: they change with every message."""

Stranger = Callable[[Office, str, str], Phone]
"""Makes one of these of a channel and an address."""


@pytest.fixture
def engine() -> str:
    """Who may do what is decided above the database."""
    return "sqlite"


@pytest.fixture
def office(database_url: str, keys: Keys) -> Iterator[Office]:
    """Dewi has Sari's case, and Budi's screens are as old as it."""
    office = Office(database_url, keys)
    yield office
    office.database.dispose()


def desk_of(desk: str, role: Role = Role.OFFICER) -> Stranger:
    return lambda office, channel, address: office.officer(address, desk, role, "Citra", channel)


def who_left(office: Office, channel: str, address: str) -> Phone:
    phone = office.officer(address, name="Citra", channel=channel)
    with office.database.transaction() as db:
        seat = desks.officer_of(db, office.keys, phone.lane)
        assert seat is not None
        assert desks.leave(db, seat.id, office.database.now())
    return phone


def who_moved(office: Office, channel: str, address: str) -> Phone:
    office.officer(address, name="Citra", channel=channel)
    return desk_of(NEXT_DOOR)(office, channel, address)


def demoted(office: Office, channel: str, address: str) -> Phone:
    """Officer, then auditor, then nothing of either."""
    office.officer(address, name="Citra", channel=channel)
    office.officer(address, role=Role.AUDITOR, name="Citra", channel=channel)
    return desk_of(WAKATOBI, Role.ADMIN)(office, channel, address)


def close_to_it(office: Office, channel: str, address: str) -> Phone:
    phone = office.officer(address, name="Citra", channel=channel)
    forged(office, phone, "recuse")
    return phone


def who_reported(office: Office, channel: str, address: str) -> Phone:
    """The case is this officer's own, told in the same chat."""
    phone = office.officer(address, name="Citra", channel=channel)
    with office.database.transaction() as db:
        db.connection().execute(sql("UPDATE tie SET lane = :lane"), {"lane": phone.lane})
    return phone


def nobody(office: Office, channel: str, address: str) -> Phone:
    return Phone(office.saksi, channel, address)


STRANGERS: dict[str, Stranger] = {
    "next door": desk_of(NEXT_DOOR),
    "supervisor next door": desk_of(NEXT_DOOR, Role.SUPERVISOR),
    "above without the role": desk_of(SULTRA),
    "guardian of another agency": desk_of(BKN, Role.GUARDIAN),
    "left": who_left,
    "moved": who_moved,
    "demoted": demoted,
    "close to it": close_to_it,
    "reported it": who_reported,
    "no officer": nobody,
}


def forged(
    office: Office, phone: Phone, action: str, ticket: str = TICKET, desk: str = WAKATOBI
) -> list[str]:
    """A press that no button of this chat carries, at the step the case is at."""
    office.pass_by(seconds=10)
    return phone.send(press=["desk", "", f"{action}.{office.case().step}.{ticket}.{desk}"])


def said(office: Office, phone: Phone, **what: Any) -> list[str]:
    office.pass_by(seconds=10)
    return phone.send(**what)


def rows(office: Office) -> dict[str, list[str]]:
    """Everything that is stored of cases, table by table."""
    with office.database.reading() as db:
        names = (
            db.connection()
            .execute(sql("SELECT name FROM sqlite_master WHERE type = 'table'"))
            .scalars()
            .all()
        )
        kept = sorted({*names} - CARRIES_ON)
        return {
            name: sorted(map(repr, db.connection().execute(sql(f'SELECT * FROM "{name}"')))) for name in kept
        }


def taken(office: Office) -> Phone:
    """A case that Dewi has; she is who may."""
    dewi = office.officer("2001", name="Dewi")
    office.report(office.citizen())
    dewi.read()
    office.say(dewi, "[Ambil]")
    assert office.case().officer_id is not None
    return dewi


@pytest.mark.parametrize("who", STRANGERS)
def test_who_may_not_tries_every_move_and_look_and_nothing_is_seen_or_changed(
    office: Office, who: str
) -> None:
    taken(office)
    phone = STRANGERS[who](office, "telegram", "2009")
    phone.read()
    before = rows(office)
    assert before["case_event"], "the rows of the case are looked at"
    nothing = forged(office, phone, "open", NEVER)
    assert len(nothing) == 1
    for action in TRIES:
        assert forged(office, phone, action) == nothing, action
    for desk in (NEXT_DOOR, SULTRA, BKN, ""):
        assert forged(office, phone, "take", desk=desk) == nothing, desk
    assert rows(office) == before


@pytest.mark.parametrize("channel", ["telegram", "whatsapp"])
@pytest.mark.parametrize("who", ["next door", "above without the role", "left", "close to it", "no officer"])
def test_a_number_a_card_passed_on_and_a_numbered_reply_read_as_if_there_were_no_such_case(
    office: Office, who: str, channel: str
) -> None:
    dewi = taken(office)
    card = "\n".join(dewi.shown(dewi.screens[-1].say))
    one, other = (STRANGERS[who](office, channel, address) for address in ("2009", "2010"))
    one.read(), other.read()
    before = rows(office)
    for what in ("{}", "tolong buka {}", "1", card.replace(TICKET, "{}"), "2", "batal"):
        for forwarded in (False, True):
            real = said(office, one, text=what.replace("{}", TICKET), forwarded=forwarded)
            never = said(office, other, text=what.replace("{}", NEVER), forwarded=forwarded)
            assert [line.replace(TICKET, NEVER) for line in real] == never, what
    assert rows(office) == before


@pytest.mark.parametrize("channel", ["telegram", "whatsapp", "webchat"])
def test_the_citizens_own_chat_does_nothing_by_an_officers_buttons(office: Office, channel: str) -> None:
    sari = Phone(office.saksi, channel, "1001")
    taken(office)
    with office.database.transaction() as db:
        db.connection().execute(
            sql("UPDATE tie SET lane = :lane, channel = :channel"), {"lane": sari.lane, "channel": channel}
        )
    sari.read()
    before = rows(office)
    nothing = forged(office, sari, "open", NEVER)
    for action in TRIES:
        assert forged(office, sari, action) == nothing, action
    assert rows(office) == before


@pytest.mark.parametrize("gone", ["left", "moved", "taken to another desk"])
def test_a_form_that_was_open_when_the_right_to_it_ended_is_never_sent(office: Office, gone: str) -> None:
    dewi = taken(office)
    office.say(dewi, "[Tidak dilanjutkan]", "[buktinya belum cukup]", "[Tanpa kalimat]")
    with office.database.transaction() as db:
        seat = desks.officer_of(db, office.keys, dewi.lane)
        assert seat is not None
        if gone == "left":
            assert desks.leave(db, seat.id, office.database.now())
        elif gone == "moved":
            db.connection().execute(sql("UPDATE officer SET desk = 'bawaslu:74.01'"))
        else:
            db.connection().execute(sql("UPDATE case_file SET desk = 'bawaslu:74.01'"))
    before = rows(office)
    read = office.say(dewi, "[Kirim]")
    assert "Laporan itu tidak ada di meja Anda." in read
    assert rows(office) == before


def test_an_auditor_reads_what_happened_and_neither_opens_nor_moves(office: Office) -> None:
    taken(office)
    phone = desk_of(WAKATOBI, Role.AUDITOR)(office, "telegram", "2009")
    before = rows(office)
    for action in TRIES:
        assert STORY not in "\n".join(forged(office, phone, action)), action
    assert rows(office) == before
