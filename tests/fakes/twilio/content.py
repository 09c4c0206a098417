"""The Content API: contents, their limits on WhatsApp, and Meta's approvals.

https://www.twilio.com/docs/content/content-api-resources
"""

from __future__ import annotations

import re
from typing import Any

from tests.fakes.twilio.faults import Refused
from tests.fakes.twilio.world import Content, World

VARIABLE = re.compile(r"\{\{(\w+)\}\}")
BODY, TITLE, BUTTONS, ITEMS, ITEM, DESCRIPTION, ID = 1024, 20, 3, 10, 24, 72, 200


class Contents:
    def __init__(self, world: World) -> None:
        self.world = world

    def create(self, given: dict[str, Any]) -> dict[str, Any]:
        if given.keys() - {"friendly_name", "language", "variables", "types"} or not given.get("language"):
            raise Refused(400, 20001, "Unknown or missing properties")
        types = {name: made for name, made in (given.get("types") or {}).items() if made}
        if not types:
            raise Refused(400, 20001, "types is required")
        content = Content(
            self.world.sid("HX"), given.get("friendly_name") or "", given["language"],
            given.get("variables") or {}, types, self.world.now(),
        )  # fmt: skip
        _, _, faulty = filled(content, content.variables, creating=True)
        if faulty:
            raise Refused(400, 20001, faulty)
        with self.world.lock:
            self.world.contents[content.sid] = content
            self.world.changed()
        return self.world.content_json(content)

    def fetch(self, sid: str) -> dict[str, Any]:
        return self.world.content_json(self._content(sid))

    def delete(self, sid: str) -> None:
        self._content(sid)
        with self.world.lock:
            del self.world.contents[sid]
            self.world.changed()

    def list(self, query: dict[str, str], *, approvals: bool = False) -> dict[str, Any]:
        size, page = int(query.get("PageSize", "50")), int(query.get("Page", "0"))
        place = "ContentAndApprovals" if approvals else "Content"
        held = list(self.world.contents.values())
        shown = [
            self.world.content_json(c)
            | ({"approval_requests": self.world.approval_json(c)} if approvals else {})
            for c in held[page * size : (page + 1) * size]
        ]
        base = f"{self.world.url}/v1/{place}?PageSize={size}"
        more = f"{base}&Page={page + 1}" if held[(page + 1) * size :] else None
        return {
            "meta": {"key": "contents", "page": page, "page_size": size, "url": f"{base}&Page={page}",
                     "first_page_url": f"{base}&Page=0", "previous_page_url": None, "next_page_url": more},
            "contents": shown,
        }  # fmt: skip

    def submit(self, sid: str, given: dict[str, Any]) -> dict[str, Any]:
        """To Meta: names in small letters, a category, and a body that keeps its rules."""
        content = self._content(sid)
        name = str(given.get("name", ""))
        if not re.fullmatch(r"[a-z0-9_]{1,512}", name) or given.get("category") not in (
            "UTILITY", "MARKETING", "AUTHENTICATION",
        ):  # fmt: skip
            raise Refused(400, 20001, "name or category is not valid")
        if content.status != "unsubmitted":
            raise Refused(400, 20001, "Content is already submitted")
        body = str(content.types[content.kind].get("body", ""))
        wrong = ""
        if content.kind == "twilio/list-picker":
            wrong = "this type cannot be approved"
        elif re.match(r"\s*\{\{", body) or re.search(r"\}\}\s*$", body):
            wrong = "Variables can't be at the start or end of the template."
        elif re.search(r"\}\}\s*\{\{", body):
            wrong = "Variables can't be adjacent."
        elif set(VARIABLE.findall(body)) - content.variables.keys():
            wrong = "Samples are missing."
        with self.world.lock:
            content.status, content.rejection = ("rejected", wrong) if wrong else ("received", "")
            content.category, content.approval = given["category"], name
            self.world.changed()
        return self.world.approval_json(content)

    def approval(self, sid: str) -> dict[str, Any]:
        content = self._content(sid)
        return {
            "sid": sid, "account_sid": self.world.account, "whatsapp": self.world.approval_json(content),
            "url": f"{self.world.url}/v1/Content/{sid}/ApprovalRequests",
        }  # fmt: skip

    def _content(self, sid: str) -> Content:
        found = self.world.contents.get(sid)
        if found is None:
            raise Refused(404, 20404, "The requested resource was not found")
        return found


def filled(
    content: Content, given: dict[str, str], *, creating: bool = False
) -> tuple[str, list[tuple[str, str]], str]:
    """The body, the (title, id) pairs, and what WhatsApp would refuse, "" where nothing.

    creating  a place that holds variables is measured as it is written
    """
    filling = Filling(content.variables | given, creating)
    about = content.types[content.kind]
    actions: list[tuple[str, str]] = []
    put = filling.put
    if content.kind not in ("twilio/text", "twilio/quick-reply", "twilio/list-picker"):
        return "", [], f"{content.kind} is not known here"
    body = put(about.get("body"), BODY, "body")
    if content.kind == "twilio/quick-reply":
        given_actions = about.get("actions", [])
        actions = [(put(a.get("title"), TITLE, "title"), put(a.get("id"), ID, "id")) for a in given_actions]
        filling.check(1 <= len(actions) <= BUTTONS, f"1 to {BUTTONS} buttons")
    if content.kind == "twilio/list-picker":
        put(about.get("button"), TITLE, "button")
        items = about.get("items", [])
        actions = [(put(i.get("item"), ITEM, "item"), put(i.get("id"), ID, "id")) for i in items]
        for item in items:
            put(item.get("description", "-"), DESCRIPTION, "description")
        filling.check(1 <= len(actions) <= ITEMS, f"1 to {ITEMS} items")
    filling.check(len({title for title, _ in actions}) == len(actions), "titles must differ")
    filling.check(len({payload for _, payload in actions}) == len(actions), "ids must differ")
    return body, actions, "; ".join(filling.faults)


class Filling:
    """Variables put in their places, each place measured."""

    def __init__(self, values: dict[str, str], creating: bool) -> None:
        self.faults: list[str] = []
        self._values, self._creating = values, creating

    def put(self, text: Any, limit: int, what: str) -> str:
        made = str(text) if self._creating else VARIABLE.sub(self._value, str(text))
        self.check(
            bool(text and made.strip()) and len(made) <= limit, f"{what} must have 1 to {limit} characters"
        )
        return made

    def check(self, holds: bool, fault: str) -> None:
        if not holds:
            self.faults.append(fault)

    def _value(self, found: re.Match[str]) -> str:
        self.check(found[1] in self._values, f"no value for {found[1]}")
        return self._values.get(found[1], "")
