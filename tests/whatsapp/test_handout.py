"""An officer's file by an address: sealed, for minutes, gone with the file; what cannot go is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from twilio.rest import Client

from bot.conversation.message import Line, Say
from handlers.copies import CannotOpen, Copy
from handlers.whatsapp.handout import OPEN_FOR, PATH, Handout
from handlers.whatsapp.send import FILE_TRIES, WhatsAppSender
from handlers.whatsapp.shelf import Shelf
from storage.keys import Keys
from tests.fakes.twilio.server import FakeTwilio
from tests.officers.office import Office
from tests.talking import library
from tests.whatsapp.letters import letter
from tests.whatsapp.sending import STATUS, Clock, Refused

FILE = Say(
    (Line("desk-file-shown", {"number": 1, "count": 1}), Line("desk-story", {"text": "Budi"})),
    file="clean:e1",
)


class Opened:
    """The vault, as far as a letter looks into it."""

    def __init__(self, copy: Copy | None) -> None:
        self.copy, self.asked = copy, list[tuple[str, str]]()

    def open(self, file: str, text: str, patience: float = 0) -> Copy:
        self.asked.append((file, text))
        if self.copy is None:
            raise CannotOpen("erased")
        return self.copy


@pytest.fixture
def office(database_url: str, keys: Keys) -> Iterator[Office]:
    made = Office(database_url, keys)
    yield made
    made.database.dispose()


def handout(office: Office, copy: Copy | None) -> tuple[Handout, Opened]:
    held = Opened(copy)
    vault: Any = held
    return Handout("https://saksi.example.id", office.keys, vault, office.database.now), held


PHOTO = Copy(b"jpeg", "image/jpeg", "berkas.jpg")


def test_the_address_names_nothing_and_works_for_minutes(office: Office) -> None:
    made, held = handout(office, PHOTO)
    place = made.place("clean:photograph-1", "Budi")
    token = place.rpartition("/")[2]
    assert place.startswith(f"https://saksi.example.id{PATH}")
    assert "photograph" not in token
    assert made.opened(token) == PHOTO
    assert held.asked[-1] == ("clean:photograph-1", "Budi"), "marked with who looks"
    office.pass_by(minutes=OPEN_FOR / timedelta(minutes=1))
    assert made.opened(token) is None


@pytest.mark.parametrize("token", ["", "x", "AAAA", "é", "%00", "A" * 300])
def test_what_was_never_given_opens_nothing(office: Office, token: str) -> None:
    made, held = handout(office, PHOTO)
    assert made.opened(token) is None
    assert held.asked == []


@pytest.mark.parametrize(
    "copy", [None, Copy(b"x" * 5_000_001, "image/jpeg", "b.jpg"), Copy(b"x", "image/webp", "b.webp")]
)
def test_what_whatsapp_does_not_take_has_no_address(office: Office, copy: Copy | None) -> None:
    made, _ = handout(office, copy)
    with pytest.raises(CannotOpen):
        made.place("clean:photograph-1", "Budi")


@pytest.mark.parametrize(("attempts", "copy"), [(1, None), (FILE_TRIES + 1, PHOTO)])
async def test_a_letter_whose_file_cannot_go_says_so(
    client: Client, fake: FakeTwilio, office: Office, attempts: int, copy: Copy | None
) -> None:
    budi, made = fake.person("Budi"), handout(office, copy)[0]
    budi.say("Halo")
    clock: Any = Clock()
    parked: Any = Refused()
    sender = WhatsAppSender(
        client, fake.sender, library().words, Shelf(client, parked), clock, STATUS, handout=made
    )
    await sender.send(letter(FILE, attempts=attempts), budi.number, None)
    (call,) = fake.called("create")
    assert "MediaUrl" not in call.params
    assert call.params["Body"].splitlines()[-1].startswith("Berkas ini")
