"""Workbooks of the kind `.xlsx`, written by hand: a zip file of plain XML."""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from tryghed_dsl.figures.grid import Error, Percent

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DATE, MOMENT, PERCENT = "yyyy\\-mm\\-dd", "yyyy\\-mm\\-dd\\ hh:mm:ss", "0.0%"


@dataclass(frozen=True)
class Formatted:
    """A number under a number format: its code, or the number of a format that is built in."""

    number: float
    code: str | int


@dataclass(frozen=True)
class Formula:
    """A formula with the result that was stored; None where nothing was."""

    written: str
    result: float | str | Error | None = None


@dataclass(frozen=True)
class Raw:
    """A cell's XML as it is to stand."""

    xml: str


Value = str | float | date | Formatted | Formula | Raw | None


@dataclass
class Sheet:
    """A sheet: its cells by address, and what lies over them."""

    name: str
    cells: Mapping[str, Any] = field(default_factory=dict)
    merged: Sequence[str] = ()
    state: str = "visible"
    tables: Mapping[str, str] = field(default_factory=dict)
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()


def from_rows(name: str, rows: Sequence[Any], merged: Sequence[str] = ()) -> Sheet:
    """A sheet by its rows, from A1 on; at most 26 columns."""
    cells = {
        f"{chr(ord('A') + column)}{row}": value
        for row, values in enumerate(rows, start=1)
        for column, value in enumerate(values)
    }
    return Sheet(name, cells, merged)


@dataclass
class Workbook:
    """A workbook to be written.

    `names` are defined names by what they stand for, `inline` has texts stand in their cells, and
    `prefix` is written before the elements of sheets.
    """

    sheets: Sequence[Sheet]
    names: Mapping[str, str] = field(default_factory=dict)
    inline: bool = False
    since_1904: bool = False
    to_calculate: bool = False
    prefix: str = ""

    def __post_init__(self) -> None:
        self._strings: dict[str, int] = {}
        self._codes: dict[str | int, int] = {"": 0}

    def write(self, path: Path, replaced: Mapping[str, str | bytes | None] | None = None) -> Path:
        """Write it; `replaced` parts are other than they would be, or left out."""
        parts: dict[str, str | bytes | None] = {**self.parts(), **(replaced or {})}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in parts.items():
                if content is not None:
                    package.writestr(name, content)
        return path

    def parts(self) -> dict[str, str]:
        """The parts by their names; the sheets first, since they say what is shared."""
        parts = {f"xl/worksheets/sheet{n}.xml": self._sheet(s) for n, s in self._numbered()}
        tables = 0
        for number, sheet in self._numbered():
            targets = []
            for name, ref in sheet.tables.items():
                tables += 1
                parts[f"xl/tables/table{tables}.xml"] = _table(tables, name, ref)
                targets.append(("table", f"../tables/table{tables}.xml"))
            if targets:
                parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = _related(targets)
        sheets = [("worksheet", f"worksheets/sheet{n}.xml") for n, _ in self._numbered()]
        shared = [("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")]
        return {
            "[Content_Types].xml": _content_types(parts),
            "_rels/.rels": _related([("officeDocument", "xl/workbook.xml")]),
            "xl/workbook.xml": self._workbook(),
            "xl/_rels/workbook.xml.rels": _related([*sheets, *shared]),
            "xl/sharedStrings.xml": self._shared(),
            "xl/styles.xml": self._styles(),
            **parts,
        }

    def _numbered(self) -> list[tuple[int, Sheet]]:
        return list(enumerate(self.sheets, start=1))

    def _workbook(self) -> str:
        sheets = "".join(
            f'<sheet name={quoteattr(sheet.name)} sheetId="{n}" state="{sheet.state}" '
            f'r:id="rId{n}"/>'
            for n, sheet in self._numbered()
        )
        names = "".join(
            f"<definedName name={quoteattr(name)}>{escape(stands_for)}</definedName>"
            for name, stands_for in self.names.items()
        )
        return (
            f'<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}">'
            f'<workbookPr date1904="{int(self.since_1904)}"/><sheets>{sheets}</sheets>'
            f"<definedNames>{names}</definedNames>"
            f'<calcPr calcId="1" fullCalcOnLoad="{int(self.to_calculate)}"/></workbook>'
        )

    # -------------------------------------------------------------- cells

    def _sheet(self, sheet: Sheet) -> str:
        rows: dict[int, list[tuple[str, str]]] = {}
        for address, value in sheet.cells.items():
            letters = address.rstrip("0123456789")
            cell = self._cell(address, value)
            rows.setdefault(int(address[len(letters) :]), []).append((letters, cell))
        p = self.prefix
        data = "".join(
            f'<{p}row r="{row}" hidden="{int(row in sheet.hidden_rows)}">'
            f"{''.join(cell for _, cell in sorted(cells, key=_place))}</{p}row>"
            for row, cells in sorted(rows.items())
        )
        merged = "".join(f'<{p}mergeCell ref="{ref}"/>' for ref in sheet.merged)
        merged = f"<{p}mergeCells>{merged}</{p}mergeCells>" if merged else ""
        space = f"xmlns:{p[:-1]}" if p else "xmlns"
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        hidden = "".join(
            f'<{p}col min="{column}" max="{column}" hidden="1"/>' for column in sheet.hidden_columns
        )
        columns = f"<{p}cols>{hidden}</{p}cols>" if hidden else ""
        body = f"{columns}<{p}sheetData>{data}</{p}sheetData>{merged}"
        return f'{head}<{p}worksheet {space}="{MAIN}">{body}</{p}worksheet>'

    def _cell(self, address: str, value: Value) -> str:
        if isinstance(value, Raw):
            return value.xml
        formula = ""
        if isinstance(value, Formula):
            formula, value = f"<f>{escape(value.written)}</f>", value.result
            if isinstance(value, str) and not isinstance(value, Error):
                return self._element(address, "str", 0, f"{formula}<v>{_text(value)}</v>")
        kind, style, content = self._content(value)
        return self._element(address, kind, style, formula + content)

    def _element(self, address: str, kind: str, style: int, content: str) -> str:
        content = content.replace("<", f"<{self.prefix}").replace(f"<{self.prefix}/", "</")
        content = content.replace("</", f"</{self.prefix}")
        name = f"{self.prefix}c"
        return f'<{name} r="{address}" s="{style}" t="{kind}">{content}</{name}>'

    def _content(self, value: Value) -> tuple[str, int, str]:
        """The kind, the style and the content of a cell."""
        if value is None:
            return "n", 0, ""
        if isinstance(value, bool):
            return "b", 0, f"<v>{int(value)}</v>"
        if isinstance(value, Error):
            return "e", 0, f"<v>{value}</v>"
        if isinstance(value, str):
            if self.inline:
                return "inlineStr", 0, f'<is><t xml:space="preserve">{_text(value)}</t></is>'
            return "s", 0, f"<v>{self._strings.setdefault(value, len(self._strings))}</v>"
        number, code = self._number(value)
        return "n", self._codes.setdefault(code, len(self._codes)), f"<v>{number!r}</v>"

    def _number(self, value: Value) -> tuple[float, str | int]:
        if isinstance(value, Formatted):
            return value.number, value.code
        if isinstance(value, Percent):
            return float(Decimal(repr(float(value))).scaleb(-2)), PERCENT
        if isinstance(value, datetime):
            seconds = (value - datetime(1899, 12, 30)).total_seconds()  # noqa: DTZ001
            return seconds / 86_400, MOMENT
        if isinstance(value, date):
            first = date(1904, 1, 1) if self.since_1904 else date(1899, 12, 30)
            return float((value - first).days), DATE
        assert isinstance(value, float | int)
        return value, ""

    # -------------------------------------------------------------- what cells share

    def _shared(self) -> str:
        texts = (f'<si><t xml:space="preserve">{_text(text)}</t></si>' for text in self._strings)
        return f'<sst xmlns="{MAIN}">{"".join(texts)}</sst>'

    def _styles(self) -> str:
        own = {code: n for n, code in enumerate(self._codes, start=164) if isinstance(code, str)}
        formats = "".join(
            f'<numFmt numFmtId="{n}" formatCode={quoteattr(code)}/>'
            for code, n in own.items()
            if code
        )
        numbers = (own.get(str(code), code) if code else 0 for code in self._codes)
        styles = "".join(f'<xf numFmtId="{number}" applyNumberFormat="1"/>' for number in numbers)
        return (
            f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts>'
            f'<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>{styles}</cellXfs>'
            "</styleSheet>"
        )


def _place(cell: tuple[str, str]) -> tuple[int, str]:
    return len(cell[0]), cell[0]


def _text(text: str) -> str:
    return escape(text.replace("_x", "_x005F_x"), {"\r": "_x000D_"})


def _related(targets: Sequence[tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="rId{n}" Type="{DOCUMENT}/{about}" Target="{target}"/>'
        for n, (about, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{each}</Relationships>'


def _table(number: int, name: str, ref: str) -> str:
    names = f'name="T{number}" displayName="{name}"'
    return f'<table xmlns="{MAIN}" id="{number}" {names} ref="{ref}"/>'


def _content_types(parts: Mapping[str, str]) -> str:
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    sheets = "".join(
        f'<Override PartName="/{part}" ContentType="{kinds}.worksheet+xml"/>'
        for part in parts
        if part.startswith("xl/worksheets/sheet")
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>{sheets}'
        "</Types>"
    )
