"""Officers, how they are enrolled, and what stands between them and a case."""

from datetime import date, datetime

from sqlalchemy import Index, Integer, text
from sqlmodel import Field

from storage.schema import BIG, Table, one_of, where

ROLES = ("officer", "supervisor", "guardian", "auditor", "admin")


class Officer(Table, table=True):
    """Somebody who acts at a desk from one chat. `lane` is its blind index, `sealed` its address.

    A chat is one officer's at a time: enrolled anew, the row before is left behind.

    told_at  of one who has left: since when it is known what they left behind
    """

    __table_args__ = (
        one_of("role", *ROLES),
        where("ix_officer_desk", "left_at IS NULL", "desk"),
        where("uq_officer_lane", "left_at IS NULL", "lane", unique=True),
    )

    id: str = Field(primary_key=True)
    name: bytes
    desk: str
    role: str
    lane: str
    channel: str
    sealed: bytes
    enrolled_at: datetime
    left_at: datetime | None = None
    told_at: datetime | None = None


class DeskEvent(Table, table=True):
    """Somebody was invited to a desk, sat down there, or left. Never changed.

    by_id   the officer who did it; None: an operator, or of who was enrolled or moved, they themselves
    """

    __tablename__ = "desk_event"
    __table_args__ = (one_of("what", "invited", "enrolled", "left"), Index(None, "desk", "id"))

    id: int | None = Field(default=None, primary_key=True, sa_type=BIG)
    desk: str
    at: datetime
    what: str
    role: str
    by_id: str | None = Field(default=None, foreign_key="officer.id")
    about_id: str | None = Field(default=None, foreign_key="officer.id")


class Invite(Table, table=True):
    """A code that enrols one officer, once. Only its blind index is kept.

    by_id   the officer who made it, and whom it does not enrol; None: an operator
    """

    __table_args__ = (one_of("role", *ROLES),)

    code: str = Field(primary_key=True)
    name: bytes
    desk: str
    role: str
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    by_id: str | None = None


class Recusal(Table, table=True):
    """An officer who is close to a case, and never sees it again. Nobody asks why."""

    officer_id: str = Field(primary_key=True, foreign_key="officer.id")
    case_id: str = Field(primary_key=True, foreign_key="case_file.id", index=True)
    made_at: datetime


class Proposal(Table, table=True):
    """A move about a high post that waits for a second officer; gone as soon as the case moves otherwise.

    sealed   what was given with it, under the dossier's content key
    """

    case_id: str = Field(primary_key=True, foreign_key="case_file.id")
    step: int
    move: str
    officer_id: str = Field(foreign_key="officer.id")
    sealed: bytes
    made_at: datetime


class Undo(Table, table=True):
    """How a case stood before a move of an officer that its citizen has not heard of. The last may be taken back.

    step      of the case after the move
    before    status, desk, officer, dates, deadlines and version, as JSON
    letters   the letters that tell of it, as JSON: the move may be taken back while none has left
    until_at  and not after that, whether or not anybody is told; before that it shows to her nowhere
    final     it is never taken back
    """

    case_id: str = Field(primary_key=True, foreign_key="case_file.id")
    step: int = Field(primary_key=True, sa_type=Integer, sa_column_kwargs={"autoincrement": False})
    officer_id: str = Field(foreign_key="officer.id")
    before: str
    letters: str
    until_at: datetime
    final: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})


class Digest(Table, table=True):
    """The last day of which a desk had its digest, and when it had it."""

    desk: str = Field(primary_key=True)
    day: date
    told_at: datetime
