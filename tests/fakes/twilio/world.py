"""What the fake Twilio remembers: people, messages, media, contents, and a clock that a test can turn."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from tests.fakes.state import State

WINDOW = 24 * 3600
"""Seconds after her last message in which a business may write freely.
https://www.twilio.com/docs/whatsapp/key-concepts#the-24-hour-window"""
ACCOUNT = "AC0123456789abcdef0123456789abcdef"
TOKEN = "fake-auth-token-for-tests-only-000"
SENDER = "+14155238886"
FINAL = ("delivered", "read", "failed", "undelivered", "received", "sent")


@dataclass(slots=True)
class Media:
    sid: str
    message: str
    type: str
    body: bytes


@dataclass(slots=True)
class Message:
    """One message; `form` holds what its webhook told, `actions` its (title, id) pairs, `changed` when it came.

    asks  where its file is fetched from when it leaves;  picture  (type, bytes) of what lay there
    """

    sid: str
    mine: bool
    sender: str
    to: str
    body: str
    at: float
    status: str
    form: dict[str, str] = field(default_factory=dict)
    actions: list[tuple[str, str]] = field(default_factory=list)
    listed: bool = False
    content: str = ""
    variables: dict[str, str] = field(default_factory=dict)
    callback: str = ""
    error: int | None = None
    media: list[str] = field(default_factory=list)
    deleted: bool = False
    arrived: bool = False
    service: str = ""
    changed: int = 0
    asks: str = ""
    picture: tuple[str, bytes] | None = None

    @property
    def text(self) -> str:
        return self.body

    @property
    def buttons(self) -> list[str]:
        return [title for title, _ in self.actions]


@dataclass(slots=True)
class Content:
    sid: str
    name: str
    language: str
    variables: dict[str, str]
    types: dict[str, dict[str, Any]]
    at: float
    status: str = "unsubmitted"
    category: str = ""
    rejection: str = ""
    approval: str = ""

    @property
    def kind(self) -> str:
        return next(iter(self.types))


class World(State):
    """All state, under one lock; every change rings the bell."""

    def __init__(self, seed: int = 1) -> None:
        super().__init__(seed)
        self.account, self.token, self.sender = ACCOUNT, TOKEN, SENDER
        self.services = {"MG" + "0" * 32: [SENDER]}
        self.messages: dict[str, Message] = {}
        self.media: dict[str, Media] = {}
        self.contents: dict[str, Content] = {}
        self.people: dict[str, Any] = {}
        self.heard: dict[str, float] = {}
        self.outbox: list[Message] = []
        self.leaked: list[str] = []
        self.url = ""
        self.cdn = ""

    def sid(self, prefix: str) -> str:
        return prefix + self.random.randbytes(16).hex()

    def open_for(self, address: str) -> bool:
        """Whether she wrote within the last 24 hours."""
        with self.lock:
            heard = self.heard.get(address)
        return heard is not None and self.now() - heard < WINDOW

    def add(self, message: Message) -> Message:
        with self.lock:
            self.messages[message.sid] = message
            if not message.mine:
                self.heard[message.sender] = message.at
            message.changed = self.changed()
            return message

    def json(self, m: Message) -> dict[str, Any]:
        """A message as the API tells it."""
        uri = f"/2010-04-01/Accounts/{self.account}/Messages/{m.sid}.json"
        date = rfc2822(m.at)
        return {
            "sid": m.sid, "account_sid": self.account, "from": m.sender, "to": m.to, "body": m.body,
            "status": m.status, "direction": "outbound-api" if m.mine else "inbound",
            "num_media": str(len(m.media)), "num_segments": "1", "date_created": date, "date_updated": date,
            "date_sent": date if m.status not in ("queued", "accepted") else None, "error_code": m.error,
            "error_message": None, "messaging_service_sid": m.service or None, "price": None, "price_unit": "USD",
            "api_version": "2010-04-01", "uri": uri,
            "subresource_uris": {"media": uri.replace(".json", "/Media.json")},
        }  # fmt: skip

    def content_json(self, c: Content) -> dict[str, Any]:
        return {
            "sid": c.sid, "account_sid": self.account, "friendly_name": c.name, "language": c.language,
            "variables": c.variables, "types": c.types, "date_created": iso(c.at), "date_updated": iso(c.at),
            "url": f"{self.url}/v1/Content/{c.sid}",
            "links": {"approval_create": "", "approval_fetch": ""},
        }  # fmt: skip

    def approval_json(self, c: Content) -> dict[str, Any]:
        return {
            "type": "whatsapp", "name": c.approval, "category": c.category, "content_type": c.kind,
            "status": c.status, "rejection_reason": c.rejection, "allow_category_change": False,
        }  # fmt: skip


def rfc2822(at: float) -> str:
    return format_datetime(datetime.fromtimestamp(int(at), UTC))


def iso(at: float) -> str:
    return datetime.fromtimestamp(int(at), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
