"""The tables of a register, and the locks in them that refuse to change what is written.

The tables are few and plain, so that any program for databases can read them:

- `tryghed_register`: the number of the format, in one row.
- `tryghed_record`: a record in each row, as JSON, with its number and its hash.
- `tryghed_text`: the texts that records hold, by their hashes; each is kept once.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

FORMAT = 1
REGISTER, RECORD, TEXT = TABLES = ("tryghed_register", "tryghed_record", "tryghed_text")
_CREATE = (
    f"CREATE TABLE {REGISTER} (format INTEGER NOT NULL PRIMARY KEY)",
    f"CREATE TABLE {RECORD} (number INTEGER NOT NULL PRIMARY KEY, hash TEXT NOT NULL, "
    "head TEXT NOT NULL)",
    f"CREATE TABLE {TEXT} (sha256 TEXT NOT NULL PRIMARY KEY, body TEXT NOT NULL)",
    f"INSERT INTO {REGISTER} (format) VALUES ({FORMAT})",  # noqa: S608 -- names of our own
)
_REFUSED = "what a register holds is never changed"
_EVENTS = ("update", "delete")
# An INSERT OR REPLACE deletes without asking any trigger for deletes.
_TAKEN = {
    REGISTER: f"(SELECT count(*) FROM {REGISTER}) > 0",  # noqa: S608 -- names of our own
    RECORD: f"NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM {RECORD})",  # noqa: S608
    TEXT: f"EXISTS (SELECT 1 FROM {TEXT} WHERE sha256 = NEW.sha256)",  # noqa: S608
}
_FUNCTION = "tryghed_refuse"


def create(connection: "Connection") -> None:
    """Make the tables and their locks."""
    for statement in (*_CREATE, *_locks(connection.dialect.name)):
        connection.exec_driver_sql(statement)


def _locks(dialect: str) -> list[str]:
    if dialect == "sqlite":
        refuse = f"BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END"
        return [
            *(
                f"CREATE TRIGGER {table}_{event} BEFORE {event.upper()} ON {table} {refuse}"
                for table in TABLES
                for event in _EVENTS
            ),
            *(
                f"CREATE TRIGGER {table}_insert BEFORE INSERT ON {table} WHEN {taken} {refuse}"
                for table, taken in _TAKEN.items()
            ),
        ]
    return [
        f"CREATE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_REFUSED}'; END $$",
        *(
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {_FUNCTION}()"
            for table in TABLES
        ),
    ]


def locks_missing(connection: "Connection") -> bool:
    """Whether any of the locks is gone or switched off."""
    if connection.dialect.name == "sqlite":
        expected = {f"{table}_{event}" for table in TABLES for event in (*_EVENTS, "insert")}
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    else:
        expected = {f"{table}_kept" for table in TABLES}
        ours = ", ".join(f"'{table}'::regclass" for table in TABLES)
        query = f"SELECT tgname FROM pg_trigger WHERE tgenabled = 'O' AND tgrelid IN ({ours})"  # noqa: S608
    return not expected <= {row[0] for row in connection.exec_driver_sql(query)}


def tables_in(connection: "Connection") -> set[str]:
    """The names of the tables that are there."""
    import sqlalchemy as sa  # noqa: PLC0415 -- only a register needs it

    return set(sa.inspect(connection).get_table_names())
