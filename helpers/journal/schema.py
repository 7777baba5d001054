"""The tables of a journal file.

``entry`` is one slot of the journal; ``version`` holds every text it ever had, each with the
question's wording at the time, so that a reworded question never relabels an old answer.
``heard`` remembers how far each open page has got, so that a late request cannot undo a newer one.
``extra`` (JSON) carries what a later release adds or an import brings along and this one does
not know. Times are ISO 8601 text in UTC.
"""

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    insert,
    text,
)

SCHEMA = 2  # kept in the file as PRAGMA user_version; raise it with each change to the tables
APPLICATION = 0x4C464931  # "LFI1", kept in the file's header: this is a journal of this kit

metadata = MetaData()


def _extra() -> Column[str]:
    return Column("extra", Text, nullable=False, server_default=text("'{}'"))


entry = Table(
    "entry",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("prompt_id", Text, nullable=False, unique=True),
    Column("reflection", Text, nullable=False, index=True),
    Column("created", Text, nullable=False),
    _extra(),
)

version = Table(
    "version",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("entry_id", ForeignKey("entry.id", ondelete="CASCADE"), nullable=False),
    Column("prompt_version", Integer, nullable=False),
    Column("wording", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("began", Text, nullable=False),  # start of the typing spell
    Column("at", Text, nullable=False),
    Column("client", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    _extra(),
    Index("version_of_entry", "entry_id", "id"),
    sqlite_autoincrement=True,  # an id always means one text: never used again
)

heard = Table(
    "heard",
    metadata,
    Column("entry_id", ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
    Column("client", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("at", Text, nullable=False),
)

commitment = Table(
    "commitment",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uid", Text, nullable=False, unique=True),
    Column("reflection", Text, nullable=False, index=True),
    Column("prompt_version", Integer, nullable=False),
    Column("wording", Text, nullable=False),
    Column("if", Text, key="if_", nullable=False),
    Column("then", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("notebook", Text, nullable=False),
    Column("created", Text, nullable=False),
    _extra(),
    Column("obstacle", Text, nullable=False, server_default=""),
    Column("first_step", Text, nullable=False, server_default=""),
    Column("buddy", Text, nullable=False, server_default=""),
    Column("review_days", Text, nullable=False, server_default=text("'7 30 90'")),
    Column("sequence", Integer, nullable=False, server_default=text("0")),
    sqlite_autoincrement=True,
)

review = Table(
    "review",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("commitment_id", ForeignKey("commitment.id", ondelete="CASCADE"), nullable=False),
    Column("at", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("note", Text, nullable=False),
    _extra(),
    Index("review_of_commitment", "commitment_id", "id"),
)

question = Table(
    "question",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reflection", Text, nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("notebook", Text, nullable=False),
    Column("at", Text, nullable=False),
    _extra(),
    Column("uid", Text, nullable=False, server_default=""),
    sqlite_autoincrement=True,
)

place = Table(
    "place",
    metadata,
    Column("notebook", Text, primary_key=True),
    Column("step", Text, nullable=False),
    Column("at", Text, nullable=False),
)

# what came of a prediction, once it is known
outcome = Table(
    "outcome",
    metadata,
    Column("version_id", ForeignKey("version.id", ondelete="CASCADE"), primary_key=True),
    Column("value", Text, nullable=False),
    Column("at", Text, nullable=False),
    _extra(),
)

tag = Table(
    "tag",
    metadata,
    Column("entry_id", ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
    Column("tag", Text, primary_key=True),
)

# how this person wants the kit to be, and what an import brought that has no other place
setting = Table(
    "setting",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),  # JSON
)

# Alembic's own note of the step it took last
release = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))


def make(connection: Connection) -> None:
    """Make the tables of a new journal."""
    metadata.create_all(connection)
    connection.execute(insert(release).values(version_num=f"{SCHEMA:04}"))
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")


def of(connection: Connection) -> int:
    """Return which schema a journal has."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
