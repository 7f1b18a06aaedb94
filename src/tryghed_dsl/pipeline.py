"""Where the floors meet: text to checked spec, figures to verdicts."""

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol, cast

from tryghed_dsl.check.model import Spec, Version
from tryghed_dsl.check.versions import check_versions
from tryghed_dsl.collecting import paused
from tryghed_dsl.core.lower.program import lower
from tryghed_dsl.core.setting import Setting
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.domain.period import Period, parse_period
from tryghed_dsl.engines.cells import PlainFigures
from tryghed_dsl.engines.local import LocalEngine
from tryghed_dsl.figures.agreement import disagreements
from tryghed_dsl.figures.matching import matched
from tryghed_dsl.figures.read import Read, read_frame_of, read_places, read_records
from tryghed_dsl.files import StrPath
from tryghed_dsl.findings.finding import Finding, errors, in_order
from tryghed_dsl.records import replace
from tryghed_dsl.report.report import Report
from tryghed_dsl.setting.settle import Settled, settle, settle_without_figures
from tryghed_dsl.sources import Gathered, gather_file, gather_text
from tryghed_dsl.text.source import Source


class Frame(Protocol):
    """A data frame of any library that hands over its columns as Arrow does."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The columns, in turn."""
        ...


Records = Sequence[Mapping[str, Any]]
FiguresGiven = StrPath | Sequence[StrPath] | Records | PlainFigures | Figures | Read | Frame


class FindingsError(Exception):
    """Something that stops the work, told as findings; `str()` of it names each in a line."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        from tryghed_dsl.findings.said import summary  # noqa: PLC0415 -- the register is large

        self.findings = tuple(findings)
        super().__init__("\n".join(summary(finding) for finding in self.findings))


class SpecError(FindingsError):
    """The spec is wrong."""


class FiguresError(FindingsError):
    """The figures cannot be read, or do not say what has to be known to judge them."""


# ------------------------------------------------------------------ specs


def read_spec(source: Source) -> tuple[Spec | None, list[Finding]]:
    """Parse and check a source: the spec, or None where an error stands in the way."""
    with paused():
        return _checked(gather_text(source))


def read_spec_file(path: StrPath) -> tuple[Spec | None, list[Finding]]:
    """Read, parse and check a spec's file, with those that it uses, revises and quotes."""
    with paused():
        return _checked(gather_file(path))


def _checked(read: Gathered) -> tuple[Spec | None, list[Finding]]:
    spec, more = check_versions(read.chain, read.document) if read.chain else (None, [])
    found = in_order([*read.found, *more])
    newer = [finding for finding in found if finding.code == "E003"]
    if newer:  # what else is wrong may be right in that version
        return None, newer
    if spec is None or errors(found):
        return None, found
    return replace(spec, findings=tuple(found)), found


def load(path: StrPath) -> Spec:
    """Load a spec from a file.

    Raises:
        SpecError: the file cannot be read, or what it says is wrong.
    """
    return _spec_or_error(*read_spec_file(path))


def loads(text: str, name: str = "spec") -> Spec:
    """Load a spec from text.

    Args:
        text: the spec; it is in no folder, and so can name no other file.
        name: what findings and reports call it.

    Raises:
        SpecError: what the text says is wrong.
    """
    return _spec_or_error(*read_spec(Source(name, text)))


def _spec_or_error(spec: Spec | None, found: list[Finding]) -> Spec:
    if spec is None:
        raise SpecError(errors(found))
    return spec


# ------------------------------------------------------------------ figures


def read_figures(spec: Spec, given: FiguresGiven) -> tuple[Figures, list[Finding]]:
    """Read figures from where they are given, under the spec's names.

    Args:
        spec: the spec whose indicators and areas they are.
        given: the path of a file or the address of a database, or several; a data frame;
            records with keys named like columns; a mapping from `(indicator, area, year)` to
            values; or figures already read.
    """
    if isinstance(given, Figures):
        return given, []
    rows, found = _read(given).named(spec)
    figures, more = matched(spec, rows)
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


# ------------------------------------------------------------------ verdicts


def evaluate(
    spec: Spec,
    figures: FiguresGiven,
    as_of: str | int | Period | None = None,
    area: str | None = None,
) -> Report:
    """Judge a spec on figures.

    Args:
        spec: the spec.
        figures: see `read_figures`.
        as_of: the year judged, by default the latest that any judged target has a figure for.
        area: the area judged, by default the agreement's own.

    Raises:
        FiguresError: the figures cannot be read, or it is not clear what to judge.
    """
    asked = period_asked(as_of)
    table, found = read_figures(spec, figures)
    if errors(found):
        raise FiguresError(found)
    held, settled = _settled(spec, table, asked, area)
    setting = _setting_or_error(settled, found)
    found += [*settled.found, *disagreements(held, table, setting.area)]
    run = LocalEngine(lower(held, setting), setting.area).run(table)
    return Report(held, setting, run, (*held.findings, *found), _version(spec, setting.as_of))


def _version(spec: Spec, period: Period) -> Version | None:
    """Since when the wording in force in a period is in force, and why."""
    return spec.versions[spec.begun(period) - 1] if spec.versions else None


def _settled(
    spec: Spec, figures: Figures, asked: Period | None, area: str | None
) -> tuple[Spec, Settled]:
    """The wording in force in the period judged, and its setting."""
    if asked is None:
        settled = settle(spec, figures, None, area)
        if settled.setting is None or spec.in_force(settled.setting.as_of) is spec:
            return spec, settled
        asked = settled.setting.as_of
    held = spec.in_force(asked)
    return held, settle(held, figures, asked, area)


def _setting_or_error(settled: Settled, found: Sequence[Finding] = ()) -> Setting:
    if settled.setting is None:
        raise FiguresError([*found, *settled.found])
    return settled.setting


class Judge:
    """A spec compiled for one year and area, to be called again and again.

    It holds nothing of any call, so that threads may share it. Of a spec with revisions it is
    the wording in force in that year.
    """

    def __init__(self, spec: Spec, setting: Setting, version: Version | None = None) -> None:
        self.spec = spec
        self.setting = setting
        self.version = version
        self._engine = LocalEngine(lower(spec, setting), setting.area)

    def __call__(self, figures: FiguresGiven) -> Report:
        """Judge figures; a mapping from `(indicator, area, year)` to values is the fastest way.

        In a mapping names are the spec's ids, and values that are no finite numbers count as
        missing.

        Raises:
            FiguresError: the figures cannot be read.
        """
        if isinstance(figures, Mapping):
            run = self._engine.run(figures)
            return Report(self.spec, self.setting, run, self.spec.findings, self.version)
        table, found = read_figures(self.spec, figures)
        if errors(found):
            raise FiguresError(found)
        found += disagreements(self.spec, table, self.setting.area)
        told = (*self.spec.findings, *found)
        return Report(self.spec, self.setting, self._engine.run(table), told, self.version)


def compile(spec: Spec, as_of: str | int | Period, area: str | None = None) -> Judge:
    """Compile a spec for one year and area.

    Args:
        spec: the spec; every trajectory in it states its start.
        as_of: the year judged.
        area: the area judged, by default the agreement's own.

    Raises:
        FiguresError: something that figures would decide has to be stated.
    """
    asked = cast("Period", period_asked(as_of))
    held = spec.in_force(asked)
    setting = _setting_or_error(settle_without_figures(held, asked, area))
    return Judge(held, setting, _version(spec, asked))
