"""A room has a language of its own; those there were speak Indonesian."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("room", sa.Column("language", sa.String(), nullable=False, server_default="id"))


def downgrade() -> None:
    op.drop_column("room", "language")
