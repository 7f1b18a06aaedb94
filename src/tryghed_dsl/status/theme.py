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

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, NoReturn

from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.figures.project.text import read_text, read_toml
from tryghed_dsl.figures.project.toml import short
from tryghed_dsl.files import is_file
from tryghed_dsl.findings.finding import Argument, Finding, InFile, Listed
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.patterns import pattern
from tryghed_dsl.records import dataclass
from tryghed_dsl.text.suggest import nearest

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
_PICTURES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}
_LARGEST, _MEGABYTE = 10_000_000, 1_000_000


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


def picture_kind(data: bytes) -> str | None:
    """What kind of picture it is, by how it begins: png or jpeg; None for anything else."""
    return next((kind for start, kind in _PICTURES.items() if data.startswith(start)), None)


def read_theme(folder: Path) -> Theme:
    """The theme in a folder.

    Raises:
        FiguresError: there is none, or it says something that cannot be.
    """
    path = folder / THEME_FILE
    if not is_file(path):
        _refuse("E420", path, folder=str(folder), file=THEME_FILE)
    text, found = read_text(path)
    said, told = (None, []) if text is None else read_toml(text, path.name)
    if said is None:
        raise FiguresError([*found, *told])
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
            self._logo(texts["logo"]),
            texts["font"],
            self._file("template", texts["template"]),
            self._verdicts(),
            self._colours(),
        )

    def _known(self, said: Mapping[str, Any], names: tuple[str, ...]) -> None:
        for key in said:
            if key not in names:
                near = nearest(key, names)
                args: dict[str, Argument] = {"key": key, "known": Listed(names)}
                args |= {"suggestion": near} if near is not None else {}
                _refuse("E421", self._path, **args)

    def _text(self, key: str) -> str | None:
        value = self._said.get(key)
        if value is not None and not isinstance(value, str):
            self._not_so(key, value, f'{key} = "…"')
        return value

    def _not_so(self, key: str, value: object, example: str) -> NoReturn:
        _refuse("E422", self._path, key=key, value=short(str(value)), example=example)

    def _file(self, key: str, name: str | None) -> Path | None:
        if name is None:
            return None
        path = self._path.parent / name
        if not is_file(path) or path.stat().st_size > _LARGEST:
            self._unusable(key, name)
        return path

    def _logo(self, name: str | None) -> Path | None:
        path = self._file("logo", name)
        if path is not None and picture_kind(path.read_bytes()) is None:
            self._unusable("logo", path.name)
        return path

    def _unusable(self, key: str, name: str) -> NoReturn:
        most = _LARGEST / _MEGABYTE
        _refuse("E423", self._path, key=key, name=name, most=most)

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
        for key, word in said.items():
            if not isinstance(word, str) or not word.strip():
                self._not_so(key, word, f'{key} = "…"')
        return {Verdict(key): word for key, word in said.items()}

    def _colours(self) -> dict[str, str]:
        said = self._table("colours")
        self._known(said, tuple(COLOURS))
        for key, colour in said.items():
            if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
                self._not_so(key, colour, f'{key} = "{COLOURS[key]}"')
        return {**COLOURS, **said}

    def _table(self, key: str) -> dict[str, Any]:
        table = self._said.get(key, {})
        if not isinstance(table, dict):
            self._not_so(key, table, f"[{key}]")
        return table
