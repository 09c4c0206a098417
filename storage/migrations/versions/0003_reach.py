"""How a person can be reached: names beside a number, reply windows, letters that a channel may give back."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "alias",
        sa.Column("lane", sa.String(), nullable=False),
        sa.Column("of", sa.String(), nullable=False),
        sa.Column("beside", sa.String(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("lane", name=op.f("pk_alias")),
    )
    op.create_index(op.f("ix_alias_of"), "alias", ["of"])
    op.create_table(
        "reply_window",
        sa.Column("lane", sa.String(), nullable=False),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("lane", name=op.f("pk_reply_window")),
    )
    op.create_table(
        "taken",
        sa.Column(
            "letter",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("lane", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("reached", sa.SmallInteger(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("letter", name=op.f("pk_taken")),
    )
    op.create_index(op.f("ix_taken_lane"), "taken", ["lane"])
    op.create_index(op.f("ix_taken_taken_at"), "taken", ["taken_at"])
