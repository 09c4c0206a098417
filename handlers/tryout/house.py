"""The try-out's own house: in `tryout/` of the data folder, with its own database, keys and clock."""

from __future__ import annotations

import secrets
import shutil
from pathlib import Path

from handlers.house import House, open_house
from handlers.settings import Settings
from handlers.tryout.cast import OFFICERS
from handlers.tryout.clock import Clock
from handlers.tryout.phones import held
from handlers.variables import PushDelay
from handlers.webchat.accept import accept
from handlers.webchat.hear import CHANNEL, Said
from storage import desks, meta

READY = "tryout-cast"


def own(settings: Settings) -> Settings:
    """Settings of the try-out: nothing in them leads to real data, and news leaves at once."""
    return settings.model_copy(
        update={
            "data_dir": settings.data_dir / "tryout",
            "database_url": None,
            "evidence_url": None,
            "keys": None,
            "public_url": None,
            "push_delay": PushDelay(0, 0),
        }
    )


def tried(settings: Settings) -> tuple[House, Clock]:
    """The house as it was left, or a new one. Blocking. Raises CannotOpen."""
    clock = Clock()
    house = open_house(settings, clock, frozenset({CHANNEL}))
    clock.begin(house)
    enrol(house)
    return house, clock


def enrol(house: House) -> None:
    """Every officer by a code of their own, sent from their phone as anybody would; once for each house."""
    now = house.database.now()
    with house.database.transaction() as db:
        if meta.get(db, READY):
            return
        for one in OFFICERS:
            code, _ = desks.invite(
                db, house.keys, desk=one.desk, role=one.role, name=one.name, now=now,
                drawn=secrets.token_bytes(desks.CODE_BYTES),
            )  # fmt: skip
            session = held(house.keys, one.key).begin()
            accept(
                db, house.keys, bot=one.key, address=session.address, said=Said(f"/start {code}"), id="",
                client="tryout", now=now, at=house.civil(now),
            )  # fmt: skip
        meta.put(db, READY, "1")


def clear(folder: Path) -> None:
    """Let go of the house at once: a new one is never mixed with what is left of the old."""
    gone = folder.with_name(f"{folder.name}-gone-{secrets.token_hex(4)}")
    if folder.exists():
        folder.rename(gone)
    for left in folder.parent.glob(f"{folder.name}-gone-*"):
        shutil.rmtree(left, ignore_errors=True)
