"""One complaint to the Ombudsman for each decision."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

AGAINST = sa.text("against IS NOT NULL")


def upgrade() -> None:
    op.add_column("case_file", sa.Column("against", sa.String(), nullable=True))
    op.create_index(
        "uq_case_file_against", "case_file", ["against"], unique=True, postgresql_where=AGAINST, sqlite_where=AGAINST
    )  # fmt: skip


def downgrade() -> None:
    op.drop_index("uq_case_file_against", "case_file")
    op.drop_column("case_file", "against")
