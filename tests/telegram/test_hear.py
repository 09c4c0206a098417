"""Raw updates in, what was heard out: one table."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.message import Attachment, AttachmentKind, Heard, Place, Press
from handlers.telegram.hear import ear, envelope, hear
from handlers.telegram.raw import UnreadableUpdate, opened

pytestmark = pytest.mark.unit

AT = datetime(2024, 10, 16, 11, 40, tzinfo=UTC)
SAID = AT - timedelta(minutes=3)
SARI = {"id": 41, "is_bot": False, "first_name": "Sari", "language_code": "id"}
CHAT = {"id": 41, "type": "private", "first_name": "Sari"}
DATE = int(SAID.timestamp())


def ids() -> Callable[[], str]:
    count = itertools.count(1)
    return lambda: f"id{next(count)}"


def message(_kind: str = "message", /, **content: Any) -> dict[str, Any]:
    about = {"message_id": 7, "from": SARI, "chat": CHAT, "date": DATE}
    return {"update_id": 900, _kind: about | content}


def said(**more: Any) -> Heard:
    usual: dict[str, Any] = {"at": SAID, "fresh": "id1", "ref": "7", "language": "id"}
    return Heard(**usual | more)


def file(**more: Any) -> dict[str, Any]:
    return {"file_id": "BQAC", "file_unique_id": "AgAD", "file_size": 5} | more


def with_file(
    kind: AttachmentKind, name: str = "", type: str = "", bytes: int | None = 5, **more: Any
) -> Heard:
    made = Attachment("id1", kind, "BQAC", name, type, bytes)
    return said(fresh="id2", attachments=(made,), **more)


NOBODY: dict[str, Any] = {"from": []}
PIN = {"latitude": -5.3333, "longitude": 123.5321}
PRESS = {
    "id": "1",
    "from": SARI,
    "chat_instance": "2",
    "message": {"message_id": 7, "chat": CHAT, "date": DATE},
}
SIZES = [
    file(file_id="s", width=90, height=67),
    file(width=1280, height=960),
    file(file_id="m", width=320, height=240),
]
TABLE: dict[str, tuple[dict[str, Any], Heard | None]] = {
    "text": (message(text="Halo"), said(text="Halo")),
    "start": (message(text="/start"), said(text="/start")),
    "start with a payload": (message(text="/start kantor_74-07"), said(text="/start kantor_74-07")),
    "command": (message(text="/status"), said(text="/status")),
    "command with the bot's name": (
        message(text="/status@SaksiBot K7M-4QX-3"),
        said(text="/status K7M-4QX-3"),
    ),
    "an address in the text stays": (message(text="tanya /x@SaksiBot"), said(text="tanya /x@SaksiBot")),
    "photo, largest": (
        message(photo=SIZES, caption="Balihonya"),
        with_file("photo", type="image/jpeg", text="Balihonya"),
    ),
    "photo of an album": (
        message(photo=SIZES, media_group_id="55"),
        with_file("photo", type="image/jpeg", album="55"),
    ),
    "document": (
        message(document=file(file_name="surat.pdf", mime_type="application/pdf")),
        with_file("document", "surat.pdf", "application/pdf"),
    ),
    "document with a turned name": (
        message(document=file(file_name="\u202egpj.exe", mime_type="image/jpeg")),
        with_file("document", "gpj.exe", "image/jpeg"),
    ),
    "document that tells nothing": (
        message(document={"file_id": "BQAC"}),
        with_file("document", type="application/octet-stream", bytes=None),
    ),
    "video": (message(video=file(mime_type="video/mp4")), with_file("video", type="video/mp4")),
    "video note": (message(video_note=file()), with_file("video", type="video/mp4")),
    "voice": (message(voice=file(mime_type="audio/ogg")), with_file("voice", type="audio/ogg")),
    "audio": (
        message(audio=file(file_name="a.mp3", mime_type="audio/mpeg")),
        with_file("audio", "a.mp3", "audio/mpeg"),
    ),
    "animation, once": (
        message(animation=file(file_name="a.mp4"), document=file(file_name="a.mp4")),
        with_file("video", "a.mp4", "video/mp4"),
    ),
    "pin": (message(location=PIN), said(place=Place(-5.3333, 123.5321))),
    "pin out of the world": (message(location={"latitude": 91, "longitude": 0}), said(odd="other")),
    "venue": (
        message(location=PIN, venue={"location": PIN, "title": "Kantor Camat", "address": "Jl. Wanci"}),
        said(place=Place(-5.3333, 123.5321), text="Kantor Camat, Jl. Wanci"),
    ),
    "live location": (message(location=PIN | {"live_period": 900}), said(odd="live")),
    "live location moving": (message("edited_message", location=PIN | {"live_period": 900}), None),
    "live location ended": (message("edited_message", location=PIN), None),
    "contact, and nothing of it": (
        message(contact={"phone_number": "+62811", "first_name": "H"}),
        said(odd="contact"),
    ),
    "sticker": (message(sticker=file(emoji="🙏")), said(odd="sticker")),
    "poll": (message(poll={"id": "1", "question": "?"}), said(odd="poll")),
    "dice": (message(dice={"emoji": "🎲", "value": 3}), said(odd="other")),
    "game": (message(game={"title": "x"}), said(odd="other")),
    "something still unknown": (message(hologram={"a": 1}), said(odd="other")),
    "an edit": (
        message("edited_message", text="Halo!", edit_date=DATE + 60),
        said(at=SAID + timedelta(seconds=60), text="Halo!", edited=True),
    ),
    "a forward, without its origin": (
        message(
            text="Coblos 1", forward_origin={"type": "user", "sender_user": {"id": 5, "first_name": "Hamba"}}
        ),
        said(text="Coblos 1", forwarded=True),
    ),
    "a forward from a hidden person": (
        message(text="a", forward_sender_name="H"),
        said(text="a", forwarded=True),
    ),
    "a press": (
        {"update_id": 900, "callback_query": PRESS | {"data": "d1:where:ya:a"}},
        said(at=AT, press=Press("d1", "where", "ya:a")),
    ),
    "a press of a button that is not ours": (
        {"update_id": 900, "callback_query": PRESS | {"data": "old"}},
        said(at=AT, press=Press("", "", "")),
    ),
    "a press without its message": (
        {"update_id": 900, "callback_query": {"id": "1", "from": SARI, "data": "d:q:v"}},
        said(at=AT, press=Press("d", "q", "v"), ref=""),
    ),
    "a timer was set": (message(message_auto_delete_timer_changed={"message_auto_delete_time": 86400}), None),
    "a message was pinned": (message(pinned_message={"message_id": 3}), None),
    "she blocked the bot": ({"update_id": 900, "my_chat_member": {"chat": CHAT, "from": SARI}}, None),
    "a reaction": ({"update_id": 900, "message_reaction": {"chat": CHAT, "message_id": 7}}, None),
    "a word in a group": (message(text="Halo", chat={"id": -5, "type": "group", "title": "Meja"}), None),
    "a date of long ago": (message(text="Halo", date=5), said(at=AT, text="Halo")),
    "a date to come": (message(text="Halo", date=DATE + 9_000), said(at=AT, text="Halo")),
    "wrong types everywhere": (
        message(
            text=5, photo={"a": 1}, document=[1], location="x", media_group_id=[], caption=None, date="x"
        ),
        said(at=AT, odd="other"),
    ),
    "nobody's language": (message(text="Halo", **NOBODY), said(text="Halo", language="")),
    "half a pair and a null": (message(text="a\ud800b\0c"), said(text="a\ufffdbc")),
}


@pytest.mark.parametrize(("raw", "heard"), TABLE.values(), ids=TABLE.keys())
def test_each_update_is_heard_as_what_it_was(raw: dict[str, Any], heard: Heard | None) -> None:
    told = opened(json.dumps(raw).encode())
    assert hear(told, at=AT, fresh=ids()) == heard
    assert envelope(told).external_id == "900"


def test_the_reception_hears_whose_it_is_and_what_was_said() -> None:
    body = json.dumps(message(text="Halo")).encode()
    assert ear(body, AT, ids()) == ("41", said(text="Halo"))


def test_an_envelope_names_the_lane_and_shows_nothing_of_it() -> None:
    found = envelope(message(text="Halo"))
    assert (found.address, found.external_id, found.ref, found.private) == ("41", "900", "7", True)
    assert "41" not in repr(found)
    assert not envelope(message(chat={"id": -1005, "type": "supergroup"})).private


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{",
        b"\xff",
        b"[" * 100_000,
        b'{"message": {}}',
        b'{"update_id": true, "message": {"chat": {"id": 1}}}',
        b'{"update_id": 1}',
        b'{"update_id": 1, "message": {"chat": {"id": "1"}}}',
        b'{"update_id": 1, "message": {"chat": {"id": 1e5}}}',
    ],
)
def test_what_is_no_update_is_told_by_one_clear_error(body: bytes) -> None:
    with pytest.raises(UnreadableUpdate):
        hear(opened(body), at=AT, fresh=ids())


def test_an_error_repeats_nothing_that_was_said() -> None:
    with pytest.raises(UnreadableUpdate) as caught:
        opened(b'{"text": "Pak Harun')
    assert "Harun" not in repr(caught.value)
    assert caught.value.__cause__ is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "chat", "from", "text", "photo", "document", "location", "latitude", "file_id", "type"]
            ),
            inner,
        )
    ),
    max_leaves=12,
)


@given(
    st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member"]),
    st.dictionaries(
        st.sampled_from(["text", "photo", "voice", "location", "venue", "date", "from", "data", "message"]),
        JSON,
    ),
)
def test_no_update_breaks_the_hearing(kind: str, content: dict[str, Any]) -> None:
    raw = {"update_id": 1, kind: {"chat": CHAT} | content}
    try:
        heard = hear(raw, at=AT, fresh=ids())
    except UnreadableUpdate:
        assert kind == "callback_query"
        return
    if heard:
        json.dumps(heard.text).encode()
        assert heard.at.tzinfo is not None
