"""The `saksi` command, as an operator types it: what it prints, what it leaves behind, how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from handlers.cli import app
from handlers.settings import read, variables
from handlers.stores import Stores, establish
from storage import cases, mail
from storage.events import of as events_of
from storage.keys import Keys
from storage.sql import sql
from storage.vault import Vault
from tests.filed import CLEAN, ORIGINAL, PHOTO, STORY, TICKET, file_report

Saksi = Callable[..., Result]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and an environment that sets nothing."""
    for name in variables():
        monkeypatch.delenv(name, raising=False)
    working = tmp_path / "working"
    working.mkdir()
    monkeypatch.chdir(working)
    return working


@pytest.fixture
def stores(place: Path, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stores]:
    """Saksi set up in that folder, on each database."""
    monkeypatch.setenv("SAKSI_DATABASE_URL", database_url)
    made = establish(read(place))
    yield made
    made.database.dispose()


@pytest.fixture
def saksi() -> Saksi:
    runner = CliRunner()

    def typed(*words: str) -> Result:
        return runner.invoke(app, words)

    return typed


def told(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def change(stores: Stores, statement: str, **values: object) -> None:
    with stores.database.transaction() as db:
        db.connection().execute(sql(statement), values)


def looks(stores: Stores, case: str) -> list[tuple[str, dict[str, Any]]]:
    with stores.database.reading() as db:
        return [(event.by, dict(event.data)) for event in events_of(db, case) if event.what == "seen"]


def park(stores: Stores, name: str = "1") -> int:
    with stores.database.transaction() as db:
        mail.accept(
            db, stores.keys, channel="telegram", bot="b", external_id=name, lane="lane", body=b"halo",
            now=stores.database.now(),
        )  # fmt: skip
        db.connection().execute(sql("UPDATE inbox SET state = 'parked', attempts = 5, reason = 'ValueError'"))
        newest: int = db.connection().execute(sql("SELECT max(id) FROM inbox")).scalar_one()
        return newest


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
        ("--topic like", False),
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


def test_a_ticket_of_nobody_is_told(stores: Stores, saksi: Saksi) -> None:
    result = saksi("case", "show", TICKET)
    assert (result.exit_code, result.stderr) == (1, f"There is no case {TICKET}.\n")


def test_the_original_comes_byte_for_byte_and_the_clean_copy_too(
    stores: Stores, saksi: Saksi, place: Path
) -> None:
    case = file_report(stores)
    assert saksi("evidence", "get", PHOTO, "--out", "original.jpg").exit_code == 0
    assert saksi("evidence", "get", PHOTO, "--clean", "--out", "clean.jpg").exit_code == 0
    assert (place / "original.jpg").read_bytes() == ORIGINAL
    assert (place / "clean.jpg").read_bytes() == CLEAN
    assert (place / "original.jpg").stat().st_mode & 0o777 == 0o600
    assert looks(stores, case) == [
        ("operator", {"part": "original", "file": PHOTO}),
        ("operator", {"part": "clean", "file": PHOTO}),
    ]


def test_no_file_is_overwritten_and_no_look_is_recorded_for_it(
    stores: Stores, saksi: Saksi, place: Path
) -> None:
    case = file_report(stores)
    (place / "mine.jpg").write_bytes(b"mine")
    assert saksi("evidence", "get", PHOTO, "--out", "mine.jpg").exit_code == 1
    assert (place / "mine.jpg").read_bytes() == b"mine"
    assert looks(stores, case) == []


def test_a_file_that_was_altered_is_not_handed_out(stores: Stores, saksi: Saksi, place: Path) -> None:
    file_report(stores)
    change(stores, "UPDATE evidence SET sha256 = 'another'")
    result = saksi("evidence", "get", PHOTO, "--out", "it.jpg")
    assert result.exit_code == 1
    assert "not what was received" in result.stderr
    assert not (place / "it.jpg").exists()


@pytest.mark.parametrize("id", ["nobody", "../../etc/passwd"])
def test_a_file_of_no_case_is_told(stores: Stores, saksi: Saksi, place: Path, id: str) -> None:
    assert saksi("evidence", "get", id, "--out", "it").exit_code == 1
    assert not (place / "it").exists()


def test_all_is_whole_and_stays_so_after_erasure(stores: Stores, saksi: Saksi) -> None:
    file_report(stores)
    result = saksi("verify")
    assert (result.exit_code, result.stdout) == (0, "1 cases, 2 files whole, 0 erased, 0 lost, 0 altered.\n")
    with stores.database.transaction() as db:
        case = cases.by_ticket(db, TICKET)
        assert case is not None
        cases.erase(db, case, stores.database.now())
    result = saksi("verify")
    assert (result.exit_code, result.stdout) == (0, "1 cases, 0 files whole, 1 erased, 0 lost, 0 altered.\n")
    shown = told(saksi("case", "show", TICKET, "--json"))
    assert (shown["answers"], shown["evidence"][0]["name"]) == ({}, "")
    assert saksi("evidence", "get", PHOTO, "--out", "it").exit_code == 1


def test_an_event_that_was_changed_is_found(stores: Stores, saksi: Saksi) -> None:
    file_report(stores)
    change(stores, 'UPDATE case_event SET public = \'{"desk": "nobody"}\'')
    result = saksi("verify")
    assert result.exit_code == 1
    assert f"{TICKET}: event 1 is not what was written." in result.stderr


def test_a_file_that_is_lost_is_found(stores: Stores, saksi: Saksi) -> None:
    file_report(stores)
    change(stores, "UPDATE evidence SET path = :path", path=f"{'0' * 2}/{'0' * 32}")
    result = saksi("verify")
    assert result.exit_code == 1
    assert f"{PHOTO}: the original is lost." in result.stderr
    assert "1 lost" in result.stdout


def test_a_parked_message_is_listed_and_given_another_try(stores: Stores, saksi: Saksi) -> None:
    assert saksi("parked", "list").stdout == "Nothing is parked.\n"
    parked = park(stores)
    (one,) = told(saksi("parked", "list", "--json"))
    assert (one["id"], one["channel"], one["attempts"], one["reason"]) == (
        parked,
        "telegram",
        5,
        "ValueError",
    )
    assert "halo" not in saksi("parked", "list").stdout
    assert saksi("parked", "retry", str(parked)).exit_code == 0
    assert told(saksi("parked", "list", "--json")) == []
    assert saksi("parked", "retry", str(parked)).exit_code == 1


def test_a_parked_message_is_erased_for_good(stores: Stores, saksi: Saksi) -> None:
    parked = park(stores)
    assert saksi("parked", "drop", str(parked)).exit_code == 0
    assert told(saksi("parked", "list", "--json")) == []
    with stores.database.reading() as db:
        row = (
            db.connection()
            .execute(sql("SELECT sealed, lane FROM inbox WHERE id = :id"), {"id": parked})
            .one()
        )
    assert tuple(row) == (None, "")
    assert saksi("parked", "drop", str(parked)).exit_code == 1


@pytest.mark.parametrize("words", [("case", "list"), ("verify",), ("parked", "list")])
def test_who_looks_before_the_first_start_makes_nothing(
    place: Path, saksi: Saksi, words: tuple[str, ...]
) -> None:
    result = saksi(*words)
    assert result.exit_code == 1
    assert "`saksi run` makes one" in result.stderr
    assert list(place.iterdir()) == []


def test_wrong_settings_are_told_all_at_once_before_anything_is_touched(place: Path, saksi: Saksi) -> None:
    (place / ".env").write_text("SAKSI_HTTP_PORT=x\nSAKSI_LANGUAGE=jv\n")
    for words in (("run",), ("talk",), ("case", "list")):
        result = saksi(*words)
        assert result.exit_code == 2
        assert "SAKSI_HTTP_PORT must" in result.stderr
        assert "SAKSI_LANGUAGE must" in result.stderr
    assert [path.name for path in place.iterdir()] == [".env"]


def test_other_keys_are_refused_with_what_to_restore(stores: Stores, saksi: Saksi, place: Path) -> None:
    Keys.make(place / "var" / "others.json")
    (place / "var" / "others.json").replace(place / "var" / "keys.json")
    for words in (("case", "list"), ("check",)):
        result = saksi(*words)
        assert result.exit_code == 1
        assert "Restore the keys file that belongs to this database" in result.stderr


def test_check_is_content_before_the_first_start_and_after_it(
    place: Path, saksi: Saksi, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert saksi("check").output == "All is well.\n"
    assert list(place.iterdir()) == []
    monkeypatch.setenv("SAKSI_DATABASE_URL", database_url)
    establish(read(place)).database.dispose()
    assert saksi("check").output == "All is well.\n"


def test_check_tells_every_fault_in_one_list(stores: Stores, saksi: Saksi, place: Path) -> None:
    (place / "var" / "keys.json").chmod(0o644)
    (place / "law").mkdir()
    os.environ["SAKSI_LAW_DIR"] = str(place / "law")
    try:
        result = saksi("check")
    finally:
        del os.environ["SAKSI_LAW_DIR"]
    assert result.exit_code == 1
    assert "keys.json can be read by others" in result.stderr
    assert "catalogue.toml" in result.stderr
    assert "agencies.toml" in result.stderr


def test_check_finds_an_evidence_folder_that_is_away_and_one_of_somebody_else(
    stores: Stores, saksi: Saksi, place: Path
) -> None:
    (place / "var" / "evidence").rename(place / "var" / "away")
    result = saksi("check")
    assert result.exit_code == 1
    assert "The evidence folder" in result.stderr
    Vault(place / "var" / "evidence").make()
    result = saksi("check")
    assert result.exit_code == 1
    assert "belongs to another database" in result.stderr


def test_help_comes_at_once_and_loads_nothing_heavy() -> None:
    code = (
        "import sys; from handlers.cli import app; from typer.testing import CliRunner;"
        "assert CliRunner().invoke(app, ['--help']).exit_code == 0;"
        "print([name for name in ('sqlmodel', 'telegram', 'fastapi', 'pydantic', 'tink') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert told.stdout == "[]\n"


def test_a_tick_does_what_is_due_once(stores: Stores, saksi: Saksi) -> None:
    file_report(stores)
    due = ("tick", "--at", "2024-10-19T20:00+08:00")
    over = f"{TICKET}: no more news is owed"
    assert f"would be done: {over}" in saksi(*due, "--dry-run").stdout
    assert over in saksi(*due).stdout
    assert saksi(*due).stdout == "There is nothing to do.\n"


def test_a_tick_at_no_time_does_nothing(stores: Stores, saksi: Saksi) -> None:
    result = saksi("tick", "--at", "besok")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "2024-10-23T16:00" in result.stderr


def test_a_route_is_explained_row_by_row(place: Path, saksi: Saksi) -> None:
    told = (
        "route",
        "--offence",
        "billboard",
        "--accused",
        "asn",
        "--region",
        "wakatobi",
        "--day",
        "2024-10-16",
    )
    lines = saksi(*told, "--staffed").stdout.splitlines()
    assert lines[0] == "place: Kabupaten Wakatobi, Sulawesi Tenggara"
    assert "desk: bawaslu:74.07" in lines
    assert any("does not fit: " in line for line in lines)
    high = saksi(*told, "--post", "camat", "--staffed").stdout
    assert "desk: bawaslu:74\n" in high, "a camat is never read about at the kabupaten"


def test_the_answer_to_a_question_is_explained(place: Path, saksi: Saksi) -> None:
    told = saksi("ask", "boleh gak guru like postingan kakaknya yg nyaleg").stdout
    assert "heard: teacher (guru), like (like), post (postingan), kin (kakak), run (nyaleg)" in told
    assert "situation: like (D, SKB 2022, Annex II)" in told
    unsure = saksi("ask", "boleh ga polisi like postingan caleg").stdout
    assert "forces is strange to it" in unsure
    assert "not sure; near: forces" in unsure
    assert "until an officer has confirmed it" in saksi("ask", "boleh gak pns jadi saksi caleg").stdout


def test_without_officers_a_route_ends_at_triage(stores: Stores, saksi: Saksi) -> None:
    told = saksi("route", "--offence", "billboard", "--region", "74.07", "--day", "2024-10-16").stdout
    assert "bawaslu:74.07 has no officers" in told
    assert "desk: triage" in told


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (("--offence", "bilboard"), "Did you mean billboard?"),
        (("--day", "16 Oktober"), "2024-10-16"),
        (("--region", "bandung"), "Did you mean"),
        (("--accused", "guru"), "There are: "),
    ],
)
def test_what_the_law_does_not_know_is_told(
    place: Path, saksi: Saksi, wrong: tuple[str, str], says: str
) -> None:
    told = {"--offence": "billboard", "--day": "2024-10-16"} | dict([wrong])
    result = saksi("route", *(word for pair in told.items() for word in pair), "--staffed")
    assert (result.exit_code, result.stdout) == (1, "")
    assert says in result.stderr
