"""Where the floors meet: text to checked spec, figures to verdicts."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, cast, overload

from tryghed_dsl.check.model import Spec, Version
from tryghed_dsl.check.versions import check_versions
from tryghed_dsl.collecting import paused
from tryghed_dsl.core.lower.program import lower
from tryghed_dsl.core.setting import Setting
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.domain.period import Period
from tryghed_dsl.engines.local import LocalEngine
from tryghed_dsl.engines.plain_records import PlainRecords, plain_records
from tryghed_dsl.figures.agreement import disagreements
from tryghed_dsl.figures.naming import Known
from tryghed_dsl.files import StrPath
from tryghed_dsl.findings.finding import Finding, errors, in_order
from tryghed_dsl.findings.most import at_most
from tryghed_dsl.findings.raised import FiguresError, SpecError
from tryghed_dsl.given import FiguresGiven, period_asked, read_figures
from tryghed_dsl.records import replace
from tryghed_dsl.report.report import Report
from tryghed_dsl.report.starting import starting
from tryghed_dsl.setting.settle import Settled, settle, settle_without_figures
from tryghed_dsl.sources import Gathered, gather_as, gather_file, gather_text
from tryghed_dsl.text.source import Source, Span

if TYPE_CHECKING:
    from tryghed_dsl.engines.spark import Session
    from tryghed_dsl.everywhere.verdicts import Verdicts

# Most are dictionaries, and what they are is soon told.
_MAPPINGS = (dict, Mapping)

# ------------------------------------------------------------------ specs


def read_spec(source: Source) -> tuple[Spec | None, list[Finding]]:
    """Parse and check a source: the spec, or None where an error stands in the way."""
    with paused():
        return _told(*_checked(gather_text(source)))


def read_spec_file(path: StrPath) -> tuple[Spec | None, list[Finding]]:
    """Read, parse and check a spec's file, with those that it uses, revises and quotes."""
    with paused():
        return _told(*_checked(gather_file(path)))


def read_gathered(read: Gathered) -> tuple[Spec | None, list[Finding]]:
    """Check a spec that was gathered already, as `read_spec` does one that it reads."""
    with paused():
        return _told(*_checked(read))


def all_found(source: Source, path: StrPath | None = None) -> list[Finding]:
    """Everything that is found in a source, however much.

    Args:
        source: the spec.
        path: the file that it is to be read as, whatever stands there; without one it is in no
            folder, and can name no other file.
    """
    with paused():
        return _checked(gather_text(source) if path is None else gather_as(source, path))[1]


def _checked(read: Gathered) -> tuple[Spec | None, list[Finding]]:
    """The spec, or None where an error stands in the way; each mistake is told once."""
    spec, found = checked(read)
    return spec, found if spec is not None else told_once(read, found)


def checked(read: Gathered) -> tuple[Spec | None, list[Finding]]:
    """Check what was read: the spec, or None where an error stands in the way; all findings."""
    spec, more = check_versions(read.chain, read.document) if read.chain else (None, [])
    found = in_order([*read.found, *more])
    newer = [finding for finding in found if finding.code == "E003"]
    if newer:  # what else is wrong may be right in that version
        return None, newer
    if spec is None or errors(found):
        return None, found
    return spec, found


def _told(spec: Spec | None, found: list[Finding]) -> tuple[Spec | None, list[Finding]]:
    """A spec and what was found in it, as much as anybody would read."""
    told = at_most(found)
    return None if spec is None else replace(spec, findings=tuple(told)), told


def told_once(read: Gathered, found: list[Finding]) -> list[Finding]:
    """What was found, each mistake in the words of a spec told once, with what mends it.

    The spec is read again with each change that may be meant, which takes its time.
    """
    from tryghed_dsl.mending.mend import of_one_file  # noqa: PLC0415 -- only for mistakes

    for source in read.sources:
        found = of_one_file(source, found, partial(_found_with, read, source))
    return in_order(found)


def _found_with(read: Gathered, source: Source, other: Source) -> list[Finding]:
    """What is found where one file says something else."""
    changed = read.with_file(source, other)
    if not changed.holds_together:  # a change that loses what is revised cannot be meant
        return [*changed.found, Finding("E219", (Span(other, 0, 0),), {"word": "revises"})]
    _, more = check_versions(changed.chain, changed.document) if changed.chain else (None, [])
    return [*changed.found, *more]


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


# ------------------------------------------------------------------ verdicts


@overload
def evaluate(
    spec: Spec,
    figures: FiguresGiven,
    as_of: str | int | Period | None = None,
    area: str | None = None,
) -> Report: ...


@overload
def evaluate(
    spec: Spec,
    figures: FiguresGiven,
    as_of: str | int | Period | None = None,
    *,
    areas: str | Iterable[str],
    engine: "str | Session | None" = None,
    columns: Sequence[str] | None = None,
) -> "Verdicts": ...


def evaluate(  # noqa: PLR0913 -- one place to judge, however many areas
    spec: Spec,
    figures: FiguresGiven,
    as_of: str | int | Period | None = None,
    area: str | None = None,
    *,
    areas: str | Iterable[str] | None = None,
    engine: "str | Session | None" = None,
    columns: Sequence[str] | None = None,
) -> "Report | Verdicts":
    """Judge a spec on figures, in one area or in many.

    Args:
        spec: the spec.
        figures: see `read_figures`.
        as_of: the year judged, by default the latest that any judged target has a figure for.
        area: the area judged, by default the agreement's own.
        areas: the areas judged, if there are many: their names, a list of the spec's, or `all`
            that have figures. The answer is then a table with a row for each area and target.
        engine: `local` for one area after the other, `duckdb` for a query in the embedded
            database, the address of a master of Spark or a session for its cluster; by default
            what suits the figures. Only for many areas.
        columns: what is wanted of each target besides its verdict and reason, by default all
            that reports have. Only for many areas.

    Raises:
        FiguresError: the figures cannot be read, or it is not clear what to judge.
    """
    asked = period_asked(as_of)
    if areas is not None:
        with paused():
            from tryghed_dsl.everywhere.judging import Wanted, judge_areas  # noqa: PLC0415 -- SQL

            return judge_areas(spec, figures, asked, Wanted(areas, engine, columns))
    table, found = read_figures(spec, figures)
    if errors(found):
        raise FiguresError(found)
    held, settled = _settled(spec, table, asked, area)
    setting = _setting_or_error(settled, found)
    found += [*settled.found, *disagreements(held, table, setting.area)]
    run = LocalEngine(lower(held, setting), setting.area).run(table)

    @cache
    def told() -> tuple[Finding, ...]:
        return (*held.findings, *found, *starting(held, setting, run, table))

    return Report(held, setting, run, told, _version(spec, setting.as_of))


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
        missing. Nearly as fast is a list of dictionaries with the keys `indicator`, `area`,
        `period` and `value` alone, where names are ids, periods years and values numbers.

        Raises:
            FiguresError: the figures cannot be read.
        """
        if isinstance(figures, _MAPPINGS):
            run = self._engine.run_plain(figures)
            return Report(self.spec, self.setting, run, self.spec.findings, self.version)
        plain = plain_records(figures, *self._ids)
        if plain is not None:
            return self._of_records(plain)
        table, found = read_figures(self.spec, figures)
        if errors(found):
            raise FiguresError(found)
        told = self._told(table, found)
        return Report(self.spec, self.setting, self._engine.run(table), told, self.version)

    def _of_records(self, plain: PlainRecords) -> Report:
        """Judge plain records; reading them in full is left until more than numbers is asked for.

        In reading them nothing can be found that would stop it, for all their names are ids and
        no figure comes twice.
        """
        read = cache(lambda: read_figures(self.spec, plain))
        run = self._engine.run_checked(plain, lambda: read()[0])
        return Report(self.spec, self.setting, run, lambda: self._told(*read()), self.version)

    def _told(self, figures: Figures, found: Iterable[Finding] = ()) -> tuple[Finding, ...]:
        """What is told of the spec, and of figures and their reading."""
        differing = disagreements(self.spec, figures, self.setting.area)
        return (*self.spec.findings, *found, *differing)

    @cached_property
    def _ids(self) -> tuple[frozenset[str], frozenset[str]]:
        """The ids of indicators with figures, and of areas, that figures are sure to mean."""
        known, indicators = Known(self.spec), self.spec.indicators.values()
        given = (indicator.id for indicator in indicators if indicator.formula is None)
        return (
            frozenset(own for own in given if known.indicators.found(own) == (own, False)),
            frozenset(own for own in self.spec.areas if known.areas.found(own) == (own, False)),
        )


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
