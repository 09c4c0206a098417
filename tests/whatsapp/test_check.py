"""`saksi check` where WhatsApp is set up: which pushes cannot start, and what an operator has to put right."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.commands.check import faults
from handlers.commands.whatsapp import push
from handlers.settings import read, variables
from handlers.stores import establish
from handlers.whatsapp.alarms import ring
from handlers.whatsapp.refusals import TWILIO
from handlers.whatsapp.templates import load
from tests.fakes.twilio.server import FakeTwilio


@pytest.fixture
def place(tmp_path: Path, fake: FakeTwilio, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder whose settings name the strict Twilio."""
    for name in variables():
        monkeypatch.delenv(name, raising=False)
    told = {
        "SAKSI_TWILIO_ACCOUNT_SID": fake.account, "SAKSI_TWILIO_AUTH_TOKEN": fake.token,
        "SAKSI_TWILIO_SENDER": fake.sender, "SAKSI_TWILIO_API_URL": fake.url, "SAKSI_PUBLIC_URL": "http://127.0.0.1:9",
        "SAKSI_OPERATOR": "Pengelola", "SAKSI_CONTACT": "kontak@example.id",
    }  # fmt: skip
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_push_whose_template_cannot_be_sent_is_named_until_it_can(place: Path, fake: FakeTwilio) -> None:
    assert len(faults(place)) == len(load())
    assert all("not there; saksi whatsapp templates push makes it" in fault for fault in faults(place))
    push(read(place))
    fake.approve()
    assert faults(place) == []
    one, other = [held for held in fake.world.contents.values() if held.status == "approved"][:2]
    one.status, other.category = "paused", "MARKETING"
    found = faults(place)
    assert len(found) == 2
    assert any("paused" in fault for fault in found)
    assert any("MARKETING" in fault for fault in found)


def test_a_twilio_that_cannot_be_asked_is_one_fault(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAKSI_TWILIO_API_URL", "http://127.0.0.1:9")
    (fault,) = faults(place)
    assert "Twilio could not be asked" in fault


def test_what_twilio_refused_stands_with_what_to_do(
    place: Path, fake: FakeTwilio, capfd: pytest.CaptureFixture[str]
) -> None:
    push(read(place))
    fake.approve()
    stores = establish(read(place))
    for code in (63015, 63016, 63032):
        ring(stores.database, code)
    stores.database.dispose()
    (fault,) = faults(place)
    assert "63015" in fault
    assert TWILIO[63015].remedy in fault
