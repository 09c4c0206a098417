"""A report of Sari's, filed and with a photo in the vault, made by storage's own functions: for whoever looks later."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from bot.conversation.draft import Draft
from bot.conversation.message import Attachment
from handlers.stores import Stores
from storage import arrivals, cases, deadlines, drafts, evidence
from storage.cases import Filing
from storage.cleaning import Verdict
from storage.custody import clean_about, original_about
from storage.seal import FileKey
from storage.vault import Kept

CHANNELS = ("telegram",)
FILED = datetime(2024, 10, 16, 11, 40, tzinfo=UTC)
TICKET = "K7M-4QX-3"
RECEIPT = "8F2K-QM7T-4XRW"
STORY = "Pak kadis membagi \x1b[31mamplop"
ORIGINAL = b"what Sari's phone sent"
CLEAN = b"what officers see"
PHOTO = "photo-1"


def file_report(
    stores: Stores, ticket: str = TICKET, photo: str = PHOTO, copy: bytes = CLEAN, kind: str = "image/jpeg"
) -> str:
    """The case's id. `copy`: what officers see, of that `kind`."""
    database, keys, lane = stores.database, stores.keys, f"lane-{ticket}"
    with database.transaction() as db:
        none = drafts.load(db, keys, lane)
        dossier = drafts.save(db, keys, lane, none, (Draft("report", f"d-{ticket}"),), (), FILED)[
            f"d-{ticket}"
        ]
        evidence.want(
            db, keys, dossier, Attachment(photo, "photo", "source", "baliho.jpg"), lane=lane, channel="telegram",
            draft_id=f"d-{ticket}", now=FILED,
        )  # fmt: skip
        (wanted,) = arrivals.claim(db, keys, "worker", 1, FILED, timedelta(minutes=1), CHANNELS)
    key = FileKey.fresh()
    original = _kept(stores, key, ORIGINAL, original_about(photo))
    clean = _kept(stores, key, copy, clean_about(photo))
    verdict = Verdict(type=kind, copy="ready", copy_type=kind)
    with database.transaction() as db:
        assert arrivals.stored(db, keys, wanted, key, original, verdict, clean, FILED)
    filing = Filing(
        ticket=ticket,
        receipt=RECEIPT,
        kind="violation",
        topic="billboard",
        accused_kind="asn",
        region="74.07",
        desk="triage",
        audience="",
        identity_level="sealed",
        learned_on=date(2024, 10, 16),
        happened_on=None,
        content={"answers": {"story": STORY, "where": {"region": "74.07"}}, "captions": {}, "said": {}},
        identity={"name": "Sari"},
    )
    with database.transaction() as db:
        opened = drafts.load(db, keys, lane)
        cases.file(db, keys, f"case-{ticket}", filing, dossier, "waiting", FILED, {"desk": "triage"})
        drafts.save(db, keys, lane, opened, (), (), FILED, filed={f"d-{ticket}"})
        deadlines.start(db, f"case-{ticket}", "news", FILED + timedelta(days=3))
    return f"case-{ticket}"


def _kept(stores: Stores, key: FileKey, content: bytes, about: str) -> Kept:
    with stores.vault.writing(key, about) as writing:
        writing.write(content)
        return writing.keep()
