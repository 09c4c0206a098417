"""A file that two cases of hers hold: one in the vault, and each case keeps it until that case lets it go."""

from __future__ import annotations

import pytest

from storage import cases, custody, drafts, evidence, sharing
from storage.keys import Erased
from tests.storage.shelf import Desk


def share(desk: Desk) -> None:
    """The file of the filed case is in the draft `d2` as well, as `f2`."""
    desk.want()
    desk.store(desk.claim()[0])
    desk.submit()
    target = desk.dossier("d2")
    with desk.database.transaction() as db:
        found = cases.by_dossier(db, desk.row().dossier_id)
        assert found is not None
        source = cases.dossier_of(db, desk.keys, found)
        told = {"lane": desk.lane, "channel": "telegram", "draft_id": "d2", "now": desk.clock()}
        sharing.share(db, source, target, {"e1": "f2"}, **told)  # type: ignore[arg-type]


def erase(desk: Desk, id: str) -> None:
    """The case that holds that row is erased."""
    with desk.database.transaction() as db:
        found = cases.by_dossier(db, desk.row(id).dossier_id)
        assert found is not None
        evidence.erase(db, found.dossier_id, desk.clock())
        cases.erase(db, found, desk.clock())
    custody.forget(desk.database)
    custody.bury(desk.database, desk.vault)


@pytest.mark.parametrize(("first", "other"), [("e1", "f2"), ("f2", "e1")])
def test_what_one_case_erases_the_other_keeps_and_nothing_is_left_of_both(
    desk: Desk, first: str, other: str
) -> None:
    share(desk)
    desk.submit("d2")
    assert len(desk.files()) == 2, "stored once, original and clean copy"
    assert {(one.id, one.proof) for one in desk.proved()} == {("e1", "whole"), ("f2", "whole")}
    erase(desk, first)
    proved = {(one.id, one.proof) for one in desk.proved()}
    assert proved == {(first, "erased"), (other, "whole")}
    assert desk.row(first).sealed_key is None
    erase(desk, other)
    assert desk.files() == []


def test_the_other_case_opens_name_and_facts_with_its_own_key_only(desk: Desk) -> None:
    share(desk)
    with desk.database.reading() as db:
        mine = desk.dossier_in(db, "d2")
        row = desk.row("f2")
        assert evidence.name_of(row, mine) == "IMG_20241016.jpg"
        assert evidence.facts_of(row, mine) == {"gps": [-5.3, 123.6]}
    erase(desk, "e1")
    with desk.database.reading() as db:
        assert evidence.key_of(desk.row("f2"), desk.dossier_in(db, "d2")) is not None


def test_a_draft_that_is_thrown_away_takes_its_share_and_leaves_the_case_its_file(desk: Desk) -> None:
    share(desk)
    with desk.database.transaction() as db:
        drafts.delete(db, "d2", desk.row("f2").dossier_id, desk.clock())
    custody.forget(desk.database)
    custody.bury(desk.database, desk.vault)
    assert {(one.id, one.proof) for one in desk.proved()} == {("e1", "whole")}


def test_what_was_erased_is_shared_with_nobody(desk: Desk) -> None:
    desk.want()
    desk.store(desk.claim()[0])
    desk.submit()
    dossier = desk.row().dossier_id
    erase(desk, "e1")
    with desk.database.transaction() as db:
        assert sharing.stored(db, dossier) == []
        found = cases.by_dossier(db, dossier)
        assert found is not None
        with pytest.raises(Erased):
            cases.dossier_of(db, desk.keys, found).content.seal(b"", "")
