"""What the numbers of an officer's screen stand for, where no interview asks."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("offers", sa.String(), server_default="", nullable=False))
