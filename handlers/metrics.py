"""What is counted, for Prometheus: `/metrics` on this machine only, never on the public port.

What happens is counted where it happens (`TURNS.labels(…).inc()`); how much waits is looked up in the database
at each scrape. No label ever holds an address, a ticket or what somebody wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, start_http_server
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.gc_collector import GCCollector
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

HOST = "127.0.0.1"
REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)
GCCollector(registry=REGISTRY)

ACCEPTED = Counter("saksi_accepted", "Messages committed to the inbox.", ["channel"], registry=REGISTRY)
TURNS = Counter(
    "saksi_turns", "Turns, by how they ended: done or failed.", ["channel", "end"], registry=REGISTRY
)
TURN_SECONDS = Histogram(
    "saksi_turn_seconds",
    "Seconds of a turn, commit included.",
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
    registry=REGISTRY,
)
SENT = Counter("saksi_sent", "Letters that a channel took.", ["channel"], registry=REGISTRY)
NOT_SENT = Counter(
    "saksi_not_sent",
    "Letters that a channel did not take, by reason and by whether they are tried again.",
    ["channel", "reason", "again"],
    registry=REGISTRY,
)
THROTTLED = Counter("saksi_throttled", "Answers 429: too many requests.", ["channel"], registry=REGISTRY)
REFUSED = Counter(
    "saksi_refused",
    "Refusals that only an operator can put right, by the service's code.",
    ["channel", "code"],
    registry=REGISTRY,
)
TEMPLATES = Gauge(
    "saksi_templates_unusable",
    "Templates that are missing, not approved, paused or recategorised; news waits for them.",
    registry=REGISTRY,
)
LEFT = Counter("saksi_not_deleted", "Messages that Twilio would not delete; tried again.", registry=REGISTRY)
CUT = Counter(
    "saksi_list_cut",
    "Looks at Twilio's list that saw only a part of it; the next sees more.",
    registry=REGISTRY,
)
CONFLICT = Gauge(
    "saksi_poll_conflict", "1 while somebody else polls Telegram with our token.", registry=REGISTRY
)

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits now. Ages are of what has waited longest.

    unknown  letters of which nobody knows whether they arrived
    silent   lanes whose address cannot be reached
    shelved  templates and buttons that WhatsApp refused lately
    deserted  cases at desks where nobody sits
    lacking  things that the calendar of the law lacks, or will before long
    """

    inbox: int
    inbox_age: timedelta
    outbox: int
    outbox_age: timedelta
    unknown: int
    parked: int
    silent: int
    shelved: int
    evidence: int
    evidence_age: timedelta
    deserted: int
    deserted_age: timedelta
    lacking: int


GAUGES = {
    "inbox": "Messages that wait for their turn.",
    "inbox_age": "Seconds that the oldest of them has waited.",
    "outbox": "Letters that wait to be sent.",
    "outbox_age": "Seconds that the oldest letter that is due has waited.",
    "unknown": "Letters of which nobody knows whether they arrived.",
    "parked": "Messages that failed five times and wait for an operator.",
    "silent": "Chats that cannot be reached until their owner writes again.",
    "shelved": "Templates and buttons that WhatsApp refused lately; nobody sends them meanwhile.",
    "evidence": "Files that wait to be fetched and stored.",
    "evidence_age": "Seconds that the oldest of them has waited.",
    "deserted": "Cases at desks where nobody sits, such as triage: `saksi check` names the desks.",
    "deserted_age": "Seconds that one of them has lain there.",
    "lacking": "Years and elections that calendar.toml lacks, or will before long: `saksi check` names them.",
}


class Queues(Collector):
    """`look` reads the database at each scrape; where it cannot, `saksi_database_readable` is 0 and no gauge lies."""

    def __init__(self, look: Callable[[], Waiting]) -> None:
        self._look = look

    def describe(self) -> Iterator[Metric]:
        """Names what is collected without asking the database."""
        yield GaugeMetricFamily("saksi_database_readable", "1 while the database answers.")

    def collect(self) -> Iterator[Metric]:
        try:
            waiting = self._look()
        except Exception as error:  # noqa: BLE001 - a scrape must show that the database is away, whatever the reason
            log.warning("metrics.unreadable", fault=type(error).__name__)
            yield GaugeMetricFamily("saksi_database_readable", "1 while the database answers.", value=0)
            return
        yield GaugeMetricFamily("saksi_database_readable", "1 while the database answers.", value=1)
        for name, text in GAUGES.items():
            held: int | timedelta = getattr(waiting, name)
            if isinstance(held, timedelta):
                yield GaugeMetricFamily(f"saksi_{name}_seconds", text, value=held.total_seconds())
            else:
                yield GaugeMetricFamily(f"saksi_{name}", text, value=held)


def serve(port: int, queues: Queues) -> Callable[[], None]:
    """Serve `/metrics` on 127.0.0.1:`port` in a thread. Returns what stops it. Raises OSError: port in use."""
    server, thread = start_http_server(port, HOST, REGISTRY)
    REGISTRY.register(queues)

    def stop() -> None:
        server.shutdown()
        server.server_close()
        thread.join()
        REGISTRY.unregister(queues)

    return stop
