"""The steps from each earlier release's tables to today's, taken with Alembic."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Connection


def upgrade(connection: Connection, schema_now: int) -> None:
    """
    Bring an open journal to the newest tables, within the transaction that is going on.

    Parameters
    ----------
    connection
        A connection to the journal, inside a transaction.
    schema_now
        The journal's ``user_version``: 1 for the first release, which knew no Alembic.
    """
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)

    def steps(_revision: Any, _context: Any) -> Any:
        return script._upgrade_revs("head", f"{schema_now:04}")

    with EnvironmentContext(config, script) as environment:
        environment.configure(connection=connection, fn=steps, transactional_ddl=True)
        environment.run_migrations()
