"""A number whose person may be another now: what she was called there, and since when her cases are held."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("alias", sa.Column("profile", sa.String(), server_default=sa.text("''"), nullable=False))
    op.add_column("tie", sa.Column("held_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("tie", "held_at")
    op.drop_column("alias", "profile")
