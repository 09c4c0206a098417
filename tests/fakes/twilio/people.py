"""People as they use WhatsApp: they type, tap, send what a phone sends, and look at their screen.

sari = fake.person("Sari")
sari.say("Halo")
await sari.sees("Setuju")
sari.press("Setuju, mulai")
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from tests.fakes.media import sizes
from tests.fakes.screen import Screen
from tests.fakes.twilio.world import Media, Message, World


class Person(Screen[Message]):
    """One person and her chat with the sender. `number` or `scoped` (a business-scoped id) may be missing."""

    def __init__(self, world: World, name: str, number: str, scoped: str) -> None:
        super().__init__(world, name)
        self.world, self.number, self.scoped = world, number, scoped
        self.profile = name
        self.opted_out = self.blocked = self.gone = self.reads = False
        self.joined = True

    @property
    def address(self) -> str:
        return f"whatsapp:{self.number or self.scoped}"

    # what she sees

    @property
    def messages(self) -> list[Message]:
        """What stands in the chat, oldest first: deleting at Twilio takes nothing from her phone."""
        with self.world.lock:
            return [
                m
                for m in self.world.messages.values()
                if (m.sender == self.address and not m.mine) or (m.to == self.address and m.arrived)
            ]

    @property
    def screen(self) -> str:
        lines = []
        for message in self.messages:
            lines.append(f"{'<' if message.mine else '>'} {message.text or '[file or place]'}")
            lines += [f"  [{title}]" for title in message.buttons]
        return "\n".join(lines)

    # what she does

    def say(self, text: str, **more: str) -> Message:
        return self._send({"MessageType": "text", "Body": text} | more)

    def press(self, title: str, message: Message | None = None, kind: str = "interactive") -> Message:
        """Tap the newest button or list item of that title (or that of `message`)."""
        for where in [message] if message else reversed(self.messages):
            for label, payload in where.actions if where.mine else []:
                if label == title:
                    return self._tap(where, label, payload, kind)
        raise AssertionError(f"nothing to tap called {title!r}; {self.name} sees:\n{self.screen}")

    def tap(self, title: str, payload: str = "", kind: str = "button") -> Message:
        """Any button, of an old screen or a template; without an id the payload is its title."""
        return self._send(
            {"MessageType": kind, "Body": title, "ButtonText": title, "ButtonPayload": payload or title}
        )

    def send_photo(self, body: bytes, caption: str = "", **more: str) -> Message:
        """As the phone sends a picture: made smaller, compressed again, without EXIF."""
        return self.send_file(sizes(body)[-1][2], "image/jpeg", "image", caption, **more)

    def send_album(self, bodies: Sequence[bytes], caption: str = "") -> list[Message]:
        """Separate messages, without anything that says they belong together."""
        return [self.send_photo(body, "" if number else caption) for number, body in enumerate(bodies)]

    def send_document(self, body: bytes, name: str, mime: str = "application/pdf") -> Message:
        return self.send_file(body, mime, "document", name)

    def send_voice(self, body: bytes) -> Message:
        return self.send_file(body, "audio/ogg", "audio")

    def send_video(self, body: bytes, caption: str = "") -> Message:
        return self.send_file(body, "video/mp4", "video", caption)

    def sticker(self) -> Message:
        return self.send_file(b"RIFF....WEBP", "image/webp", "sticker")

    def contact(self, phone: str, name: str) -> Message:
        card = f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL:{phone}\nEND:VCARD".encode()
        return self.send_file(card, "text/vcard", "contacts")

    def send_file(self, body: bytes, mime: str, kind: str, caption: str = "", **more: str) -> Message:
        return self._send({"MessageType": kind, "Body": caption} | more, ((mime, body),))

    def pin(self, latitude: float, longitude: float, label: str = "", address: str = "") -> Message:
        form = {"MessageType": "location", "Body": "", "Latitude": str(latitude), "Longitude": str(longitude)}
        form |= {"Label": label} if label else {}
        return self._send(form | ({"Address": address} if address else {}))

    def forward(self, text: str, *, often: bool = False) -> Message:
        return self.say(text, **{"FrequentlyForwarded" if often else "Forwarded": "true"})

    def refer(self, text: str) -> Message:
        """She comes from an advertisement."""
        return self.say(text, ReferralHeadline="Lapor di sini", ReferralSourceType="ad", ReferralNumMedia="0")

    def block(self) -> None:
        self.blocked = True

    def unblock(self) -> None:
        self.blocked = False

    def opt_out(self) -> None:
        """Twilio's own list of those who said STOP; the next START takes her off it."""
        self.opted_out = True

    def move(self, scoped: str) -> None:
        """Another phone, or another person, behind the same number."""
        self.scoped = scoped

    def rename(self, profile: str) -> None:
        """She calls herself something else."""
        self.profile = profile

    def _tap(self, where: Message, label: str, payload: str, kind: str) -> Message:
        replied = {
            "OriginalRepliedMessageSid": where.sid,
            "OriginalRepliedMessageSender": f"whatsapp:{self.world.sender}",
        }
        if where.listed:
            return self._send(
                {"MessageType": kind, "Body": label, "ListId": payload, "ListTitle": label} | replied
            )
        about = {"MessageType": kind, "Body": label, "ButtonText": label, "ButtonPayload": payload}
        return self._send(about | replied)

    def _send(self, about: dict[str, str], files: Sequence[tuple[str, bytes]] = ()) -> Message:
        with self.world.lock:
            if self.blocked or self.gone:
                raise AssertionError(f"{self.name} has blocked the sender: unblock() first")
            self._act()
            self.opted_out = self.opted_out and about.get("Body", "").upper() != "START"
            sid = self.world.sid("MM" if files else "SM")
            message = Message(
                sid, False, self.address, f"whatsapp:{self.world.sender}", about.get("Body", ""), self.world.now(),
                "received", arrived=True,
            )  # fmt: skip
            form = self._form(sid, len(files)) | about
            for number, (mime, body) in enumerate(files):
                media = Media(self.world.sid("ME"), sid, mime, body)
                self.world.media[media.sid] = media
                message.media.append(media.sid)
                place = f"2010-04-01/Accounts/{self.world.account}/Messages/{sid}/Media/{media.sid}"
                form |= {f"MediaContentType{number}": mime, f"MediaUrl{number}": f"{self.world.url}/{place}"}
            message.form = form
            self.world.add(message)
            self.world.outbox.append(message)
            self.world.changed()
            return message

    def _form(self, sid: str, media: int) -> dict[str, str]:
        profile = {"type": "whatsapp", "data": {"context": {"ProfileName": self.profile}}}
        form = {
            "MessageSid": sid, "SmsMessageSid": sid, "SmsSid": sid, "AccountSid": self.world.account,
            "From": self.address, "To": f"whatsapp:{self.world.sender}", "NumMedia": str(media), "NumSegments": "1",
            "ReferralNumMedia": "0", "SmsStatus": "received", "ApiVersion": "2010-04-01", "ProfileName": self.profile,
            "ChannelMetadata": json.dumps(profile),
        }  # fmt: skip
        if self.number:
            form["WaId"] = self.number.removeprefix("+")
        if self.scoped:
            form["ExternalUserId"] = f"whatsapp:{self.scoped}"
        return form
