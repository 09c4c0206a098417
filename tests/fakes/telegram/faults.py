"""What can go wrong with a call, on purpose: `fake.fault("sendMessage", Lost(), times=1, chat=sari.id)`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


class Refused(Exception):
    """The Bot API says no: `{"ok": false, "error_code": …, "description": …}`."""

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code, self.description, self.parameters = code, description, parameters

    @property
    def body(self) -> dict[str, Any]:
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


@dataclass(frozen=True, slots=True)
class Refuse:
    """Refuse with any code and text of the real server; nothing is done."""

    code: int
    description: str
    parameters: dict[str, Any] | None = None


def TooMany(retry_after: int) -> Refuse:  # noqa: N802 - reads as a fault beside the others
    """429 with both `parameters.retry_after` and the header; seconds."""
    return Refuse(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


@dataclass(frozen=True, slots=True)
class Broken:
    """A 5xx answer that is not JSON, as a proxy in between gives it; nothing is done."""

    status: int = 502


@dataclass(frozen=True, slots=True)
class Reset:
    """The connection is reset before anything is done."""


@dataclass(frozen=True, slots=True)
class Slow:
    """Done, and answered after so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Lost:
    """Done, but the connection breaks before the answer."""


Fault = Refuse | Broken | Reset | Slow | Lost


@dataclass(slots=True)
class Planned:
    """For the next `times` calls of `method` ("" is any, "file" a download) in `chat` (None is any)."""

    method: str
    fault: Fault
    times: int
    chat: int | None

    def meets(self, method: str, chat: int | None) -> bool:
        return self.times > 0 and self.method in ("", method) and self.chat in (None, chat)
