"""A raw form to what was heard. Pure: the moment and the random ids are handed in.

Two steps: `envelope()` when the form is accepted (whose lane, which id), `hear()` in the turn.
Source: https://www.twilio.com/docs/messaging/guides/webhook-request
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.conversation import screen
from bot.conversation.message import Attachment, Heard, OddKind, Place, Press, kind_of
from handlers.whatsapp.form import Form, UnreadableForm, address, degrees, number, opened, text

FILES = 10
"""Media of one message; WhatsApp sends one."""
LOST = "X-Saksi-Lost"
"""A field of ours: Twilio lists such a message without what it held, so she was asked to send it again."""
ODD: dict[str, OddKind] = {"sticker": "sticker", "contacts": "contact", "contact": "contact"}
CARDS = ("text/vcard", "text/x-vcard", "text/directory")
FILE_NAME = re.compile(r"[^\n/\\]{1,200}\.[A-Za-z0-9]{2,5}")
UNSEEN = re.compile(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the reading direction so that `gpj.exe` reads `exe.jpg`."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the edge must know of a form before it is kept. Its addresses are secret: it shows nothing of them.

    address      what answers go to: a number, or the scoped id of one who hides hers
    number       "" where it is not told; scoped as well
    external_id  the message's id: with channel and bot it is told once
    profile      what she calls herself, as far as it is compared: a heart more or less is no other name
    """

    external_id: str
    address: str = field(repr=False)
    number: str = field(repr=False)
    scoped: str = field(repr=False)
    profile: str = field(repr=False, default="")


def envelope(form: Form) -> Envelope:
    """Raises UnreadableForm where it has no id, or nobody sent it."""
    sid = text(form, "MessageSid", 64) or text(form, "SmsMessageSid", 64)
    sender, beside = address(form, "From"), address(form, "ExternalUserId")
    if not re.fullmatch(r"[A-Za-z0-9]{2,64}", sid) or not sender:
        raise UnreadableForm("a message without an id or a sender")
    known = (sender, beside)
    phone = next((one for one in known if one.startswith("+")), "")
    scoped = next((one for one in known if one and not one.startswith("+")), "")
    return Envelope(sid, sender, phone, scoped, _profile(text(form, "ProfileName", 200)))


def hear(form: Form, *, at: datetime, fresh: Callable[[], str]) -> Heard | None:
    """None where nothing is to be answered.

    at     when it was accepted, aware: Twilio tells no other moment
    fresh  makes a random id: one for a draft that this may start, one for each file

    Raises UnreadableForm.
    """
    found = envelope(form)
    if LOST in form:
        return None
    tapped, choice = _tapped(form)
    if tapped is not None:
        return Heard(at=at, fresh=fresh(), press=tapped, ref=found.external_id)
    kind = text(form, "MessageType", 32).lower()
    odd = _odd(form, kind)
    files = () if odd else _files(form, fresh)
    where = _place(form)
    words = choice or _words(form, where)
    if files and kind == "document" and FILE_NAME.fullmatch(words):
        files, words = (_named(files[0], words), *files[1:]), ""
    if odd or not (words or files or where):
        odd, words = odd or "other", ""
    return Heard(
        at=at,
        fresh=fresh(),
        text=words,
        attachments=files,
        place=where,
        ref=found.external_id,
        forwarded="true" in (form.get("Forwarded"), form.get("FrequentlyForwarded")),
        odd=odd,
    )


def ear(body: bytes, at: datetime, fresh: Callable[[], str]) -> tuple[str, Heard | None]:
    """How the reception hears a form that it opened: whose it is, and what was said. Raises UnreadableForm."""
    form = opened(body)
    return envelope(form).address, hear(form, at=at, fresh=fresh)


def _profile(name: str) -> str:
    """Its letters and digits, in one spelling; of a name without any, what it has."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(filter(str.isalnum, folded)) or "".join(folded.split())


def _tapped(form: Form) -> tuple[Press | None, str]:
    """A button or list item of ours, or its title: one without an id of its own answers by what stands on it."""
    for payload, *titles in (("ButtonPayload", "ButtonText", "Body"), ("ListId", "ListTitle", "Body")):
        carried = text(form, payload, 200)
        if carried:
            title = next(filter(None, (text(form, name, 200) for name in titles)), carried)
            return (None if carried == title else screen.press(carried)), title
    return None, text(form, "ButtonText", 200) or text(form, "ListTitle", 200)


def _words(form: Form, where: Place | None) -> str:
    """Text or caption; a pin of a known place is its name and address."""
    if where is None:
        return text(form, "Body")
    return ", ".join(filter(None, (text(form, "Label", 256), text(form, "Address", 256))))


def _place(form: Form) -> Place | None:
    latitude, longitude = degrees(form, "Latitude", 90), degrees(form, "Longitude", 180)
    return None if latitude is None or longitude is None else Place(latitude, longitude)


def _odd(form: Form, kind: str) -> OddKind | None:
    if kind in ODD:
        return ODD[kind]
    if text(form, "MediaContentType0", 100).split(";")[0].strip().lower() in CARDS:
        return "contact"
    return "other" if "InteractiveData" in form and not text(form, "Body") else None


def _files(form: Form, fresh: Callable[[], str]) -> tuple[Attachment, ...]:
    """Every file that has an address; the rest cannot be fetched."""
    return tuple(
        Attachment(id=fresh(), kind=kind_of(mime), source=source, type=mime or "application/octet-stream")
        for at in range(number(form, "NumMedia", FILES))
        if (source := text(form, f"MediaUrl{at}", 1000))
        for mime in (UNSEEN.sub("", text(form, f"MediaContentType{at}", 100)),)
    )


def _named(file: Attachment, name: str) -> Attachment:
    """WhatsApp puts a document's name where its caption would be."""
    return Attachment(file.id, file.kind, file.source, UNSEEN.sub("", name)[-200:], file.type, file.bytes)
