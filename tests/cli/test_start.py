"""How the `saksi` command begins: settings, keys, checks, help; and the clock by hand."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cases.law import FOLDER
from bot.cases.lifecycle import Role
from handlers.settings import read
from handlers.stores import Stores, establish
from storage import desks
from storage.keys import Keys
from storage.vault import Vault
from tests.cli.asking import Saksi
from tests.filed import TICKET, file_report

TODAY = ("--day", "2026-11-26")
"""A day for which the calendar knows what it should."""


def enrol(stores: Stores, desk: str) -> None:
    now = stores.database.now()
    with stores.database.transaction() as db:
        code, _ = desks.invite(
            db, stores.keys, desk=desk, role=Role.OFFICER, name="Budi", now=now, drawn=secrets.token_bytes(32)
        )
        lane = f"lane-{desk}"
        desks.enrol(db, stores.keys, code, id=desk, lane=lane, channel="telegram", address=desk, now=now)


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
    assert saksi("check", *TODAY).output == "All is well.\n"
    assert list(place.iterdir()) == []
    monkeypatch.setenv("SAKSI_DATABASE_URL", database_url)
    establish(read(place)).database.dispose()
    assert saksi("check", *TODAY).output == "All is well.\n"


def test_check_says_where_the_calendar_ends_and_which_file_to_edit(
    place: Path, saksi: Saksi, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = saksi("check", "--day", "2027-10-01")
    assert (told.exit_code, told.stdout) == (0, "No fault; mind what stands above.\n")
    assert f"{FOLDER / 'calendar.toml'}: the collective leave (cuti bersama) of 2028" in told.stderr
    assert "In a copy of that folder, named by SAKSI_LAW_DIR" in told.stderr
    copy = shutil.copytree(FOLDER, place / "law")
    with (copy / "calendar.toml").open("a") as file:
        file.write('[[dayoff]]\nday = 2028-02-29\nname = "Cuti Bersama"\nsource = "a test"\n')
    monkeypatch.setenv("SAKSI_LAW_DIR", str(copy))
    told = saksi("check", "--day", "2027-10-01")
    assert "cuti bersama" not in told.stderr
    assert f"{copy / 'calendar.toml'}: election pemilu-2029 has no stages" in told.stderr
    (copy / "calendar.toml").write_text("")
    assert saksi("check", "--day", "2027-10-01").exit_code == 1, "faults first"


def test_check_minds_that_the_last_resort_has_nobody(stores: Stores, saksi: Saksi) -> None:
    enrol(stores, "bawaslu:74.07")
    told = saksi("check", *TODAY)
    assert (told.exit_code, told.stdout) == (0, "No fault; mind what stands above.\n")
    assert "Nobody sits at triage, the last resort" in told.stderr
    enrol(stores, "triage")
    assert saksi("check", *TODAY).output == "All is well.\n"


def test_check_tells_of_a_desk_where_cases_lie_and_nobody_sits_and_nothing_of_them(
    stores: Stores, saksi: Saksi
) -> None:
    file_report(stores)
    told = saksi("check", *TODAY)
    assert told.exit_code == 1
    assert "- One case lies at triage, where nobody sits, since 2024-10-16 11:40 UTC" in told.stderr
    assert not any(word in told.output for word in (TICKET, "kadis", "amplop", "74.07", "billboard"))
    enrol(stores, "triage")
    assert saksi("check", *TODAY).output == "All is well.\n"


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


def test_the_service_loads_nothing_before_it_is_needed() -> None:
    """Each of these is five megabytes or half a second, on a machine that may have little of both."""
    needed_later = (
        "aiohttp", "alembic", "av", "holidays", "icalendar", "PIL", "psycopg", "pypdfium2", "segno",
        "storage.every_table", "storage.tables", "telegram.ext", "twilio",
    )  # fmt: skip
    code = (
        "import sys; import handlers.app, handlers.telegram.channel;"
        f"print([name for name in {needed_later} if name in sys.modules])"
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
