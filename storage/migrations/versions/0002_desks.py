"""Officers and their desks; who has a case, how often it moved, what stands between."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ROLES = "role IN ('officer', 'supervisor', 'guardian', 'auditor', 'admin')"


def _index(name: str, table: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, unique=unique, postgresql_where=condition, sqlite_where=condition)


def upgrade() -> None:
    op.add_column(
        "case_file", sa.Column("high", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    op.add_column("case_file", sa.Column("officer_id", sa.String(), nullable=True))
    op.add_column("case_file", sa.Column("step", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.add_column("case_file", sa.Column("merged_into", sa.String(), nullable=True))
    _index("ix_case_file_officer", "case_file", ["officer_id"], where="officer_id IS NOT NULL")
    _index("ix_case_file_merged", "case_file", ["merged_into"], where="merged_into IS NOT NULL")
    op.add_column("deadline", sa.Column("desk", sa.String(), server_default=sa.text("''"), nullable=False))
    op.add_column(
        "deadline", sa.Column("reminded", sa.SmallInteger(), server_default=sa.text("0"), nullable=False)
    )
    op.create_table(
        "officer",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("desk", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("lane", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("enrolled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(ROLES, name=op.f("ck_officer_role")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officer")),
    )
    _index("ix_officer_desk", "officer", ["desk"], where="left_at IS NULL")
    _index("uq_officer_lane", "officer", ["lane"], where="left_at IS NULL", unique=True)
    op.create_table(
        "invite",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("desk", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(ROLES, name=op.f("ck_invite_role")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_invite")),
    )
    op.create_table(
        "recusal",
        sa.Column("officer_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_recusal_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_recusal_officer_id")),
        sa.PrimaryKeyConstraint("officer_id", "case_id", name=op.f("pk_recusal")),
    )
    op.create_index("ix_recusal_case_id", "recusal", ["case_id"])
    op.create_table(
        "proposal",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("move", sa.String(), nullable=False),
        sa.Column("officer_id", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_proposal_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_proposal_officer_id")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_proposal")),
    )
    op.create_table(
        "undo",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("letters", sa.String(), nullable=False),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_undo_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_undo_officer_id")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_undo")),
    )


def downgrade() -> None:
    for table in ("undo", "proposal", "recusal", "invite", "officer"):
        op.drop_table(table)
    for index in ("ix_case_file_merged", "ix_case_file_officer"):
        op.drop_index(index, "case_file")
    for table, columns in (
        ("deadline", ("reminded", "desk")),
        ("case_file", ("merged_into", "step", "officer_id", "high")),
    ):
        for column in columns:
            op.drop_column(table, column)
