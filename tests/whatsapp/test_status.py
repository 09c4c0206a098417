"""What becomes of a letter after Twilio took it: forward only, given back, proved; on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.datastructures import ImmutableMultiDict

from handlers.channel import SendHeld, SendUnknown
from handlers.dispatch import Dispatch, Fate
from handlers.whatsapp.alarms import ring, standing
from handlers.whatsapp.send import sender
from handlers.whatsapp.status import record
from storage import mail, people, refs, upkeep, windows
from storage.database import Database
from storage.keys import Keys
from storage.sql import query
from tests.whatsapp.conftest import push

AT = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


@dataclass
class Desk:
    """One letter to Sari on its way by WhatsApp; the clock is turned by hand."""

    database: Database
    keys: Keys
    at: datetime = AT
    parked: list[tuple[str, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lane = self.keys.index("whatsapp:+62811")

        async def never(letter: Any, address: str, edit: str | None) -> str:
            raise AssertionError

        made: Any = SimpleNamespace(send=never)
        self.sender = sender(made)
        self.dispatch = Dispatch(self.database, self.keys, owner="a", jitter=lambda: 0.0)

    def post(self, case: str | None = None) -> int:
        with self.database.transaction() as db:
            people.meet(
                db,
                self.keys,
                lane=self.lane,
                channel="whatsapp",
                address="+62811",
                language="id",
                now=self.at,
            )
            return mail.post(
                db, self.keys, lane=self.lane, channel="whatsapp", say=push(), language="id", rank=1,
                due_at=self.at, now=self.at, case_id=case,
            )  # fmt: skip

    def send(self, fate: Fate | None) -> None:
        """Claim what is due, and record this fate, or leave it on its way."""
        (errand,) = self.dispatch.claim(self.sender, 1)
        if fate is not None:
            self.dispatch.record(self.sender, errand, fate)

    def told(self, letter: int, status: str, code: int = 0, *, knock: bool = False, sid: str = "SM1") -> None:
        form = {"MessageSid": sid, "MessageStatus": status} | ({"ErrorCode": str(code)} if code else {})
        rung = partial(ring, self.database)
        record(
            self.database,
            self.keys,
            str(letter),
            "HX1" if knock else "",
            ImmutableMultiDict(form),
            self.park,
            rung,
        )

    def park(self, sid: str, code: int) -> None:
        self.parked.append((sid, code))

    def letter(self, id: int) -> Any:
        asked = query("SELECT state, reason, sealed, due_at FROM outbox WHERE id = :id", "due_at")
        with self.database.reading() as db:
            return db.connection().execute(asked, {"id": id}).one()

    def waits(self) -> bool:
        """Whether a letter may be sent now."""
        return bool(self.dispatch.claim(self.sender, 1))

    def held_body(self) -> bool:
        with self.database.reading() as db:
            return bool(
                db.connection().execute(query("SELECT count(*) FROM taken WHERE sealed IS NOT NULL")).scalar()
            )

    def turn(self, **by: float) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def desk(database_url: str, keys: Keys) -> Iterator[Desk]:
    made: list[Desk] = []
    database = Database(database_url, lambda: made[0].at if made else AT)
    made.append(Desk(database, keys))
    yield made[0]
    database.dispose()


def test_its_body_is_kept_until_it_is_delivered(desk: Desk) -> None:
    ours = desk.post()
    desk.send("SM1")
    assert (desk.letter(ours).state, desk.letter(ours).sealed) == ("sent", None)
    for status, kept in (("sent", True), ("delivered", False), ("read", False)):
        desk.told(ours, status)
        assert desk.held_body() is kept


@pytest.mark.parametrize("order", [("read", "delivered", "sent"), ("delivered", "sent", "read", "read")])
def test_reports_out_of_order_or_repeated_go_forward_only(desk: Desk, order: tuple[str, ...]) -> None:
    ours = desk.post()
    desk.send("SM1")
    for status in order:
        desk.told(ours, status)
    desk.told(ours, "failed", 63018)
    assert desk.letter(ours).state == "sent", "what was delivered does not fail any more"
    assert not desk.held_body()


def test_what_fails_after_it_was_sent_has_failed(desk: Desk) -> None:
    ours = desk.post()
    desk.send("SM1")
    desk.told(ours, "sent")
    desk.told(ours, "failed", 63026)
    assert (desk.letter(ours).state, desk.letter(ours).reason) == ("failed", "policy")
    desk.told(ours, "sent")
    assert desk.letter(ours).state == "failed"


def test_a_throttled_letter_is_sent_again_with_its_words(desk: Desk) -> None:
    ours = desk.post()
    desk.send("SM1")
    desk.told(ours, "undelivered", 63018)
    assert desk.letter(ours).state == "due"
    desk.turn(seconds=60)
    (errand,) = desk.dispatch.claim(desk.sender, 1)
    assert errand.letter.say == push()


def test_a_closed_window_told_later_puts_the_clock_right_and_the_letter_back(desk: Desk) -> None:
    ours = desk.post()
    with desk.database.transaction() as db:
        windows.heard(db, desk.lane, desk.at, desk.at)
    desk.send("SM1")
    desk.told(ours, "undelivered", 63016)
    with desk.database.reading() as db:
        assert not windows.is_open(db, desk.lane, desk.at)
    desk.turn(seconds=30)
    desk.send(SendHeld("window"))
    desk.turn(days=3)
    assert not desk.waits(), "it waits for her"
    with desk.database.transaction() as db:
        windows.heard(db, desk.lane, desk.at, desk.at)
    (errand,) = desk.dispatch.claim(desk.sender, 1)
    assert (errand.letter.id, errand.letter.say) == (ours, push())


def test_a_second_push_of_her_case_is_not_hidden_behind_one_that_waits(desk: Desk) -> None:
    desk.post("case")
    desk.send(SendHeld("window"))
    desk.turn(days=2)
    second = desk.post("case")
    assert desk.dispatch.claim(desk.sender, 1)[0].letter.id == second


def test_an_unreachable_phone_silences_its_lane_until_she_writes(desk: Desk) -> None:
    ours = desk.post()
    desk.send("SM1")
    desk.told(ours, "failed", 63024)
    desk.post()
    desk.turn(minutes=5)
    assert not desk.waits()
    with desk.database.transaction() as db:
        mail.resume(db, desk.lane)
    assert desk.waits()


@pytest.mark.parametrize("status", ["queued", "sent", "delivered", "read"])
def test_a_report_proves_a_letter_whose_answer_was_lost(desk: Desk, status: str) -> None:
    ours = desk.post()
    desk.send(SendUnknown("answer-lost", after=60))
    desk.told(ours, status, sid="SM9")
    assert desk.letter(ours).state == "sent"
    with desk.database.reading() as db:
        assert refs.sent_refs(db, desk.keys, desk.lane, desk.at) == ["SM9"]
    desk.turn(hours=2)
    assert not desk.waits()


def test_a_report_may_come_before_the_answer(desk: Desk) -> None:
    ours = desk.post()
    (errand,) = desk.dispatch.claim(desk.sender, 1)
    desk.told(ours, "sent")
    desk.dispatch.record(desk.sender, errand, "SM1")
    assert desk.letter(ours).state == "sent"
    second = desk.post()
    desk.turn(minutes=1)
    assert desk.dispatch.claim(desk.sender, 1)[0].letter.id == second, "the lane was given back"


def test_with_the_doubt_ends_the_pause_of_its_lane(desk: Desk) -> None:
    ours = desk.post()
    desk.send(SendUnknown("answer-lost", after=60))
    desk.told(ours, "sent")
    second = desk.post()
    desk.turn(seconds=1)
    assert desk.dispatch.claim(desk.sender, 1)[0].letter.id == second


def test_an_unknown_letter_waits_a_minute_for_its_report(desk: Desk) -> None:
    desk.post()
    desk.send(SendUnknown("answer-lost", after=60))
    desk.turn(seconds=59)
    assert not desk.waits()
    desk.turn(seconds=2)
    assert desk.waits()


def test_what_a_knock_did_moves_no_letter(desk: Desk) -> None:
    ours = desk.post()
    desk.send(SendHeld("window"))
    for status in ("sent", "delivered", "read"):
        desk.told(ours, status, knock=True)
    desk.told(ours, "failed", 63026, knock=True)
    assert (desk.letter(ours).state, desk.letter(ours).reason) == ("due", "window")


@pytest.mark.parametrize("answered", [True, False])
def test_whom_no_knock_reached_is_told_anew_when_its_template_may_work_again(
    desk: Desk, answered: bool
) -> None:
    """Paused by Meta after Twilio took it; the report may come before our own note that the letter waits."""
    ours = desk.post()
    (errand,) = desk.dispatch.claim(desk.sender, 1)
    if answered:
        desk.dispatch.record(desk.sender, errand, SendHeld("window"))
    desk.told(ours, "undelivered", 63041, knock=True)
    if not answered:
        desk.dispatch.record(desk.sender, errand, SendHeld("window"))
    assert desk.parked == [("HX1", 63041)]
    (told,) = standing(desk.database, desk.at)
    assert "63041" in told
    assert "saksi whatsapp templates status" in told
    desk.turn(hours=6)
    assert not desk.waits(), "as seldom as she is told of anything"
    desk.turn(minutes=1)
    assert desk.waits()


def test_a_letter_nobody_was_told_of_is_tried_again_for_a_month_and_then_forgotten(desk: Desk) -> None:
    ours = desk.post()
    for _ in range(31):
        desk.send(SendHeld("no-template", after=86_400))
        desk.turn(days=1)
    assert not desk.waits()
    desk.turn(days=61)
    with desk.database.transaction() as db:
        upkeep.prune(db, desk.at)
    assert (desk.letter(ours).state, desk.letter(ours).reason) == ("failed", "stale")


def test_an_alarm_is_told_for_a_day_and_names_nobody(desk: Desk) -> None:
    ours = desk.post()
    desk.send("SM1")
    desk.told(ours, "failed", 63015)
    (told,) = standing(desk.database, desk.at)
    assert "join" in told
    assert "62811" not in told
    desk.turn(hours=25)
    assert list(standing(desk.database, desk.at)) == []


@pytest.mark.parametrize("letter", ["", "x", "0", "999999", "1 OR 1=1", "9" * 40])
def test_a_report_about_nothing_changes_nothing(desk: Desk, letter: str) -> None:
    ours = desk.post()
    desk.send("SM1")
    record(
        desk.database,
        desk.keys,
        letter,
        "",
        ImmutableMultiDict({"MessageSid": "S1", "MessageStatus": "failed"}),
    )
    assert desk.letter(ours).state == "sent"


def test_what_was_never_delivered_is_forgotten(desk: Desk) -> None:
    desk.post()
    desk.send("SM1")
    desk.turn(days=3)
    with desk.database.transaction() as db:
        upkeep.prune(db, desk.at)
    assert not desk.held_body()


def test_a_letter_that_may_be_there_is_looked_for_however_often_its_process_dies(desk: Desk) -> None:
    ours = desk.post()
    for fate in (None, None, SendUnknown("answer-lost", after=60.0), None):
        desk.send(fate)
        desk.turn(seconds=61)
    desk.send("SM1")
    assert desk.letter(ours).state == "sent"


def test_a_letter_that_stays_unknown_for_a_day_is_given_up(desk: Desk) -> None:
    ours = desk.post()
    for _ in range(2):
        desk.send(None)
        desk.turn(seconds=61)
    desk.turn(hours=24)
    assert not desk.waits()
    assert (desk.letter(ours).state, desk.letter(ours).reason) == ("failed", "unknown")
