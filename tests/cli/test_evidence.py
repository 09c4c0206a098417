"""`saksi evidence` and `saksi verify`: bytes handed out, and everything read anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.stores import Stores
from storage import cases
from tests.cli.asking import Saksi, change, looks, told
from tests.filed import CLEAN, ORIGINAL, PHOTO, TICKET, file_report


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
