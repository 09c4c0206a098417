"""Who may open which part of a case, asked of casework itself: no screen stands between."""

from __future__ import annotations

import pytest

from bot.cases.lifecycle import Role
from handlers.casework import looks, may
from handlers.casework.work import Refused
from storage.desks import Officer
from tests.casework.room import SULTRA, WAKATOBI, Room

WHY = "perintah pengadilan"
READS = {"story", "evidence", "timeline"}
MAY: dict[str, set[str]] = {
    "holder": READS, "colleague": {"timeline"}, "supervisor": READS, "supervisor above": READS,
    "guardian": {"timeline", "original"}, "auditor": {"timeline"}, "admin": set(),
}  # fmt: skip
"""Who sits at the desk -> what they may open, whatever she said of who she is."""
KNOWS = {"anonymous": "", "sealed": "guardian", "open": "holder"}
"""How she chose to be known -> the one who may open it."""


@pytest.fixture
def engine() -> str:
    """Who may open what is decided above the database."""
    return "sqlite"


def staff(room: Room, budi: Officer) -> dict[str, Officer]:
    roles = {
        "supervisor": Role.SUPERVISOR,
        "guardian": Role.GUARDIAN,
        "auditor": Role.AUDITOR,
        "admin": Role.ADMIN,
    }
    found = {name: room.officer(WAKATOBI, role) for name, role in roles.items()}
    above = room.officer(SULTRA, Role.SUPERVISOR)
    return {"holder": budi, "colleague": room.officer(WAKATOBI), "supervisor above": above, **found}


@pytest.mark.parametrize("level", KNOWS)
def test_each_opens_what_is_theirs_and_nothing_else(room: Room, budi: Officer, level: str) -> None:
    room.file(identity_level=level)
    room.did(budi, "take")
    for name, officer in staff(room, budi).items():
        with room.database.transaction() as db:
            work, case = room.work(db), room.case()
            opens = {part for part in may.OPENS if may.opens(work, officer, case, part) is None}
            known = looks.identity(work, officer, case.id, WHY)
        assert opens == MAY[name] | ({"identity"} if KNOWS[level] == name else set()), name
        assert isinstance(known, Refused) == (KNOWS[level] != name), name
    assert [event.data["what"] for event in room.happened() if event.what == "opened"] == (
        ["identity"] if KNOWS[level] else []
    )


@pytest.mark.parametrize("reason", ["", "  ", "ya", "x" * 301])
def test_what_is_sealed_opens_for_nobody_without_a_reason(room: Room, reason: str) -> None:
    guardian = room.officer(WAKATOBI, Role.GUARDIAN)
    room.file(identity_level="sealed")
    with room.database.transaction() as db:
        assert looks.identity(room.work(db), guardian, room.case().id, reason) == Refused(
            "needs", ("reason",)
        )
    assert room.names() == ["filed"]


def test_what_is_open_needs_none_and_she_is_not_rung_for_it(room: Room, budi: Officer) -> None:
    room.file(identity_level="open")
    room.did(budi, "take")
    letters = len(room.waiting_letters("sari"))
    with room.database.transaction() as db:
        assert not isinstance(looks.identity(room.work(db), budi, room.case().id), Refused)
    assert len(room.waiting_letters("sari")) == letters
