"""The register itself: records are added to its end, and never changed or taken away."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tryghed_dsl.domain.period import Period
from tryghed_dsl.findings.finding import Finding, Listed
from tryghed_dsl.register.entry import Entry
from tryghed_dsl.register.kept import Kept, kept_of
from tryghed_dsl.register.places import DEFAULT, Place, reading, writing
from tryghed_dsl.register.record import Record, head_of, on_one_line, record_of
from tryghed_dsl.register.schema import (
    FORMAT,
    RECORD,
    REGISTER,
    TABLES,
    TEXT,
    create,
    tables_in,
)
from tryghed_dsl.register.troubles import refuse
from tryghed_dsl.register.verifying import verified

if TYPE_CHECKING:
    from sqlalchemy import Connection

_ADD = f"INSERT INTO {RECORD} (number, hash, head) VALUES (:number, :hash, :head)"  # noqa: S608
_KEEP = f"INSERT INTO {TEXT} (sha256, body) VALUES (:sha256, :body)"  # noqa: S608
_LAST = f"SELECT number, hash, head FROM {RECORD} ORDER BY number DESC LIMIT 1"  # noqa: S608
_ALL = f"SELECT number, hash, head FROM {RECORD} ORDER BY number"  # noqa: S608
_TEXT = f"SELECT body FROM {TEXT} WHERE sha256 = :sha256"  # noqa: S608


class Register:
    """A register.

    Args:
        address: a file, or the address of a database of PostgreSQL.

    Raises:
        RegisterError: at each use, what stands in its way.
    """

    def __init__(self, address: str = DEFAULT) -> None:
        self._place = Place(address)

    @property
    def name(self) -> str:
        """What it is called, without a password."""
        return self._place.name

    # -------------------------------------------------------------- adding

    def append(
        self,
        entry: Entry,
        *,
        made: datetime | None = None,
        by: str | None = None,
        note: str | None = None,
    ) -> Record:
        """Add a record; the register is made where there is none.

        When it returns, the record is kept whatever happens to the program or the machine.
        Several programs may add at once; each waits for its turn.

        Args:
            entry: what is to be kept.
            made: when; by default now.
            by: who.
            note: what is to be noted.
        """
        when = (made or datetime.now(UTC)).astimezone(UTC)
        said = dict(entry.said) | {
            "made": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "by": on_one_line(by),
            "note": on_one_line(note),
        }
        with self._place.told(), writing(self._place.engine(create=True)) as connection:
            self._make(connection)
            return self._append(connection, said, entry.texts)

    def _make(self, connection: "Connection") -> None:
        there = tables_in(connection)
        if REGISTER not in there:
            if there and self._place.path is not None:
                refuse("E431", self.name)
            create(connection)
            return
        self._look_at(connection, there)

    def _append(
        self, connection: "Connection", said: dict[str, Any], texts: Mapping[str, str]
    ) -> Record:
        last = next(self._rows(connection, _LAST), None)
        before = _sound(last, self.name) if last is not None else None
        said |= {
            "number": 1 if before is None else before.number + 1,
            "before": "" if before is None else before.hash,
        }
        head, hashed = head_of(said)
        for sha256, body in texts.items():
            if self._text(connection, sha256) is None:
                _run(connection, _KEEP, sha256=sha256, body=body)
        _run(connection, _ADD, number=said["number"], hash=hashed, head=head)
        return _sound((said["number"], hashed, head), self.name)

    # -------------------------------------------------------------- reading

    def _look_at(self, connection: "Connection", there: set[str]) -> None:
        """See that it is a register of a format that is known."""
        if not set(TABLES) <= there:
            refuse("E431", self.name)
        form = connection.exec_driver_sql(f"SELECT max(format) FROM {REGISTER}").scalar()  # noqa: S608
        if not isinstance(form, int):
            refuse("E431", self.name)
        if form > FORMAT:
            refuse("E434", self.name, format=float(form))

    def _opened(self, connection: "Connection") -> bool:
        """Whether there is a register; an empty file is one that was never written to."""
        there = tables_in(connection)
        if there:
            self._look_at(connection, there)
        elif self._place.path is None:
            refuse("E430", self.name)
        return bool(there)

    def _rows(self, connection: "Connection", query: str) -> Iterator[tuple[int, str, str]]:
        return ((row[0], str(row[1]), str(row[2])) for row in _run(connection, query))

    def _text(self, connection: "Connection", sha256: str) -> str | None:
        text: str | None = _run(connection, _TEXT, sha256=sha256).scalar()
        return text

    def rows(self) -> list[tuple[int, str, str]]:
        """Number, hash and text of every record, as they are."""
        self._is_there()
        with self._place.told(), reading(self._place.engine()) as connection:
            return list(self._rows(connection, _ALL)) if self._opened(connection) else []

    def _is_there(self) -> None:
        if self._place.path is not None and not self._place.path.is_file():
            refuse("E430", self.name)

    def records(self) -> list[Record]:
        """Every record, in order; none of them, and none between them, has been changed."""
        rows, before, found = self.rows(), "", list[Record]()
        for number, row in enumerate(rows, start=1):
            record = _sound(row, self.name)
            if record.number != number or record.before != before:
                refuse("E433", self.name, number=float(number))
            before = record.hash
            found.append(record)
        return found

    def verified(self, *, texts: bool = True) -> list[Finding]:
        """What shows that the register was damaged or changed; nothing where it was not.

        Args:
            texts: whether what the records hold is looked at too, and the database itself.
        """
        self._is_there()
        with self._place.told(), reading(self._place.engine()) as connection:
            if not self._opened(connection):
                return []
            return verified(connection, self.name, texts=texts)

    # -------------------------------------------------------------- looking up

    def record(self, number: int) -> Record:
        """The record of a number."""
        records = self.records()
        if not 0 < number <= len(records):
            refuse("E435", self.name, asked=str(number), **_periods(records))
        return records[number - 1]

    def latest(self, period: Period) -> Record:
        """The latest record of a period.

        Raises:
            RegisterError: there is none, or there are some of several agreements or areas.
        """
        records = self.records()
        found = [record for record in records if record.period == period]
        if not found:
            refuse("E435", self.name, asked=str(period), **_periods(records))
        several = {(each.agreement, each.area): each for each in found}
        if len(several) > 1:
            told = [f"{each.number} {each.agreement}, {each.area}" for each in several.values()]
            refuse("E439", self.name, asked=str(period), known=Listed(tuple(told)))
        return found[-1]

    def kept(self, record: Record) -> Kept:
        """What a record holds.

        Raises:
            RegisterError: something of it is gone, or not as it was.
        """
        with self._place.told(), reading(self._place.engine()) as connection:
            texts = {sha256: self._text(connection, sha256) for sha256 in set(record.texts)}
        return kept_of(record, texts, self.name)

    def last_before(self, agreement: str, area: str, period: Period) -> Kept | None:
        """What was reported last before a period; None where nothing was.

        Args:
            agreement: what records call it, see `agreement_of`.
            area: the area.
            period: the period; of several records of the one before it the latest counts.
        """
        return self._before(self.records(), agreement, area, period)

    def last_of(self, record: Record) -> Kept | None:
        """What had been reported last, of the same agreement and area, when a record was made."""
        earlier = self.records()[: record.number - 1]
        return self._before(earlier, record.agreement, record.area, record.period)

    def _before(
        self, records: Sequence[Record], agreement: str, area: str, period: Period
    ) -> Kept | None:
        found = [
            record
            for record in records
            if (record.agreement, record.area) == (agreement, area)
            and record.period.starts < period.starts
        ]
        last = max(found, key=lambda each: (each.period.starts, each.number), default=None)
        return None if last is None else self.kept(last)


def _run(connection: "Connection", query: str, **values: object) -> Any:
    import sqlalchemy as sa  # noqa: PLC0415 -- only a register needs it

    return connection.execute(sa.text(query), values)


def _sound(row: tuple[int, str, str], name: str) -> Record:
    """A row's record, once it is what its hash says."""
    number, hashed, head = row
    record = record_of(head)
    if record is None or record.hash != hashed or record.number != number:
        refuse("E433", name, number=float(number))
    return record


def _periods(records: Sequence[Record]) -> dict[str, Listed]:
    """The periods that something is recorded for."""
    periods = sorted({record.as_of for record in records})
    return {"known": Listed(tuple(periods))} if periods else {}
