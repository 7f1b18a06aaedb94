"""An organisation's own look and words: a small folder with `theme.toml` in it.

decided_by = "Styregruppen for Amager Partnerskab"
introduction = "indledning.txt"
logo = "logo.png"
font = "Georgia"
template = "skabelon.docx"

[verdicts]
warn = "delvist opfyldt"

[colours]
accent = "#0b3d5c"
"""

import tomllib
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, NoReturn

from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.findings.finding import Argument, Finding, InFile, Listed
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.patterns import pattern
from tryghed_dsl.records import dataclass

THEME_FILE = "theme.toml"
COLOURS: Mapping[str, str] = {
    "accent": "#0b3d5c",
    "pass": "#1b6e3c",
    "warn": "#8a5a00",
    "fail": "#a3182b",
    "unknown": "#4a4a4a",
}
_TEXTS = ("decided_by", "introduction", "logo", "font", "template")
_KEYS = (*_TEXTS, "verdicts", "colours")
_COLOUR = pattern(r"#[0-9a-fA-F]{6}")
_LARGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class Theme:
    """How an organisation wants its papers.

    Attributes:
        decided_by: who decides on the paper.
        introduction: its words at the beginning, one paragraph each.
        logo: a picture, PNG or JPEG.
        font: a font's name; those who read the paper need to have it.
        template: a document of Word whose styles are used.
        verdicts: its own words for verdicts.
        colours: its colours, by what they are for.
    """

    decided_by: str | None = None
    introduction: tuple[str, ...] = ()
    logo: Path | None = None
    font: str | None = None
    template: Path | None = None
    verdicts: Mapping[Verdict, str] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=lambda: dict(COLOURS))


def read_theme(folder: Path) -> Theme:
    """The theme in a folder.

    Raises:
        FiguresError: there is none, or it says something that cannot be.
    """
    path = folder / THEME_FILE
    try:
        said: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        _refuse("E420", path, path=str(path))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        _refuse("E421", path, problem=str(error))
    return _Reading(path, said).theme()


def _refuse(code: str, theme: Path, **args: Argument) -> NoReturn:
    raise FiguresError([Finding(code, (), args, InFile(theme.name))]) from None


class _Reading:
    def __init__(self, path: Path, said: Mapping[str, Any]) -> None:
        self._path = path
        self._said = said

    def theme(self) -> Theme:
        self._known(self._said, _KEYS)
        texts = {name: self._text(name) for name in _TEXTS}
        return Theme(
            texts["decided_by"],
            self._introduction(texts["introduction"]),
            self._file("logo", texts["logo"]),
            texts["font"],
            self._file("template", texts["template"]),
            self._verdicts(),
            self._colours(),
        )

    def _known(self, said: Mapping[str, Any], names: tuple[str, ...]) -> None:
        for key in said:
            if key not in names:
                _refuse("E422", self._path, key=key, known=Listed(names))

    def _text(self, key: str) -> str | None:
        value = self._said.get(key)
        if value is not None and not isinstance(value, str):
            _refuse("E423", self._path, key=key, value=str(value))
        return value

    def _file(self, key: str, name: str | None) -> Path | None:
        if name is None:
            return None
        path = self._path.parent / name
        if not path.is_file() or path.stat().st_size > _LARGEST:
            _refuse("E424", self._path, key=key, name=name)
        return path

    def _introduction(self, name: str | None) -> tuple[str, ...]:
        path = self._file("introduction", name)
        if path is None:
            return ()
        text = path.read_text(encoding="utf-8-sig", errors="replace")
        paragraphs = (" ".join(part.split()) for part in text.replace("\r\n", "\n").split("\n\n"))
        return tuple(part for part in paragraphs if part)

    def _verdicts(self) -> dict[Verdict, str]:
        said = self._table("verdicts")
        self._known(said, tuple(verdict.value for verdict in Verdict))
        return {Verdict(key): str(word) for key, word in said.items()}

    def _colours(self) -> dict[str, str]:
        said = self._table("colours")
        self._known(said, tuple(COLOURS))
        for key, colour in said.items():
            if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
                _refuse("E423", self._path, key=key, value=str(colour))
        return {**COLOURS, **said}

    def _table(self, key: str) -> dict[str, Any]:
        table = self._said.get(key, {})
        if not isinstance(table, dict):
            _refuse("E423", self._path, key=key, value=str(table))
        return table
