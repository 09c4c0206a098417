"""Twilio's REST client, asynchronous, on one base URL or Twilio's own hosts; its failures say what certainly happened.

twilio 9.13: its asynchronous transport keeps the last request (a body of ours), loses `Retry-After`, and posts JSON as
a form, which the Content API refuses. `Wire` is the transport instead.
"""

from __future__ import annotations

import base64
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException
from twilio.http.response import Response
from twilio.rest import Client

OFFICIAL = "https://api.twilio.com"
PATIENCE = aiohttp.ClientTimeout(total=20, sock_connect=5)
"""Seconds. A message is taken in well under one; after that nobody knows whether it was."""
LONGEST = 3600.0


class Broken(Exception):
    """The call itself went wrong, before Twilio could say anything of its own."""


class NotSent(Broken):
    """No connection: the service knows nothing of this call."""


class AnswerLost(Broken):
    """The call left, and no answer came: done or not done."""


class ServerDown(Broken):
    """A 5xx. `status` 504 comes from something in between, which cannot know."""

    def __init__(self, status: int) -> None:
        super().__init__(f"the server answered {status}")
        self.status = status


class TooMany(Broken):
    """A 429. `after` in seconds."""

    def __init__(self, after: float) -> None:
        super().__init__(f"too many requests, again after {after:g} s")
        self.after = after


FAULTS = (Broken, TwilioException)
"""What a call can raise; the words of Twilio's own may hold an address and are never repeated."""


class Wire:
    """One session of connections, closed with `close`."""

    is_async = True

    def __init__(self) -> None:
        self._session = aiohttp.ClientSession(timeout=PATIENCE, trust_env=True)

    async def request(
        self,
        method: str,
        url: str,
        params: Any = None,
        data: Any = None,
        headers: dict[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - the library's argument
        allow_redirects: bool = False,
    ) -> Response:
        """Raises NotSent, AnswerLost, ServerDown, TooMany; none repeats the URL or the body."""
        sent = dict(headers or {})
        if auth is not None:
            sent["Authorization"] = basic(*auth)
        if data is not None and sent.get("Content-Type") == "application/json":
            data = json.dumps(data).encode()
        try:
            async with self._session.request(
                method, url, params=params, data=data, headers=sent, allow_redirects=allow_redirects
            ) as answer:
                status, text = answer.status, await answer.text()
                after = answer.headers.get("Retry-After", "")
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            raise NotSent("no connection to Twilio") from None
        except (TimeoutError, aiohttp.ClientError, OSError):
            raise AnswerLost("Twilio's answer was lost") from None
        if status >= 500:
            raise ServerDown(status)
        if status == 429:
            raise TooMany(seconds(after))
        return Response(status, text)

    async def close(self) -> None:
        await self._session.close()


@asynccontextmanager
async def connected(account: str, token: str, api_url: str | None = None) -> AsyncIterator[Client]:
    """A client, closed at the end. It asks nothing until it is used.

    api_url  one base URL in place of Twilio's own hosts
    """
    wire = Wire()
    client = Client(account, token, http_client=wire, environment={"": ""})
    if api_url is not None:
        for domain in (client.api, client.content, client.messaging):
            domain.base_url = api_url
    try:
        yield client
    finally:
        await wire.close()


def basic(user: str, password: str) -> str:
    """The Authorization header."""
    return f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode()}"


def seconds(text: str) -> float:
    """`Retry-After`, between one second and an hour; one where it is not told."""
    return min(max(float(text), 1.0), LONGEST) if text.isdecimal() else 1.0


def code(error: Exception) -> int:
    """Twilio's number of what is wrong, 0 where it gives none."""
    if isinstance(error, TwilioRestException | TwilioServiceException):
        return int(error.code or error.status or 0)
    answer = error.args[-1] if error.args else None  # what a list could not be read from
    return _listed(answer) if isinstance(answer, Response) else 0


def _listed(answer: Response) -> int:
    try:
        return int(json.loads(answer.text)["code"])
    except (ValueError, LookupError, TypeError):
        return int(answer.status_code)
