"""The small chart of a target, as SVG and PNG; readable in black and white.

Lines differ by dash and marker, not by colour alone, and each is named at its end.
"""

from collections.abc import Iterator, Sequence

from tryghed_dsl.publishing.look import accent as accent_of
from tryghed_dsl.publishing.look import colour as colour_of
from tryghed_dsl.publishing.look import readable
from tryghed_dsl.publishing.look import sign as sign_of
from tryghed_dsl.publishing.pens import as_png, as_svg
from tryghed_dsl.publishing.scales import Scale, scale
from tryghed_dsl.publishing.shapes import (
    Disc,
    Drawn,
    Patch,
    Place,
    Shape,
    Stroke,
    Text,
    width_of,
    wrapped,
)
from tryghed_dsl.records import dataclass
from tryghed_dsl.status.model import Chart, Line
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.status.words import Words
from tryghed_dsl.text.language import Language, number

WIDTH, HEIGHT = 600, 230
_SIZE, _SMALL = 12.0, 10.5
_LINE, _BOLD = 15.0, 1.15
_GREY, _FAINT, _BAND, _BLACK = "#4a4a4a", "#d9d9d9", "#d3dbe3", "#1a1a1a"
_DASHED, _DOTTED = (7.0, 4.0), (2.0, 3.5)
_NAMES = 0.24  # of the width, at most, for the names of lines
_HALF = 7.0  # of the stroke that stands for a line of one point


def svg(chart: Chart, theme: Theme, width: float = WIDTH, *, titled: bool = True) -> str:
    """A chart as an SVG element, with its words as text and nothing that is fetched.

    Args:
        chart: the chart.
        theme: its colours and font.
        width: its width; its words are twelve units high.
        titled: whether it is to have its title, and not only its unit.
    """
    return as_svg(drawn(chart, theme, width, titled=titled), theme)


def png(chart: Chart, theme: Theme, width: float = WIDTH) -> bytes:
    """A chart as a picture, fine enough for paper; a hundred units of width are an inch."""
    return as_png(drawn(chart, theme, width), theme)


def drawn(chart: Chart, theme: Theme, width: float = WIDTH, *, titled: bool = True) -> Drawn:
    """The chart's shapes; what is drawn last lies on top."""
    unit = f" ({chart.unit})" if chart.unit else ""
    title = f"{readable(chart.title)}{unit}" if titled else chart.unit
    shapes = tuple(_Drawing(chart, theme, width, title).shapes())
    return Drawn(width, HEIGHT, shapes, chart.alternative)


@dataclass(frozen=True, slots=True)
class _Name:
    """What is written at the end of a line."""

    lines: tuple[str, ...]
    y: float
    colour: str
    bold: bool = False


class _Drawing:
    def __init__(self, chart: Chart, theme: Theme, width: float, title: str) -> None:
        self._chart = chart
        self._theme = theme
        self._say = Words(chart.language)
        self._places = {period: place for place, period in enumerate(chart.periods)}
        self._title = wrapped(title, _SIZE, (width - 8) / _BOLD, 2)
        self._scale = _scale(chart)
        self._ticks = [_written(tick, chart.language) for tick in self._scale.ticks]
        self._names = list(self._named(width * _NAMES))
        named = [width_of(line, _SMALL) for name in self._names for line in name.lines]
        self._left = 14 + max(width_of(tick, _SMALL) for tick in self._ticks)
        self._right = width - 22 - max(named, default=0)
        self._top = 8 + _LINE * len(self._title) + _LINE
        self._bottom = HEIGHT - 24.0

    def shapes(self) -> Iterator[Shape]:
        chart = self._chart
        for place, words in enumerate(self._title):
            yield Text((4, 10 + _LINE * place), words, _SIZE, _BLACK, bold=True)
        yield from self._frame()
        yield from self._band()
        yield from self._marked()
        for line in (chart.path, chart.held_against):
            if line is not None:
                yield from self._line(line, _GREY, _DOTTED if line is chart.path else _DASHED)
        yield from self._own()
        yield from self._written_names()

    # ------------------------------------------------------------------ places

    def _x(self, period: str) -> float:
        """Where a period lies; half a step of room is left beside the axis."""
        step = (self._right - self._left) / len(self._places)
        return self._left + step * (self._places[period] + 0.5)

    def _y(self, value: float) -> float:
        return self._bottom - self._scale.share(value) * (self._bottom - self._top)

    def _parts(self, line: Line) -> Iterator[list[Place]]:
        """The places of a line, parted where a figure is missing."""
        known = {p.period: p.value for p in line.points if p.period in self._places}
        part: list[Place] = []
        for period in self._chart.periods if line is not self._chart.path else known:
            value = known.get(period)
            if value is not None:
                part.append((self._x(period), self._y(value)))
            elif part:
                yield part
                part = []
        if part:
            yield part

    # ------------------------------------------------------------------ shapes

    def _frame(self) -> Iterator[Shape]:
        chart, end = self._chart, self._right
        for tick, words in zip(self._scale.ticks, self._ticks, strict=True):
            y = self._y(tick)
            yield Stroke(((self._left, y), (end, y)), _GREY if tick == 0 else _FAINT, 1)
            yield Text((self._left - 6, y), words, _SMALL, _GREY, "end")
        if self._scale.ticks[0] < 0:
            yield Stroke(((self._left, self._bottom), (end, self._bottom)), _FAINT, 1)
        widest = max(width_of(period, _SMALL) for period in chart.periods) + 8
        every = -int(-widest // ((end - self._left) / len(chart.periods)))
        for period in chart.periods[::-1][::every]:
            x = self._x(period)
            yield Stroke(((x, self._bottom), (x, self._bottom + 4)), _GREY, 1)
            bold = period == chart.as_of
            yield Text((x, self._bottom + 14), period, _SMALL, _GREY, "middle", bold)

    def _band(self) -> Iterator[Shape]:
        """What chance leaves of each figure."""
        part: list[tuple[float, float, float]] = []
        known = {p.period: p for p in self._chart.own.points}
        for period in [*self._chart.periods, ""]:
            point = known.get(period)
            if point is not None and point.lower is not None and point.upper is not None:
                part.append((self._x(period), self._y(point.lower), self._y(point.upper)))
            elif part:
                yield _banded(part)
                part = []

    def _marked(self) -> Iterator[Shape]:
        """Lines across the chart, each under its word: breaks of the series, and the deadline."""
        room = self._left
        half = (self._right - self._left) / len(self._places) / 2
        for period in self._chart.breaks:
            if period not in self._places:
                continue
            x = self._x(period) - half
            yield Stroke(((x, self._top - 4), (x, self._bottom)), _BLACK, 1.2)
            words = self._say("series break")
            wide = width_of(words, _SMALL)
            if room <= x - wide / 2:
                yield Text((x, self._top - 11), words, _SMALL, _BLACK, "middle")
                room = x + wide / 2 + 4
        deadline = self._chart.deadline
        if deadline is not None and deadline in self._places:
            x = self._x(deadline)
            yield Stroke(((x, self._top - 4), (x, self._bottom)), _GREY, 1, _DOTTED)
            words = self._say("deadline")
            if room <= x - width_of(words, _SMALL) / 2:
                yield Text((x, self._top - 11), words, _SMALL, _GREY, "middle")

    def _line(self, line: Line, colour: str, dash: tuple[float, ...] = ()) -> Iterator[Shape]:
        for part in self._parts(line):
            if len(part) == 1 and dash:
                (x, y), *_ = part
                yield Stroke(((x - _HALF, y), (x + _HALF, y)), colour, 1.8)
            elif len(part) > 1:
                yield Stroke(tuple(part), colour, 2, dash)

    def _own(self) -> Iterator[Shape]:
        """The figures judged, and on the last the sign of the verdict."""
        chart, accent = self._chart, accent_of(self._theme)
        yield from self._line(chart.own, accent)
        for point in chart.own.points:
            if point.value is None or point.period not in self._places:
                continue
            place = (self._x(point.period), self._y(point.value))
            if point.period != chart.as_of:
                yield Disc(place, 3, accent, accent)
                continue
            colour = colour_of(chart.mark.verdict, self._theme)
            yield Disc(place, 8.5, "#ffffff", colour)
            yield Text(place, sign_of(chart.mark.verdict), _SIZE, colour, "middle", bold=True)

    # ------------------------------------------------------------------ names

    def _named(self, width: float) -> Iterator[_Name]:
        chart = self._chart
        values = [p.value for p in chart.own.points if p.value is not None]
        told = _written(values[-1], chart.language)
        unit = f" {chart.unit}" if chart.unit == "%" else ""
        yield _Name((f"{told}{unit}",), values[-1], accent_of(self._theme), bold=True)
        for line in (chart.held_against, chart.path):
            ends = [p.value for p in line.points if p.value is not None] if line else []
            if line is not None and ends:
                lines = wrapped(readable(line.name), _SMALL, width, 3)
                yield _Name(tuple(lines), ends[-1], _GREY)

    def _written_names(self) -> Iterator[Shape]:
        """The name of each line at its end, moved apart where they would lie on each other."""
        names = sorted(self._names, key=lambda name: -name.y)
        heights = [_LINE * 0.9 * len(name.lines) for name in names]
        wanted = [self._y(name.y) - height / 2 for name, height in zip(names, heights, strict=True)]
        tops = _apart(wanted, heights, self._bottom)
        for name, top in zip(names, tops, strict=True):
            for place, line in enumerate(name.lines):
                y = top + _LINE * 0.9 * (place + 0.5)
                yield Text((self._right + 8, y), line, _SMALL, name.colour, bold=name.bold)


def _scale(chart: Chart) -> Scale:
    lines = (chart.own, chart.held_against, chart.path)
    points = [point for line in lines if line is not None for point in line.points]
    values = [v for p in points for v in (p.value, p.lower, p.upper) if v is not None]
    whole = all(p.value == int(p.value) for p in chart.own.points if p.value is not None)
    return scale(values, whole=whole)


def _written(value: float, language: Language) -> str:
    return number(value, language).replace("-", "−")


def _banded(part: Sequence[tuple[float, float, float]]) -> Shape:
    """What lies between limits; those of one figure alone are a bar."""
    if len(part) == 1:
        ((x, lower, upper),) = part
        part = ((x - 3, lower, upper), (x + 3, lower, upper))
    below = [(x, lower) for x, lower, _ in part]
    return Patch((*below, *((x, upper) for x, _, upper in reversed(part))), _BAND)


def _apart(wanted: Sequence[float], heights: Sequence[float], bottom: float) -> list[float]:
    """Where names begin so that none lies on another, from the first at the top; none too low."""
    tops: list[float] = []
    for top in wanted:
        above = tops[-1] + heights[len(tops) - 1] if tops else top
        tops.append(max(top, above))
    limit = bottom + _LINE / 2
    for place in reversed(range(len(tops))):
        tops[place] = min(tops[place], limit - heights[place])
        limit = tops[place]
    return tops
