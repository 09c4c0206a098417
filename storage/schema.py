"""What every table shares: names of constraints, kinds of columns, indexes over what is still to be done."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import BigInteger, CheckConstraint, Index, Integer, MetaData, text
from sqlmodel import SQLModel

BIG = BigInteger().with_variant(Integer(), "sqlite")  # where only an INTEGER can be a key that counts itself


class Table(SQLModel):
    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def one_of(column: str, *states: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(state) for state in states)})", name=column)


def where(name: str, condition: str, *columns: str, unique: bool = False) -> Index:
    """An index over only those rows that are still to be worked on: it stays small however much is kept."""
    return Index(
        name, *columns, unique=unique, postgresql_where=text(condition), sqlite_where=text(condition)
    )
