"""The log says what happened, on one line, and no secret."""

from __future__ import annotations

import io
import json
import logging
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog

from handlers.logs import configure
from handlers.settings import SettingsFault

pytestmark = pytest.mark.unit

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
log = structlog.get_logger("saksi.test")


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    """The logging of the test run itself is put back."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(False)
    structlog.reset_defaults()


@pytest.fixture
def stream() -> io.StringIO:
    return io.StringIO()


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_is_one_json_object_with_time_level_and_what_happened(stream: io.StringIO) -> None:
    configure(stream=stream)
    log.info("sent", channel="telegram", tries=2, text="baris\nkedua")
    (line,) = lines(stream)
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "sent",
        "level": "info",
        "logger": "saksi.test",
        "channel": "telegram",
        "tries": 2,
        "text": "baris\nkedua",
    }


def test_a_terminal_gets_lines_to_read(stream: io.StringIO) -> None:
    configure(stream=stream, pretty=True)
    log.info("started", port=8000)
    assert "started" in stream.getvalue()
    assert not stream.getvalue().startswith("{")


@pytest.mark.parametrize("pretty", [True, False])
def test_a_known_secret_is_masked_wherever_it_stands(stream: io.StringIO, pretty: bool) -> None:
    configure({"rahasia", "rahasia-dua"}, stream, pretty)
    log.info(
        "asked rahasia-dua", held={"a": ["rahasia", {"b": ("rahasia",)}]}, error=ValueError("not rahasia")
    )
    log.error("failed", exc_info=OSError("no rahasia-dua there"))
    logging.getLogger("a.library").warning("says %s", "rahasia")
    assert stream.getvalue().count("•••") >= 5
    assert "rahasia" not in stream.getvalue()


def test_a_token_is_masked_even_when_nobody_told_us_of_it(stream: io.StringIO) -> None:
    configure(stream=stream)
    logging.getLogger("a.library").error("POST https://api.telegram.org/bot%s/sendMessage", TOKEN)
    log.info("connecting", url="postgresql+psycopg://saksi:rahasia@db/saksi")
    first, second = lines(stream)
    assert first["event"] == "POST https://api.telegram.org/bot•••/sendMessage"
    assert second["url"] == "postgresql+psycopg://saksi:•••@db/saksi"


@pytest.mark.parametrize("library", ["httpx", "httpcore.http11", "telegram.ext", "uvicorn.access"])
def test_what_libraries_chat_about_is_not_written(stream: io.StringIO, library: str) -> None:
    configure(stream=stream)
    logging.getLogger(library).info("HTTP Request: POST …")
    logging.getLogger(library).warning("something is wrong")
    assert [line["event"] for line in lines(stream)] == ["something is wrong"]


def test_a_traceback_tells_where_and_not_what_a_citizen_wrote(stream: io.StringIO) -> None:
    configure(stream=stream)
    try:
        int("kepala dinas membagi uang")
    except ValueError:
        log.exception("failed")
    (line,) = lines(stream)
    assert line["exception"].endswith("\nValueError")
    assert "test_logs.py" in line["exception"]
    assert "kepala dinas membagi uang" not in line["exception"].splitlines()[-1]


def test_a_traceback_repeats_our_own_words_and_the_systems(stream: io.StringIO, tmp_path: Path) -> None:
    configure(stream=stream)
    try:
        try:
            (tmp_path / "gone").read_text()
        except OSError as error:
            raise SettingsFault(("SAKSI_KEYS must be a file.",)) from error
    except SettingsFault:
        log.exception("failed")
    told = lines(stream)[0]["exception"]
    assert "No such file or directory" in told
    assert told.endswith("handlers.settings.SettingsFault: SAKSI_KEYS must be a file.")


def test_an_exception_handed_over_is_told_like_one_being_handled(stream: io.StringIO) -> None:
    configure(stream=stream)
    log.error("failed", exc_info=ValueError("a story"))
    assert lines(stream)[0]["exception"] == "ValueError"


def test_a_warning_of_python_is_a_line_too(stream: io.StringIO) -> None:
    configure(stream=stream)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)
        warnings.warn("soon gone", stacklevel=1)
    assert "soon gone" in lines(stream)[0]["event"]
