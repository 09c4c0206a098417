"""What Prometheus reads: how much waits and for how long, what happened, and nothing of anybody."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import httpx2
import pytest

from handlers import metrics
from handlers.metrics import Queues, Waiting

WAITING = Waiting(
    inbox=3,
    inbox_age=timedelta(seconds=1.5),
    outbox=7,
    outbox_age=timedelta(minutes=2),
    unknown=1,
    parked=4,
    silent=5,
    shelved=6,
    evidence=2,
    evidence_age=timedelta(seconds=9),
    deserted=8,
    deserted_age=timedelta(hours=1),
    lacking=9,
)


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


@contextmanager
def scraped(look: Callable[[], Waiting]) -> Iterator[Callable[[], dict[str, float]]]:
    """Yields what one scrape over HTTP reads now: sample -> value."""
    port = free_port()
    stop = metrics.serve(port, Queues(look))

    def scrape() -> dict[str, float]:
        text = httpx2.get(f"http://127.0.0.1:{port}/metrics").text
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}

    try:
        yield scrape
    finally:
        stop()


def test_a_scrape_shows_how_much_waits_and_for_how_long() -> None:
    with scraped(lambda: WAITING) as scrape:
        seen = scrape()
    assert seen["saksi_database_readable"] == 1
    assert (seen["saksi_inbox"], seen["saksi_inbox_age_seconds"]) == (3, 1.5)
    assert (seen["saksi_outbox"], seen["saksi_outbox_age_seconds"]) == (7, 120)
    assert (seen["saksi_evidence"], seen["saksi_evidence_age_seconds"]) == (2, 9)
    assert seen["saksi_shelved"] == 6
    assert (seen["saksi_deserted"], seen["saksi_deserted_age_seconds"]) == (8, 3600)
    assert seen["saksi_lacking"] == 9
    assert (seen["saksi_unknown"], seen["saksi_parked"], seen["saksi_silent"]) == (1, 4, 5)


def test_what_happens_is_counted() -> None:
    with scraped(lambda: WAITING) as scrape:
        before = scrape()
        metrics.TURNS.labels("telegram", "done").inc()
        metrics.SENT.labels("telegram").inc(2)
        metrics.NOT_SENT.labels("telegram", "blocked", "no").inc()
        metrics.THROTTLED.labels("telegram").inc()
        after = scrape()
    for sample, more in {
        'saksi_turns_total{channel="telegram",end="done"}': 1,
        'saksi_sent_total{channel="telegram"}': 2,
        'saksi_not_sent_total{again="no",channel="telegram",reason="blocked"}': 1,
        'saksi_throttled_total{channel="telegram"}': 1,
    }.items():
        assert after[sample] - before.get(sample, 0) == more


def test_a_database_that_is_away_is_shown_and_no_old_number_stays() -> None:
    away = False

    def look() -> Waiting:
        if away:
            raise OSError("/secret/place")
        return WAITING

    with scraped(look) as scrape:
        assert "saksi_inbox" in scrape()
        away = True
        seen = scrape()
    assert seen["saksi_database_readable"] == 0
    assert "saksi_inbox" not in seen
    assert "process_resident_memory_bytes" in seen


def test_a_port_in_use_is_told_at_once_and_leaves_nothing_behind() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(OSError, match="in use"):
            metrics.serve(taken.getsockname()[1], Queues(lambda: WAITING))
    with scraped(lambda: WAITING) as scrape:
        assert scrape()["saksi_inbox"] == 3


def test_only_this_machine_is_served() -> None:
    port = free_port()
    stop = metrics.serve(port, Queues(lambda: WAITING))
    try:
        with pytest.raises(httpx2.ConnectError):  # 127.0.0.2 is this machine's too, but another address
            httpx2.get(f"http://127.0.0.2:{port}/metrics", timeout=5)
    finally:
        stop()
