"""Who sits at a desk is somebody's doing: who invited, who let go, and when."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "desk_event",
        sa.Column("id", BIG, nullable=False),
        sa.Column("desk", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("by_id", sa.String(), nullable=True),
        sa.Column("about_id", sa.String(), nullable=True),
        sa.CheckConstraint("what IN ('invited', 'enrolled', 'left')", name=op.f("ck_desk_event_what")),
        sa.ForeignKeyConstraint(["by_id"], ["officer.id"], name="fk_desk_event_by_id"),
        sa.ForeignKeyConstraint(["about_id"], ["officer.id"], name="fk_desk_event_about_id"),
        sa.PrimaryKeyConstraint("id", name="pk_desk_event"),
    )
    op.create_index("ix_desk_event_desk_id", "desk_event", ["desk", "id"])
    op.add_column("invite", sa.Column("by_id", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("invite", "by_id")
    op.drop_table("desk_event")
