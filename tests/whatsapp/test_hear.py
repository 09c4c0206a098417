"""Raw forms in, what was heard out: one table."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.message import Attachment, Heard, Place, Press
from handlers.whatsapp.form import UnreadableForm, opened, packed
from handlers.whatsapp.hear import LOST, ear, envelope, hear

pytestmark = pytest.mark.unit

AT = datetime(2024, 10, 16, 11, 40, tzinfo=UTC)
SARI = "+6280000000001"
MEDIA = "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1"
ABOUT = {
    "MessageSid": "SM1", "SmsMessageSid": "SM1", "SmsSid": "SM1", "AccountSid": "AC1", "From": f"whatsapp:{SARI}",
    "To": "whatsapp:+14155238886", "Body": "", "NumMedia": "0", "NumSegments": "1", "ReferralNumMedia": "0",
    "SmsStatus": "received", "ApiVersion": "2010-04-01", "ProfileName": "Sari", "WaId": "6280000000001",
}  # fmt: skip


def ids() -> Callable[[], str]:
    count = itertools.count(1)
    return lambda: f"id{next(count)}"


def form(**more: str) -> dict[str, str]:
    return ABOUT | more


def said(**more: Any) -> Heard:
    usual: dict[str, Any] = {"at": AT, "fresh": "id1", "ref": "SM1"}
    return Heard(**usual | more)


def media(kind: str, mime: str, body: str = "", **more: str) -> dict[str, str]:
    return form(MessageType=kind, Body=body, NumMedia="1", MediaUrl0=MEDIA, MediaContentType0=mime, **more)


def file(kind: Any, mime: str, name: str = "", **more: Any) -> Heard:
    return said(fresh="id2", attachments=(Attachment("id1", kind, MEDIA, name, mime),), **more)


FIELDS = [*ABOUT, "Latitude", "Longitude", "ListId", "ButtonPayload", "MediaUrl0", "MessageType", "Forwarded"]
PIN = {"Latitude": "-5.3258", "Longitude": "123.5952"}
PRESS = Press("d1", "sure", "ya")
TABLE: dict[str, tuple[dict[str, str], Heard | None]] = {
    "text": (form(MessageType="text", Body="Halo"), said(text="Halo")),
    "text of several rows": (form(Body="a\nb"), said(text="a\nb")),
    "photo": (media("image", "image/jpeg"), file("photo", "image/jpeg")),
    "photo with a caption": (media("image", "image/jpeg", "Balihonya"), file("photo", "image/jpeg", text="Balihonya")),
    "voice": (media("audio", "audio/ogg; codecs=opus"), file("voice", "audio/ogg; codecs=opus")),
    "audio": (media("audio", "audio/mpeg"), file("audio", "audio/mpeg")),
    "video": (media("video", "video/mp4"), file("video", "video/mp4")),
    "document, its name where a caption stands": (
        media("document", "application/pdf", "surat.pdf"), file("document", "application/pdf", "surat.pdf"),
    ),
    "document with a turned name": (
        media("document", "application/pdf", "\u202efdp.exe"), file("document", "application/pdf", "fdp.exe"),
    ),
    "document with a caption": (
        media("document", "application/pdf", "Ini suratnya"), file("document", "application/pdf", text="Ini suratnya"),
    ),
    "a file that tells no type": (media("document", ""), file("document", "application/octet-stream")),
    "a file without an address": (form(NumMedia="1"), said(odd="other")),
    "several files": (
        form(NumMedia="2", MediaUrl0=MEDIA, MediaContentType0="image/png", MediaUrl1=f"{MEDIA}b",
             MediaContentType1="image/png"),
        said(fresh="id3", attachments=(Attachment("id1", "photo", MEDIA, "", "image/png"),
                                       Attachment("id2", "photo", f"{MEDIA}b", "", "image/png"))),
    ),
    "ten files, and no more of one message": (
        form(NumMedia="12", **{f"MediaUrl{n}": f"{MEDIA}{n}" for n in range(12)},
             **{f"MediaContentType{n}": "image/jpeg" for n in range(12)}),
        said(fresh="id11", attachments=tuple(
            Attachment(f"id{n + 1}", "photo", f"{MEDIA}{n}", "", "image/jpeg") for n in range(10))),
    ),
    "sticker": (media("sticker", "image/webp"), said(odd="sticker")),
    "contact, and nothing of it": (media("contacts", "text/vcard", "Harun"), said(odd="contact")),
    "contact of no kind": (media("document", "text/x-vcard"), said(odd="contact")),
    "pin": (form(MessageType="location", **PIN), said(place=Place(-5.3258, 123.5952))),
    "pin of a place": (
        form(MessageType="location", Label="Kantor Camat", Address="Jl. Wanci", **PIN),
        said(place=Place(-5.3258, 123.5952), text="Kantor Camat, Jl. Wanci"),
    ),
    "pin with a label alone": (form(Label="Kantor Camat", **PIN),
                               said(place=Place(-5.3258, 123.5952), text="Kantor Camat")),
    "pin with an address alone": (form(Address="Jl. Wanci", **PIN),
                                  said(place=Place(-5.3258, 123.5952), text="Jl. Wanci")),
    "pin on the equator": (form(Latitude="0", Longitude="-0.0"), said(place=Place(0.0, 0.0))),
    "pin out of the world": (form(Latitude="91", Longitude="0"), said(odd="other")),
    "pin of no numbers": (form(Latitude="nan", Longitude="1e9"), said(odd="other")),
    "button": (
        form(MessageType="interactive", Body="1 Ya", ButtonText="1 Ya", ButtonPayload="d1:sure:ya"), said(press=PRESS),
    ),
    "button of a template": (
        form(MessageType="button", Body="Baca", ButtonText="Baca", ButtonPayload="d1:sure:ya"), said(press=PRESS),
    ),
    "button without an id": (form(MessageType="button", Body="Baca", ButtonText="Baca", ButtonPayload="Baca"),
                             said(text="Baca")),
    "button whose title looks like ours": (
        form(Body="a:b:c", ButtonText="a:b:c", ButtonPayload="a:b:c"), said(text="a:b:c")),
    "button that carries nothing": (form(MessageType="button", ButtonText="Baca"), said(text="Baca")),
    "button of somebody else": (form(Body="Lihat", ButtonText="Lihat", ButtonPayload="x9"), said(text="Lihat")),
    "list": (form(MessageType="interactive", Body="4 Wakil", ListId="d1:sure:ya", ListTitle="4 Wakil"),
             said(press=PRESS)),
    "list without its title": (form(MessageType="interactive", Body="4 Wakil", ListId="d1:sure:ya"), said(press=PRESS)),
    "button that was cut, without an id": (
        form(MessageType="button", Body="2 Baca dulu (1 meni…", ButtonText="2 Baca dulu (1 meni…"),
        said(text="2 Baca dulu (1 meni…")),
    "button under an older message of ours": (
        form(Body="1 Ya", ButtonText="1 Ya", ButtonPayload="d1:sure:ya", OriginalRepliedMessageSid="SM0",
             OriginalRepliedMessageSender="whatsapp:+14155238886"), said(press=PRESS)),
    "list without an id": (form(MessageType="interactive", Body="4 Wakil", ListTitle="4 Wakil"), said(text="4 Wakil")),
    "a form we never sent, with words": (form(InteractiveData="{}", Body="Halo"), said(text="Halo")),
    "a form we never sent": (form(MessageType="interactive", InteractiveData="{}"), said(odd="other")),
    "forwarded": (form(Body="Coblos 1", Forwarded="true"), said(text="Coblos 1", forwarded=True)),
    "forwarded often": (form(Body="a", FrequentlyForwarded="true"), said(text="a", forwarded=True)),
    "from an advertisement": (form(Body="Halo", ReferralHeadline="Lapor", ReferralBody="b"), said(text="Halo")),
    "from an advertisement with a picture, which is not hers": (
        form(Body="Halo", ReferralNumMedia="1", ReferralMediaUrl0=MEDIA, ReferralMediaContentType0="image/jpeg"),
        said(text="Halo")),
    "spaces alone": (form(Body="  "), said(text="  ")),
    "nothing at all": (form(), said(odd="other")),
    "something still unknown": (form(MessageType="hologram", Hologram="a"), said(odd="other")),
    "a null": (form(Body="a\0b"), said(text="ab")),
    "lost, and asked for again": (form(**{LOST: "1"}), None),
    "wrong numbers everywhere": (form(Body="a", NumMedia="-1", Latitude="x"), said(text="a")),
}  # fmt: skip


@pytest.mark.parametrize(("raw", "heard"), TABLE.values(), ids=TABLE.keys())
def test_each_form_is_heard_as_what_it_was(raw: dict[str, str], heard: Heard | None) -> None:
    told = opened(packed(raw))
    assert told == raw, "empty fields are kept"
    assert hear(told, at=AT, fresh=ids()) == heard
    assert envelope(told).external_id == "SM1"


def test_the_reception_hears_whose_it_is_and_what_was_said() -> None:
    assert ear(packed(form(Body="Halo")), AT, ids()) == (SARI, said(text="Halo"))


@pytest.mark.parametrize(
    ("sender", "beside", "names"),
    [
        (f"whatsapp:{SARI}", "", (SARI, SARI, "")),
        (f"whatsapp:{SARI}", "whatsapp:ID.4000000000000001", (SARI, SARI, "ID.4000000000000001")),
        ("whatsapp:ID.4000000000000001", "", ("ID.4000000000000001", "", "ID.4000000000000001")),
        ("whatsapp:ID.4", "whatsapp:ID.4", ("ID.4", "", "ID.4")),
        ("ID.4", "", ("ID.4", "", "ID.4")),
        ("whatsapp:6280000000001", "", (SARI, SARI, "")),
    ],
)
def test_a_person_has_a_number_or_an_id_or_both(
    sender: str, beside: str, names: tuple[str, str, str]
) -> None:
    found = envelope(form(From=sender, ExternalUserId=beside))
    assert (found.address, found.number, found.scoped) == names
    assert SARI not in repr(found)
    assert "ID.4" not in repr(found)


@pytest.mark.parametrize(
    "body", [b"", b"\xff\xfe", b"{}", packed({"MessageSid": "SM1"}), packed({"From": f"whatsapp:{SARI}"}),
             packed(form(From="whatsapp:bukan nomor")), packed(form(MessageSid="a'; --"))],
)  # fmt: skip
def test_what_is_no_message_is_refused_without_repeating_it(body: bytes) -> None:
    with pytest.raises(UnreadableForm) as refused:
        ear(body, AT, ids())
    assert SARI not in str(refused.value)


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=40)))
def test_no_form_however_strange_is_more_than_unreadable(strange: dict[str, str]) -> None:
    try:
        heard = hear(ABOUT | strange, at=AT, fresh=ids())
    except UnreadableForm:
        return
    assert heard is not None
    assert heard.text or heard.press or heard.attachments or heard.place or heard.odd
