"""Which contents Twilio holds for us: looked up at start and from time to time. Buttons and lists that are missing are
made then; templates, which Meta must approve, by an operator's command.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import structlog

from handlers.whatsapp.contents import PREFIX, Content, Found, shapes
from handlers.whatsapp.parked import Parked
from handlers.whatsapp.templates import Template, load

log = structlog.get_logger(__name__)

APPROVED = "approved"


class Shelf:
    """`look` asks Twilio; `tap` and `template` answer from what it told, without what is parked: blocking."""

    def __init__(self, client: Any, parked: Parked) -> None:
        self._client = client
        self._parked = parked
        self._templates = load()
        self._shapes = shapes()
        self._sids: dict[str, str] = {}
        self._approved: dict[str, str] = {}
        self.known = False
        """Whether Twilio has been asked."""

    async def look(self) -> list[Template]:
        """Remember what is there. Returns the templates that cannot be used. Raises client.FAULTS."""
        held = await found(self._client)
        self._sids = {one.name: one.sid for one in held}
        self._approved = {one.name: one.sid for one in held if usable(one)}
        self.known = True
        return [one for one in self._templates if one.content.name not in self._approved]

    async def fill(self) -> int:
        """Make the buttons and lists that are missing; returns how many. Raises client.FAULTS."""
        wanted = [one for one in self._shapes.values() if one.name not in self._sids]
        for content in wanted:
            self._sids[content.name] = await make(self._client, content)
        return len(wanted)

    def tap(self, shape: str) -> str | None:
        """The content of a shape, if it was made and is not parked."""
        content = self._shapes.get(shape)
        sid = self._sids.get(content.name) if content else None
        return None if sid is None or sid in self._parked.sids() else sid

    def template(self, id: str, language: str) -> tuple[str, Template] | None:
        """An approved template that is not parked, in that language or else in any."""
        parked = self._parked.sids()
        mine = sorted(
            (one for one in self._templates if one.id == id), key=lambda one: one.language != language
        )
        for one in mine:
            sid = self._approved.get(one.content.name)
            if sid is not None and sid not in parked:
                return sid, one
        return None

    def park(self, sid: str, number: int) -> None:
        """Twilio refused it: no process sends it for a while, and an operator is told. Blocking."""
        self._parked.add(sid, number)
        name = next((name for name, one in self._sids.items() if one == sid), sid)
        log.error(
            "whatsapp.content_parked", content=name, code=number, help="saksi whatsapp templates status"
        )


def usable(one: Found) -> bool:
    """Approved, and still what it was submitted as: Meta may call it marketing afterwards."""
    return one.status == APPROVED and one.category in ("", "UTILITY")


async def found(client: Any) -> list[Found]:
    """Our contents at Twilio, with their approval. Raises client.FAULTS."""
    listed = await client.content.v1.content_and_approvals.list_async(page_size=100)
    return [
        Found(
            one.sid, one.friendly_name, approval.get("status") or "", approval.get("category") or "",
            approval.get("rejection_reason") or "",
        )
        for one in listed
        if (one.friendly_name or "").startswith(PREFIX)
        for approval in (one.approval_requests or {},)
    ]  # fmt: skip


async def make(client: Any, content: Content) -> str:
    """Create it; returns its sid. Raises client.FAULTS."""
    made = await client.content.v1.contents.create_async(_Json({
        "friendly_name": content.name, "language": content.language, "variables": dict(content.variables),
        "types": dict(content.types),
    }))  # fmt: skip
    return str(made.sid)


async def submit(client: Any, sid: str, template: Template) -> str:
    """Ask for Meta's approval; returns the status. Raises client.FAULTS."""
    asked = _Json({"name": template.content.name, "category": template.category})
    made = await client.content.v1.contents(sid).approval_create.create_async(asked)
    return str(made.status)


def missing(held: Iterable[Found], wanted: Iterable[Content]) -> list[Content]:
    names = {one.name for one in held}
    return [one for one in wanted if one.name not in names]


class _Json:
    """What the library's request classes are to it; they write out every field that is not set as null."""

    def __init__(self, about: dict[str, Any]) -> None:
        self._about = about

    def to_dict(self) -> dict[str, Any]:
        return self._about
