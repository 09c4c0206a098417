"""The settings: the environment and `.env`, checked as a whole before anything is touched.

`read` looks for unknown `SAKSI_…` names, reads each value, applies the rules between values, and then raises
SettingsFault with every fault at once or returns the settings. The environment wins over `.env`.
"""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from dotenv import dotenv_values
from pydantic import SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from handlers import variables as kind
from handlers.variables import PushDelay

PREFIX = "SAKSI_"
TELEGRAM = "https://api.telegram.org"
TELEGRAM_PORTS = (443, 80, 88, 8443)
"""https://core.telegram.org/bots/api#setwebhook: the ports Telegram itself calls webhooks at."""
HERE = ("localhost", "127.0.0.1", "::1")


class SettingsFault(Exception):
    """What is wrong with the settings: `faults` holds one sentence for each, none repeating a secret."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class Settings(BaseSettings):
    """design.md §9, one field a variable: `SAKSI_` and the field's name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        str_strip_whitespace=True,
    )

    data_dir: Path = Path("var")
    database_url: kind.DatabaseAddress | None = None
    evidence_url: kind.EvidenceFolder | None = None
    keys: Path | None = None
    law_dir: Path | None = None
    http_host: kind.Host = "127.0.0.1"
    http_port: kind.Port = 8000
    metrics_port: kind.PortOrOff = 9464
    public_url: kind.WebAddress | None = None
    telegram_token: kind.TelegramToken | None = None
    telegram_mode: kind.Mode = "polling"
    telegram_secret: kind.TelegramSecret | None = None
    telegram_api_url: kind.WebAddress = TELEGRAM
    twilio_account_sid: kind.TwilioAccount | None = None
    twilio_auth_token: SecretStr | None = None
    twilio_auth_token_old: SecretStr | None = None
    twilio_sender: kind.Sender | None = None
    twilio_api_url: kind.WebAddress | None = None
    webchat: kind.Switch = False
    operator: kind.Said = ""
    contact: kind.Said = ""
    push_delay: kind.Delay = PushDelay(10, 40)
    language: kind.Language = "id"

    @property
    def database(self) -> str:
        """The database's URL. It may hold a password: never print it."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{quote(str(self.data_dir.absolute() / 'saksi.db'))}"

    @property
    def database_file(self) -> Path | None:
        """The file of an SQLite database; None where it is a server."""
        scheme, _, path = self.database.partition(":///")
        return Path(unquote(path)) if scheme == "sqlite" else None

    @property
    def evidence_folder(self) -> Path:
        return Path(self.evidence_url) if self.evidence_url else self.data_dir / "evidence"

    @property
    def keys_file(self) -> Path:
        return self.keys or self.data_dir / "keys.json"

    @property
    def address(self) -> str:
        """What others reach us by, without a slash at the end."""
        return self.public_url or f"http://localhost:{self.http_port}"

    @property
    def channels(self) -> tuple[str, ...]:
        """The real channels that are set up."""
        given = {
            "telegram": self.telegram_token,
            "whatsapp": self.twilio_account_sid,
            "webchat": self.webchat,
        }
        return tuple(name for name, value in given.items() if value)

    @property
    def secrets(self) -> frozenset[str]:
        """Whatever must never stand in a log."""
        held = {value.get_secret_value() for _, value in self if isinstance(value, SecretStr)}
        if self.telegram_token is not None:
            held.add(self.telegram_token.get_secret_value().partition(":")[2])
        if password := urlsplit(self.database).password:
            held.add(password)
        return frozenset(held - {""})


def variables() -> tuple[str, ...]:
    """The name of every variable, in the order of design.md §9."""
    return tuple(PREFIX + name.upper() for name in Settings.model_fields)


def read(folder: Path) -> Settings:
    """The settings of the environment and of `.env` in `folder`. Raises SettingsFault."""
    file = folder / ".env"
    settings, wrong = _read(file)
    faults = [*_unknown([*dotenv_values(file), *os.environ]), *wrong.values()]
    for rule in RULES:
        faults += rule(settings, frozenset(wrong))
    if faults:
        raise SettingsFault(tuple(faults))
    return settings


def read_or_exit() -> Settings:
    """The settings of the working folder; with faults, all of them on standard error and exit code 2."""
    try:
        return read(Path())
    except SettingsFault as fault:
        lines = ["Saksi cannot start with these settings:", *(f"- {line}" for line in fault.faults)]
        sys.stderr.write("\n".join(lines) + "\n")
        sys.exit(2)


def _read(file: Path) -> tuple[Settings, dict[str, str]]:
    """The settings, with the default in place of each value that cannot be, and a sentence for each."""
    try:
        return Settings(_env_file=file), {}
    except ValidationError as error:
        wrong = {str(fault["loc"][0]): fault["msg"].removeprefix("Value error, ") for fault in error.errors()}
    defaults = {name: Settings.model_fields[name].default for name in wrong}
    return Settings(_env_file=file, **defaults), {
        name: f"{_name(name)} {text}." for name, text in wrong.items()
    }


def _name(field: str) -> str:
    return PREFIX + field.upper()


def _unknown(given: Iterable[str]) -> Iterator[str]:
    known = variables()
    for name in sorted({name.upper() for name in given}):
        if name.startswith(PREFIX) and name not in known:
            near = difflib.get_close_matches(name, known, n=1, cutoff=0.7)
            yield f"{name} is not a setting." + (f" Did you mean {near[0]}?" if near else "")


def _telegram(settings: Settings, wrong: frozenset[str]) -> Iterator[str]:
    if settings.telegram_mode != "webhook":
        return
    if settings.telegram_token is None and "telegram_token" not in wrong:
        yield "SAKSI_TELEGRAM_MODE is webhook, but SAKSI_TELEGRAM_TOKEN is missing."
    if settings.telegram_secret is None and "telegram_secret" not in wrong:
        yield (
            "SAKSI_TELEGRAM_SECRET is missing: with SAKSI_TELEGRAM_MODE=webhook it proves that a call is "
            "Telegram's. Make one with: openssl rand -hex 32"
        )
    if settings.telegram_api_url != TELEGRAM or wrong & {"telegram_api_url", "public_url"}:
        return  # a Bot API server of one's own calls webhooks wherever it is told to
    parts = urlsplit(settings.address)
    if parts.scheme != "https":
        yield (
            "SAKSI_PUBLIC_URL must begin with https://: with SAKSI_TELEGRAM_MODE=webhook Telegram calls it. "
            "Without a public address, use SAKSI_TELEGRAM_MODE=polling."
        )
    elif (parts.port or 443) not in TELEGRAM_PORTS:
        yield "SAKSI_PUBLIC_URL must have port 443, 80, 88 or 8443: Telegram calls webhooks at no other."


def _webchat(settings: Settings, wrong: frozenset[str]) -> Iterator[str]:
    parts = urlsplit(settings.address)
    if (
        "public_url" not in wrong
        and settings.webchat
        and parts.scheme != "https"
        and parts.hostname not in HERE
    ):
        yield (
            "SAKSI_PUBLIC_URL must begin with https:// with SAKSI_WEBCHAT=on: what citizens write on the page must not "
            "be read on its way."
        )


def _twilio(settings: Settings, wrong: frozenset[str]) -> Iterator[str]:
    trio = ("twilio_account_sid", "twilio_auth_token", "twilio_sender")
    missing = [_name(name) for name in trio if not getattr(settings, name) and name not in wrong]
    if missing and len(missing) < len(trio):
        yield f"WhatsApp needs all three: {' and '.join(missing)} {'are' if missing[1:] else 'is'} missing."
    if settings.twilio_auth_token_old and not settings.twilio_auth_token and "twilio_auth_token" not in wrong:
        yield "SAKSI_TWILIO_AUTH_TOKEN_OLD is only for a rotation: SAKSI_TWILIO_AUTH_TOKEN is missing."


def _answerable(settings: Settings, wrong: frozenset[str]) -> Iterator[str]:
    if not settings.channels and wrong.isdisjoint({"telegram_token", "twilio_account_sid"}):
        return
    if not settings.operator and "operator" not in wrong:
        yield "SAKSI_OPERATOR is missing: citizens must be told who answers for their data."
    if not settings.contact and "contact" not in wrong:
        yield "SAKSI_CONTACT is missing: citizens must be told how to reach who answers for their data."


def _ports(settings: Settings, wrong: frozenset[str]) -> Iterator[str]:
    if wrong.isdisjoint({"metrics_port", "http_port"}) and settings.metrics_port == settings.http_port:
        yield "SAKSI_METRICS_PORT and SAKSI_HTTP_PORT must differ: /metrics is not for the public port."


def _places(settings: Settings, wrong: frozenset[str]) -> Iterator[str]:
    for name, path in (("data_dir", settings.data_dir), ("evidence_url", settings.evidence_folder)):
        if path.exists() and not path.is_dir():
            yield f"{_name(name)} must be a folder; {path} is a file."
    if settings.law_dir is not None and not settings.law_dir.is_dir():
        yield f"SAKSI_LAW_DIR must be a folder that exists; {settings.law_dir} is not."


RULES: tuple[Callable[[Settings, frozenset[str]], Iterator[str]], ...] = (
    _telegram, _twilio, _answerable, _webchat, _ports, _places,
)  # fmt: skip
"""What must hold between values. `wrong` names the fields that are set and cannot be read: they are not missing."""
