"""Every kind of letter, and exactly what Twilio is asked for it: one table, with the words people read.

A row is the whole form beside `To`, `From` and `StatusCallback`: what does not stand here is not sent. A content is
called by the name of its shape or template.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest
from twilio.rest import Client

from bot.conversation.message import Line, Option, Say
from handlers.channel import SendHeld
from handlers.whatsapp.contents import shapes
from handlers.whatsapp.templates import load
from tests.fakes.twilio.server import FakeTwilio
from tests.talking import library
from tests.whatsapp.sending import STATUS, Sending

TICKET = "K7M-4QX-3"
KINDS = ("asn", "honorer", "village", "forces", "official", "unknown")
SENTENCE = "Baliho itu masih terpasang di pagar kantor camat sampai tadi pagi. "
SERVICE = "MG" + "0" * 32
FILE = "http://127.0.0.1:9/whatsapp/file/TOKEN"


def asked(question: str, *keys: str, **more: Any) -> Say:
    """A question of a draft, with its choices."""
    options = tuple(Option(key, f"{question}-{key}") for key in keys)
    return Say((Line(f"ask-{question}"),), options, "d1", question, **more)


NEWCODE = "Setelah ini kode rahasia yang lama tidak berlaku lagi. Buat kode baru?"
NEWS = Say((Line("push", {"ticket": TICKET}), Line("pushed-withdrawn")))
THANKS = Say((Line("welcome"),))
CARD = Say((Line("desk-empty"),))
LONG = Say((Line("data-story", {"text": SENTENCE * 30}),))
PHOTO = Say(
    (Line("desk-file-shown", {"number": 1, "count": 1}), Line("desk-story", {"text": "Budi"})), file="e1"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A letter. calls: the forms that are posted for it, in order.

    bare     nothing was made at Twilio yet
    closed   she last wrote more than a day ago: the letter waits, and the form is that of what knocks
    """

    say: Say
    calls: tuple[dict[str, Any], ...]
    bare: bool = False
    closed: bool = False
    language: str = "id"


TABLE = {
    "a text": Row(THANKS, ({"Body": "Sama-sama. Kalau ada yang lain, tulis MENU."},)),
    "a text in English": Row(
        THANKS, ({"Body": "You are welcome. If there is anything else, write MENU."},), language="en"
    ),
    "two choices": Row(
        asked("newcode", "yes", "no"),
        (
            {
                "ContentSid": "buttons-2",
                "ContentVariables": {
                    "1": f"{NEWCODE}\n\n1 Ya, buat kode baru\n2 Tidak jadi",
                    "2": "1 Ya, buat kode baru",
                    "3": "d1:newcode:yes",
                    "4": "2 Tidak jadi",
                    "5": "d1:newcode:no",
                },
            },
        ),
    ),
    "two choices before buttons were made": Row(
        asked("newcode", "yes", "no"),
        ({"Body": f"{NEWCODE}\n\n1 Ya, buat kode baru\n2 Tidak jadi"},),
        bare=True,
    ),
    "three choices, one too long for a button": Row(
        Say(
            (Line("ask-day"),),
            tuple(Option(k, f"day-{k}") for k in ("today", "yesterday", "other")),
            "d1",
            "day",
        ),
        (
            {
                "ContentSid": "buttons-3",
                "ContentVariables": {
                    "1": "Kapan Anda melihatnya?\n\n1 Hari ini\n2 Kemarin\n"
                    "3 Hari lain (tulis tanggalnya, misalnya 12 Oktober)",
                    "2": "1 Hari ini",
                    "3": "d1:day:today",
                    "4": "2 Kemarin",
                    "5": "d1:day:yesterday",
                    "6": "3 Hari lain",
                    "7": "d1:day:other",
                },
            },
        ),
    ),
    "six choices": Row(
        asked("kind", *KINDS),
        (
            {
                "ContentSid": "list-6",
                "ContentVariables": {
                    "1": "Orang itu siapa?\n\n1 PNS/PPPK (guru, camat, pegawai dinas)\n2 Honorer\n"
                    "3 Kepala desa atau perangkat desa\n4 TNI atau polisi\n5 Bupati, wakilnya, anggota dewan\n"
                    "6 Saya tidak tahu",
                    "2": "1–6",
                    "3": "1 PNS/PPPK (guru, camat…",
                    "4": "d1:kind:asn",
                    "5": "1 PNS/PPPK (guru, camat, pegawai dinas)",
                    "6": "2 Honorer",
                    "7": "d1:kind:honorer",
                    "8": "2 Honorer",
                    "9": "3 Kepala desa atau pera…",
                    "10": "d1:kind:village",
                    "11": "3 Kepala desa atau perangkat desa",
                    "12": "4 TNI atau polisi",
                    "13": "d1:kind:forces",
                    "14": "4 TNI atau polisi",
                    "15": "5 Bupati, wakilnya, ang…",
                    "16": "d1:kind:official",
                    "17": "5 Bupati, wakilnya, anggota dewan",
                    "18": "6 Saya tidak tahu",
                    "19": "d1:kind:unknown",
                    "20": "6 Saya tidak tahu",
                },
            },
        ),
    ),
    "eleven choices are one more than a list has": Row(
        Say((Line("ask-ticket"),), tuple(Option(f"k{n}", "menu-help") for n in range(11)), "d1", "menu"),
        ({"Body": "Nomornya? Misalnya: K7M-4QX-3.\n\n" + "\n".join(f"{n} Bantuan" for n in range(1, 12))},),
    ),
    "a long text of hers": Row(
        LONG,
        (
            {"Body": "Cerita Anda: " + (SENTENCE * 23).strip()},
            {"Body": (SENTENCE * 7).strip()},
        ),
    ),
    "a file for an officer": Row(PHOTO, ({"Body": "Berkas 1 dari 1\n\nBudi", "MediaUrl": FILE},)),
    "news": Row(NEWS, ({"Body": "Ada kabar untuk K7M-4QX-3.\n\nIni sudah ditarik, sesuai permintaan."},)),
    "news, the window closed": Row(
        NEWS, ({"ContentSid": "news-id", "ContentVariables": {"1": TICKET}},), closed=True
    ),
    "news in English, the window closed": Row(
        NEWS, ({"ContentSid": "news-en", "ContentVariables": {"1": TICKET}},), closed=True, language="en"
    ),
    "an answer, the window closed": Row(
        asked("kind", *KINDS), ({"ContentSid": "waiting-id", "ContentVariables": {}},), closed=True
    ),
    "a desk, the window closed": Row(CARD, ({"ContentSid": "desk-id", "ContentVariables": {}},), closed=True),
    "news before its template was made": Row(NEWS, (), bare=True, closed=True),
}


class Placed:
    """Where a file would lie for Twilio."""

    def place(self, file: str, text: str) -> str:
        return FILE


def named(fake: FakeTwilio) -> dict[str, str]:
    """Sids of contents -> what this table calls them."""
    ours = {content.name: shape for shape, content in shapes().items()}
    ours |= {one.content.name: f"{one.id}-{one.language}" for one in load()}
    return {sid: ours[held.name] for sid, held in fake.world.contents.items()}


@pytest.mark.parametrize("row", TABLE.values(), ids=TABLE.keys())
@pytest.mark.parametrize("service", [False, True], ids=["a number", "a messaging service"])
async def test_a_letter_is_exactly_these_calls(
    client: Client, fake: FakeTwilio, row: Row, service: bool
) -> None:
    sari = fake.person("Sari", "", "ID.4000000000000001") if service else fake.person("Sari")
    sari.say("Halo")
    origin = {"MessagingServiceSid": SERVICE} if service else {"From": f"whatsapp:{fake.sender}"}
    sending = Sending(client, library().words, fake, SERVICE if service else "")
    sending.made._handout = Placed()  # type: ignore[assignment]
    if not row.bare:
        await sending.templates()
    await sending.shelf.look()
    if row.closed:
        sending.clock.open = False
        fake.turn(hours=25)
        with pytest.raises(SendHeld):
            await sending(row.say, sari, language=row.language, attempts=1)
    else:
        await sending(row.say, sari, language=row.language, attempts=1)
    contents = named(fake)
    calls = fake.called("create")
    assert {call.line for call in calls} <= {f"POST /2010-04-01/Accounts/{fake.account}/Messages.json"}
    for call, wanted in zip(calls, row.calls, strict=True):
        form = dict(call.params)
        knock = f"&k={form['ContentSid']}" if row.closed else ""
        assert form.pop("To") == sari.address
        assert form.pop("StatusCallback") == f"{STATUS}?o=7{knock}"
        assert {name: form.pop(name) for name in origin} == origin
        if "ContentSid" in form:
            form["ContentSid"] = contents[form["ContentSid"]]
            form["ContentVariables"] = json.loads(form["ContentVariables"])
        assert form == wanted
        assert call.outcome == 201, "and the strict Twilio takes it"


def test_the_table_has_every_content_there_is() -> None:
    """But for the shapes that differ from one here in their number alone, and an officer's or an answer in English."""
    used = {form["ContentSid"] for row in TABLE.values() for form in row.calls if "ContentSid" in form}
    assert {one.rpartition("-")[0] for one in used} == {
        *(shape.rpartition("-")[0] for shape in shapes()), *(one.id for one in load())
    }  # fmt: skip
