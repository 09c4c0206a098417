"""Groups in which desks sit, the codes that bind them, and the pinned message of each desk."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

BOUND = sa.text("lost_at IS NULL")
UNTOLD = sa.text("lost_at IS NOT NULL AND told_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "room",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("desk", sa.String(), nullable=False),
        sa.Column("lane", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("bound_by", sa.String(), nullable=False),
        sa.Column("bound_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lost_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["bound_by"], ["officer.id"], name=op.f("fk_room_bound_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room")),
    )
    for name in ("desk", "lane"):
        op.create_index(
            f"uq_room_{name}", "room", [name], unique=True, postgresql_where=BOUND, sqlite_where=BOUND
        )
    op.create_index("ix_room_untold", "room", ["lost_at"], postgresql_where=UNTOLD, sqlite_where=UNTOLD)
    op.create_table(
        "room_code",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("desk", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_room_code")),
    )
    op.create_table(
        "board",
        sa.Column("desk", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("desk", name=op.f("pk_board")),
    )
    op.create_index(op.f("ix_board_due_at"), "board", ["due_at"])


def downgrade() -> None:
    for name in ("board", "room_code", "room"):
        op.drop_table(name)
