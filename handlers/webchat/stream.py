"""What changes, as server-sent events: `bubble` (HTML that takes the place of its id, or stands at the end) and `gone`.

`id:` is the moment of the change, of each talk that the page shows, from which a lost stream goes on. https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from handlers.webchat.live import Live
from handlers.webchat.phone import Phone
from storage.bubbles import Bubble

HEARTBEAT = 15.0
"""Seconds between two signs of life: what lies between us and a browser closes silent streams."""
AGAIN, CROWDED = 1000, 30_000
"""Milliseconds after which a browser comes back to a stream that ended, and to one there was no room for."""
MOMENTS = re.compile(r"\d{1,18}(,\d{1,18})*")
ANSWERED = 2.0
"""Seconds that a post without a script waits for the answer, so that the page it is sent to shows it."""


@dataclass(frozen=True, slots=True)
class View:
    """One talk on a page, in the language that is spoken there."""

    phone: Phone
    lane: str
    language: str


async def stream(live: Live, views: Sequence[View], after: list[int]) -> AsyncIterator[str]:
    """Whatever changes after those moments, one of each talk, in the order of its changes, until we or she are gone.

    One stream a page, however many phones it shows: browsers open six connections to a host, and pages want some.
    """
    async with live.watching(*(view.lane for view in views)) as event:
        if event is None:
            yield f"retry: {CROWDED}\n\n"
            return
        yield f"retry: {AGAIN}\n\n"
        while not live.closed:
            event.clear()
            for number, view in enumerate(views):
                for one in await asyncio.to_thread(view.phone.since, view.lane, after[number]):
                    after[number] = one.changed
                    yield f"id: {_joined(after)}\n{told(view, one)}"
            try:
                async with asyncio.timeout(HEARTBEAT):
                    await event.wait()
            except TimeoutError:
                yield ": alive\n\n"


async def answered(phone: Phone, lane: str, after: int) -> None:
    """Wait a little until a letter of ours has followed that moment."""
    async with phone.live.watching(lane) as event:
        if event is None:
            return
        try:
            async with asyncio.timeout(ANSWERED):
                while all(one.hers for one in await asyncio.to_thread(phone.since, lane, after)):
                    await event.wait()
                    event.clear()
        except TimeoutError:
            return


def streamed(request: Request, views: Sequence[View]) -> Response:
    """The answer to a browser that says what it had last, or what the page it shows has; to any other all of it."""
    last = request.headers.get("last-event-id", "") or request.query_params.get("after", "")
    found = [int(one) for one in last.split(",")] if MOMENTS.fullmatch(last) else []
    after = found if len(found) == len(views) else [0] * len(views)
    return StreamingResponse(
        stream(views[0].phone.live, views, after),
        media_type="text/event-stream",
        headers={"x-accel-buffering": "no"},
    )


def told(view: View, one: Bubble) -> str:
    """What an event says, but its id."""
    phone, language = view.phone, view.language
    if one.body is None:
        return f"event: gone\ndata: {phone.at}b{one.place}\n\n"
    page = phone.pages.draw("bubble.html", language, at=phone.at, bubble=phone.drawn([one], language)[0])
    lines = "".join(f"data: {line}\n" for line in page.split("\n") if line)
    return f"event: bubble\n{lines}\n"


def _joined(after: Sequence[int]) -> str:
    return ",".join(map(str, after))
