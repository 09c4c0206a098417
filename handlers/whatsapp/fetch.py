"""A file's bytes by its media URL, never more than a limit. Our credentials are shown to Twilio alone.

https://www.twilio.com/docs/messaging/api/media-resource: the first host asks for Basic auth and redirects to
another, where the signed address is enough.
"""

from __future__ import annotations

import ipaddress
from collections.abc import AsyncIterator
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

import aiohttp
import structlog

from handlers.channel import FetchFailed
from handlers.whatsapp.client import basic, seconds
from handlers.whatsapp.refusals import OPERATOR

LARGEST = 16 * 1024 * 1024
"""Bytes. What WhatsApp carries through Twilio."""
REDIRECTS = 3
PIECE = 64 * 1024
PATIENCE = aiohttp.ClientTimeout(total=180, sock_connect=5, sock_read=30)
MOVED = (301, 302, 303, 307, 308)

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, repr=False)
class Doors:
    """Who may be asked for media. `api_url`: the base URL in place of Twilio's own hosts, or None."""

    account: str
    token: str
    api_url: str | None = None

    def credentials(self, url: SplitResult) -> bool:
        """Whether this is Twilio, or what stands in its place: only they see our credentials."""
        base = urlsplit(self.api_url) if self.api_url else None
        if base is not None and (url.scheme, url.netloc) == (base.scheme, base.netloc):
            return True
        host = (url.hostname or "").lower()
        return (
            url.scheme == "https"
            and url.port in (None, 443)
            and (host == "twilio.com" or host.endswith(".twilio.com"))
        )

    def elsewhere(self, url: SplitResult) -> bool:
        """Whether Twilio may send us there: encrypted, and a name of the open net.

        What stands in Twilio's place by plain HTTP, in tests, may send us on within this machine.
        """
        if self.api_url is not None and urlsplit(self.api_url).scheme == "http":
            return url.scheme in ("http", "https") and bool(url.hostname)
        host = (url.hostname or "").lower()
        return url.scheme == "https" and url.port in (None, 443) and "." in host and not _is_number(host)


async def fetch(doors: Doors, source: str, limit: int = LARGEST) -> AsyncIterator[bytes]:
    """The bytes behind `source`, a media URL, in pieces.

    limit  bytes; one more and it is `too-large`

    Raises FetchFailed with `refused`, `too-large`, `gone`, `token`, `too-many` or `network`; none holds the URL.
    """
    url, had = source, 0
    if not doors.credentials(_parts(url)) or _parts(url).username is not None:
        log.warning("whatsapp.media_refused", why="host", host=_host(url))
        raise FetchFailed("refused", again=False)
    try:
        async with aiohttp.ClientSession(timeout=PATIENCE, trust_env=True) as session:
            for _ in range(REDIRECTS + 1):
                shown = (
                    {"Authorization": basic(doors.account, doors.token)}
                    if doors.credentials(_parts(url))
                    else {}
                )
                async with session.get(url, headers=shown, allow_redirects=False) as answer:
                    if answer.status in MOVED:
                        url = _next(doors, url, answer.headers.get("Location", ""))
                        continue
                    _check(answer.status, answer.headers.get("Retry-After", ""))
                    async for piece in answer.content.iter_chunked(PIECE):
                        had += len(piece)
                        if had > limit:
                            raise FetchFailed("too-large", again=False)
                        yield piece
                    return
    except (TimeoutError, aiohttp.ClientError, OSError):
        raise FetchFailed("network", again=True) from None
    raise FetchFailed("network", again=True)


def _next(doors: Doors, url: str, location: str) -> str:
    there = urljoin(url, location)
    if not location or not (doors.credentials(_parts(there)) or doors.elsewhere(_parts(there))):
        log.warning("whatsapp.media_refused", why="redirect", host=_host(there))
        raise FetchFailed("refused", again=False)
    return there


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - raises where it is none
    except ValueError:
        return urlsplit("")
    return parts


def _host(url: str) -> str:
    """What an operator may see of an address: neither its path nor its query, nor who would log in there."""
    return (_parts(url).hostname or "")[:253]


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _check(status: int, after: str) -> None:
    """What is not found may not be there yet: the webhook can come before the file."""
    if status == 404:
        raise FetchFailed("gone", again=True)
    if status in (401, 403):
        raise FetchFailed("token", again=True, after=OPERATOR)
    if status == 429:
        raise FetchFailed("too-many", again=True, after=seconds(after))
    if status == 410:
        raise FetchFailed("gone", again=False)
    if status != 200:
        raise FetchFailed("network", again=True)
