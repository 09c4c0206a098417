"""The page's requests: show the talk, take what she says, tell what changes.

    GET  <path>          the talk as it stands
    POST <path>          csrf, id (the same when posted again) and one of: text, press, lat with lon, files named `file`
                         -> 303 to the page, or for a script (it sends `HX-Request`) 204
    GET  <path>/events   what changes after `?after=` or `Last-Event-ID`: `handlers.webchat.stream`
    GET  <path>/file/…   what a letter brings along: `handlers.webchat.showing`
    POST <path>/leave    the browser forgets the page

403 not her form, 404 not there, 408 silent, 413 too much, 429 too fast, 503 not kept: a page, or for a script a line,
that says what to do now. What she wrote stays with a script's page; the page without one gives it back.
"""

from __future__ import annotations

import asyncio
import re
import sys

import structlog
from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from handlers.webchat import form, post, showing
from handlers.webchat.form import Keeping, Refused
from handlers.webchat.page import HEADERS
from handlers.webchat.phone import Phone, facts
from handlers.webchat.stream import View, answered, streamed
from handlers.webchat.uploads import Uploads
from storage.disk import VaultGone

SCRIPT = "hx-request"
REFUSALS = {403: "page-stale", 404: "page-nowhere", 413: "page-too-much", 429: "page-slow"}
"""What is read of each status; of any other that it is not stored."""

log = structlog.get_logger(__name__)


def router(phone: Phone) -> APIRouter:
    made = APIRouter(include_in_schema=False)
    uploads = Uploads()

    @made.get(phone.path)
    async def show(request: Request) -> Response:
        return await _shown(phone, request)

    @made.post(phone.path, max_body_size=sys.maxsize)  # `post.take` has a limit, and words for it
    async def say(request: Request) -> Response:
        return await _said(phone, request, uploads)

    @made.get(f"{phone.path}/events")
    async def events(request: Request) -> Response:
        return _streamed(phone, request)

    @made.get(f"{phone.path}/file/{{place}}")
    async def file(request: Request, place: str) -> Response:
        session = phone.sessions.of(request)
        if session is None or not re.fullmatch(r"\d{1,18}", place):
            return _refused(phone, request, Refused(404))
        found = await asyncio.to_thread(
            showing.answer, phone, phone.lane(session), int(place), request.headers.get("range", "")
        )
        return found or _refused(phone, request, Refused(404))

    @made.post(f"{phone.path}/leave")
    async def leave(request: Request) -> Response:
        return await _left(phone, request)

    return made


async def _shown(phone: Phone, request: Request) -> Response:
    session = phone.sessions.of(request) or phone.sessions.begin()
    talk, spoken = await asyncio.to_thread(phone.talk, phone.lane(session))
    language = spoken or phone.pages.language(request)
    told = facts(phone, session, talk, language)
    answer = Response(phone.pages.draw("phone.html", language, **told), headers=HEADERS)
    phone.sessions.keep(answer, session)
    return answer


async def _said(phone: Phone, request: Request, uploads: Uploads) -> Response:
    session = phone.sessions.of(request)
    if session is None:
        return _refused(phone, request, Refused(403))
    try:
        after = await post.take(phone, request, session, uploads)
    except Refused as fault:
        return _refused(phone, request, fault, session.csrf)
    except VaultGone as fault:
        log.error("webchat.not_kept", fault=type(fault).__name__)  # noqa: TRY400 - the name says it
        return _refused(phone, request, Refused(503))
    if SCRIPT in request.headers:
        return Response(status_code=204)
    if after:
        await answered(phone, phone.lane(session), after)
    return RedirectResponse(f"{phone.path}#latest", status_code=303)


def _streamed(phone: Phone, request: Request) -> Response:
    session = phone.sessions.of(request)
    if session is None:
        return Response(status_code=204)  # the one status after which a browser does not come back
    return streamed(request, [View(phone, phone.lane(session), phone.pages.language(request))])


async def _left(phone: Phone, request: Request) -> Response:
    answer = RedirectResponse("/", status_code=303)
    session = phone.sessions.of(request)
    if session is not None:
        try:
            await form.read(request, post.owned(phone, session), _no_file)
        except Refused as fault:
            return _refused(phone, request, fault)
        answer.headers["clear-site-data"] = '"cache", "storage"'
        phone.sessions.forget(answer)
    return answer


def _no_file(name: str, type: str) -> Keeping:
    raise Refused(413)


def _refused(phone: Phone, request: Request, fault: Refused, csrf: str = "") -> Response:
    """csrf: of her own page, where what she wrote is given back to be sent again."""
    template = "line.html" if SCRIPT in request.headers else "refused.html"
    page = phone.pages.draw(
        template, phone.pages.language(request), key=REFUSALS.get(fault.status, "not-stored"),
        back=f"{phone.path}#latest", to="page-return", path=phone.path, text=fault.text, csrf=csrf,
    )  # fmt: skip
    return Response(page, status_code=fault.status, headers=HEADERS)
