"""A whole run with every kind of trouble: its log holds no secret of it, and neither does any file in clear."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from handlers.stores import Stores
from storage import upkeep
from storage.sql import sql
from tests.e2e.conftest import Install
from tests.e2e.rows import until
from tests.e2e.running import Saksi
from tests.e2e.story import RECEIPT, STORY, WHO, begin, sees, tell
from tests.fakes.telegram.faults import Broken, Lost, Reset, TooMany
from tests.fakes.telegram.server import FakeTelegram
from tests.files import EXE, image, photo

NAME, PHONE = "Sari Wulandari Uji", "081234567890"


async def test_neither_log_nor_disk_tells_who_said_what(fake: FakeTelegram, install: Install) -> None:
    saksi = install(fake).posted()
    saksi.start()
    await saksi.ready()
    sari = fake.person("Wulandari", username="wulan_di_wanci")
    fake.fault("sendMessage", TooMany(1), chat=sari.id)
    fake.fault("file", Broken(502))
    await begin(sari)
    fake.fault("sendMessage", Broken(502), chat=sari.id)
    sari.send_document(EXE, "gaji pak harun.exe")
    await sees(sari, "jenisnya belum bisa kami terima")
    sari.send_photo(image(picture=photo(300, 200)))
    await sees(sari, "sudah tersimpan")
    fake.fault("sendMessage", Reset(), chat=sari.id)
    sari.press("Selesai")
    await tell(sari)
    fake.fault("sendMessage", Lost(), chat=sari.id)
    sari.press("Simpan tersegel")
    await sees(sari, "Tulis nama Anda")
    sari.say(NAME)
    await sees(sari, "Nomor telepon")
    sari.say(PHONE)
    await sees(sari, "Periksa dulu")
    sari.press("Kirim")
    code = await sees(sari, "Kode rahasia Anda")
    fake.world.queue({"message": {"text": STORY, "chat": "nobody"}})
    with saksi.stores() as stores:
        await until(lambda: parked(stores) or hurry(stores), 60)
    keys = json.loads((saksi.data / "keys.json").read_bytes())
    (unreadable,) = await saksi.json("parked", "list")
    assert (unreadable["reason"], unreadable["attempts"]) == ("UnreadableUpdate", 5)
    await saksi.run("parked", "drop", str(unreadable["id"]))
    assert await saksi.run("parked", "list") == "Nothing is parked.\n"
    assert await saksi.stop() == 0
    receipt = RECEIPT.search(code)
    assert receipt is not None
    secret = [
        fake.token,
        fake.token.partition(":")[2],
        str(sari.id),
        "Wulandari",
        "wulan_di_wanci",
        NAME,
        PHONE,
    ]
    secret += [STORY[:30], WHO, "gaji pak harun", receipt[0], receipt[0].replace("-", "")]
    assert not [one for one in (*secret, "secret-of-this-run", *strings(keys)) if one in saksi.logged]
    for trouble in ("evidence not fetched", "message parked"):
        assert trouble in saksi.logged, "what went wrong is told all the same"
    clear = [
        f"{file.name}: {one}" for file in files(saksi) for one in secret if one.encode() in file.read_bytes()
    ]
    assert not clear


def parked(stores: Stores) -> list[Any]:
    with stores.database.reading() as db:
        return upkeep.parked(db)


def hurry(stores: Stores) -> bool:
    """What waits for its next try need not wait any longer; still False."""
    with stores.database.transaction() as db:
        db.connection().execute(sql("UPDATE lane SET held_until = :now"), {"now": stores.database.now()})
    return False


def strings(told: Any) -> Iterator[str]:
    """Every long string of some JSON: those are the keys."""
    if isinstance(told, str):
        if len(told) > 24:
            yield told
    elif isinstance(told, dict | list):
        for one in told.values() if isinstance(told, dict) else told:
            yield from strings(one)


def files(saksi: Saksi) -> list[Path]:
    return [file for file in saksi.data.rglob("*") if file.is_file()]
