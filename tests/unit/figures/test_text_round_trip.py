"""Any table of figures reads back equal, however a CSV file writes it."""

import csv
import io
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tryghed_dsl.domain.observation import Origin
from tryghed_dsl.domain.period import Length, Period, year
from tryghed_dsl.figures.read import read_files
from tryghed_dsl.figures.rows import RawRow, tidy

# Letters that are never valid UTF-8 by chance when they are written in Windows-1252.
LETTERS = "abxyzABXYZ0189æøåÆØÅéü .,;:\t\"'#%-_/()"
PERIODS = {
    Length.YEAR: (1500, 2999),
    Length.HALF: (1500 * 2, 2999 * 2 + 1),
    Length.QUARTER: (1500 * 4, 2999 * 4 + 3),
    Length.MONTH: (1500 * 12, 2999 * 12 + 11),
    Length.SCHOOL_YEAR: (1500, 2999),
    Length.DAY: (550_000, 1_090_000),
}
NAMES = {
    "indicator": ("indicator", "Indikator", "NØGLETAL"),
    "area": ("area", "Område", "kommune"),
    "period": ("period", "År", "Tid"),
    "value": ("value", "Værdi", "INDHOLD"),
    "n": ("n", "Respondenter"),
    "denominator": ("denominator", "Nævner"),
    "unit": ("unit", "Enhed"),
    "flag": ("flag", "Markering"),
    "origin": ("origin", "Kilde"),
}
# It shows which sign parts the decimals, and so settles what 1.234 is.
DECIDING = RawRow("x", "a", year(2000), 0.5, Origin())


@dataclass(frozen=True)
class Manner:
    """How somebody writes a table."""

    delimiter: str
    decimal: str
    thousands: str
    encoding: str
    end: str
    quoted: bool
    columns: tuple[str, ...]
    gaps: tuple[bool, ...]

    def number(self, value: float | None) -> str:
        if value is None:
            return ""
        signs = str.maketrans({",": self.thousands, ".": self.decimal})
        return f"{value:,}".translate(signs)

    def fields(self, row: RawRow) -> dict[str, str]:
        return {
            "indicator": row.indicator,
            "area": row.area or "",
            "period": str(row.period),
            "value": self.number(row.value),
            "n": self.number(row.n),
            "denominator": self.number(row.denominator),
            "unit": row.unit or "",
            "flag": ", ".join(row.flags),
            "origin": row.origin.note or "",
        }


@st.composite
def manners(draw: st.DrawFn) -> Manner:
    decimal = draw(st.sampled_from([".", ","]))
    other = "," if decimal == "." else "."
    columns = [draw(st.sampled_from(names)) for names in NAMES.values()]
    return Manner(
        delimiter=draw(st.sampled_from([",", ";", "\t"])),
        decimal=decimal,
        thousands=draw(st.sampled_from(["", other, " ", "\u00a0"])),
        encoding=draw(st.sampled_from(["utf-8", "utf-8-sig", "cp1252"])),
        end=draw(st.sampled_from(["\n", "\r\n", "\r"])),
        quoted=draw(st.booleans()),
        columns=tuple(draw(st.permutations(columns))),
        gaps=tuple(draw(st.lists(st.booleans(), max_size=5))),
    )


def words() -> st.SearchStrategy[str]:
    return st.text(LETTERS, min_size=1, max_size=12).map(tidy).filter(bool)


def periods() -> st.SearchStrategy[Period]:
    return st.sampled_from(list(PERIODS)).flatmap(
        lambda length: st.integers(*PERIODS[length]).map(lambda index: Period(length, index))
    )


def numbers() -> st.SearchStrategy[float]:
    exact = st.integers(-(10**12), 10**12)
    return st.one_of(exact.map(float), st.floats(allow_nan=False, allow_infinity=False), exact)


def tables() -> st.SearchStrategy[list[RawRow]]:
    row = st.builds(
        RawRow,
        indicator=words(),
        area=words(),
        period=periods(),
        value=numbers(),
        origin=st.builds(Origin, note=st.none() | words()),
        n=st.none() | st.integers(0, 10**7),
        denominator=st.none() | numbers(),
        unit=st.none() | words(),
        flags=st.lists(st.sampled_from(["provisional", "break", "foreløbig"])).map(tuple),
    )
    return st.lists(row, max_size=8)


def written(table: list[RawRow], manner: Manner) -> tuple[bytes, list[RawRow]]:
    """A table as bytes, and its rows with the places that they have there."""
    column_of = {name: column for column, names in NAMES.items() for name in names}
    text = io.StringIO(newline="")
    writer = csv.writer(
        text,
        delimiter=manner.delimiter,
        lineterminator=manner.end,
        quoting=csv.QUOTE_ALL if manner.quoted else csv.QUOTE_MINIMAL,
    )
    writer.writerow(manner.columns)
    placed, number = [], 1
    for index, row in enumerate(table):
        if index < len(manner.gaps) and manner.gaps[index]:
            text.write(manner.end)
            number += 1
        fields = manner.fields(row)
        writer.writerow([fields[column_of[name]] for name in manner.columns])
        number += 1
        origin = Origin("figures.csv", None, number, row.origin.note)
        placed.append(replace(row, origin=origin))
    return text.getvalue().encode(manner.encoding), placed


@given(table=tables(), manner=manners())
@settings(deadline=None)
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, table: list[RawRow], manner: Manner
) -> None:
    data, expected = written([*table, DECIDING], manner)
    path = tmp_path_factory.getbasetemp() / "figures.csv"
    path.write_bytes(data)
    rows, found = read_files([path]).named(None)
    assert rows == expected
    assumed = manner.encoding == "cp1252" and not data.isascii()
    assert [finding.code for finding in found] == (["N308"] if assumed else [])
