"""What is remembered of a talk where no service keeps it for us: the page shows it from here."""

from sqlalchemy import Index
from sqlmodel import Field

from storage.schema import BIG, Table, where


class Bubble(Table, table=True):
    """One message of a talk as its page shows it, hers or ours. Moments here are microseconds since 1970.

    place    when it was said: its place in the talk, for good
    changed  when it last changed; of a lane no two are alike, and they follow one another as they are committed
    until    from when on it is forgotten
    letter   of ours: which letter it is, so that one sent twice is here once
    sealed   None: it was taken away, and pages that still show it must be told
    """

    __table_args__ = (
        where("ux_bubble_letter", "letter <> ''", "lane", "letter", unique=True),
        Index("ix_bubble_until", "until"),
        Index("ix_bubble_changed", "lane", "changed"),
    )

    lane: str = Field(primary_key=True)
    place: int = Field(primary_key=True, sa_type=BIG, sa_column_kwargs={"autoincrement": False})
    changed: int = Field(sa_type=BIG)
    until: int = Field(sa_type=BIG)
    hers: bool
    letter: str = ""
    sealed: bytes | None = None


class BubbleClock(Table, table=True):
    """The moment of a lane's last change. Its row is the lock of the talk: whoever writes a bubble moves it on."""

    __tablename__ = "bubble_clock"

    lane: str = Field(primary_key=True)
    changed: int = Field(sa_type=BIG)
