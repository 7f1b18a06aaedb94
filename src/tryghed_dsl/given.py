"""Figures as programs and commands give them, read under a spec's names."""

import os
from collections.abc import Mapping, Sequence
from typing import Any, Protocol, cast

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.domain.period import Period, parse_period
from tryghed_dsl.engines.cells import PlainFigures
from tryghed_dsl.figures.matching import matched
from tryghed_dsl.figures.read import Read, read_frame_of, read_places, read_records
from tryghed_dsl.files import StrPath
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.findings.raised import FiguresError


class Frame(Protocol):
    """A data frame of any library that hands over its columns as Arrow does."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The columns, in turn."""
        ...


Records = Sequence[Mapping[str, Any]]
FiguresGiven = StrPath | Sequence[StrPath] | Records | PlainFigures | Figures | Read | Frame


def read_figures(
    spec: Spec, given: FiguresGiven, *, any_area: bool = False
) -> tuple[Figures, list[Finding]]:
    """Read figures from where they are given, under the spec's names.

    Args:
        spec: the spec whose indicators and areas they are.
        given: the path of a file or the address of a database, or several; a data frame;
            records with keys named like columns; a mapping from `(indicator, area, year)` to
            values; or figures already read.
        any_area: whether areas that the spec does not know are wanted too.
    """
    if isinstance(given, Figures):
        return given, []
    rows, found = _read(given).named(spec, any_area=any_area)
    figures, more = matched(spec, rows, any_area=any_area)
    return figures, [*found, *more]


def _read(given: FiguresGiven) -> Read:
    if isinstance(given, Read):
        return given
    if isinstance(given, str | os.PathLike):
        return read_places([os.fspath(given)])
    from tryghed_dsl.figures.frames import is_frame  # noqa: PLC0415 -- seldom needed

    if is_frame(given):
        return read_frame_of(cast("Frame", given))
    listed = cast("Sequence[StrPath] | Records | PlainFigures", given)
    return _read_listed(listed)


def _read_listed(given: Sequence[StrPath] | Records | PlainFigures) -> Read:
    if isinstance(given, Mapping):
        keys = ("indicator", "area", "period", "value")
        records = [dict(zip(keys, (*key, value), strict=True)) for key, value in given.items()]
        return read_records(records)
    if all(isinstance(each, str | os.PathLike) for each in given):
        return read_places([os.fspath(cast("StrPath", each)) for each in given])
    return read_records(cast("Records", given))


def period_asked(given: str | int | Period | None) -> Period | None:
    """The period that somebody asks for.

    Raises:
        FiguresError: it is no period.
    """
    if given is None or isinstance(given, Period):
        return given
    period = parse_period(str(given))
    if period is None:
        raise FiguresError([Finding("E332", (), {"written": str(given)})])
    return period
