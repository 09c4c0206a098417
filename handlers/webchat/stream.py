"""What changes, as server-sent events: `bubble` (HTML that takes the place of its id, or stands at the end) and `gone`.

`id:` is the moment of the change, from which a lost stream goes on. https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from handlers.webchat.phone import Phone
from storage.bubbles import Bubble

HEARTBEAT = 15.0
"""Seconds between two signs of life: what lies between us and a browser closes silent streams."""
AGAIN, CROWDED = 1000, 30_000
"""Milliseconds after which a browser comes back to a stream that ended, and to one there was no room for."""
ANSWERED = 2.0
"""Seconds that a post without a script waits for the answer, so that the page it is sent to shows it."""


async def stream(phone: Phone, lane: str, after: int, language: str) -> AsyncIterator[str]:
    """Whatever changes after that moment, in the order of the changes, until we or she are gone."""
    async with phone.live.watching(lane) as event:
        if event is None:
            yield f"retry: {CROWDED}\n\n"
            return
        yield f"retry: {AGAIN}\n\n"
        while not phone.live.closed:
            event.clear()
            for one in await asyncio.to_thread(phone.since, lane, after):
                after = one.changed
                yield told(phone, one, language)
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


def told(phone: Phone, one: Bubble, language: str) -> str:
    """One event."""
    if one.body is None:
        return f"id: {one.changed}\nevent: gone\ndata: {phone.at}b{one.place}\n\n"
    page = phone.pages.draw("bubble.html", language, at=phone.at, bubble=phone.drawn([one], language)[0])
    lines = "".join(f"data: {line}\n" for line in page.split("\n") if line)
    return f"id: {one.changed}\nevent: bubble\n{lines}\n"
