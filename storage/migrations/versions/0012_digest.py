"""Each desk has one digest a day; what passed since the last is found at once."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

PASSED = sa.text("state = 'passed'")


def upgrade() -> None:
    op.create_table(
        "digest",
        sa.Column("desk", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("desk", name=op.f("pk_digest")),
    )
    op.create_index(
        "ix_deadline_passed", "deadline", ["claimed_at"], sqlite_where=PASSED, postgresql_where=PASSED
    )
