"""What is remembered, as tables. Times are aware and UTC; what a person wrote, or who she is, is sealed.

A sealed column is bound to its place (the `about` of `storage.keys`): nobody who can write to the database
can move it to another row. Constraints have names, nothing cascades, and CHECK stands only on states that are
ours: what the law files define may change without a migration. Cases are in `storage.case_tables`, officers and their
desks in `storage.desk_tables`.
"""

from datetime import datetime

from sqlalchemy import SmallInteger, text
from sqlalchemy import UniqueConstraint as Unique
from sqlmodel import Field

from storage.schema import BIG, Table, one_of, where


class Meta(Table, table=True):
    """One value of the installation: fingerprints of the keys, the poller's place and lease."""

    key: str = Field(primary_key=True)
    value: str


class Address(Table, table=True):
    """A chat we can answer, and what its person agreed to. `lane` is the blind index of both."""

    lane: str = Field(primary_key=True)
    channel: str
    sealed: bytes
    language: str = ""
    consent_version: str = ""
    consent_hash: str = ""
    consent_at: datetime | None = None
    consent_channel: str = ""
    short: bool = False
    locked: bool = False
    muted: bool = False
    unreachable_at: datetime | None = None
    seen_at: datetime


class Dossier(Table, table=True):
    """The two wrapped data keys behind a draft or a case. A key that is None was erased."""

    id: str = Field(primary_key=True)
    content_key: bytes | None = None
    identity_key: bytes | None = None
    made_at: datetime
    content_erased_at: datetime | None = None
    identity_erased_at: datetime | None = None


class Draft(Table, table=True):
    """Answers not yet submitted, sealed under the dossier. `kept`: cancelled, but offered again."""

    id: str = Field(primary_key=True)
    lane: str = Field(index=True)
    dossier_id: str = Field(foreign_key="dossier.id", index=True)
    form: str
    sealed: bytes
    kept: bool = False
    touched_at: datetime


class Evidence(Table, table=True):
    """A file a citizen sent. It hangs on the dossier, so it is the draft's first and the case's afterwards.

    size            of the original, in bytes
    sealed_source   what the channel needs to hand it over; erased once it is stored
    origin          the row whose file this is, where two cases of hers hold it; "" its own
    sealed_key      the file's own streaming key, under the dossier's; clean_*: the copy officers see
    """

    __table_args__ = (
        Unique("dossier_id", "seq"),
        one_of("state", "wanted", "stored", "refused", "failed", "removed"),
        one_of("clean_state", "none", "ready", "failed"),
        where("ix_evidence_sha256", "state = 'stored'", "sha256"),
        where("ix_evidence_origin", "origin <> ''", "origin"),
        where("ix_evidence_wanted", "state = 'wanted'", "next_at"),
        where("ix_evidence_unclean", "state = 'stored' AND clean_state = 'none'", "next_at"),
    )

    id: str = Field(primary_key=True)
    dossier_id: str = Field(foreign_key="dossier.id")
    seq: int
    kind: str
    state: str = "wanted"
    sealed_source: bytes | None = None
    sealed_name: bytes | None = None
    type: str = ""
    size: int | None = Field(default=None, sa_type=BIG)
    sha256: str = ""
    path: str = ""
    sealed_key: bytes | None = None
    clean_state: str = "none"
    clean_path: str = ""
    clean_type: str = ""
    clean_sha256: str = ""
    sealed_facts: bytes | None = None
    dhash: str = ""
    reason: str = ""
    attempts: int = 0
    next_at: datetime
    lease_until: datetime | None = None
    owner: str = ""
    lane: str = Field(index=True)
    channel: str
    draft_id: str = Field(default="", index=True)
    made_at: datetime
    stored_at: datetime | None = None
    origin: str = Field(default="", sa_column_kwargs={"server_default": text("''")})


class Inbox(Table, table=True):
    """One update as a channel gave it. Its body goes when it is done; its key stays, to know a duplicate by.

    ref    the channel's own id of her message, sealed, while it may be deleted; else a done row forgets its lane
    """

    __table_args__ = (
        Unique("channel", "bot", "external_id"),
        one_of("state", "new", "done", "parked"),
        where("ix_inbox_new", "state = 'new'", "lane", "id"),
        where("ix_inbox_parked", "state = 'parked'", "id"),
        where("ix_inbox_ref", "ref IS NOT NULL", "lane", "done_at"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=BIG)
    channel: str
    bot: str
    external_id: str
    lane: str
    sealed: bytes | None = None
    state: str = "new"
    attempts: int = Field(default=0, sa_type=SmallInteger)
    received_at: datetime
    done_at: datetime | None = None
    reason: str = ""
    ref: bytes | None = None


class Outbox(Table, table=True):
    """One letter: due, then sending, then sent, failed or unknown. Its body goes when it is sent or failed.

    rank           0 a reply, 1 a push, 2 a reminder: the lower goes first
    slot           a letter still due is replaced by a newer one of its lane and slot; "" has none
    doubts         how often it was unknown whether it arrived
    last           with this letter her tie is cut, in the transaction that records it as sent
    provider_ref   the channel's id of what was sent, sealed
    offers         what its numbers stand for, apart by blanks, where no interview asks: an officer's screen
    """

    __table_args__ = (
        one_of("state", "due", "sending", "sent", "failed", "unknown"),
        where("ix_outbox_open", "state IN ('due', 'sending', 'unknown')", "lane", "rank", "id"),
        where("ix_outbox_sending", "state = 'sending'", "lease_until"),
        where("ix_outbox_slot", "provider_ref IS NOT NULL", "lane", "slot", "id"),
        where("ix_outbox_failed", "state = 'failed'", "sent_at"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=BIG)
    lane: str
    channel: str
    state: str = "due"
    rank: int = Field(sa_type=SmallInteger)
    slot: str = ""
    case_id: str | None = None
    sealed: bytes | None = None
    protect: bool = False
    last: bool = False
    offers: str = Field(default="", sa_column_kwargs={"server_default": ""})
    made_at: datetime
    due_at: datetime
    attempts: int = Field(default=0, sa_type=SmallInteger)
    doubts: int = Field(default=0, sa_type=SmallInteger)
    lease_until: datetime | None = None
    owner: str = ""
    provider_ref: bytes | None = None
    sent_at: datetime | None = None
    reason: str = ""


class Lane(Table, table=True):
    """One address's queue in one direction: who works on it, and when it may be worked on next.

    next_at      when its first message is due; None: there is none, or the lane is silent
    held_until   not before then, whatever is due: pacing, a pause after a failure, a 429
    rank         the lowest that waits in it
    silent       the address cannot be reached: nothing leaves until she writes again
    """

    __table_args__ = (
        one_of("direction", "in", "out"),
        where("ix_lane_due", "next_at IS NOT NULL", "direction", "channel", "rank", "next_at"),
    )

    direction: str = Field(primary_key=True)
    lane: str = Field(primary_key=True)
    channel: str
    next_at: datetime | None = None
    held_until: datetime
    rank: int = Field(default=0, sa_type=SmallInteger)
    silent: bool = False
    lease_until: datetime | None = None
    owner: str = ""


class Bucket(Table, table=True):
    """One rate as one time (GCRA's theoretical arrival time), in microseconds since 1970: `storage.pace`."""

    name: str = Field(primary_key=True)
    tat: int = Field(sa_type=BIG)
