"""How a case stood before each move that its citizen has not heard of, and no more before the last alone."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("undo") as undo:
        undo.add_column(sa.Column("final", sa.Boolean(), server_default=sa.text("false"), nullable=False))
        undo.drop_constraint("pk_undo", type_="primary")
        undo.create_primary_key("pk_undo", ["case_id", "step"])


def downgrade() -> None:
    op.execute(
        "DELETE FROM undo WHERE step < (SELECT max(step) FROM undo later WHERE later.case_id = undo.case_id)"
    )
    with op.batch_alter_table("undo") as undo:
        undo.drop_constraint("pk_undo", type_="primary")
        undo.create_primary_key("pk_undo", ["case_id"])
        undo.drop_column("final")
