"""`POST /whatsapp/webhook` and `/whatsapp/status`: signed by Twilio, committed, and only then answered.

Twilio tries again only briefly: what cannot be kept is told to the citizen, and `reconcile` finds it in Twilio's list.
https://www.twilio.com/docs/usage/security#validating-requests
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import time
from collections.abc import Awaitable, Callable

import structlog
from fastapi import APIRouter, Request, Response
from starlette.datastructures import ImmutableMultiDict
from twilio.request_validator import RequestValidator, get_signature_algorithm

from handlers.accepting import waited
from handlers.whatsapp.form import UnreadableForm, pairs
from handlers.whatsapp.hear import Envelope, envelope

WEBHOOK = "/whatsapp/webhook"
STATUS = "/whatsapp/status"
SIGNATURE = "x-twilio-signature"
SETTINGS = "x-twilio-webhooks-signature-settings"
LARGEST = 128 * 1024
"""Bytes. A webhook is a few thousand; a text has at most 65,536 characters."""
QUIET = 600.0
"""Seconds between two notices of trouble in one chat."""
NOTHING = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

Accept = Callable[[Envelope, bytes], None]
"""Commits a message, blocking; raises whatever stops it. One that was kept before is dropped silently."""
Told = Callable[[str, str, ImmutableMultiDict[str, str]], None]
"""(letter, the content that knocked or "", form) -> records what became of it, blocking; raises whatever stops it."""
Sorry = Callable[[str], Awaitable[object]]
"""Tells an address, outside the outbox, that its message was not kept."""

log = structlog.get_logger(__name__)


class Seal:
    """Whose signature a request must bear. `address`: what others reach us by, never what a request says of it.

    tokens  the account's, and during a rotation the one before
    """

    def __init__(self, address: str, tokens: tuple[str, ...]) -> None:
        self._address = address
        self._validators = tuple(RequestValidator(token) for token in tokens)

    def holds(self, request: Request, path: str, form: ImmutableMultiDict[str, str]) -> bool:
        signature = request.headers.get(SIGNATURE, "")
        algorithm = get_signature_algorithm(request.headers.get(SETTINGS, ""))
        query = request.scope["query_string"].decode("latin-1")
        url = f"{self._address}{path}{'?' if query else ''}{query}"
        return bool(signature) and any(
            _made(validator, url, form, signature, algorithm) for validator in self._validators
        )


def _made(
    validator: RequestValidator, url: str, form: ImmutableMultiDict[str, str], signature: str, algorithm: str
) -> bool:
    """The address as it is known first, which costs half; then with its port and without, as Twilio may sign it."""
    try:
        computed: str = validator.compute_signature(url, form, algorithm)
    except ValueError:  # an algorithm that nobody knows
        return False
    return hmac.compare_digest(computed.encode(), signature.encode()) or bool(
        validator.validate(url, form, signature, algorithm)
    )


class Notices:
    """Says once in ten minutes and chat that something was not kept."""

    def __init__(self, say: Sorry) -> None:
        self._say = say
        self._told: dict[str, float] = {}

    async def sorry(self, address: str) -> None:
        now = time.monotonic()
        self._told = {who: at for who, at in self._told.items() if now - at < QUIET}
        if not address or address in self._told:
            return
        self._told[address] = now
        try:
            await self._say(address)
        except Exception as error:  # noqa: BLE001 - best effort, and whatever it is may hold the address
            log.info("whatsapp.sorry_not_sent", fault=type(error).__name__)


def router(seal: Seal, accept: Accept, told: Told, notices: Notices) -> APIRouter:
    """403 forged, 413 too long, 503 not kept, 200 kept or had already."""
    made = APIRouter()

    @made.post(WEBHOOK, include_in_schema=False)
    async def webhook(request: Request) -> Response:
        body, form, refused = await _signed(seal, request, WEBHOOK)
        if refused is not None:
            return refused
        found = known(body, form)
        try:
            await waited(accept, found, body)
        except Exception as error:  # noqa: BLE001 - whatever it is, the message is not kept
            log.error("whatsapp.not_kept", fault=type(error).__name__)  # noqa: TRY400 - a trace could hold the body
            await notices.sorry(found.address)
            return Response(status_code=503)
        return _done()

    @made.post(STATUS, include_in_schema=False)
    async def status(request: Request) -> Response:
        _, form, refused = await _signed(seal, request, STATUS)
        if refused is not None:
            return refused
        letter, knock = request.query_params.get("o", ""), request.query_params.get("k", "")
        try:
            await asyncio.to_thread(told, letter, knock, form)
        except Exception as error:  # noqa: BLE001 - Twilio's list tells it again
            log.error("whatsapp.status_not_kept", fault=type(error).__name__)  # noqa: TRY400 - as above
            return Response(status_code=503)
        return _done()

    return made


def known(body: bytes, form: ImmutableMultiDict[str, str]) -> Envelope:
    """What the edge understands of a body. What it cannot read is kept under a lane of its own, to be parked there."""
    try:
        return envelope({name: form[name] for name in form})
    except UnreadableForm:
        return Envelope(hashlib.sha256(body).hexdigest(), "", "", "")


async def _signed(
    seal: Seal, request: Request, path: str
) -> tuple[bytes, ImmutableMultiDict[str, str], Response | None]:
    """The body, its fields, and the refusal where it is too long or not Twilio's."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            return b"", ImmutableMultiDict(), Response(status_code=413)
    try:
        form = pairs(bytes(body))
    except UnreadableForm:
        return b"", ImmutableMultiDict(), Response(status_code=403)
    forged = not seal.holds(request, path, form)
    return bytes(body), form, Response(status_code=403) if forged else None


def _done() -> Response:
    return Response(NOTHING, media_type="text/xml")
