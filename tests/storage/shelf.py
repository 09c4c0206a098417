"""For tests of files: Sari's lane and draft, and a vault beside the database."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlmodel import Session, select

from bot.conversation.draft import Draft
from bot.conversation.message import Attachment
from storage import arrivals, custody, drafts, evidence, mail
from storage.arrivals import Wanted
from storage.case_tables import Case
from storage.cleaning import Verdict
from storage.database import Database
from storage.keys import Dossier, Keys
from storage.seal import FileKey
from storage.tables import Evidence as EvidenceRow
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
