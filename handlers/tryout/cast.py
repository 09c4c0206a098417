"""Who is on the phones: a citizen, and officers of the desks that a report from anywhere in the land may come to."""

from __future__ import annotations

from dataclasses import dataclass

from bot.cases.lifecycle import Role

HOME, ZONE = "74.07", "Asia/Makassar"
"""Wakatobi: where the story plays, and whose clock is shown."""


@dataclass(frozen=True, slots=True)
class Player:
    """key: in addresses. desk: "" is the citizen's phone."""

    key: str
    name: str
    desk: str = ""
    role: Role = Role.OFFICER


CITIZEN = Player("sari", "Sari")
OFFICERS = (
    Player("budi", "Budi", f"bawaslu:{HOME}"),
    Player("citra", "Citra", "bawaslu:74"),
    Player("wayan", "Wayan", "bawaslu:74"),
    Player("eka", "Eka", "bkn"),
    Player("lia", "Lia", "bkn"),
    Player("sinta", "Sinta", f"ombudsman:{HOME[:2]}"),
    Player("dewi", "Dewi", "kemendagri"),
    Player("tuti", "Tuti", "bawaslu"),
    Player("made", "Made", "inspektorat:74"),
    Player("rina", "Rina", "kpk"),
    Player("yosef", "Yosef", "triage"),
)
"""The demo desks. The first is the one a report from Wakatobi reaches in an election stage. Where reports of high posts
come, in a stage and out of it, sit two: not to pursue one takes a second."""
PLAYERS = {one.key: one for one in (CITIZEN, *OFFICERS)}
