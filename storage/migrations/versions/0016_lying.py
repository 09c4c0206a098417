"""A case's place in the list of its desk: worked out by the first look at each desk, which comes at once."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

LISTS = {"free": "officer_id IS NULL", "held": "officer_id IS NOT NULL"}
OPEN = sa.text("closed_at IS NULL")
UNSETTLED = "9999-12-30"
LONG_AGO = "2000-01-01 00:00:00.000000"


def upgrade() -> None:
    op.add_column("case_file", sa.Column("due_on", sa.Date(), nullable=True))
    op.add_column("case_file", sa.Column("placed_at", sa.DateTime(timezone=True), nullable=True))
    op.execute(f"UPDATE case_file SET due_on = '{UNSETTLED}' WHERE closed_at IS NULL")
    for name, holds in LISTS.items():
        listed = sa.text(f"due_on IS NOT NULL AND {holds}")
        op.create_index(
            f"ix_case_file_{name}", "case_file", ["desk", "due_on", "id", "officer_id"], postgresql_where=listed,
            sqlite_where=listed,
        )  # fmt: skip
    op.drop_index("ix_case_file_desk", table_name="case_file")
    _officers("officer_id", "desk", "due_on", "id")
    op.execute(f"UPDATE board SET due_at = '{LONG_AGO}'")


def downgrade() -> None:
    _officers("officer_id")
    op.create_index(
        "ix_case_file_desk", "case_file", ["desk", "id"], postgresql_where=OPEN, sqlite_where=OPEN
    )
    for name in LISTS:
        op.drop_index(f"ix_case_file_{name}", table_name="case_file")
    for name in ("placed_at", "due_on"):
        op.drop_column("case_file", name)


def _officers(*columns: str) -> None:
    held = sa.text("officer_id IS NOT NULL")
    op.drop_index("ix_case_file_officer", table_name="case_file")
    op.create_index(
        "ix_case_file_officer", "case_file", list(columns), postgresql_where=held, sqlite_where=held
    )
