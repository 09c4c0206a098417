"""The talk of a page that we keep ourselves."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "bubble",
        sa.Column("lane", sa.String(), nullable=False),
        sa.Column("place", BIG, autoincrement=False, nullable=False),
        sa.Column("changed", BIG, nullable=False),
        sa.Column("until", BIG, nullable=False),
        sa.Column("hers", sa.Boolean(), nullable=False),
        sa.Column("letter", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("lane", "place", name=op.f("pk_bubble")),
    )
    told = sa.text("letter <> ''")
    op.create_index(
        "ux_bubble_letter",
        "bubble",
        ["lane", "letter"],
        unique=True,
        postgresql_where=told,
        sqlite_where=told,
    )
    op.create_index("ix_bubble_until", "bubble", ["until"])
    op.create_index("ix_bubble_changed", "bubble", ["lane", "changed"])
    op.create_table(
        "bubble_clock",
        sa.Column("lane", sa.String(), nullable=False),
        sa.Column("changed", BIG, nullable=False),
        sa.PrimaryKeyConstraint("lane", name=op.f("pk_bubble_clock")),
    )
