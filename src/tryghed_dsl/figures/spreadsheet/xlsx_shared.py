"""What the sheets of an `.xlsx` workbook share: texts, and how formats show numbers."""

import re

from tryghed_dsl.figures.spreadsheet.errors import text_or_error
from tryghed_dsl.figures.spreadsheet.package import Attributes, Package, local
from tryghed_dsl.figures.spreadsheet.shown import Shown, shown_by
from tryghed_dsl.patterns import pattern

_ESCAPED = pattern(r"_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")  # but no halves of a sign


def unescaped(text: str) -> str:
    """A text with the signs that XML cannot hold, which are written `_x000D_`."""
    return _ESCAPED.sub(_sign, text) if "_x" in text else text


def _sign(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def read_strings(package: Package, part: str) -> list[str | None]:
    """The texts that cells name by number, as the cells have them."""
    found: list[str | None] = []
    pieces: list[str] = []
    reading = _Reading()

    def start(kind: str, _: Attributes) -> None:
        reading.enter(local(kind))
        if local(kind) == "si":
            pieces.clear()

    def end(kind: str) -> None:
        reading.leave(local(kind))
        if local(kind) == "si":
            found.append(text_or_error(unescaped("".join(pieces))))

    def text(piece: str) -> None:
        if reading.is_text:
            pieces.append(piece)

    package.walk(part, start, end, text)
    return found


class _Reading:
    """Whether the place in a text is said, and not how it is pronounced."""

    def __init__(self) -> None:
        self.is_text = False
        self._aside = False

    def enter(self, kind: str) -> None:
        self._aside = self._aside or kind == "rPh"
        self.is_text = kind == "t" and not self._aside

    def leave(self, kind: str) -> None:
        self.is_text = False
        self._aside = self._aside and kind != "rPh"


def read_formats(package: Package, part: str) -> dict[str, Shown]:
    """How the styles of cells show numbers, by the style's number; plain ones are left out."""
    codes: dict[str, str] = {}
    styles: list[str] = []
    inside: list[str] = []

    def start(kind: str, given: Attributes) -> None:
        inside.append(local(kind))
        number = given.get("numFmtId", "0")
        if inside[-1] == "numFmt" and "formatCode" in given:
            codes[number] = given["formatCode"]
        elif inside[-2:] == ["cellXfs", "xf"]:
            styles.append(number)

    def end(_: str) -> None:
        inside.pop()

    package.walk(part, start, end)
    shown = (shown_by(number, codes.get(number)) for number in styles)
    by_style = {str(style): one for style, one in enumerate(shown)}
    return {style: one for style, one in by_style.items() if one is not Shown.PLAIN}
