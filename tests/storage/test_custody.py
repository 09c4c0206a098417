"""Files that were let go of or erased, on disk too; and those that are kept, proved."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sqlmodel import select

from bot.conversation.message import Attachment
from storage import cases, custody, drafts, evidence
from storage.tables import Dossier as DossierRow
from storage.tables import Evidence as EvidenceRow
from storage.vault import Vault
from tests.storage.shelf import Desk


def test_a_file_let_go_of_tells_nothing_any_more_and_its_bytes_follow(desk: Desk) -> None:
    desk.want()
    desk.store(desk.claim()[0])
    assert len(desk.files()) == 2
    with desk.database.transaction() as db:
        evidence.remove(db, "e1", desk.clock())
    row = desk.raw()
    assert row.state == "removed"
    assert (row.sealed_key, row.sealed_name, row.sealed_facts, row.sha256, row.dhash, row.lane) == (
        None, None, None, "", "", "",
    )  # fmt: skip
    assert custody.bury(desk.database, desk.vault) == 1
    assert desk.files() == []
    assert desk.raw().path == ""
    assert custody.bury(desk.database, desk.vault) == 0


def test_a_file_let_go_of_while_it_is_fetched_is_not_stored(desk: Desk) -> None:
    desk.want()
    [wanted] = desk.claim()
    with desk.database.transaction() as db:
        evidence.remove(db, "e1", desk.clock())
    assert not desk.store(wanted)
    assert desk.row().state == "removed"
    assert desk.heard() == []


def test_a_file_whose_draft_was_erased_before_it_was_fetched_is_let_go_of(desk: Desk) -> None:
    desk.want()
    with desk.database.transaction() as db:
        drafts.delete(db, "d1", desk.row().dossier_id, desk.clock())
    assert desk.claim() == []
    assert desk.row().state == "removed"


def test_a_file_whose_draft_is_erased_while_it_is_fetched_is_not_stored(desk: Desk) -> None:
    desk.want()
    [wanted] = desk.claim()
    dossier = desk.row().dossier_id
    with desk.database.transaction() as db:
        drafts.delete(db, "d1", dossier, desk.clock())
    assert not desk.store(wanted)
    assert desk.row().state == "removed"


def test_erasing_a_dossier_lets_go_of_all_its_files_and_keeps_their_hashes(desk: Desk) -> None:
    desk.want()
    desk.want(Attachment("e2", "photo", "s"))
    for wanted in desk.claim():
        desk.store(wanted)
    sha256, dossier = desk.row().sha256, desk.row().dossier_id
    desk.submit()
    with desk.database.transaction() as db:
        evidence.erase(db, dossier, desk.clock())
        found = cases.by_dossier(db, dossier)
        assert found is not None
        cases.erase(db, found, desk.clock())
    assert sha256
    assert desk.row().sha256 == sha256
    assert [(one.id, one.proof) for one in desk.proved()] == [("e1", "erased"), ("e2", "erased")]
    custody.bury(desk.database, desk.vault)
    assert desk.files() == []


def test_when_a_tie_is_cut_no_file_says_whose_chat_it_came_from(desk: Desk) -> None:
    desk.want()
    desk.want(Attachment("e2", "photo", "s"))
    first, second = desk.claim()
    desk.store(first)
    desk.submit()
    desk.heard()
    with desk.database.transaction() as db:
        evidence.untie(db, "case-d-d1")
    assert {(desk.raw(one).lane, desk.raw(one).draft_id) for one in ("e1", "e2")} == {("", "")}
    assert desk.store(second)
    assert desk.heard() == []


def test_a_file_without_a_row_is_swept_and_one_with_a_row_stays(desk: Desk) -> None:
    desk.want()
    [wanted] = desk.claim()
    desk.store(wanted)
    _, orphan, young = desk.keep(wanted)
    for kept in (desk.row().path, desk.row().clean_path, orphan.path):
        os.utime(desk.vault.folder / kept, (1000, 1000))
    assert custody.sweep(desk.database, desk.vault, before=2000) == 1
    left = {str(path.relative_to(desk.vault.folder)) for path in desk.files()}
    assert left == {desk.row().path, desk.row().clean_path, young.path}


def test_every_stored_file_is_proved_against_its_hash(desk: Desk) -> None:
    for number in range(4):
        desk.want(Attachment(f"e{number}", "photo", "s"))
    for wanted in desk.claim():
        desk.store(wanted)
    altered, lost = desk.vault.folder / desk.row("e1").path, desk.vault.folder / desk.row("e2").clean_path
    altered.write_bytes(altered.read_bytes()[:-1] + b"x")
    lost.unlink()
    with desk.database.transaction() as db:
        db.get_one(EvidenceRow, "e3").sha256 = "0" * 64
    proved = {(one.id, one.clean): one.proof for one in desk.proved()}
    assert proved == {
        ("e0", False): "whole", ("e0", True): "whole",
        ("e1", False): "altered", ("e1", True): "whole",
        ("e2", False): "whole", ("e2", True): "lost",
        ("e3", False): "altered", ("e3", True): "whole",
    }  # fmt: skip


def test_a_new_database_beside_the_files_of_another_is_refused(desk: Desk) -> None:
    desk.want()
    desk.store(desk.claim()[0])
    with desk.database.transaction() as db:
        db.connection().exec_driver_sql("DELETE FROM meta")
    with desk.database.transaction() as db, pytest.raises(custody.VaultForeign, match="knows nothing of"):
        custody.bind(db, desk.vault)
    with pytest.raises(custody.VaultForeign):
        custody.sweep(desk.database, desk.vault, before=2e10)
    assert len(desk.files()) == 2


def test_the_vault_of_another_database_is_refused_and_nothing_in_it_is_touched(
    desk: Desk, tmp_path: Path
) -> None:
    other = Vault(tmp_path / "other", floor=0)
    other.make()
    with desk.database.transaction() as db, pytest.raises(custody.VaultForeign, match="another database"):
        custody.bind(db, other)
    with desk.database.transaction() as db:
        custody.bind(db, desk.vault)


def test_what_was_let_go_of_before_any_case_is_forgotten_and_what_a_case_had_stays(desk: Desk) -> None:
    desk.want()
    desk.want(Attachment("e2", "photo", "s"), draft="d2")
    for wanted in desk.claim():
        desk.store(wanted)
    desk.submit("d1")
    with desk.database.transaction() as db:
        evidence.remove(db, "e1", desk.clock())
        drafts.delete(db, "d2", "d-d2", desk.clock())
    custody.forget(desk.database)
    custody.bury(desk.database, desk.vault)
    custody.forget(desk.database)
    with desk.database.reading() as db:
        assert set(db.exec(select(EvidenceRow.id))) == {"e1"}
        assert set(db.exec(select(DossierRow.id))) == {"d-d1"}
    assert desk.files() == []
