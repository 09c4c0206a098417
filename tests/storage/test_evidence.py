"""Files as rows: wanted once, claimed by one, and what became of each told in the same commit."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.conversation.draft import Draft
from bot.conversation.message import Attachment
from storage import arrivals, cases, custody, drafts, evidence, mail
from storage.arrivals import Wanted
from storage.case_tables import Case
from storage.cleaning import Verdict
from storage.database import Database
from storage.keys import Dossier, Keys
from storage.seal import FileKey
from storage.tables import Dossier as DossierRow
from storage.tables import Evidence as EvidenceRow
from storage.tables import Inbox
from storage.vault import Kept, Vault
from tests.storage.clock import Clock

CHANNELS = ("telegram",)
LEASE = timedelta(seconds=60)
PHOTO = Attachment("e1", "photo", "file-id-of-sari", "IMG_20241016.jpg", "image/jpeg", 5000)
VERDICT = Verdict("image/jpeg", "", "ready", "", "image/jpeg", "00ff00ff00ff00ff", {"gps": [-5.3, 123.6]})


@dataclass
class Desk:
    """Sari's lane and draft, and a vault beside the database."""

    database: Database
    keys: Keys
    vault: Vault
    clock: Clock
    lane: str = "lane-of-sari"

    def dossier(self, draft: str = "d1") -> Dossier:
        """The dossier of a draft of hers, made when it is new."""
        with self.database.transaction() as db:
            opened = drafts.load(db, self.keys, self.lane)
            under_way = opened.under_way
            if draft not in opened.dossiers:
                under_way = (*under_way, Draft("report", draft, {}))
            return drafts.save(db, self.keys, self.lane, opened, under_way, (), self.clock())[draft]

    def want(self, attachment: Attachment = PHOTO, draft: str = "d1") -> str:
        dossier = self.dossier(draft)
        with self.database.transaction() as db:
            return evidence.want(
                db,
                self.keys,
                dossier,
                attachment,
                lane=self.lane,
                channel="telegram",
                draft_id=draft,
                now=self.clock(),
            )

    def claim(self, owner: str = "budi", room: int = 9) -> list[Wanted]:
        with self.database.transaction() as db:
            return arrivals.claim(db, self.keys, owner, room, self.clock(), LEASE, CHANNELS)

    def keep(self, wanted: Wanted, plain: bytes = b"asli") -> tuple[FileKey, Kept, Kept]:
        key = FileKey.fresh()
        kept = []
        for about in (custody.original_about(wanted.id), custody.clean_about(wanted.id)):
            with self.vault.writing(key, about) as writing:
                writing.write(plain)
                kept.append(writing.keep())
        return key, kept[0], kept[1]

    def store(self, wanted: Wanted, plain: bytes = b"asli", verdict: Verdict = VERDICT) -> bool:
        key, original, copy = self.keep(wanted, plain)
        with self.database.transaction() as db:
            return arrivals.stored(db, self.keys, wanted, key, original, verdict, copy, self.clock())

    def row(self, id: str = "e1") -> evidence.Evidence:
        with self.database.reading() as db:
            found = evidence.by_id(db, id)
        assert found is not None
        return found

    def raw(self, id: str = "e1") -> EvidenceRow:
        with self.database.reading() as db:
            return db.exec(select(EvidenceRow).where(EvidenceRow.id == id)).one()

    def heard(self) -> list[dict[str, Any]]:
        """What the conversation hears, oldest first, taken."""
        told = []
        with self.database.transaction() as db:
            while inbound := mail.next_inbound(db, self.clock()):
                assert (inbound.channel, inbound.lane) == ("saksi", self.lane)
                told.append(json.loads(mail.read(self.keys, inbound)))
                mail.done(db, inbound, self.clock())
        return told

    def submit(self, draft: str = "d1") -> None:
        """The draft is a case now."""
        with self.database.transaction() as db:
            dossier = drafts.load(db, self.keys, self.lane).dossiers[draft].id
            db.add(case_of(dossier))
            db.flush()
            drafts.delete(db, draft, dossier, self.clock(), filed=True)

    def claim_in(self, db: Session) -> Wanted:
        [wanted] = arrivals.claim(db, self.keys, "budi", 1, self.clock(), LEASE, CHANNELS)
        return wanted

    def dossier_in(self, db: Session, draft: str) -> Dossier:
        return drafts.load(db, self.keys, self.lane).dossiers[draft]

    def proved(self) -> list[custody.Proved]:
        return list(custody.prove(self.database, self.keys, self.vault))

    def files(self) -> list[Path]:
        return [path for path in self.vault.folder.rglob("??/*") if path.parent.name != "incoming"]


def case_of(dossier: str) -> Case:
    return Case(
        id=f"case-{dossier}", ticket=f"T-{dossier}", kind="violation", topic="like", accused_kind="asn",
        region="74.07", desk="triage", status="waiting", audience="", identity_level="anonymous", version=0,
        dossier_id=dossier, receipt_hash=b"", filed_at=Clock().at, learned_on=date(2026, 11, 20),
    )  # fmt: skip


@pytest.fixture
def desk(database: Database, keys: Keys, clock: Clock, tmp_path: Path) -> Desk:
    vault = Vault(tmp_path / "evidence", floor=0)
    with database.transaction() as db:
        custody.bind(db, vault)
    return Desk(database, keys, vault, clock)


def test_a_wanted_file_is_claimed_with_all_that_is_needed_to_fetch_it(desk: Desk) -> None:
    assert desk.want() == ""
    [wanted] = desk.claim()
    assert (wanted.id, wanted.kind, wanted.channel, wanted.source, wanted.tries) == (
        "e1", "photo", "telegram", "file-id-of-sari", 1,
    )  # fmt: skip
    assert "file-id" not in repr(wanted)


def test_nothing_of_a_citizen_stands_open_in_a_row(desk: Desk) -> None:
    desk.want()
    desk.store(desk.claim()[0])
    shown = repr(desk.raw().model_dump())
    for secret in ("file-id-of-sari", "IMG_2024", "123.6"):
        assert secret not in shown
    dossier = desk.dossier()
    assert evidence.name_of(desk.row(), dossier) == "IMG_20241016.jpg"
    assert evidence.facts_of(desk.row(), dossier) == {"gps": [-5.3, 123.6]}


def test_a_file_wanted_twice_is_one_file(desk: Desk) -> None:
    desk.want()
    desk.want()
    assert len(desk.claim()) == 1
    with desk.database.reading() as db:
        assert len(evidence.of(db, desk.row().dossier_id)) == 1


def test_files_keep_the_order_in_which_they_came(desk: Desk) -> None:
    for number in (3, 1, 2):
        desk.want(Attachment(f"e{number}", "photo", "s"))
    with desk.database.reading() as db:
        assert [(one.id, one.seq) for one in evidence.of(db, desk.row().dossier_id)] == [
            ("e3", 1),
            ("e1", 2),
            ("e2", 3),
        ]


def test_one_file_is_fetched_by_one_at_a_time_and_taken_over_when_its_lease_ends(desk: Desk) -> None:
    desk.want()
    [first] = desk.claim("budi")
    assert desk.claim("citra") == []
    desk.clock.turn(seconds=50)
    with desk.database.transaction() as db:
        assert arrivals.renew(db, first, desk.clock(), LEASE)
    desk.clock.turn(seconds=50)
    assert desk.claim("citra") == []
    desk.clock.turn(seconds=11)
    [second] = desk.claim("citra")
    assert second.tries == 2

    assert not desk.store(first)
    with desk.database.transaction() as db:
        assert not arrivals.renew(db, first, desk.clock(), LEASE)
        assert not arrivals.failed(db, desk.keys, first, "network", desk.clock())
    assert desk.row().state == "wanted"
    assert desk.store(second)
    assert desk.row().state == "stored"
    assert len(desk.heard()) == 1


def test_no_more_are_claimed_than_there_is_room_for_and_the_oldest_first(desk: Desk) -> None:
    for number in range(4):
        desk.want(Attachment(f"e{number}", "photo", "s"))
        desk.clock.turn(seconds=1)
    assert [wanted.id for wanted in desk.claim(room=2)] == ["e0", "e1"]
    assert [wanted.id for wanted in desk.claim(room=9)] == ["e2", "e3"]


def test_a_stored_file_tells_what_it_is_and_opens_byte_for_byte(desk: Desk) -> None:
    desk.want()
    assert desk.store(desk.claim()[0], b"asli" * 1000)
    row = desk.row()
    assert (row.state, row.type, row.size, row.clean_state, row.dhash) == (
        "stored", "image/jpeg", 4000, "ready", "00ff00ff00ff00ff",
    )  # fmt: skip
    assert desk.raw().sealed_source is None
    key = evidence.key_of(row, desk.dossier())
    assert key is not None
    with desk.vault.reading(row.path, key, custody.original_about("e1")) as pieces:
        assert b"".join(pieces) == b"asli" * 1000
    assert desk.heard() == [{"draft": "d1", "attachment": "e1", "stored": True, "reason": ""}]


@pytest.mark.parametrize(("reason", "word"), [
    ("type", "type"), ("bomb", "bomb"), ("broken", "broken"), ("mixed", "broken"), ("empty", "broken"),
])  # fmt: skip
def test_a_refused_file_is_told_with_a_word_that_people_read(desk: Desk, reason: str, word: str) -> None:
    desk.want()
    with desk.database.transaction() as db:
        arrivals.refused(db, desk.keys, desk.claim_in(db), reason, desk.clock(), "image/jpeg")
    assert (desk.row().state, desk.row().reason) == ("refused", reason)
    assert desk.heard() == [{"draft": "d1", "attachment": "e1", "stored": False, "reason": word}]


def test_what_does_not_come_is_tried_five_times_with_growing_pauses_and_then_told(desk: Desk) -> None:
    desk.want()
    for pause in (2, 8, 30, 120):
        [wanted] = desk.claim()
        with desk.database.transaction() as db:
            assert arrivals.again(db, desk.keys, wanted, "network", desk.clock())
        desk.clock.turn(seconds=pause - 1)
        assert desk.claim() == []
        desk.clock.turn(seconds=1)
    [wanted] = desk.claim()
    assert desk.heard() == []
    with desk.database.transaction() as db:
        assert not arrivals.again(db, desk.keys, wanted, "network", desk.clock())
    assert desk.row().state == "failed"
    assert [told["reason"] for told in desk.heard()] == ["network"]


def test_a_service_that_asks_for_patience_gets_it(desk: Desk) -> None:
    desk.want()
    with desk.database.transaction() as db:
        arrivals.again(db, desk.keys, desk.claim_in(db), "too-many", desk.clock(), timedelta(seconds=40))
    desk.clock.turn(seconds=39)
    assert desk.claim() == []
    desk.clock.turn(seconds=1)
    assert len(desk.claim()) == 1


def test_waiting_for_our_own_disk_uses_up_no_try(desk: Desk) -> None:
    desk.want()
    for _ in range(12):
        [wanted] = desk.claim()
        assert wanted.tries == 1
        with desk.database.transaction() as db:
            arrivals.wait(db, wanted, "vault", desk.clock() + timedelta(seconds=15))
        desk.clock.turn(seconds=15)
    assert desk.row().state == "wanted"


def test_a_file_that_takes_its_worker_down_again_and_again_is_given_up(desk: Desk) -> None:
    desk.want()
    for _ in range(5):
        assert len(desk.claim()) == 1
        desk.clock.turn(seconds=61)
    assert desk.claim() == []
    assert desk.row().state == "failed"
    assert len(desk.heard()) == 1


def test_the_eleventh_file_of_a_draft_is_not_fetched_and_she_hears_why(desk: Desk) -> None:
    for number in range(10):
        assert desk.want(Attachment(f"e{number}", "photo", "s")) == ""
    assert desk.want(Attachment("e10", "photo", "s")) == "full"
    assert (desk.row("e10").state, desk.row("e10").reason) == ("refused", "full")
    assert [told["attachment"] for told in desk.heard()] == ["e10"]
    assert len(desk.claim(room=20)) == 10


def test_an_address_holds_two_hundred_megabytes_that_belong_to_no_case(desk: Desk) -> None:
    for number in range(9):
        assert desk.want(Attachment(f"e{number}", "video", "s", bytes=20_000_000)) == ""
    assert desk.want(Attachment("f1", "video", "s", bytes=20_000_001), draft="d2") == "full"
    assert desk.want(Attachment("f2", "video", "s", bytes=20_000_000), draft="d2") == ""
    desk.submit("d1")
    assert desk.want(Attachment("f3", "video", "s", bytes=20_000_000), draft="d2") == ""


def test_a_file_that_turns_out_too_large_for_the_address_is_refused_after_all(desk: Desk) -> None:
    for number in range(9):
        desk.want(Attachment(f"e{number}", "video", "s", bytes=22_000_000))
    desk.want(Attachment("f1", "video", "s"))
    *_, last = desk.claim(room=20)
    key, _, _ = desk.keep(last)
    huge = Kept("ab/" + "0" * 32, 3_000_000, "")
    with desk.database.transaction() as db:
        assert not arrivals.stored(db, desk.keys, last, key, huge, VERDICT, None, desk.clock())
    assert (desk.row("f1").state, desk.row("f1").reason) == ("refused", "full")
    assert [told["reason"] for told in desk.heard()] == ["full"]


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


def test_files_added_to_a_case_are_the_cases_and_open_with_its_key(desk: Desk) -> None:
    desk.want()
    desk.store(desk.claim()[0])
    case_dossier = desk.dossier("d1")
    desk.submit("d1")
    desk.want(Attachment("e2", "photo", "source-2", "dua.jpg"), draft="d2")
    desk.want(Attachment("e3", "photo", "source-3", "tiga.jpg"), draft="d2")
    second, third = desk.claim()
    desk.store(second, b"dua")
    with desk.database.transaction() as db:
        evidence.move(db, desk.keys, desk.dossier_in(db, "d2"), case_dossier)
        drafts.delete(db, "d2", "d-d2", desk.clock())
    desk.store(third, b"tiga")

    with desk.database.reading() as db:
        moved = evidence.of(db, case_dossier.id)
    assert [(one.id, one.seq, one.state) for one in moved] == [
        ("e1", 1, "stored"), ("e2", 2, "stored"), ("e3", 3, "stored"),
    ]  # fmt: skip
    assert [evidence.name_of(one, case_dossier) for one in moved[1:]] == ["dua.jpg", "tiga.jpg"]
    assert {one.proof for one in desk.proved()} == {"whole"}


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


def test_how_many_wait_and_for_how_long_is_known(desk: Desk) -> None:
    with desk.database.reading() as db:
        assert evidence.waiting(db, desk.clock()) == evidence.Waiting(0, timedelta(0))
    desk.want()
    desk.clock.turn(seconds=30)
    desk.want(Attachment("e2", "photo", "s"))
    with desk.database.reading() as db:
        assert evidence.waiting(db, desk.clock()) == evidence.Waiting(2, timedelta(seconds=30))


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


def test_an_outcome_and_its_telling_are_one_commit(desk: Desk) -> None:
    desk.want()
    [wanted] = desk.claim()
    key, original, copy = desk.keep(wanted)

    def broken_off() -> None:
        with desk.database.transaction() as db:
            arrivals.stored(db, desk.keys, wanted, key, original, VERDICT, copy, desk.clock())
            raise ConnectionError

    with pytest.raises(ConnectionError):
        broken_off()
    assert desk.row().state == "wanted"
    with desk.database.reading() as db:
        assert db.exec(select(Inbox)).all() == []


def test_a_process_leaves_the_files_of_channels_that_it_cannot_fetch_from(desk: Desk) -> None:
    desk.want()
    with desk.database.transaction() as db:
        assert arrivals.claim(db, desk.keys, "talk", 9, desk.clock(), LEASE, ("terminal",)) == []
    assert len(desk.claim()) == 1
