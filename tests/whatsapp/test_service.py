"""The whole service on WhatsApp: closed windows, lost answers, doubled webhooks, and a log that tells nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.conversation.message import Line, Say
from handlers.commands.whatsapp import _push
from handlers.whatsapp.client import connected
from handlers.whatsapp.contents import shapes
from handlers.whatsapp.templates import load
from storage import mail
from storage.sql import query
from tests.fakes.twilio.faults import Lost, Refuse, TooMany
from tests.fakes.twilio.people import Person
from tests.fakes.twilio.server import FakeTwilio
from tests.files import image
from tests.whatsapp.serving import Running, running

CONSENT = "Setuju, mulai"


async def begun(sari: Person) -> None:
    """She agreed, and is asked for a photo."""
    for said, seen in (("Halo", CONSENT), ("1", "Apa yang Anda lihat"), ("1", "Ada fotonya")):
        sari.say(said)
        await sari.sees(seen, 30)


def post(service: Running, person: Person, *lines: Line) -> None:
    """News for her, as an officer's move would send it."""
    keys, now = service.house.keys, service.database.now()
    with service.database.transaction() as db:
        mail.post(
            db, keys, lane=keys.index(f"whatsapp:{person.number}"), channel="whatsapp", say=Say(lines), language="id",
            rank=1, due_at=now, now=now,
        )  # fmt: skip


def close(service: Running) -> None:
    """Our clock says that every window is closed."""
    with service.database.transaction() as db:
        db.connection().execute(query("DELETE FROM reply_window RETURNING lane")).all()


NEWS = (Line("push", {"ticket": "K7M-4QX-3"}), Line("pushed-withdrawn"))


@pytest.mark.parametrize("ours", ["knows", "is wrong"])
async def test_news_outside_the_window_knocks_and_follows_when_she_writes(
    tmp_path: Path, fake: FakeTwilio, database_url: str, ours: str
) -> None:
    """Also where our clock was wrong, and Twilio says so only after it took the letter."""
    async with connected(fake.account, fake.token, fake.url) as client:
        await _push(client, load())
    fake.approve()
    sari = fake.person("Sari")
    async with running(tmp_path / "house", fake, database_url) as service:
        sari.say("Halo")
        await sari.sees("Setuju", 30)
        fake.turn(hours=25)
        if ours == "knows":
            close(service)
        sari.acted = fake.world.tick
        post(service, sari, *NEWS)
        await sari.sees("Ada kabar untuk K7M-4QX-3. Balas untuk membacanya.", 30)
        await fake.idle()
        assert not any("ditarik" in message.text.lower() for message in sari.news), "only that there is news"
        sari.say("ya")
        await sari.until(
            lambda: [m for m in sari.news if m.text.startswith("Ada kabar untuk K7M-4QX-3.\n")], 30
        )


async def test_buttons_are_made_once_when_the_service_starts_and_never_in_a_turn(
    tmp_path: Path, fake: FakeTwilio, database_url: str
) -> None:
    sari = fake.person("Sari")
    for _ in range(2):
        async with running(tmp_path / "house", fake, database_url):
            await sari.until(lambda: len(fake.world.contents) == len(shapes()), 30)
            sari.say("Halo")
            await sari.sees(CONSENT, 30)
            await sari.until(lambda: sari.last.buttons, 30)
    assert len(fake.called("content-create")) == len(shapes())
    assert all(one.status == "unsubmitted" for one in fake.world.contents.values())


async def test_where_twilio_makes_no_buttons_choices_go_as_numbers(
    tmp_path: Path, fake: FakeTwilio, database_url: str
) -> None:
    fake.fault("content-create", Refuse(400, 20001), times=99)
    sari = fake.person("Sari")
    async with running(tmp_path / "house", fake, database_url):
        await begun(sari)
        assert not sari.last.buttons


async def test_every_webhook_twice_is_one_conversation(
    tmp_path: Path, fake: FakeTwilio, database_url: str
) -> None:
    fake.callbacks.twice = fake.callbacks.shuffled = True
    sari = fake.person("Sari")
    async with running(tmp_path / "house", fake, database_url):
        await begun(sari)
        await fake.idle()
        assert len([message for message in sari.messages if message.mine]) == 3
        assert {one.status for one in fake.posts} == {200}


async def test_a_lost_answer_is_not_a_second_copy(
    tmp_path: Path, fake: FakeTwilio, database_url: str
) -> None:
    """The status callback proves that Twilio took it."""
    sari = fake.person("Sari")
    async with running(tmp_path / "house", fake, database_url) as service:
        fake.fault("create", Lost())
        sari.say("Halo")
        await sari.sees(CONSENT, 30)

        def sent() -> bool:
            with service.database.reading() as db:
                return db.connection().execute(query("SELECT state FROM outbox")).scalars().all() == ["sent"]

        await sari.until(sent, 30)
        sari.say("1")
        await sari.sees("Apa yang Anda lihat", 30)
    assert len(fake.called("create")) == 2


async def test_too_many_requests_are_waited_for(tmp_path: Path, fake: FakeTwilio, database_url: str) -> None:
    sari = fake.person("Sari")
    async with running(tmp_path / "house", fake, database_url):
        fake.fault("create", TooMany(2))
        sari.say("Halo")
        await sari.sees(CONSENT, 30)
    first, second = fake.called("create")
    assert second.at - first.at >= 2


async def test_an_album_is_one_progress_line(tmp_path: Path, fake: FakeTwilio, database_url: str) -> None:
    sari = fake.person("Sari")
    async with running(tmp_path / "house", fake, database_url):
        await begun(sari)
        sari.send_album([image() for _ in range(3)])
        await sari.sees("3 foto sudah tersimpan", 60)
    assert fake.world.leaked == []


async def test_a_person_who_hides_her_number_reports_too(
    tmp_path: Path, fake: FakeTwilio, database_url: str
) -> None:
    hidden = fake.person("Sari", "", "ID.4000000000000001")
    async with running(tmp_path / "house", fake, database_url):
        await begun(hidden)


async def test_the_log_tells_no_number_no_words_and_no_token(
    tmp_path: Path, fake: FakeTwilio, database_url: str, capfd: pytest.CaptureFixture[str]
) -> None:
    sari = fake.person("Sari Rahasia")
    async with running(tmp_path / "house", fake, database_url):
        fake.fault("create", TooMany(1))
        await begun(sari)
        sari.send_photo(image(), "rahasiaku sekali")
        await sari.sees("1 foto sudah tersimpan", 60)
    logged: Any = capfd.readouterr()
    for secret in (sari.number, sari.number[1:], "rahasiaku", "Rahasia", fake.token, "/Media/"):
        assert secret not in logged.out + logged.err
