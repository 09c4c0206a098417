"""What an officer may take back tells nobody when her phone rings, whether it does, or where."""

from __future__ import annotations

import pytest

from storage import refs
from storage.sql import sql
from tests.officers.office import TICKET, Office
from tests.officers.pressing import buttons, forged


@pytest.fixture
def engine() -> str:
    """What is offered is decided above the database."""
    return "sqlite"


def offered_for(office: Office, *, tied: bool) -> list[bool]:
    """Whether the case, opened anew every five minutes for an hour after it was taken, can be taken back."""
    budi, sari = office.officer("2001"), office.citizen()
    office.report(sari)
    office.pass_by(minutes=6)
    if not tied:
        with office.database.transaction() as db:
            refs.untie(db, sari.lane, office.case().id)
    budi.read()
    office.say(budi, "[Ambil]")
    found = []
    for _ in range(12):
        office.pass_by(minutes=5)
        sari.read()
        forged(budi, "open", office.case().step)
        found.append("Urungkan" in buttons(budi))
    return found


@pytest.mark.parametrize("tied", [True, False])
def test_that_her_news_has_left_is_seen_on_no_screen(slow: Office, tied: bool) -> None:
    """It leaves after ten minutes here, and could have left after forty."""
    assert offered_for(slow, tied=tied) == [True] * 7 + [False] * 5


def test_news_that_cannot_leave_are_taken_back_no_longer_than_any(slow: Office) -> None:
    budi, sari = slow.officer("2001"), slow.citizen()
    slow.report(sari)
    slow.pass_by(minutes=6)
    budi.read()
    slow.say(budi, "[Ambil]")
    with slow.database.transaction() as db:
        db.connection().execute(
            sql("UPDATE outbox SET due_at = '2024-12-01 00:00:00' WHERE lane = :lane AND state = 'due'"),
            {"lane": sari.lane},
        )
    slow.pass_by(minutes=11)
    assert slow.say(budi, "[Urungkan]") == ["Kabarnya sudah berangkat, jadi tidak bisa diurungkan lagi."]
    assert slow.case(TICKET).status == "examined"
