"""Why a case is closed or taken up again: only what is true of it is offered, and only that is taken."""

from __future__ import annotations

import pytest

from bot.cases.lifecycle import Role
from bot.flows.officer import ONLY_AFTER, OTHER, REASONS, reasons_for
from handlers.casework.given import happened
from handlers.casework.work import Standing
from storage import events
from tests.casework.room import WAKATOBI, Room


def offered(room: Room, move: str) -> set[str]:
    with room.database.reading() as db:
        return {*reasons_for(move, happened(Standing(room.work(db), room.case())))}


def befell(room: Room, what: str) -> None:
    with room.database.transaction() as db:
        events.append(db, room.case().id, what=what, by=Role.CITIZEN, at=room.database.now())


@pytest.mark.parametrize(
    ("move", "reason"),
    [
        (move, key)
        for move, keys in REASONS.items()
        for key in keys
        if key in ONLY_AFTER and key != "objection_over"
    ],
)
def test_a_reason_is_offered_and_taken_once_it_is_true(room: Room, move: str, reason: str) -> None:
    room.file()
    assert reason not in offered(room, move)
    befell(room, ONLY_AFTER[reason])
    assert reason in offered(room, move)


def test_nobody_closes_with_a_withdrawal_that_was_not(room: Room) -> None:
    budi, tuti = room.officer(WAKATOBI), room.officer(WAKATOBI, Role.SUPERVISOR, name="Tuti")
    room.file()
    room.did(budi, "take")
    room.did(budi, "not_pursue", {"reason": "evidence", "sentence": ""})
    assert offered(room, "close") == set(), "the time to object runs, nothing is decided, nothing withdrawn"
    for reason in REASONS["close"]:
        assert room.refused(tuti, "close", {"reason": reason, "sentence": ""}) == "needs"
    room.put(status="withdrawn")
    befell(room, "withdrawn")
    assert room.did(tuti, "close", {"reason": "withdrawn"}).status == "closed"


def test_every_choice_of_reasons_still_offers_something() -> None:
    """Another reason is offered only where a sentence may be written; a list alone may never be empty."""
    for move, keys in REASONS.items():
        assert move == "close" or set(keys) - set(ONLY_AFTER), move
    assert OTHER not in ONLY_AFTER
