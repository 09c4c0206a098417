"""What the value of one setting may be. A refusal ends the sentence "SAKSI_… must …" and repeats nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, SecretStr
from pydantic_settings import NoDecode

SPOKEN = 100
"""Characters that the operator's name and contact may have: they stand in the greeting."""


@dataclass(frozen=True, slots=True)
class PushDelay:
    """Minutes: a push waits some random time between the two."""

    least: int
    most: int

    @classmethod
    def read(cls, text: object) -> PushDelay:
        if isinstance(text, cls):
            return text
        found = re.fullmatch(r"(\d{1,4})(?:-(\d{1,4}))?", str(text).strip())
        if found is None:
            raise ValueError("must be minutes, such as 10-40, or 0 for at once")
        least, most = int(found[1]), int(found[2] or found[1])
        if least > most:
            raise ValueError("must give the shorter time first, such as 10-40")
        if most > 24 * 60:
            raise ValueError("must not be longer than a day (1440 minutes)")
        return cls(least, most)


def _number(least: int, most: int) -> Callable[[object], int]:
    def check(value: object) -> int:
        text = str(value).strip()
        if not re.fullmatch(r"\d{1,9}", text, re.ASCII) or not least <= int(text) <= most:
            raise ValueError(f"must be a number from {least} to {most}")
        return int(text)

    return check


def _switch(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if (text := str(value).strip().lower()) not in {"on", "off"}:
        raise ValueError("must be on or off")
    return text == "on"


def _one_of(*names: str) -> Callable[[object], str]:
    def check(value: object) -> str:
        if value not in names:
            raise ValueError(f"must be {' or '.join(names)}")
        return str(value)

    return check


def _secret(shape: str, demand: str) -> Callable[[SecretStr], SecretStr]:
    def check(value: SecretStr) -> SecretStr:
        if not re.fullmatch(shape, value.get_secret_value(), re.ASCII):
            raise ValueError(demand)
        return value

    return check


def _address(value: str) -> str:
    """An address others are asked at: scheme and host, perhaps a port and a path; without the last slash."""
    wrong = ValueError("must be an address such as https://saksi.example.id")
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        raise wrong from None
    if parts.scheme not in {"http", "https"} or not parts.hostname or port == 0 or re.search(r"\s", value):
        raise wrong
    if parts.username is not None or parts.password is not None:
        raise ValueError("must not hold a user or a password")
    if parts.query or parts.fragment:
        raise ValueError("must end before ? and #")
    return value.rstrip("/")


def _host(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9.:_-]+", value):
        raise ValueError("must be the name or the number of this machine, such as 127.0.0.1 or 0.0.0.0")
    return value


def _database(value: SecretStr) -> SecretStr:
    """The parts that matter before anything is opened; the password is never looked at."""
    scheme, colon, rest = value.get_secret_value().partition("://")
    if scheme in {"postgres", "postgresql"}:
        raise ValueError(f"must begin with postgresql+psycopg:// instead of {scheme}://")
    if not colon or scheme not in {"sqlite", "postgresql+psycopg"}:
        raise ValueError("must begin with sqlite:/// or postgresql+psycopg://")
    if scheme == "sqlite" and not (rest.startswith("/") and len(rest) > 1):
        raise ValueError("must name a file, such as sqlite:///var/saksi.db")
    return value


def _folder_address(value: str) -> str:
    if "://" in value:
        raise ValueError("must be a folder: this release keeps evidence in a folder only")
    return value


def _said(value: str) -> str:
    text = " ".join(value.split())
    if len(text) > SPOKEN:
        raise ValueError(f"must have at most {SPOKEN} characters: citizens read it in the greeting")
    return text


def _account(value: str) -> str:
    if not re.fullmatch(r"AC[0-9A-Za-z]+", value, re.ASCII):
        raise ValueError("must be an account SID, which begins with AC")
    return value


def _sender(value: str) -> str:
    text = value.strip().removeprefix("whatsapp:")
    if not re.fullmatch(r"\+[1-9]\d{6,14}|MG[0-9A-Za-z]+", text, re.ASCII):
        raise ValueError("must be a number such as +6281234567890, or a messaging service (MG…)")
    return text


Port = Annotated[int, BeforeValidator(_number(1, 65535))]
PortOrOff = Annotated[int, BeforeValidator(_number(0, 65535))]
Switch = Annotated[bool, BeforeValidator(_switch)]
Mode = Annotated[str, AfterValidator(_one_of("polling", "webhook"))]
Language = Annotated[str, AfterValidator(_one_of("id", "en"))]
Delay = Annotated[PushDelay, NoDecode, BeforeValidator(PushDelay.read)]
WebAddress = Annotated[str, AfterValidator(_address)]
Host = Annotated[str, AfterValidator(_host)]
Said = Annotated[str, AfterValidator(_said)]
Sender = Annotated[str, AfterValidator(_sender)]
EvidenceFolder = Annotated[str, AfterValidator(_folder_address)]
DatabaseAddress = Annotated[SecretStr, AfterValidator(_database)]
TelegramToken = Annotated[
    SecretStr,
    AfterValidator(
        _secret(r"\d{1,20}:[A-Za-z0-9_-]+", "must be a token as BotFather gives it: 123456789:AA…")
    ),
]
TelegramSecret = Annotated[
    SecretStr,
    AfterValidator(_secret(r"[A-Za-z0-9_-]{1,256}", "must be 1 to 256 letters, digits, _ and -")),
]
TwilioAccount = Annotated[str, AfterValidator(_account)]
