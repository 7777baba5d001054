"""Promises with obstacles and reviews, outcomes of predictions, tags and settings."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

# In the first release a promise could be kept or taken back at once; nobody was asked later.
RENAMED = {"kept": "done", "partly": "started", "dropped": "taken_back"}


def _of(table: str, name: str) -> sa.Column[int]:
    belongs = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(name, sa.Integer, belongs, primary_key=True)


def upgrade() -> None:
    """Add what is new; nothing that was written changes."""
    for name in ("obstacle", "first_step", "buddy"):
        op.add_column("commitment", sa.Column(name, sa.Text, nullable=False, server_default=""))
    days = sa.Column("review_days", sa.Text, nullable=False, server_default=sa.text("'7 30 90'"))
    op.add_column("commitment", days)
    count = sa.Column("sequence", sa.Integer, nullable=False, server_default=sa.text("0"))
    op.add_column("commitment", count)
    extra = sa.Column("extra", sa.Text, nullable=False, server_default=sa.text("'{}'"))
    op.add_column("review", extra)
    op.add_column("question", sa.Column("uid", sa.Text, nullable=False, server_default=""))
    op.execute("UPDATE question SET uid = lower(hex(randomblob(16)))")
    for before, after in RENAMED.items():
        op.execute(f"UPDATE review SET status = '{after}' WHERE status = '{before}'")
    op.create_table(
        "outcome",
        _of("version", "version_id"),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("extra", sa.Text, nullable=False, server_default=sa.text("'{}'")),
    )
    op.create_table(
        "tag",
        _of("entry", "entry_id"),
        sa.Column("tag", sa.Text, primary_key=True),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
