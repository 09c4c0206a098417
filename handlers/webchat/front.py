"""`GET /`: what Saksi is, how to report on each channel that runs, what we keep safe, and what nobody can promise.

Any other address that nobody answers leads there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import segno
from fastapi import APIRouter, Request, Response
from markupsafe import Markup

from handlers.webchat.hear import CHANNEL
from handlers.webchat.page import HEADERS, Pages

CHANNELS: Mapping[str, tuple[str, str, str]] = {
    "telegram": ("front-telegram", "front-telegram-how", "front-telegram-sees"),
    "whatsapp": ("front-whatsapp", "front-whatsapp-how", "front-whatsapp-sees"),
    "webchat": ("front-webchat", "front-webchat-how", "front-webchat-sees"),
}
"""Channel -> its name, what to do there, and who else sees that she wrote. The order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Way:
    """One channel on the page. link: as it is read; opens: as it is opened, in the language of the page.

    code   the link as a QR code, in SVG of our own making
    """

    name: str
    how: str
    sees: str
    link: str
    opens: str
    code: Markup


def router(pages: Pages, ways: Callable[[], Mapping[str, str]]) -> APIRouter:
    """ways: channel -> what a person opens to reach us there, "" while it is not known."""
    made = APIRouter(include_in_schema=False)
    made.include_router(pages.shelf.router())

    @made.get("/")
    async def front(request: Request) -> Response:
        links, language = ways(), pages.language(request)
        shown = [
            Way(*words, link, f"{link}?lang={language}" if name == CHANNEL else link, code(link))
            for name, words in CHANNELS.items()
            if (link := links.get(name, ""))
        ]
        return Response(pages.draw("front.html", language, ways=shown), headers=HEADERS)

    @made.get("/{elsewhere:path}")
    async def nowhere(request: Request) -> Response:
        return Response(lost(pages, request), status_code=404, headers=HEADERS)

    return made


def lost(pages: Pages, request: Request) -> str:
    """A page for whoever mistyped an address."""
    return pages.draw(
        "refused.html", pages.language(request), key="page-nowhere", back="/", to="page-front", text=""
    )


@cache
def code(link: str) -> Markup:
    """A QR code of a link, dark on light whatever the page is: readers expect it so."""
    svg = segno.make(link, error="m", micro=False).svg_inline(
        dark="#000", light="#fff", border=3, omitsize=True, svgclass="qr", lineclass=None
    )
    return Markup(svg)  # noqa: S704 - made here, of modules alone
