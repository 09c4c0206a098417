"""Officers' moves against citizens' turns: both are presses and words that come in by the same inbox."""

from __future__ import annotations

import json
import os
import secrets
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from bot.cases.lifecycle import Role
from bot.conversation.message import Line, Say
from bot.flows.officer_card import DESK
from handlers.casework.batch import BATCH
from handlers.house import House, open_house
from handlers.settings import read
from handlers.turns import TOGETHER
from scripts.bench.talk import updates
from storage import cards, desks, mail, pace, search
from storage import letters as outgoing
from storage.cases import Case
from storage.database import Database
from storage.search import Sought
from storage.ulid import ulid

CITIZENS = 20
OFFICERS = 2
"""Who sit at the desk, each shown every card: what 600 to 2,000 officers at 553 desks come to."""
UNHURRIED = pace.Rate(timedelta(microseconds=1))


ROUNDS = 5
"""Each in a house of its own, after one that is not counted, in which either side prepares its statements."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What one turn or move took, in seconds: by the clock on the wall, and by the processor."""

    wall: float
    processor: float


def report(folder: Path) -> Iterator[str]:
    """Moves a second against report turns a second, in one process without HTTP; goal: 0.5 or more."""
    _, *rounds = [_round(folder / str(number)) for number in range(ROUNDS + 1)]
    turns, moves = (median(1 / one.wall for one in side) for side in zip(*rounds, strict=True))
    wall = median(turn.wall / move.wall for turn, move in rounds)
    processor = median(turn.processor / move.processor for turn, move in rounds)
    yield f"report turns   {turns:6.0f} /s   accepted one by one, at most {TOGETHER} in a commit; by Python"
    yield f"moves          {moves:6.0f} /s   taken by {OFFICERS} officers, in whose chats stands a card of every case"
    yield f"ratio          {wall:6.2f}      goal 0.5; {processor:.2f} by processor time, which tells on a busy machine"


def _round(folder: Path) -> tuple[Spent, Spent]:
    """A turn and a move: citizens report at a desk where nobody sits yet, then officers take what came."""
    folder.mkdir()
    os.environ["SAKSI_DATA_DIR"] = str(folder / "var")
    house = open_house(read(folder))
    said = [(str(chat), body) for chat, body in updates(CITIZENS)]
    turn = _spent(house, said)
    with house.database.reading() as db:
        filed = search.page(db, Sought(), most=CITIZENS)
    reported, house = house, _batch_later(house)
    officers = [_officer(house, 2_000_000 + number, filed[0].desk) for number in range(OFFICERS)]
    _cards(house, officers, filed)
    presses = [(officers[number % OFFICERS], case) for number, case in enumerate(filed)]
    pressed = [(str(chat), _press(10**6 + number, chat, case)) for number, (chat, case) in enumerate(presses)]
    move = _spent(house, pressed)
    with house.database.reading() as db:
        taken = search.page(db, Sought(status="examined"), most=CITIZENS)
    assert len(taken) == len(filed) == CITIZENS, (len(taken), len(filed))
    for one in (reported, house):
        one.database.dispose()
    return turn, move


def _batch_later(house: House) -> House:
    """The same house by a clock that is ahead: officers see what was filed with its batch."""
    ahead = Database(str(house.database.url), lambda: datetime.now(UTC) + BATCH)
    return replace(house, database=ahead)


def _spent(house: House, bodies: list[tuple[str, bytes]]) -> Spent:
    """For each, until all of these are accepted and answered."""
    reception, keys = house.reception(), house.keys
    begun, worked = time.perf_counter(), time.process_time()
    with house.database.transaction() as db:
        for address, body in bodies:
            mail.accept(
                db, keys, channel="telegram", bot="1", external_id=str(json.loads(body)["update_id"]),
                lane=keys.index(f"telegram:{address}"), body=body, now=house.database.now(),
            )  # fmt: skip
    while reception.turns(TOGETHER):
        pass
    wall, processor = time.perf_counter() - begun, time.process_time() - worked
    return Spent(wall / len(bodies), processor / len(bodies))


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


def _cards(house: House, chats: list[int], filed: Sequence[Case]) -> None:
    """A card of every case stands in every officer's chat: each move edits its own in all of them."""
    now, keys = house.database.now(), house.keys
    with house.database.transaction() as db:
        for lane in (keys.index(f"telegram:{chat}") for chat in chats):
            for case in filed:
                mail.post(
                    db, keys, lane=lane, channel="telegram", say=Say((Line("desk-empty"),)), language="id", rank=1,
                    slot=cards.slot_of(case.id), due_at=now, now=now,
                )  # fmt: skip
        claim = {"channel": "telegram", "owner": "bench", "room": OFFICERS, "lease": timedelta(minutes=1)}
        while letters := outgoing.claim(db, keys, now=house.database.now(), **claim):
            for letter in letters:
                outgoing.sent(db, keys, letter, str(letter.id), rate=UNHURRIED, now=house.database.now())
        slots = [cards.slot_of(case.id) for case in filed]
        stand = [cards.stands(db, keys.index(f"telegram:{chat}"), slot) for chat in chats for slot in slots]
    assert all(stand), stand.count(False)


def _press(number: int, chat: int, case: Case) -> bytes:
    person = {"id": chat, "is_bot": False, "first_name": "Budi", "language_code": "id"}
    message = {"message_id": number, "date": 1_700_000_000, "chat": {"id": chat, "type": "private"}}
    data = f"{DESK}::take.{case.step}.{case.ticket}.{case.desk}"
    press = {"id": str(number), "from": person, "message": message, "data": data}
    return json.dumps({"update_id": number, "callback_query": press}).encode()
