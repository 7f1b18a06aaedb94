"""The rows that keys stand in, which TOML's reader does not say."""

import tomllib
from collections.abc import Iterator

from tryghed_dsl.figures.project.toml import key, short
from tryghed_dsl.findings.finding import InFile
from tryghed_dsl.patterns import pattern

_PART = r"""(?>[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_KEY = rf"{_PART}(?>[ \t]*\.[ \t]*{_PART})*"
_HEADING = pattern(rf"[ \t]*\[\[?[ \t]*({_KEY})[ \t]*\]\]?[ \t]*(?:#.*)?")
_ENTRY = pattern(rf"[ \t]*({_KEY})[ \t]*=")
_ONE = pattern(_PART)
_LONG_TEXTS = ('"""', "'''")
_Keys = tuple[str, ...]


class Places:
    """Where in a project file each key stands, as far as it is written in the usual ways."""

    def __init__(self, file: str, text: str) -> None:
        """Look through a text.

        Args:
            file: what findings call the file.
            text: what it says, which is known to be TOML.
        """
        self.file = file
        self._rows: dict[_Keys, int] = {}
        for keys, row in _written(text):
            for length in range(1, len(keys) + 1):
                self._rows.setdefault(keys[:length], row)

    def of(self, *keys: str) -> InFile:
        """The place of a key; where it is written in some other way, that of what it is in."""
        lengths = range(len(keys), 0, -1)
        row = next((self._rows[keys[:n]] for n in lengths if keys[:n] in self._rows), None)
        return InFile(self.file, row, key(short(keys[-1])) if keys else None)


def _written(text: str) -> Iterator[tuple[_Keys, int]]:
    over: _Keys = ()
    in_text = False
    for row, line in enumerate(text.split("\n"), start=1):
        was_in_text = in_text
        in_text ^= any(line.count(mark) % 2 for mark in _LONG_TEXTS)
        if was_in_text:
            continue
        heading = _HEADING.fullmatch(line.rstrip("\r"))
        if heading:
            over = _parts(heading[1])
            yield over, row
        elif entry := _ENTRY.match(line):
            yield (*over, *_parts(entry[1])), row


def _parts(written: str) -> _Keys:
    return tuple(_plain(part) for part in _ONE.findall(written))


def _plain(part: str) -> str:
    if "\\" in part and part.startswith('"'):
        plain: str = tomllib.loads(f"key = {part}")["key"]
        return plain
    return part[1:-1] if part[0] in "\"'" else part
