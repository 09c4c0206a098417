"""Cases found by any of their facts, newest first, however many there are; a desk's queue in its order."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

OPEN = sa.text("closed_at IS NULL")
FACTS = ("desk", "topic", "region", "status")


def upgrade() -> None:
    _queue("desk", "id")
    for name in FACTS:
        op.create_index(f"ix_case_file_by_{name}", "case_file", [name, "id"])


def downgrade() -> None:
    for name in FACTS:
        op.drop_index(f"ix_case_file_by_{name}", "case_file")
    _queue("desk", "status")


def _queue(*columns: str) -> None:
    op.drop_index("ix_case_file_desk", "case_file")
    op.create_index("ix_case_file_desk", "case_file", list(columns), postgresql_where=OPEN, sqlite_where=OPEN)
