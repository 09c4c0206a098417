"""A template that was refused is parked for every process and the next start, until somebody or the time lifts it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.datastructures import ImmutableMultiDict
from twilio.rest import Client

from handlers.channel import SendHeld
from handlers.commands.whatsapp import push, status
from handlers.settings import Settings
from handlers.stores import establish
from handlers.whatsapp.parked import Parked
from handlers.whatsapp.send import MISSING
from handlers.whatsapp.shelf import Shelf
from handlers.whatsapp.status import record
from storage import shelved
from storage.database import Database
from tests.fakes.twilio.server import FakeTwilio
from tests.whatsapp.desk import Desk


class Replicas:
    """Processes of one database, each with a shelf that knows Twilio's templates."""

    def __init__(self, desk: Desk, client: Client, fake: FakeTwilio) -> None:
        self.desk, self.client = desk, client
        self.others: list[Database] = []

    async def one(self) -> Shelf:
        """Started now."""
        self.others.append(Database(self.desk.database.url.render_as_string(False), lambda: self.desk.at))
        shelf = Shelf(self.client, Parked(self.others[-1]))
        await shelf.look()
        return shelf


@pytest.fixture
def here(fake: FakeTwilio, tmp_path: Path) -> Settings:
    """Its catalogue is at Twilio, and approved."""
    told: dict[str, Any] = {
        "twilio_account_sid": fake.account, "twilio_auth_token": fake.token, "twilio_sender": fake.sender,
        "twilio_api_url": fake.url, "data_dir": tmp_path / "house",
    }  # fmt: skip
    made = Settings(_env_file=None, **told)
    push(made)
    fake.approve()
    return made


@pytest.fixture
def replicas(here: Settings, desk: Desk, client: Client, fake: FakeTwilio) -> Iterator[Replicas]:
    made = Replicas(desk, client, fake)
    yield made
    for other in made.others:
        other.dispose()


def usable(shelf: Shelf) -> str:
    """The content that would tell her that there is news, in Indonesian; "" where that is parked."""
    held = shelf.template("news", "id")
    return held[0] if held is not None and held[1].language == "id" else ""


async def test_what_a_callback_parks_no_replica_sends_and_no_later_start_until_its_time_is_over(
    replicas: Replicas, desk: Desk
) -> None:
    told, other = await replicas.one(), await replicas.one()
    sid = usable(other)
    ours = desk.post()
    form = ImmutableMultiDict({"MessageSid": "SM1", "MessageStatus": "undelivered", "ErrorCode": "63041"})
    record(desk.database, desk.keys, str(ours), sid, form, park=told.park)
    later = await replicas.one()
    assert sid
    assert [usable(one) for one in (told, other, later)] == ["", "", ""]
    assert other.template("news", "id") is not None, "the other language is not refused"
    await other.look()
    assert usable(other) == "", "Twilio's list calls it approved all the same"
    desk.turn(hours=6)
    assert [usable(one) for one in (told, other, later)] == [sid, sid, sid]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_buttons_that_were_refused_go_as_numbers_from_every_replica(
    replicas: Replicas, desk: Desk
) -> None:
    told, other = await replicas.one(), await replicas.one()
    sid = other.tap("buttons-2")
    assert sid
    told.park(sid, 63021)
    assert (other.tap("buttons-2"), bool(other.tap("buttons-3"))) == (None, True)


@pytest.mark.parametrize("sid", ["", "HX1", "x", "HX" + "g" * 32, "HX" + "1" * 33])
@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_what_is_no_content_parks_nothing(desk: Desk, sid: str) -> None:
    Parked(desk.database).add(sid, 63041)
    assert Parked(desk.database).sids() == {}


def test_the_operator_sees_what_is_parked_and_lifts_it(here: Settings, fake: FakeTwilio) -> None:
    assert status(here)[1], "before the first start nothing was refused"
    database = establish(here).database
    held = next(one for one in fake.world.contents.values() if one.status == "approved")
    Parked(database).add(held.sid, 63041)
    lines, well = status(here)
    assert not well
    assert lines[-1].startswith(f"{held.name}: refused with 63041 (bad-template) at ")
    assert "--lift" in lines[-1]
    lifted, well = status(here, lift=True)
    assert well
    assert "tried again" in lifted[-1]
    assert status(here) == (lines[:-1], True)
    with database.reading() as db:
        assert shelved.standing(db, database.now()) == {}
    database.dispose()


def test_what_waited_for_a_refused_template_is_tried_as_soon_as_that_is_lifted(here: Settings) -> None:
    stores = establish(here)
    made = Desk(stores.database, stores.keys, at=stores.database.now())
    made.post()
    made.send(SendHeld("bad-template", after=MISSING))
    assert not made.waits(), "until the hour is over"
    status(here, lift=True)
    assert made.waits()
    stores.database.dispose()


def test_lifting_tells_nobody_again_who_was_told_already(here: Settings) -> None:
    stores = establish(here)
    made = Desk(stores.database, stores.keys, at=stores.database.now())
    made.post()
    made.send(SendHeld("window"))
    status(here, lift=True)
    assert not made.waits()
    stores.database.dispose()
