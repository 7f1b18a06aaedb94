"""The formats that a status report can be written in, each loaded when it is asked for."""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, cast

from tryghed_dsl.findings.finding import Argument, Finding, Listed
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.status.model import Status
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.text.suggest import nearest

if TYPE_CHECKING:
    from tryghed_dsl.status.overview import Overview

# Each format's module; its `rendered` makes the bytes of a file.
MODULES: Mapping[str, str] = {
    "html": "page",
    "md": "markdown",
    "docx": "docx_paper",
    "pdf": "pdf_paper",
    "xlsx": "workbook",
    "json": "json_report",
    "csv": "csv_table",
    "svg": "badge",
    "junit": "junit",
}
FORMATS = tuple(MODULES)
FORMATS_OF_AREAS = ("html", "docx", "pdf", "xlsx", "md", "csv")
_NOT_AN_ENDING = ("junit",)
_OTHER_ENDINGS = {"htm": "html", "markdown": "md"}

Rendered = Callable[[Status, Theme], bytes]
RenderedAreas = Callable[["Overview", Theme], bytes]


def format_of(path: PurePath) -> str:
    """The format that a file's name asks for by its ending.

    Raises:
        FiguresError: there is no format of that ending.
    """
    ending = path.suffix.removeprefix(".").casefold()
    form = _OTHER_ENDINGS.get(ending, ending)
    endings = [known for known in FORMATS if known not in _NOT_AN_ENDING]
    if form in endings:
        return form
    listed = Listed(tuple(f".{known}" for known in endings))
    args: dict[str, Argument] = {"name": str(path), "known": listed}
    near = nearest(form, endings)
    args |= {"suggestion": str(path.with_suffix(f".{near}"))} if near is not None else {}
    raise FiguresError([Finding("E424", (), args)])


def rendered(status: Status, theme: Theme, form: str) -> bytes:
    """A status report in a format.

    Raises:
        FiguresError: a library that the format needs is not installed, or the theme has a file
            that the format cannot use.
    """
    try:
        module = import_module(f"tryghed_dsl.publishing.{MODULES[form]}")
        return cast("Rendered", module.rendered)(status, theme)
    except ImportError:
        raise FiguresError([not_installed(form)]) from None


def rendered_areas(overview: "Overview", theme: Theme, form: str) -> bytes:
    """The status reports of many areas in a format of `FORMATS_OF_AREAS`.

    Raises:
        FiguresError: a library that the format needs is not installed.
    """
    try:
        module = import_module(f"tryghed_dsl.publishing.{MODULES[form]}")
        return cast("RenderedAreas", module.rendered_areas)(overview, theme)
    except ImportError:
        raise FiguresError([not_installed(form)]) from None


def not_installed(name: str) -> Finding:
    """That libraries are missing which make reports."""
    return Finding("E425", (), {"name": name})
