"""Whether a register is what it was: every hash is computed anew."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.register.canonical import digest
from tryghed_dsl.register.record import record_of
from tryghed_dsl.register.schema import RECORD, TEXT, locks_missing
from tryghed_dsl.register.troubles import found

if TYPE_CHECKING:
    from sqlalchemy import Connection

_RECORDS = f"SELECT number, hash, head FROM {RECORD} ORDER BY number"  # noqa: S608 -- our own names
_TEXTS = f"SELECT sha256, body FROM {TEXT}"  # noqa: S608 -- the same


def verified(connection: "Connection", name: str, *, texts: bool) -> list[Finding]:
    """What shows that a register was damaged or changed.

    Args:
        connection: a transaction.
        name: what findings call the register.
        texts: whether what the records hold is looked at too, and the database itself.
    """
    if texts and connection.dialect.name == "sqlite":
        answer = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
        if answer != "ok":
            return [found("E432", name, answer=str(answer))]
    sound = _sound_texts(connection) if texts else None
    rows = [(row[0], str(row[1]), str(row[2])) for row in connection.exec_driver_sql(_RECORDS)]
    wrong = [found("E433", name, number=float(number)) for number in _wrong(rows, sound)]
    locks = [found("W438", name)] if texts and locks_missing(connection) else []
    return [*wrong, *locks]


def _sound_texts(connection: "Connection") -> set[str]:
    """The hashes of all texts that are as they were."""
    rows = connection.execution_options(yield_per=50).exec_driver_sql(_TEXTS)
    return {row[0] for row in rows if digest(str(row[1])) == row[0]}


def _wrong(rows: list[tuple[int, str, str]], sound: set[str] | None) -> Iterator[int]:
    """The numbers of records that are not as they were, or not where they were."""
    before, expected = {""}, 1
    for number, hashed, head in rows:
        record = record_of(head)
        whole = record is not None and (record.number, record.hash) == (number, hashed)
        if record is None or not whole or number != expected or record.before not in before:
            yield expected
        elif sound is not None and not sound.issuperset(record.texts):
            yield number
        # What follows is held against what stands there now, so that one change is told once.
        before, expected = {hashed, digest(head)}, number + 1
