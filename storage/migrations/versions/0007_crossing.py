"""What one chat may hand to another, by a code that works once."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "crossing",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("lane", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("to_lane", sa.String(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_crossing")),
        sa.UniqueConstraint("lane", name=op.f("uq_crossing_lane")),
    )
