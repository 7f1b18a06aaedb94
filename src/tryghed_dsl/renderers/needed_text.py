"""The figures that a spec needs, as a list for whoever has to find them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap

from tryghed_dsl.renderers.style import Style, plain
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.needed import Needed, needed
from tryghed_dsl.report.report import Report
from tryghed_dsl.text.language import Language, number

_MISSING_COLOUR = "red"


def needed_text(report: Report, language: Language, style: Style = plain, width: int = 80) -> str:
    """The figures by who makes them, with the place of each, or that it is missing."""
    return "\n".join(_List(report, language, style, width).lines()) + "\n"


class _List:
    def __init__(self, report: Report, language: Language, style: Style, width: int) -> None:
        self._report = report
        self._language = language
        self._style = style
        self._width = width
        self._needed = needed(report)

    def _say(self, english: str, danish: str) -> str:
        return either(self._language, english, danish)

    def lines(self) -> Iterator[str]:
        yield from wrap(self._head(), self._width)
        columns = self._columns()
        by_source = sorted(self._needed, key=lambda need: need.source or "")
        for source, needs in groupby(by_source, key=lambda need: need.source):
            listed = list(needs)
            yield ""
            yield from wrap(self._source(source, listed), self._width)
            for need in listed:
                yield from self._need(need, columns)

    def _head(self) -> str:
        spec = self._report.spec
        name = spec.agreement.title if spec.agreement else spec.source.name
        as_of = f"{self._say('as of', 'status')} {self._report.as_of}"
        at_hand = sum(need.evidence is not None for need in self._needed)
        whole, there = number(len(self._needed), self._language), number(at_hand, self._language)
        counts = self._say(
            f"figures needed: {whole}, of which at hand: {there}",
            f"tal, der skal bruges: {whole}, heraf til stede: {there}",
        )
        return f"{name} · {as_of}: {counts}"

    def _source(self, source: str | None, needs: Sequence[Needed]) -> str:
        named = source or self._say("the spec names no source", "aftalefilen nævner ingen kilde")
        missing = sum(need.evidence is None for need in needs)
        if not missing:
            return f"{named}: {self._say('all there', 'alle er der')}"
        count = number(missing, self._language)
        return f"{named}: {self._say(f'{count} missing', f'{count} mangler')}"

    def _columns(self) -> tuple[int, int, int]:
        rows = [(need.indicator, need.area, need.period) for need in self._needed]
        first, second, third = (
            (max(map(len, column), default=0) for column in zip(*rows, strict=True))
            if rows
            else (0, 0, 0)
        )
        return first, second, third

    def _need(self, need: Needed, columns: tuple[int, int, int]) -> list[str]:
        names = zip((need.indicator, need.area, need.period), columns, strict=True)
        lead = "  " + "  ".join(f"{name:<{room}}" for name, room in names) + "  "
        if need.evidence is None:
            return [lead + self._style(self._missing(need), _MISSING_COLOUR)]
        return [lead + self._place(need)]

    def _missing(self, need: Needed) -> str:
        word = self._say("missing", "mangler")
        parts = need.missing and need.missing.parts
        if parts:
            return f"{word} ({parts[0]} {self._say('of', 'af')} {parts[1]})"
        return word

    def _place(self, need: Needed) -> str:
        figure = need.evidence
        assert figure is not None  # noqa: S101 -- asked for what is there only
        if figure.cell is not None:
            return " ".join(
                [figure.file or "", "!".join(p for p in (figure.sheet, figure.cell) if p)]
            )
        row = "" if figure.row is None else f"{self._say('row', 'række')} {figure.row}"
        return " ".join(part for part in (figure.file, figure.sheet, row) if part)
