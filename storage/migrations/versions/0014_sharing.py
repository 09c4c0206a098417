"""A file may be held by two cases of hers: each row says for which the file in the vault was sealed."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

SHARED = sa.text("origin <> ''")


def upgrade() -> None:
    op.add_column("evidence", sa.Column("origin", sa.String(), server_default=sa.text("''"), nullable=False))
    op.create_index(
        "ix_evidence_origin", "evidence", ["origin"], postgresql_where=SHARED, sqlite_where=SHARED
    )


def downgrade() -> None:
    op.drop_index("ix_evidence_origin", table_name="evidence")
    op.drop_column("evidence", "origin")
