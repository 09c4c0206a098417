"""The log: one event a line, JSON for machines and colours on a terminal, and nothing about a reporter.

What is logged is chosen where it is logged; what is here is the last net. Every known secret, whatever looks
like a bot token, and the password of any URL is masked before a line is written. A traceback shows where and
which exception, but the words of an exception only when they are ours or the operating system's: a library's
may repeat what a citizen wrote.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import Collection
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

QUIET = ("httpx", "httpcore", "telegram", "twilio", "aiohttp", "apscheduler", "alembic", "uvicorn.access")
"""Libraries whose INFO lines say nothing to an operator, or name a token (httpx prints every URL it asks)."""

OURS = frozenset({"bot", "handlers", "storage"})
"""Where exceptions are made whose words hold no address, name or story (a rule of the house)."""

MASK = "•••"
TOKEN = re.compile(r"\d{6,20}:[A-Za-z0-9_-]{20,}")
PASSWORD = re.compile(r"(?<=://)([^\s/:@]*):[^\s/@]+(?=@)")


def configure(
    secrets: Collection[str] = (), stream: TextIO | None = None, pretty: bool | None = None
) -> None:
    """Send structlog's and the libraries' lines to `stream` (standard error); `pretty` by default on a terminal."""
    stream = sys.stderr if stream is None else stream
    pretty = stream.isatty() if pretty is None else pretty
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    ending: Processor = (
        structlog.dev.ConsoleRenderer(colors=True, exception_formatter=structlog.dev.plain_traceback)
        if pretty
        else structlog.processors.JSONRenderer(ensure_ascii=False, default=str)
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                tell_exception,
                Mask(secrets),
                ending,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    logging.captureWarnings(True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def tell_exception(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """The step of the log that turns `exc_info` into text."""
    given = event.pop("exc_info", None)
    error = given[1] if isinstance(given, tuple) else given
    if given is True:
        error = sys.exc_info()[1]
    if isinstance(error, BaseException):
        event["exception"] = _told(error)
    return event


def _told(error: BaseException) -> str:
    kind = type(error)
    name = f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
    ours = kind.__module__.partition(".")[0] in OURS or isinstance(error, OSError)
    told = "".join(traceback.format_tb(error.__traceback__)) + (f"{name}: {error}" if ours else name)
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return f"{_told(before)}\n\n{told}" if before is not None else told


class Mask:
    """The step of the log that hides `secrets`, whatever looks like a bot token, and passwords in URLs."""

    def __init__(self, secrets: Collection[str]) -> None:
        longest_first = sorted({secret for secret in secrets if secret}, key=len, reverse=True)
        self._secrets = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def __call__(self, logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
        return {name: self._hidden(value) for name, value in event.items()}

    def _hidden(self, value: object) -> object:
        match value:
            case str():
                return self._text(value)
            case bool() | int() | float() | None:
                return value
            case dict():
                return {self._text(str(name)): self._hidden(held) for name, held in value.items()}
            case list() | tuple() | set() | frozenset():
                return [self._hidden(held) for held in value]
            case _:
                return self._text(str(value))

    def _text(self, text: str) -> str:
        if self._secrets is not None:
            text = self._secrets.sub(MASK, text)
        return PASSWORD.sub(rf"\1:{MASK}", TOKEN.sub(MASK, text))
