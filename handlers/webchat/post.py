"""One post: read, proved to be from her own page, kept, and only then answered."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import re
from functools import partial

import structlog
from fastapi import Request
from sqlmodel import Session as Db

from handlers import metrics
from handlers.accepting import waited
from handlers.intake import LARGEST
from handlers.webchat import form
from handlers.webchat.accept import Outcome, accept
from handlers.webchat.form import FILES, Refused
from handlers.webchat.hear import CHANNEL, Said, said
from handlers.webchat.phone import Phone
from handlers.webchat.session import Session
from handlers.webchat.spool import Spooling
from handlers.webchat.uploads import LARGE, Uploads, afford
from storage import bubbles
from storage.pace import of_lane

BODY = FILES * LARGEST + 1024 * 1024
"""Bytes of one post: as many files as it may bring, each as large as it may be."""
ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
IP = ipaddress.IPv4Address | ipaddress.IPv6Address

log = structlog.get_logger(__name__)


async def take(phone: Phone, request: Request, session: Session, uploads: Uploads) -> int:
    """Keep what she said; the moment of its last trace in the talk. Raises Refused, VaultGone."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise Refused(403)
    lane, client = phone.lane(session), client_of(request)
    length = form.length_of(request)
    if length > BODY:
        raise Refused(413)
    with uploads.one(client) if length > LARGE else contextlib.nullcontext():
        if length > LARGE:
            await asyncio.to_thread(_afford, phone, lane, client, length)
        fields, files = await form.read(request, owned(phone, session), partial(Spooling, phone.house.vault))
    heard = said(fields, files)
    return 0 if heard.empty else await _kept(phone, session, heard, fields.get("id", ""), client)


async def _kept(phone: Phone, session: Session, heard: Said, mark: str, client: str) -> int:
    """Raises Refused."""
    lane, keys, now = phone.lane(session), phone.house.keys, phone.house.database.now()
    given: list[tuple[Outcome, int]] = []

    def write(db: Db) -> None:
        outcome = accept(
            db, keys, bot=phone.bot, address=session.address, said=heard, id=mark if ID.fullmatch(mark) else "",
            client=client, now=now, at=phone.house.civil(now),
        )  # fmt: skip
        given.append((outcome, bubbles.changed(db, (lane,)).get(lane, 0)))

    try:
        await waited(phone.writing.accept, lane, write)
    except Exception as fault:  # noqa: BLE001 - whatever it is, the post is not kept
        log.error("webchat.not_kept", fault=type(fault).__name__)  # noqa: TRY400 - a trace could hold the body
        raise Refused(503, heard.text) from None
    outcome, after = given[-1]
    if outcome in ("slow", "crowd"):
        raise Refused(429, heard.text)
    if outcome == "kept":
        metrics.ACCEPTED.labels(CHANNEL).inc()
    phone.wake()
    phone.live.poke(lane)
    return after


def _afford(phone: Phone, lane: str, client: str, length: int) -> None:
    with phone.house.database.transaction() as db:
        afford(db, lane, client, length, phone.house.database.now())


def owned(phone: Phone, session: Session) -> form.Allows:
    """Whoever posts knows what stands in her own page, and so is no other site's page."""

    async def allows(fields: dict[str, str]) -> None:
        if not phone.sessions.owns(session, fields.get("csrf", "")):
            raise Refused(403)

    return allows


def client_of(request: Request) -> str:
    """Where a request comes from, as a name that only this process can make; of IPv6 the network's part.

    Behind a proxy of our own that is what the proxy says last. Of anybody else's word nothing is believed.
    """
    peer = _ip(request.client.host if request.client else "")
    if peer is not None and (peer.is_loopback or peer.is_private):
        peer = _ip(request.headers.get("x-forwarded-for", "").split(",")[-1].strip()) or peer
    if isinstance(peer, ipaddress.IPv6Address):
        return of_lane("client", str(ipaddress.ip_network((peer, 64), strict=False)))
    return of_lane("client", str(peer))


def _ip(told: str) -> IP | None:
    try:
        return ipaddress.ip_address(told)
    except ValueError:
        return None
