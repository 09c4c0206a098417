"""Reports that may be about the same thing are found: by marks, and by the hashes of their files."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

STORED = sa.text("state = 'stored'")


def upgrade() -> None:
    op.create_table(
        "likeness",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_likeness_case_id")),
        sa.PrimaryKeyConstraint("case_id", "mark", name=op.f("pk_likeness")),
    )
    op.create_index(op.f("ix_likeness_mark"), "likeness", ["mark"])
    op.create_index(
        "ix_evidence_sha256", "evidence", ["sha256"], sqlite_where=STORED, postgresql_where=STORED
    )
