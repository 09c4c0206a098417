"""Groups in which desks sit, the codes that bind them, and when a desk's pinned message is drawn anew."""

from datetime import datetime

from sqlmodel import Field

from storage.schema import Table, where


class Room(Table, table=True):
    """A group in which the cards of one desk are shown. `lane` is its blind index, `sealed` its address.

    bound_by  the officer who bound it;  language: what is spoken in it, whoever presses
    lost_at   since when the bot is not in it any more; told_at: its officers and the operator know
    """

    __table_args__ = (
        where("uq_room_desk", "lost_at IS NULL", "desk", unique=True),
        where("uq_room_lane", "lost_at IS NULL", "lane", unique=True),
        where("ix_room_untold", "lost_at IS NOT NULL AND told_at IS NULL", "lost_at"),
    )

    id: str = Field(primary_key=True)
    desk: str
    lane: str
    channel: str
    sealed: bytes
    bound_by: str = Field(foreign_key="officer.id")
    bound_at: datetime
    lost_at: datetime | None = None
    told_at: datetime | None = None
    language: str = Field(default="id", sa_column_kwargs={"server_default": "id"})


class RoomCode(Table, table=True):
    """A code by which an officer of the desk binds a group, once. Only its blind index is kept."""

    __tablename__ = "room_code"

    code: str = Field(primary_key=True)
    desk: str
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None = None


class Board(Table, table=True):
    """When the pinned message of a desk is drawn anew: with the next batch after a change, and in the morning."""

    desk: str = Field(primary_key=True)
    due_at: datetime = Field(index=True)
