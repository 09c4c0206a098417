"""Messages and media of the 2010 API: create, list, fetch, delete. What the real one refuses is refused.

https://www.twilio.com/docs/messaging/api/message-resource, https://www.twilio.com/docs/messaging/api/media-resource
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote_plus

from tests.fakes.twilio.content import filled
from tests.fakes.twilio.faults import Fails, Fault, Refused
from tests.fakes.twilio.world import FINAL, Content, Message, World

LONGEST = 1600
FIELDS = {
    "To", "From", "MessagingServiceSid", "Body", "MediaUrl", "ContentSid", "ContentVariables", "StatusCallback",
    "ValidityPeriod",
}  # fmt: skip
ADDRESS = re.compile(r"whatsapp:(\+[1-9]\d{6,14}|[A-Z]{2}\.\w{4,128})")


class Messages:
    def __init__(self, world: World) -> None:
        self.world = world

    def create(self, form: dict[str, str], fault: Fault | None) -> dict[str, Any]:
        """Checks that answer at once; the window, the sandbox and what the phone says come as callbacks."""
        to, sender, service = form.get("To", ""), form.get("From", ""), form.get("MessagingServiceSid", "")
        callback, person = form.get("StatusCallback", ""), self.world.people.get(to)
        unknown = ", ".join(sorted(form.keys() - FIELDS))
        for wrong, code, text in (
            (unknown, 20001, f"Unknown parameters: {unknown}"),
            (not ADDRESS.fullmatch(to), 21211, "Invalid 'To' Phone Number"),
            (
                bool(sender) == bool(service),
                21603,
                "A 'From' or a 'MessagingServiceSid' is required, one of both",
            ),
            (
                sender and sender != f"whatsapp:{self.world.sender}",
                63007,
                "Could not find a Channel of that address",
            ),
            (service and service not in self.world.services, 21701, "The Messaging Service does not exist"),
            (
                callback and not re.fullmatch(r"https?://[^\s/_]+(/\S*)?", callback),
                21609,
                "Invalid StatusCallback",
            ),
            (person is not None and person.opted_out, 21610, "Attempt to send to unsubscribed recipient"),
        ):
            if wrong:
                raise Refused(400, code, text)
        message = Message(
            self.world.sid("MM" if "ContentSid" in form else "SM"), True, f"whatsapp:{self.world.sender}", to, "",
            self.world.now(), "accepted" if service else "queued", callback=callback, service=service,
        )  # fmt: skip
        if "ContentSid" in form:
            self._with_content(message, form, form["ContentSid"])
        else:
            self._with_body(message, form)
        message.error = fault.code if isinstance(fault, Fails) else self._fails(message, person)
        with self.world.lock:
            self.world.add(message)
            self.world.outbox.append(message)
        return self.world.json(message)

    def _with_body(self, message: Message, form: dict[str, str]) -> None:
        if "ContentVariables" in form:
            raise Refused(400, 21654, "ContentSid Required")
        message.body, message.asks = form.get("Body", ""), form.get("MediaUrl", "")
        if message.asks and not re.fullmatch(r"https?://[^\s/]+/\S*", message.asks):
            raise Refused(400, 21620, "Invalid media URL(s)")
        if not (message.body.strip() or message.asks):
            raise Refused(400, 21602, "Message body is required")
        if len(message.body) > LONGEST:
            raise Refused(400, 21617, "The concatenated message body exceeds the 1600 character limit")

    def _with_content(self, message: Message, form: dict[str, str], sid: str) -> None:
        if "Body" in form or "MediaUrl" in form:
            raise Refused(400, 21620, "Body and MediaUrl must be absent with ContentSid")
        content = self.world.contents.get(sid)
        if content is None:
            raise Refused(400, 21655, "The ContentSid is Invalid")
        try:
            given = json.loads(form.get("ContentVariables", "{}"))
        except ValueError:
            raise Refused(400, 21656, "The Content Variables Parameter is Invalid") from None
        if not isinstance(given, dict) or not all(isinstance(v, str) for v in given.values()):
            raise Refused(400, 21656, "The Content Variables Parameter is Invalid")
        if (
            any(re.search(r"[\n\t]| {5,}", value) for value in given.values())
            and content.status == "approved"
        ):
            raise Refused(400, 21656, "The Content Variables Parameter is Invalid")
        message.content, message.variables = sid, given
        message.body, message.actions, faulty = filled(content, given)
        message.listed = content.kind == "twilio/list-picker"
        if faulty:
            raise Refused(400, 21656, f"The Content Variables Parameter is Invalid: {faulty}")

    def _fails(self, message: Message, person: Any) -> int | None:
        """What a status callback will tell."""
        if person is None or person.gone:
            return 63024
        if not person.joined:
            return 63015
        if person.blocked:
            return 63032
        if self.world.open_for(message.to):
            return None
        content: Content | None = self.world.contents.get(message.content)
        if content is None or content.kind == "twilio/list-picker":
            return 63016
        if content.status == "paused":
            return 63041
        return None if content.status == "approved" else 63016

    def list(self, query: dict[str, str]) -> dict[str, Any]:
        """Newest first. Filters: To, From, DateSent, DateSent>, DateSent<; times are whole days or ISO 8601."""
        known = {"To", "From", "DateSent", "DateSent>", "DateSent<", "PageSize", "Page", "PageToken"}
        if query.keys() - known:
            raise Refused(400, 20001, f"Unknown parameters: {', '.join(query.keys() - known)}")
        with self.world.lock:
            found = [m for m in self.world.messages.values() if not m.deleted]
        for name, part in (("To", "to"), ("From", "sender")):
            if name in query:
                found = [m for m in found if getattr(m, part) == query[name]]
        if "DateSent>" in query:
            found = [m for m in found if m.at >= moment(query["DateSent>"])]
        if "DateSent<" in query:
            found = [m for m in found if m.at <= moment(query["DateSent<"])]
        found.sort(key=lambda m: m.at, reverse=True)
        size, page = int(query.get("PageSize", "50")), int(query.get("Page", "0"))
        shown = found[page * size : (page + 1) * size]
        uri = f"/2010-04-01/Accounts/{self.world.account}/Messages.json"
        more = f"{uri}?PageSize={size}&Page={page + 1}" if found[(page + 1) * size :] else None
        if more:
            more += "".join(
                f"&{key}={quote_plus(value)}" for key, value in query.items() if key[:4] != "Page"
            )
        return {
            "messages": [self.world.json(m) for m in shown], "uri": uri, "page": page, "page_size": size,
            "start": page * size, "end": page * size + len(shown) - 1, "first_page_uri": uri,
            "next_page_uri": more, "previous_page_uri": None,
        }  # fmt: skip

    def senders(self, service: str, query: dict[str, str]) -> dict[str, Any]:
        """https://www.twilio.com/docs/messaging/api/messaging-service-channelsender-resource"""
        if query.keys() - {"PageSize", "Page", "PageToken"}:
            raise Refused(400, 20001, "Unknown parameters")
        if service not in self.world.services:
            raise Refused(404, 20404, "The requested resource was not found")
        url = f"{self.world.url}/v1/Services/{service}/ChannelSenders"
        return {
            "meta": {"key": "senders", "page": 0, "page_size": 50, "url": url, "first_page_url": url,
                     "previous_page_url": None, "next_page_url": None},
            "senders": [
                {
                    "account_sid": self.world.account, "messaging_service_sid": service, "sid": f"XE{at:032x}",
                    "sender": f"whatsapp:{number}", "sender_type": "WhatsApp", "country_code": "ID",
                    "date_created": None, "date_updated": None, "url": f"{url}/XE{at:032x}",
                }
                for at, number in enumerate(self.world.services[service])
            ],
        }  # fmt: skip

    def fetch(self, sid: str) -> dict[str, Any]:
        return self.world.json(self._message(sid))

    def delete(self, sid: str) -> None:
        message = self._message(sid)
        if message.status not in FINAL:
            raise Refused(409, 20009, "Cannot delete message because delivery has not been completed.")
        with self.world.lock:
            message.deleted = True
            self.world.changed()

    def media_list(self, sid: str) -> dict[str, Any]:
        message = self._message(sid)
        uri = f"/2010-04-01/Accounts/{self.world.account}/Messages/{sid}/Media.json"
        held = [self.world.media[one] for one in message.media if one in self.world.media]
        return {
            "media_list": [
                {
                    "sid": one.sid, "account_sid": self.world.account, "parent_sid": sid,
                    "content_type": one.type, "date_created": None, "date_updated": None,
                    "uri": uri.replace(".json", f"/{one.sid}.json"),
                }
                for one in held
            ],
            "uri": uri, "page": 0, "page_size": 50, "start": 0, "end": len(held) - 1, "first_page_uri": uri,
            "next_page_uri": None, "previous_page_uri": None,
        }  # fmt: skip

    def media_delete(self, message: str, sid: str) -> None:
        self._media(message, sid)
        with self.world.lock:
            del self.world.media[sid]
            self.world.changed()

    def media_place(self, message: str, sid: str) -> str:
        """Where its bytes are: another host."""
        return f"{self.world.cdn}/{self._media(message, sid).sid}"

    def _media(self, message: str, sid: str) -> Any:
        found = self.world.media.get(sid)
        if found is None or found.message != message:
            raise Refused(404, 20404, "The requested resource was not found")
        return found

    def _message(self, sid: str) -> Message:
        found = self.world.messages.get(sid)
        if found is None or found.deleted:
            raise Refused(404, 20404, "The requested resource was not found")
        return found


def moment(text: str) -> float:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise Refused(400, 20001, f"not a date: {text}") from None
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()
