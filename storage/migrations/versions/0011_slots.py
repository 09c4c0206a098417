"""Calls that were agreed in a consultation: one officer, one moment."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TAKEN = sa.text("state = 'taken'")


def upgrade() -> None:
    op.create_table(
        "slot",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("officer_id", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("state IN ('taken', 'free')", name=op.f("ck_slot_state")),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_slot_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_slot_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slot")),
    )
    op.create_index(op.f("ix_slot_case_id"), "slot", ["case_id"])
    for name, columns in (("uq_slot_case", ["case_id"]), ("uq_slot_officer", ["officer_id", "starts_at"])):
        op.create_index(name, "slot", columns, unique=True, postgresql_where=TAKEN, sqlite_where=TAKEN)


def downgrade() -> None:
    op.drop_table("slot")
