"""Cases as tables: their typed facts, whose they are, what happened to them, when they are late."""

from datetime import date, datetime

from sqlalchemy import Index, Integer, SmallInteger, text
from sqlalchemy import UniqueConstraint as Unique
from sqlmodel import Field

from storage.schema import BIG, Table, one_of, where

LISTS = ("desk", "due_on", "id", "officer_id")
HALVES = (("free", "IS NULL"), ("held", "IS NOT NULL"))
"""Of the list of a desk, each with its own index: the cases that nobody has, and the others."""


class Case(Table, table=True):
    """A report or a consultation under way: only the typed facts by which it is routed and counted.

    high         about a high post: no local desk, and a second officer for what goes against the report
    officer_id   who took it
    step         how many moves it has made: what an officer's button is spent against
    due_on       by which day it has its place in the list of its desk (`storage.lying`); None: it stands in none
    placed_at    since when it has that place
    merged_into  the case that goes on for both
    grown_from   the case of hers that this one took its answers from
    against      of a complaint the decision, or the silence, that it is about: there is one about each
    topic        of a violation the offence; accused_kind: "" where nobody is accused
    """

    __tablename__ = "case_file"
    __table_args__ = (
        *(Index(f"ix_case_file_by_{name}", name, "id") for name in ("desk", "topic", "region", "status")),
        where("ix_case_file_officer", "officer_id IS NOT NULL", "officer_id", "desk", "due_on", "id"),
        where("ix_case_file_merged", "merged_into IS NOT NULL", "merged_into"),
        *(
            where(f"ix_case_file_{name}", f"due_on IS NOT NULL AND officer_id {holds}", *LISTS)
            for name, holds in HALVES
        ),
        where("ix_case_file_placed", "due_on IS NOT NULL", "desk", "placed_at", "id"),
        where("uq_case_file_against", "against IS NOT NULL", "against", unique=True),
        where("ix_case_file_grown", "grown_from IS NOT NULL", "grown_from"),
    )

    id: str = Field(primary_key=True)
    ticket: str = Field(unique=True)
    kind: str
    topic: str
    accused_kind: str
    region: str
    desk: str
    status: str
    audience: str
    identity_level: str
    version: int
    dossier_id: str = Field(foreign_key="dossier.id", unique=True)
    receipt_hash: bytes
    filed_at: datetime = Field(index=True)
    learned_on: date | None = None
    happened_on: date | None = None
    sealed_content: bytes | None = None
    sealed_identity: bytes | None = None
    closed_at: datetime | None = None
    high: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    officer_id: str | None = None
    step: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})
    merged_into: str | None = None
    grown_from: str | None = None
    against: str | None = None
    due_on: date | None = None
    placed_at: datetime | None = None


class Tie(Table, table=True):
    """The link from a case to its citizen's chat, with its own sealed address, so that it can be cut.

    held_at  since when another phone, or somebody else, may answer there: until the receipt is given (`ties.release`)
    """

    case_id: str = Field(primary_key=True, foreign_key="case_file.id")
    lane: str = Field(index=True)
    channel: str
    sealed: bytes
    made_at: datetime
    held_at: datetime | None = None


class CaseEvent(Table, table=True):
    """One thing that happened to a case, never changed. `seq` is the case's version; `hash` covers `prev`."""

    __tablename__ = "case_event"

    case_id: str = Field(primary_key=True, foreign_key="case_file.id")
    seq: int = Field(primary_key=True, sa_type=Integer, sa_column_kwargs={"autoincrement": False})
    at: datetime
    what: str
    by: str
    public: str = "{}"
    sealed: bytes | None = None
    rehearsal: bool = False
    prev: bytes
    hash: bytes


class Deadline(Table, table=True):
    """When a status of a case is late. `claimed_at` is set once, by whichever replica's clock came first.

    desk      at which it was started
    reminded  how many reminders were told
    """

    __table_args__ = (
        Unique("case_id", "why", "due_at"),
        one_of("state", "open", "met", "passed", "cancelled"),
        where("ix_deadline_passed", "state = 'passed'", "claimed_at"),
        where("ix_deadline_due", "state = 'open'", "due_at"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=BIG)
    case_id: str = Field(foreign_key="case_file.id")
    why: str
    due_at: datetime
    state: str = "open"
    claimed_at: datetime | None = None
    desk: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    reminded: int = Field(default=0, sa_type=SmallInteger, sa_column_kwargs={"server_default": text("0")})


class Likeness(Table, table=True):
    """One mark of a case (`bot.cases.resemblance`): its blind index, which tells nobody the place or the link."""

    case_id: str = Field(primary_key=True, foreign_key="case_file.id")
    mark: str = Field(primary_key=True, index=True)


class Slot(Table, table=True):
    """A call that was agreed in a consultation. Taken, one officer has one call at a moment, and a case one call."""

    __table_args__ = (
        one_of("state", "taken", "free"),
        where("uq_slot_case", "state = 'taken'", "case_id", unique=True),
        where("uq_slot_officer", "state = 'taken'", "officer_id", "starts_at", unique=True),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=BIG)
    case_id: str = Field(foreign_key="case_file.id", index=True)
    officer_id: str = Field(foreign_key="officer.id")
    starts_at: datetime
    state: str = "taken"
    made_at: datetime
