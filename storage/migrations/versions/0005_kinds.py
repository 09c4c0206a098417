"""A second kind of case: what a case is about is its topic, nobody need be accused, and one case grows from another."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

GROWN = sa.text("grown_from IS NOT NULL")


def upgrade() -> None:
    op.alter_column("case_file", "offence", new_column_name="topic")
    with op.batch_alter_table("case_file") as case:
        case.alter_column("learned_on", existing_type=sa.Date(), nullable=True)
        # The copy that SQLite makes would write (false): the same, in other letters.
        case.alter_column("high", existing_type=sa.Boolean(), server_default=sa.text("false"))
    op.add_column("case_file", sa.Column("grown_from", sa.String(), nullable=True))
    op.create_index(
        "ix_case_file_grown", "case_file", ["grown_from"], postgresql_where=GROWN, sqlite_where=GROWN
    )


def downgrade() -> None:
    op.drop_index("ix_case_file_grown", "case_file")
    op.drop_column("case_file", "grown_from")
    op.execute("UPDATE case_file SET learned_on = date(filed_at) WHERE learned_on IS NULL")
    with op.batch_alter_table("case_file") as case:
        case.alter_column("learned_on", existing_type=sa.Date(), nullable=False)
    op.alter_column("case_file", "topic", new_column_name="offence")
