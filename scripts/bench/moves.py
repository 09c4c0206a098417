"""Officers' moves against citizens' turns: both are presses and words that come in by the same inbox."""

from __future__ import annotations

import json
import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path

from bot.cases.lifecycle import Role
from bot.flows.officer_card import DESK
from handlers.house import House, open_house
from handlers.settings import read
from handlers.turns import TOGETHER
from scripts.bench.talk import updates
from storage import desks, mail, search
from storage.cases import Case
from storage.search import Sought
from storage.ulid import ulid

CITIZENS = 50
OFFICERS = 2
"""Who sit at the desk, each shown every card: what 600 to 2,000 officers at 553 desks come to."""


def report(folder: Path) -> Iterator[str]:
    """Moves a second against report turns a second, in one process without HTTP; goal: 0.5 or more."""
    os.environ["SAKSI_DATA_DIR"] = str(folder / "var")
    house = open_house(read(folder))
    said = [(str(chat), body) for chat, body in updates(CITIZENS)]
    turns = len(said) / _spent(house, said)
    with house.database.reading() as db:
        filed = search.page(db, Sought(), most=CITIZENS)
    officers = [_officer(house, 2_000_000 + number, filed[0].desk) for number in range(OFFICERS)]
    presses = [(officers[number % OFFICERS], case) for number, case in enumerate(filed)]
    pressed = [(str(chat), _press(10**6 + number, chat, case)) for number, (chat, case) in enumerate(presses)]
    moves = len(pressed) / _spent(house, pressed)
    with house.database.reading() as db:
        taken = search.page(db, Sought(status="examined"), most=CITIZENS)
    assert len(taken) == len(filed) == CITIZENS, (len(taken), len(filed))
    house.database.dispose()
    yield f"report turns   {turns:6.0f} /s   accepted one by one, at most {TOGETHER} in a commit; by Python"
    yield f"moves          {moves:6.0f} /s   taken by {OFFICERS} officers, each of whom has a card of every case"
    yield f"ratio          {moves / turns:6.2f}      goal 0.5"


def _spent(house: House, bodies: list[tuple[str, bytes]]) -> float:
    """Seconds until all of these are accepted and answered."""
    reception, keys = house.reception(), house.keys
    begun = time.perf_counter()
    with house.database.transaction() as db:
        for address, body in bodies:
            mail.accept(
                db, keys, channel="telegram", bot="1", external_id=str(json.loads(body)["update_id"]),
                lane=keys.index(f"telegram:{address}"), body=body, now=house.database.now(),
            )  # fmt: skip
    while reception.turns(TOGETHER):
        pass
    return time.perf_counter() - begun


def _officer(house: House, chat: int, desk: str) -> int:
    now, drawn = house.database.now(), secrets.token_bytes(32)
    told = {"desk": desk, "role": Role.OFFICER, "name": "Budi", "now": now, "drawn": drawn}
    with house.database.transaction() as db:
        code, _ = desks.invite(db, house.keys, **told)
        desks.enrol(
            db, house.keys, code, id=ulid(now, secrets.token_bytes(10)), lane=house.keys.index(f"telegram:{chat}"),
            channel="telegram", address=str(chat), now=now,
        )  # fmt: skip
    return chat


def _press(number: int, chat: int, case: Case) -> bytes:
    person = {"id": chat, "is_bot": False, "first_name": "Budi", "language_code": "id"}
    message = {"message_id": number, "date": 1_700_000_000, "chat": {"id": chat, "type": "private"}}
    data = f"{DESK}::take.{case.step}.{case.ticket}.{case.desk}"
    press = {"id": str(number), "from": person, "message": message, "data": data}
    return json.dumps({"update_id": number, "callback_query": press}).encode()
