"""The tables of the first release."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Do nothing: a journal of the first release was made whole."""
