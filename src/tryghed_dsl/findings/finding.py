"""A finding as data: a code, places, and the words' arguments. No formatting."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import StrEnum

from tryghed_dsl.findings.fix import Fix
from tryghed_dsl.records import dataclass
from tryghed_dsl.text.source import Span


class Severity(StrEnum):
    """How much a finding matters.

    An error stops the evaluation, a warning asks for a look, a note says what was assumed.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_BY_LETTER = {"E": Severity.ERROR, "W": Severity.WARNING, "N": Severity.NOTE}


@dataclass(frozen=True, slots=True)
class Listed:
    """Several words in one argument, joined as the language joins them ("a, b or c")."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """Signs of the language that could have stood at a place, put in words when shown."""

    signs: tuple[str, ...]


Argument = str | float | Listed | Expected


@dataclass(frozen=True, slots=True)
class InFile:
    """A place in a data file.

    Attributes:
        file: the file's name.
        row: the row, counted from 1 with the header.
        column: the column's heading.
        sheet: the sheet's name, where the file has sheets.
        cell: the cell's address, such as `D14`, where people name cells so.
    """

    file: str
    row: int | None = None
    column: str | None = None
    sheet: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        cell = self.cell or ("" if self.row is None else str(self.row))
        within = "!".join(part for part in (self.sheet, cell) if part)
        return f"{self.file}:{within}" if within else self.file


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to tell whoever wrote the spec or holds the figures.

    Attributes:
        code: its number in the register, such as `E104`.
        spans: the places in the spec, the one that it is about first.
        args: what the words' blanks are filled with.
        where: the place in a data file, for findings about figures.
        fixes: what would mend it, where the rule that found it knows more than its words say;
            `fixes_of` tells all.
    """

    code: str
    spans: tuple[Span, ...] = ()
    args: Mapping[str, Argument] = field(default_factory=dict)
    where: InFile | None = None
    fixes: tuple[Fix, ...] = ()

    @property
    def severity(self) -> Severity:
        """How much it matters, told by the first letter of the code."""
        return _BY_LETTER[self.code[0]]


def errors(found: Iterable[Finding]) -> list[Finding]:
    """Those among findings that stop the evaluation."""
    return [finding for finding in found if finding.severity is Severity.ERROR]


def in_order(found: Iterable[Finding]) -> list[Finding]:
    """Findings in the order of their places; those without a place in the spec come last."""
    return sorted(found, key=_position)


def _position(finding: Finding) -> tuple[str, int, str]:
    if finding.spans:
        first = finding.spans[0]
        return (f"0{first.source.name}", first.start, finding.code)
    if finding.where is not None:
        return (f"1{finding.where.file}", finding.where.row or 0, finding.code)
    return ("2", 0, finding.code)
