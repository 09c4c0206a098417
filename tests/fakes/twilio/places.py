"""Every address of Twilio's that the fake answers, and what each does.

Source: https://www.twilio.com/docs/messaging/api, https://www.twilio.com/docs/content/content-api-resources.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.fakes.twilio.content import Contents
from tests.fakes.twilio.faults import Fails
from tests.fakes.twilio.messages import Messages

MESSAGES = "/2010-04-01/Accounts/{account}/Messages"
ONE = f"{MESSAGES}/{{sid}}"
CONTENT = "/v1/Content"

Act = Callable[[Mapping[str, str], dict[str, Any], Fails | None], Any]
"""Of the gaps in the address, what was given, and how it fails later; the answer is what is told."""


@dataclass(frozen=True, slots=True)
class Place:
    """what: the name that `fault` and `called` know it by. status: of a good answer; 307 leads to where `act` says."""

    method: str
    path: str
    what: str
    act: Act
    status: int = 200


def places(messages: Messages, contents: Contents) -> tuple[Place, ...]:
    m, c = messages, contents
    return (
        Place("POST", f"{MESSAGES}.json", "create", lambda i, p, f: m.create(p, f), 201),
        Place("GET", f"{MESSAGES}.json", "list", lambda i, p, f: m.list(p)),
        Place("GET", f"{ONE}.json", "fetch", lambda i, p, f: m.fetch(i["sid"])),
        Place("DELETE", f"{ONE}.json", "delete", lambda i, p, f: m.delete(i["sid"]), 204),
        Place("GET", f"{ONE}/Media.json", "media-list", lambda i, p, f: m.media_list(i["sid"])),
        Place("DELETE", f"{ONE}/Media/{{media}}.json", "media-delete",
              lambda i, p, f: m.media_delete(i["sid"], i["media"]), 204),
        Place("GET", f"{ONE}/Media/{{media}}", "media", lambda i, p, f: m.media_place(i["sid"], i["media"]), 307),
        Place("GET", "/v1/Services/{service}/ChannelSenders", "senders", lambda i, p, f: m.senders(i["service"], p)),
        Place("POST", CONTENT, "content-create", lambda i, p, f: c.create(p), 201),
        Place("GET", CONTENT, "content-list", lambda i, p, f: c.list(p)),
        Place("GET", "/v1/ContentAndApprovals", "approvals", lambda i, p, f: c.list(p, approvals=True)),
        Place("GET", f"{CONTENT}/{{sid}}", "content-fetch", lambda i, p, f: c.fetch(i["sid"])),
        Place("DELETE", f"{CONTENT}/{{sid}}", "content-delete", lambda i, p, f: c.delete(i["sid"]), 204),
        Place("POST", f"{CONTENT}/{{sid}}/ApprovalRequests/whatsapp", "submit",
              lambda i, p, f: c.submit(i["sid"], p), 201),
        Place("GET", f"{CONTENT}/{{sid}}/ApprovalRequests", "approval", lambda i, p, f: c.approval(i["sid"])),
    )  # fmt: skip
