"""Cases lie where nobody sits: the operator hears of it, from triage too, and nothing of any case."""

from __future__ import annotations

from datetime import timedelta

from structlog.testing import capture_logs

from bot.cases.lifecycle import Role
from handlers import deserted
from handlers.clock import EXPIRY
from handlers.service import Service
from handlers.stranded import stranded
from handlers.tick import Look, perform
from storage import desks
from storage.desks import Officer
from tests.casework.room import BUTON, SULTRA, TICKETS, WAKATOBI, Room
from tests.casework.ticking import Ticking

A_DAY = timedelta(hours=24)


def alarms(ticking: Ticking, *, dry: bool = False) -> list[tuple[int, int]]:
    """What one look of the clock says: at how many desks, how many cases. Nothing else stands in it."""
    now = ticking.room.database.now()
    with capture_logs() as logged:
        assert list(perform(ticking.house, (deserted.alarm,), Look(now, ticking.room.at, now, dry=dry))) == []
    for line in logged:
        assert line == {
            "event": "desks.deserted", "log_level": "error", "desks": line["desks"], "cases": line["cases"],
            "help": deserted.HELP,
        }  # fmt: skip
    return [(line["desks"], line["cases"]) for line in logged]


def leave(room: Room, officer: Officer) -> None:
    with room.database.transaction() as db:
        desks.leave(db, officer.id, room.database.now())


def test_what_lands_at_triage_where_nobody_sits_rings_once_a_day_until_somebody_does(
    ticking: Ticking, room: Room, budi: Officer
) -> None:
    assert alarms(ticking) == []
    room.file(desk="triage")
    room.file(TICKETS[1], lane="ani", desk="triage")
    assert alarms(ticking, dry=True) == []
    assert alarms(ticking) == [(1, 2)]
    assert alarms(ticking) == []
    room.turn(room.at + A_DAY)
    assert alarms(ticking) == [(1, 2)], "nobody has seen to it"
    (told,) = deserted.standing(room.database)
    assert told.startswith("2 cases lie at triage, where nobody sits, since 2024-10-17 02:00 UTC")
    assert "`saksi officer invite --desk triage --name …`" in told
    room.officer("triage", Role.AUDITOR, name="Rudi")
    assert len(list(deserted.standing(room.database))) == 1, "who only looks reads nothing out"
    dewi = room.officer("triage")
    assert alarms(ticking) == []
    assert list(deserted.standing(room.database)) == []
    leave(room, dewi)
    room.turn(room.at + timedelta(minutes=10))
    assert alarms(ticking) == [(1, 2)], "that is news, though it rang within the day"
    assert "since 2024-10-18 02:00" in next(deserted.standing(room.database)), "they lay with her until then"


def test_any_desk_rings_that_is_left_by_all_and_only_for_what_lies_with_nobody(
    ticking: Ticking, room: Room, budi: Officer
) -> None:
    room.file()
    room.did(budi, "take")
    room.file(TICKETS[1], lane="ani")
    citra = room.officer(BUTON)
    room.file(TICKETS[2], lane="edi", desk=BUTON)
    assert alarms(ticking) == []
    leave(room, budi)
    assert alarms(ticking) == [(1, 1)], "of what he has in hand the clock tells the desk first"
    leave(room, citra)
    assert alarms(ticking) == [(2, 2)]
    room.officer(SULTRA)
    room.turn(room.at + timedelta(hours=25))
    now = room.database.now()
    list(perform(ticking.house, (stranded,), Look(now, room.at, now)))
    ticking.left()
    assert alarms(ticking) == [(1, 1)], (
        "both rose to the province; what was let go of is met by the next look"
    )


def test_the_clock_rings_and_a_scrape_counts_how_many_lie_there_and_for_how_long(
    ticking: Ticking, room: Room
) -> None:
    assert EXPIRY.index(stranded) + 1 == EXPIRY.index(deserted.alarm)
    service = Service(ticking.house)
    assert (service._waiting().deserted, service._waiting().deserted_age) == (0, timedelta(0))
    room.file(desk="triage")
    room.turn(room.at + timedelta(hours=2))
    assert (service._waiting().deserted, service._waiting().deserted_age) == (1, timedelta(hours=2))


def test_what_is_over_or_merged_lies_with_nobody_and_rings_for_nobody(ticking: Ticking, room: Room) -> None:
    room.file(desk=WAKATOBI)
    room.put(status="closed", closed_at=room.at, due_on=None)
    assert alarms(ticking) == []
