"""A desk's group on a real `saksi run`: bound, a card, presses that only who pressed is answered, thrown out."""

from __future__ import annotations

import secrets

from bot.cases.lifecycle import Role
from storage import desks, rooms
from tests.e2e.conftest import Install
from tests.e2e.rows import rows, until
from tests.e2e.running import Saksi
from tests.e2e.story import STORY, report, sees
from tests.fakes.telegram.server import FakeTelegram

DESK = "triage"
"""Where a report goes in whose area nobody sits."""


def codes(saksi: Saksi) -> tuple[str, str]:
    """One for an officer, one for a group."""
    with saksi.stores() as stores, stores.database.transaction() as db:
        now, keys = stores.database.now(), stores.keys
        told = {"desk": DESK, "now": now, "drawn": secrets.token_bytes(32)}
        person, _ = desks.invite(db, keys, role=Role.OFFICER, name="Budi", **told)  # type: ignore[arg-type]
        group, _ = rooms.make_code(db, keys, **told)  # type: ignore[arg-type]
    return person, group


async def test_the_life_of_a_room(fake: FakeTelegram, install: Install) -> None:
    saksi = install(fake, push_delay="0")
    saksi.start()
    await saksi.ready()
    person, code = codes(saksi)
    budi, rina, sari = fake.person("Budi"), fake.person("Rina"), fake.person("Sari")
    budi.start(person)
    await sees(budi, "Halo, Budi.")
    group = fake.group("Meja", budi, rina)
    group.say(f"/meja@SaksiUjiBot {code}")
    await group.sees("Telegram tidak memberi bot daftar anggota", 40)
    group.say("Siapa ya yang lapor? Kata orang si Sari")
    filed = await report(sari)
    await group.sees(f"{filed.ticket} · belum diambil", 40)
    group.as_(rina).press("Ambil")
    await group.until(lambda: any("hanya untuk petugas meja" in text for text in asides(fake)), 40)
    group.press("Ambil")
    await group.until(lambda: any("Lihat chat pribadi" in text for text in asides(fake)), 40)
    await sees(budi, filed.ticket)
    await group.until(lambda: any("diambil Budi" in m.text for m in group.messages), 40)
    assert not any(STORY in m.text for m in group.messages)
    group.kick()
    await until(lambda: not bound(saksi))
    await saksi.run("tick")
    await sees(budi, "Bot sudah tidak ada di grup")
    assert await saksi.stop() == 0
    for private in ("Siapa ya", str(group.chat.id), str(budi.id), code):
        assert private not in saksi.logged
    with saksi.stores() as stores:
        assert not any("Siapa ya" in row for _, row in rows(stores.database))


def bound(saksi: Saksi) -> bool:
    with saksi.stores() as stores, stores.database.reading() as db:
        return rooms.of_desk(db, DESK) is not None


def asides(fake: FakeTelegram) -> list[str]:
    return [call.params.get("text", "") for call in fake.called("answerCallbackQuery")]
