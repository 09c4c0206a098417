"""What can go wrong with a call, on purpose: `fake.fault("create", Lost(), times=1, to=sari.address)`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.fakes.telegram.faults import Broken, Lost, Reset, Slow

MORE = "https://www.twilio.com/docs/errors/"


class Refused(Exception):
    """Twilio says no: `{"code": …, "message": …, "more_info": …, "status": …}`."""

    def __init__(self, status: int, code: int, message: str, after: int | None = None) -> None:
        super().__init__(f"{status} {code} {message}")
        self.status, self.code, self.message, self.after = status, code, message, after

    @property
    def body(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "message": self.message,
            "more_info": f"{MORE}{self.code}",
            "status": self.status,
        }


@dataclass(frozen=True, slots=True)
class Refuse:
    """Refuse with any code; nothing is done. `after` in seconds makes a Retry-After."""

    status: int
    code: int
    message: str = "No"
    after: int | None = None


def TooMany(after: int) -> Refuse:  # noqa: N802 - reads as a fault beside the others
    return Refuse(429, 20429, "Too Many Requests", after)


@dataclass(frozen=True, slots=True)
class Fails:
    """Taken, and then it fails with this code, as a status callback tells."""

    code: int


Fault = Refuse | Broken | Reset | Slow | Lost | Fails


@dataclass(slots=True)
class Planned:
    """For the next `times` calls of `what` ("" is any) to `to` (None is any); `share` of them, 1 is all."""

    what: str
    fault: Fault
    times: int
    to: str | None
    share: float = 1.0

    def meets(self, what: str, to: str | None) -> bool:
        return self.times > 0 and self.what in ("", what) and self.to in (None, to)


__all__ = ["Broken", "Fails", "Fault", "Lost", "Planned", "Refuse", "Refused", "Reset", "Slow", "TooMany"]
