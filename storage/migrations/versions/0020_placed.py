"""What has got another place in the list of its desk is found by when it did."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

LISTED = sa.text("due_on IS NOT NULL")


def upgrade() -> None:
    op.create_index(
        "ix_case_file_placed", "case_file", ["desk", "placed_at", "id"], postgresql_where=LISTED, sqlite_where=LISTED
    )  # fmt: skip


def downgrade() -> None:
    op.drop_index("ix_case_file_placed", table_name="case_file")
