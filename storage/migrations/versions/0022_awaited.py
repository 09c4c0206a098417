"""What waits for whoever may sanction is not late at the desk that wrote to them: it finds its place anew."""

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("UPDATE case_file SET due_on = '9999-12-30' WHERE status = 'at_ppk' AND due_on = '0001-01-01'")


def downgrade() -> None:
    """The list is right as it is."""
