"""Whose page this is: a cookie of 256 random bits that we made, and what follows from it.

Only a hash of the cookie is ever stored: neither database nor keys open the page of somebody.
"""

from __future__ import annotations

import hmac
import re
import secrets
from dataclasses import dataclass, field
from hashlib import sha256

from fastapi import Request, Response

from storage.keys import Keys

LASTS = 30 * 24 * 3600
"""Seconds a browser keeps the cookie after a visit: as long as we keep an address that nothing hangs on."""
TOKEN = re.compile(r"([A-Za-z0-9_-]{43})\.([0-9a-f]{32})")


@dataclass(frozen=True, slots=True)
class Session:
    """address: what her letters go to, which leads to no cookie. csrf: what her own forms carry."""

    address: str = field(repr=False)
    csrf: str = field(repr=False)
    cookie: str = field(repr=False)


class Sessions:
    """secure: others reach us by https. name: of the cookie; path: where it is shown to us."""

    def __init__(self, keys: Keys, *, secure: bool, name: str = "saksi", path: str = "/") -> None:
        self._keys = keys
        self._secure = secure
        # Browsers take a __Host- cookie from this very host alone: nobody beside us can plant one of his own.
        self._name = f"__Host-{name}" if secure and path == "/" else name
        self._path = path

    def begin(self) -> Session:
        """A page that nobody has used yet. Nothing is remembered of it before she writes."""
        token = secrets.token_urlsafe(32)
        return self._made(token, f"{token}.{self._sign(token)}")

    def of(self, request: Request) -> Session | None:
        """Whose page a request comes from; None where it brings no cookie that we made."""
        return self.of_cookie(request.cookies.get(self._name, ""))

    def of_cookie(self, cookie: str) -> Session | None:
        """The page of a cookie's value."""
        found = TOKEN.fullmatch(cookie)
        if found is None or not hmac.compare_digest(self._sign(found[1]), found[2]):
            return None
        return self._made(found[1], found[0])

    def owns(self, session: Session, csrf: str) -> bool:
        """Whether a form is one that we gave to this page."""
        return hmac.compare_digest(session.csrf.encode(), csrf.encode())

    def keep(self, response: Response, session: Session) -> None:
        response.set_cookie(
            self._name, session.cookie, max_age=LASTS, path=self._path, secure=self._secure, httponly=True,
            samesite="lax",
        )  # fmt: skip

    def forget(self, response: Response) -> None:
        response.delete_cookie(
            self._name, path=self._path, secure=self._secure, httponly=True, samesite="lax"
        )

    def _made(self, token: str, cookie: str) -> Session:
        address = sha256(b"saksi webchat " + token.encode()).hexdigest()
        return Session(address, self._keys.index(f"webchat-csrf:{token}"), cookie)

    def _sign(self, token: str) -> str:
        return self._keys.index(f"webchat-cookie:{token}")
