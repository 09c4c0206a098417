"""What is remembered of how a person can be reached where the channel has names, windows and receipts of its own."""

from datetime import datetime

from sqlalchemy import SmallInteger, text
from sqlmodel import Field

from storage.schema import BIG, Table


class Alias(Table, table=True):
    """One name of a person who has two: a number, and an id that the channel gives beside it or instead of it.

    lane     the blind index of this name
    of       the lane that is hers: of the name she was first known by
    beside   with a number: the blind index of the id last seen beside it, "" with an id
    profile  with a number: the blind index of what its person was last called in the channel, "" where it was not told
    """

    lane: str = Field(primary_key=True)
    of: str = Field(index=True)
    beside: str = ""
    profile: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    seen_at: datetime


class ReplyWindow(Table, table=True):
    """Until when a lane may be written to freely: the channel allows it for a while after each message of hers."""

    __tablename__ = "reply_window"

    lane: str = Field(primary_key=True)
    until_at: datetime


class Taken(Table, table=True):
    """A letter that the channel took and may still give back. Its body stays, sealed, until it is delivered.

    letter   the outbox row
    reached  how far the channel says it got: `storage.taken.Reached`
    """

    letter: int = Field(primary_key=True, sa_type=BIG, sa_column_kwargs={"autoincrement": False})
    lane: str = Field(index=True)
    sealed: bytes | None = None
    reached: int = Field(default=0, sa_type=SmallInteger)
    taken_at: datetime = Field(index=True)


class Crossing(Table, table=True):
    """What one chat may hand to another, by a code that works once. Gone as soon as that is done, or with its time.

    code     the blind index of the code
    lane     the chat that has it
    what     a case's id, "" for the report that is not sent yet
    to_lane  the chat that wrote the code, "" as long as none did
    """

    code: str = Field(primary_key=True)
    lane: str = Field(unique=True)
    what: str = ""
    to_lane: str = ""
    expires_at: datetime
