"""`saksi whatsapp templates push|status|diff`: the template catalogue against what Twilio and Meta hold."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from handlers.settings import Settings
from handlers.stores import CannotOpen, find
from handlers.whatsapp.client import FAULTS, code, connected
from handlers.whatsapp.contents import Content, Found, shapes
from handlers.whatsapp.refusals import refusal
from handlers.whatsapp.render import CHANNEL
from handlers.whatsapp.send import MISSING
from handlers.whatsapp.shelf import found, make, missing, submit, usable
from handlers.whatsapp.templates import Template, faults, load
from storage import shelved, windows
from storage.shelved import Refused

UNSUBMITTED = ("", "unsubmitted")


class CannotAsk(Exception):
    """The settings or Twilio stand in the way; the sentence says what to do."""


def push(settings: Settings) -> list[str]:
    """Make what is missing and ask for approval. What is there is left alone. Raises CannotAsk."""
    templates = load()
    if wrong := list(faults(templates)):
        raise CannotAsk("\n".join(wrong))
    lines: list[str] = _asked(settings, lambda client: _push(client, templates))
    return lines


def status(settings: Settings, *, lift: bool = False) -> tuple[list[str], bool]:
    """A line for each template, what was refused lately, and whether all may be used. Raises CannotAsk.

    lift  what was refused is tried again from now on, and with it at once the letters that waited for it
    """
    held = {one.name: one for one in _asked(settings, found)}
    rows = [(one, held.get(one.content.name)) for one in load()]
    lines = [f"{one.id} ({one.language}): {_state(there)}" for one, there in rows]
    made = sum(one.name in held for one in shapes().values())
    lines.append(f"Buttons and lists: {made} of {len(shapes())} made.")
    well = all(there is not None and usable(there) for _, there in rows)
    try:
        refused = _refused(settings, lift=lift)
    except CannotOpen as fault:
        return [*lines, f"What was refused lately is not known. {fault}"], False
    names = {one.sid: one.name for one in held.values()}
    lines += [f"{names.get(sid, sid)}: {_parked(one, lifted=lift)}" for sid, one in refused.items()]
    return lines, well and (lift or not refused)


def unusable(settings: Settings) -> list[str]:
    """A sentence for each template that cannot be sent now; a push that needs it waits. Raises CannotAsk."""
    held = {one.name: one for one in _asked(settings, found)}
    return [
        f"The template {one.id} ({one.language}) cannot be sent: {_state(there)}. Until Meta has approved it, news to"
        " those who wrote nothing for 24 hours waits."
        for one in load()
        for there in (held.get(one.content.name),)
        if there is None or not usable(there)
    ]


def diff(settings: Settings) -> list[str]:
    """What push would make, and what lies at Twilio that is in no catalogue any more. Raises CannotAsk."""
    held: list[Found] = _asked(settings, found)
    wanted = _wanted(load())
    ours = {one.name for one in wanted}
    return [
        *(f"+ {one.name}" for one in missing(held, wanted)),
        *(f"- {one.name} ({one.sid})" for one in held if one.name not in ours),
    ]


def _wanted(templates: tuple[Template, ...]) -> list[Content]:
    return [*(one.content for one in templates), *shapes().values()]


async def _push(client: Any, templates: tuple[Template, ...]) -> list[str]:
    held = {one.name: one for one in await found(client)}
    new = missing(held.values(), shapes().values())
    lines = [f"{content.name}: made as {await make(client, content)}" for content in new]
    for one in templates:
        there = held.get(one.content.name)
        if there is not None and there.status not in UNSUBMITTED:
            continue
        sid = there.sid if there is not None else await make(client, one.content)
        lines.append(f"{one.content.name}: submitted as {sid}, {await submit(client, sid, one)}")
    return lines


def _refused(settings: Settings, *, lift: bool) -> dict[str, Refused]:
    """What no process sends now. Before the first start nothing was ever sent. Raises CannotOpen."""
    if settings.database_file is not None and not settings.database_file.exists():
        return {}
    stores = find(settings)
    now = stores.database.now()
    try:
        with stores.database.transaction() as db:
            refused = shelved.standing(db, now)
            if lift:
                shelved.lift(db)
                windows.hasten(db, CHANNEL, now + timedelta(seconds=MISSING), now)
        return refused
    finally:
        stores.database.dispose()


def _parked(one: Refused, *, lifted: bool) -> str:
    told = f"refused with {one.code} ({refusal(one.code).reason}) at {one.at:%Y-%m-%d %H:%M} UTC"
    if lifted:
        return f"{told}; tried again from now on."
    return f"{told}; not sent before {one.at + shelved.LASTS:%H:%M} UTC, or until --lift."


def _state(there: Found | None) -> str:
    if there is None:
        return "not there; saksi whatsapp templates push makes it"
    if there.status == "approved" and not usable(there):
        return f"approved, but as {there.category}: not used; appeal in Meta's WhatsApp Manager"
    if there.status in UNSUBMITTED:
        return "made, and not submitted; saksi whatsapp templates push submits it"
    return " ".join(filter(None, (there.status, there.reason and f"({there.reason})")))


def _asked(settings: Settings, ask: Callable[[Any], Awaitable[Any]]) -> Any:
    account, token = settings.twilio_account_sid, settings.twilio_auth_token
    if account is None or token is None:
        raise CannotAsk("WhatsApp is not set up: see SAKSI_TWILIO_ACCOUNT_SID.")

    async def asked() -> Any:
        async with connected(account, token.get_secret_value(), settings.twilio_api_url) as client:
            return await ask(client)

    try:
        return asyncio.run(asked())
    except FAULTS as fault:
        number = f" (code {code(fault)})" if code(fault) else ""
        raise CannotAsk(f"Twilio could not be asked: {type(fault).__name__}{number}.") from None
