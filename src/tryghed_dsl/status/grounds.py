"""What a report rests on: its figures, who makes them, what is missing, and how it was judged."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from tryghed_dsl.renderers.words import flag_word
from tryghed_dsl.report.chance import Method
from tryghed_dsl.report.needed import Needed, needed
from tryghed_dsl.report.period_words import named_period
from tryghed_dsl.report.report import Evidence, Report
from tryghed_dsl.report.wording import quantity, shortened
from tryghed_dsl.status.model import FigureRow, Wanting
from tryghed_dsl.status.words import Words
from tryghed_dsl.text.language import decimal
from tryghed_dsl.version import __version__

_METHODS = {
    Method.OWN: "the limits that the figures themselves give",
    Method.POISSON: "exact Poisson limits",
    Method.BYAR: "Byar's limits for counts",
    Method.WILSON: "Wilson's limits for shares",
    Method.NEWCOMBE: "Newcombe's limits for two shares (method 10)",
    Method.ADDED: "limits that are added up from those of the parts",
}


def wanting(report: Report, say: Words) -> tuple[Wanting, ...]:
    """The figures that kept targets from a verdict, and whom to ask for them."""
    return tuple(_wanting(need, report, say) for need in needed(report) if need.evidence is None)


def _wanting(need: Needed, report: Report, say: Words) -> Wanting:
    titles = {target.id: target.target.title for target in report}
    figure = say(
        "{indicator}, {area}, {period}",
        indicator=_title(report, need.indicator),
        area=_area(report, need.area),
        period=named_period(need.period, say.language),
    )
    ask = need.source or say("the spec names no source")
    return Wanting(figure, ask, tuple(titles[name] for name in need.targets))


def sources(reports: Sequence[Report], say: Words) -> tuple[str, ...]:
    """Who makes the figures that reports rest on."""
    named = (need.source for report in reports for need in needed(report))
    return tuple(dict.fromkeys(name for name in named if name)) or (
        say("The spec names no sources."),
    )


def method(reports: Sequence[Report], say: Words) -> tuple[str, ...]:
    """How reports on one spec were judged, in a few paragraphs."""
    return tuple(_method(reports, say))


def _method(reports: Sequence[Report], say: Words) -> Iterator[str]:
    yield say(
        "Each target was judged by the rule that the agreement's file {file} states, on the "
        "figures listed, by Tryghed {version}. Whoever has the file and the figures can repeat it.",
        file=_name(reports[0].spec.source.name),
        version=__version__,
    )
    yield say(
        "A target without the figures that it needs is not judged; a missing figure is never "
        "taken for zero."
    )
    used = {target.method for report in reports for target in report if target.lower is not None}
    names = [say(_METHODS[each]) for each in Method if each in used]
    if names:
        told = "; ".join(names)
        yield say("What chance can explain was found by {methods}.", methods=told)


def figure_rows(report: Report, say: Words) -> tuple[FigureRow, ...]:
    """Every figure that a verdict rests on, each once, in the order of the targets."""
    found: dict[tuple[str, str, str], FigureRow] = {}
    for target in report:
        for figure in target.evidence:
            key = (figure.indicator, figure.area, figure.period)
            found.setdefault(key, _figure(figure, report, say))
    return tuple(found.values())


def _figure(figure: Evidence, report: Report, say: Words) -> FigureRow:
    indicator = report.spec.indicators.get(figure.indicator)
    unit = indicator.unit if indicator else None
    value = say("suppressed")
    if figure.value is not None:
        value = quantity(shortened(figure.value), unit, say.language, decimal)
    return FigureRow(
        _title(report, figure.indicator),
        _area(report, figure.area),
        named_period(figure.period, say.language),
        value,
        ", ".join(flag_word(flag, say.language) for flag in figure.flags),
        _origin(figure, say),
    )


def _origin(figure: Evidence, say: Words) -> str:
    if figure.agreed:
        file = _name(figure.file or "")
        return say("stated in the agreement ({file}, line {row})", file=file, row=figure.row)
    place = figure.cell or (say("row {row}", row=figure.row) if figure.row else "")
    parts = (figure.file, figure.sheet, place, figure.origin)
    return ", ".join(part for part in parts if part)


def _name(path: str) -> str:
    """A file without its folders, which are of no use to those who get the report."""
    return PurePath(path).name


def _title(report: Report, indicator: str) -> str:
    known = report.spec.indicators.get(indicator)
    return known.title or known.id if known else indicator


def _area(report: Report, area: str) -> str:
    known = report.spec.areas.get(area)
    return known.title or known.id if known else area
