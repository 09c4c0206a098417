"""`saksi case`: what is listed, what is shown, and that each look is an event."""

from __future__ import annotations

import pytest

from handlers.stores import Stores
from tests.cli.asking import Saksi, change, looks, told
from tests.filed import ORIGINAL, PHOTO, STORY, TICKET, file_report


def test_cases_are_listed_newest_first_without_what_anybody_wrote(stores: Stores, saksi: Saksi) -> None:
    assert saksi("case", "list").stdout == "There are no cases.\n"
    file_report(stores)
    found = told(saksi("case", "list", "--json"))
    assert found == [
        {
            "ticket": TICKET,
            "kind": "violation",
            "status": "waiting",
            "desk": "triage",
            "filed_at": "2024-10-16T11:40:00+00:00",
        }
    ]
    assert saksi("case", "list").stdout == f"{TICKET}  2024-10-16T11:40  waiting  triage\n"


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("--topic billboard --desk triage --status waiting --region 74.07", True),
        ("--since 2024-10-16 --until 2024-10-16", True),
        ("--until 2024-10-15", False),
        ("--since 2024-10-17", False),
        ("--topic rally", False),
        ("--desk bkn", False),
    ],
)
def test_cases_are_listed_by_what_is_sought(stores: Stores, saksi: Saksi, words: str, there: bool) -> None:
    file_report(stores)
    listed = saksi("case", "list", *words.split()).stdout
    assert listed == (
        f"{TICKET}  2024-10-16T11:40  waiting  triage\n" if there else "There are no such cases.\n"
    )


def test_a_case_is_shown_whole_and_the_look_is_an_event_of_it(stores: Stores, saksi: Saksi) -> None:
    case = file_report(stores)
    shown = told(saksi("case", "show", "k7m 4qx 3", "--json"))
    (photo,) = shown.pop("evidence")
    filed, seen = shown.pop("events")
    assert shown == {
        "ticket": TICKET,
        "kind": "violation",
        "status": "waiting",
        "desk": "triage",
        "region": "74.07",
        "filed_at": "2024-10-16T11:40:00+00:00",
        "answers": {"story": STORY, "where": {"region": "74.07"}, "name": "Sari"},
        "deadlines": [{"due": "2024-10-19T11:40:00+00:00", "why": "news", "state": "open"}],
    }
    assert photo == {
        "id": PHOTO,
        "name": "baliho.jpg",
        "type": "image/jpeg",
        "bytes": len(ORIGINAL),
        "sha256": photo["sha256"],
        "state": "stored",
    }
    assert (filed["seq"], filed["what"], filed["by"]) == (1, "filed", "citizen")
    assert (seen["seq"], seen["what"], seen["by"], seen["data"]) == (2, "seen", "operator", {"part": "case"})
    assert looks(stores, case) == [("operator", {"part": "case"})]


def test_what_somebody_wrote_cannot_steer_the_terminal(stores: Stores, saksi: Saksi) -> None:
    file_report(stores)
    result = saksi("case", "show", TICKET)
    assert result.exit_code == 0
    assert "\x1b" in STORY
    assert "\x1b" not in result.stdout
    assert "Pak kadis membagi ·[31mamplop" in result.stdout


@pytest.mark.parametrize(
    ("ticket", "why"),
    [("halo", "not a ticket"), ("K7M-4QX-4", "misread")],
)
def test_a_ticket_that_cannot_be_is_told(stores: Stores, saksi: Saksi, ticket: str, why: str) -> None:
    result = saksi("case", "show", ticket)
    assert (result.exit_code, result.stdout) == (1, "")
    assert why in result.stderr


def test_a_status_that_no_case_can_have_is_told_with_those_there_are(stores: Stores, saksi: Saksi) -> None:
    file_report(stores)
    result = saksi("case", "list", "--status", "wating")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "'wating' is no status of a case. There are: waiting, " in result.stderr


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("--desk bawaslu:99.99", "'bawaslu:99.99' is no desk, and no case lies there."),
        ("--desk bawaslo:74.07", "The agencies: bawaslu, "),
        ("--region 74.99", "'74.99' is no region, and no case is about it. A code of Kemendagri is needed"),
        ("--region wakatobi", "Did you mean 74.07 Kabupaten Wakatobi"),
        (
            "--topic bilboard",
            "'bilboard' is no offence and no topic, and no case is about it. Did you mean billboard?",
        ),
    ],
)
def test_what_no_case_can_be_at_or_about_is_told_with_what_to_write(
    stores: Stores, saksi: Saksi, words: str, why: str
) -> None:
    for asked in (words.split(), [*words.split(), "--json"]):
        result = saksi("case", "list", *asked)
        assert (result.exit_code, result.stdout) == (1, "")
        assert why in result.stderr


def test_a_desk_that_the_law_knows_no_more_is_listed_while_cases_lie_there(
    stores: Stores, saksi: Saksi
) -> None:
    file_report(stores)
    change(stores, "UPDATE case_file SET desk = 'kasn'")
    assert TICKET in saksi("case", "list", "--desk", "kasn").stdout
    change(stores, "UPDATE case_file SET desk = 'bkn'")
    assert "'kasn' is no desk" in saksi("case", "list", "--desk", "kasn").stderr


def test_a_ticket_of_nobody_is_told(stores: Stores, saksi: Saksi) -> None:
    result = saksi("case", "show", TICKET)
    assert (result.exit_code, result.stderr) == (1, f"There is no case {TICKET}.\n")
