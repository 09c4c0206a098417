"""Times that wait for her choice are a status of their own; until now they were a question like others.

One whose times were taken back while a question stood is left as it is: nothing is lost but buttons that are over.
"""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "UPDATE case_file SET status = 'offered' WHERE kind = 'consultation' AND status = 'asked'"
        " AND EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = case_file.id AND e.what = 'propose'"
        " AND NOT EXISTS (SELECT 1 FROM case_event l WHERE l.case_id = e.case_id AND l.seq > e.seq"
        " AND l.what IN ('ask', 'undo')))"
    )


def downgrade() -> None:
    op.execute("UPDATE case_file SET status = 'asked' WHERE status = 'offered'")
