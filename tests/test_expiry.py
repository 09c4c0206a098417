"""What is forgotten, and when: drafts, what closed cases hold, ties, addresses, rows that are over."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from storage import retention
from tests.hours import BEGINNING, FILED, MIDDLE, STORY, TICKET, WITA, Hours
from tests.phone import Phone


def begin(hours: Hours, phone: Phone) -> None:
    """A report that is not finished: a photo and a story."""
    hours.talk(phone, *BEGINNING[:3], "[foto]", "1", STORY)


def close(hours: Hours, at: datetime) -> None:
    hours.change("UPDATE case_file SET status = 'closed', closed_at = :closed_at", closed_at=at)


def test_an_unfinished_report_is_kept_seven_days(hours: Hours) -> None:
    phone = hours.sari()
    begin(hours, phone)
    hours.pass_by(days=7)
    assert hours.tick() == []
    hours.pass_by(seconds=1)
    assert hours.tick() == ["drafts"]
    assert hours.count("draft") == 0
    assert hours.count("dossier") == 0, "its keys went with it, and so did its photo's row"
    assert hours.count("evidence") == 0


def test_the_files_of_an_unfinished_report_leave_the_disk(hours: Hours) -> None:
    begin(hours, hours.sari())
    shelf = hours.vault.folder / "ab"
    shelf.mkdir()
    file = shelf / ("0" * 32)
    file.write_bytes(b"sealed")
    hours.change("UPDATE evidence SET path = :path", path=f"ab/{'0' * 32}")
    hours.pass_by(days=8)
    hours.tick()
    assert not file.exists()
    assert hours.count("evidence") == 0


def test_a_cancelled_report_is_offered_for_seven_days_and_no_longer(hours: Hours) -> None:
    phone = hours.sari()
    begin(hours, phone)
    hours.talk(phone, "batal")
    hours.pass_by(days=6, hours=23)
    hours.tick()
    assert hours.count("draft", "kept") == 1
    hours.pass_by(hours=2)
    assert hours.tick() == ["drafts"]
    assert hours.count("draft") == 0


def test_every_answer_keeps_an_unfinished_report_for_seven_days_more(hours: Hours) -> None:
    phone = hours.sari()
    begin(hours, phone)
    hours.pass_by(days=6)
    hours.talk(phone, "1")
    hours.pass_by(days=6)
    assert hours.tick() == []
    assert hours.count("draft", "form = 'report'") == 1


def test_a_menu_is_kept_a_day_and_the_report_below_it_seven(hours: Hours) -> None:
    phone = hours.sari()
    begin(hours, phone)
    hours.talk(phone, "menu")
    assert hours.count("draft") == 2
    hours.pass_by(days=1, seconds=1)
    assert hours.tick() == ["drafts"]
    assert hours.count("draft", "form = 'report'") == hours.count("draft") == 1
    assert hours.talk(phone, "1") != [], "and her number answers the report again"


def test_a_dry_run_counts_drafts_and_keeps_them(hours: Hours) -> None:
    begin(hours, hours.sari())
    hours.pass_by(days=8)
    assert hours.tick(dry_run=True) == ["drafts"]
    assert hours.count("draft") == 1


def test_a_rehearsal_a_week_ahead_takes_what_would_be_old_by_then(hours: Hours) -> None:
    begin(hours, hours.sari())
    assert hours.tick(hours.at + timedelta(days=6)) == []
    assert hours.tick(hours.at + timedelta(days=8)) == ["drafts"]


def test_what_a_closed_case_holds_is_erased_after_twelve_months(hours: Hours) -> None:
    hours.report(hours.sari())
    close(hours, FILED)
    hours.at = FILED.replace(year=2025)
    assert f"expired {TICKET}" not in hours.tick()
    hours.pass_by(seconds=1)
    assert hours.tick() == [f"expired {TICKET}"]
    assert hours.happened()[-1] == ("erased", "clock")
    assert hours.events()[-1].data == {"why": "retention"}
    assert hours.count("case_file", "sealed_content IS NOT NULL OR sealed_identity IS NOT NULL") == 0
    assert hours.count("dossier", "content_key IS NOT NULL OR identity_key IS NOT NULL") == 0
    assert hours.case().status == "closed"
    assert hours.tick() == []


def test_an_open_case_keeps_what_it_holds_however_old_it_is(hours: Hours) -> None:
    hours.report(hours.sari())
    hours.at = FILED.replace(year=2027)
    assert not [effect for effect in hours.tick() if effect.startswith("expired")]
    assert hours.count("case_file", "sealed_content IS NOT NULL") == 1


def test_a_tie_is_cut_37_days_after_closing(hours: Hours) -> None:
    hours.report(hours.sari())
    close(hours, FILED)
    hours.turn(22, 23, 59, month=11)
    assert f"untied {TICKET}" not in hours.tick()
    hours.turn(23, 0, 0, month=11)
    assert f"untied {TICKET}" in hours.tick(), "thirty-seven days after the day it was closed"
    assert not hours.tied()
    assert hours.happened()[-1] == ("untied", "clock")
    assert hours.tick() == []


def test_files_of_a_case_do_not_tell_whose_chat_they_came_from_once_the_tie_is_cut(hours: Hours) -> None:
    phone = hours.sari()
    hours.talk(phone, *BEGINNING[:3], "[foto]", "1", *MIDDLE, "4", "kirim")
    assert not hours.tied()
    assert hours.count("evidence") == 1
    assert hours.count("evidence", "lane <> '' OR draft_id <> ''") == 0


def test_an_address_is_forgotten_thirty_days_after_its_last_use(hours: Hours) -> None:
    phone = hours.sari()
    hours.talk(phone, "Halo")
    hours.pass_by(days=20)
    hours.talk(phone, "Halo")
    hours.pass_by(days=30)
    hours.tick()
    assert hours.count("address") == 1
    hours.pass_by(seconds=1)
    assert hours.tick() == ["addresses"]
    assert hours.count("address") == hours.count("lane") == 0


def test_an_address_that_a_case_is_tied_to_is_kept(hours: Hours) -> None:
    hours.report(hours.sari())
    hours.pass_by(days=90)
    hours.tick()
    assert hours.count("address") == 1


def test_rows_that_are_over_are_forgotten(hours: Hours) -> None:
    hours.report(hours.sari())
    assert hours.count("inbox") > 5
    assert hours.count("outbox") > 5
    assert hours.count("bucket") > 0
    hours.pass_by(days=8)
    hours.tick()
    assert hours.count("inbox") == 0
    assert hours.count("outbox", "state <> 'due'") == 0
    assert hours.count("bucket") == 0


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ((2026, 3, 31), (2025, 3, 31)),
        ((2028, 2, 29), (2027, 2, 28)),
        ((2026, 1, 1), (2025, 1, 1)),
    ],
)
def test_months_are_those_of_the_calendar(day: tuple[int, int, int], before: tuple[int, int, int]) -> None:
    at = datetime(*day, 12, 30, tzinfo=WITA)
    assert retention.months_before(at, 12) == datetime(*before, 12, 30, tzinfo=WITA)


def test_a_month_without_that_day_ends_earlier() -> None:
    assert retention.months_before(datetime(2026, 3, 31, tzinfo=WITA), 1) == datetime(
        2026, 2, 28, tzinfo=WITA
    )
