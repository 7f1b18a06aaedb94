"""The small chart of a target, drawn as SVG or PNG; readable in black and white.

Lines differ by dash and marker, not by colour alone, and each is named at its end.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from tryghed_dsl.publishing.look import colour as colour_of
from tryghed_dsl.publishing.look import readable
from tryghed_dsl.publishing.look import sign as sign_of
from tryghed_dsl.status.model import Chart, Line
from tryghed_dsl.status.theme import Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_WIDTH, _HEIGHT = 6.0, 2.3  # inches
_DOTS = 200
_GREY, _BAND = "#4a4a4a", "#c9d3dc"
_FONT = "DejaVu Sans"


def svg(chart: Chart, theme: Theme) -> str:
    """A chart as an SVG element, with its words as text and nothing that is fetched."""
    out = StringIO()
    with _drawn(chart, theme) as figure:
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    text = out.getvalue()
    return text[text.index("<svg") :]


def png(chart: Chart, theme: Theme) -> bytes:
    """A chart as a picture, fine enough for paper."""
    out = BytesIO()
    with _drawn(chart, theme) as figure:
        figure.savefig(out, format="png", dpi=_DOTS, metadata={"Software": None})
    return out.getvalue()


@contextmanager
def _drawn(chart: Chart, theme: Theme) -> "Iterator[Figure]":
    import matplotlib as mpl  # noqa: PLC0415 -- slow to load, and only papers need it
    from matplotlib.figure import Figure  # noqa: PLC0415 -- the same

    settings = {
        "font.family": [theme.font or _FONT, _FONT],
        "font.size": 9,
        "svg.fonttype": "none",
        "svg.hashsalt": "tryghed",
        "axes.spines.top": False,
        "axes.spines.right": False,
    }
    with mpl.rc_context(settings):
        figure = Figure(figsize=(_WIDTH, _HEIGHT), layout="constrained")
        _Drawing(figure.subplots(), chart, theme).draw()
        yield figure


class _Drawing:
    def __init__(self, axes: "Axes", chart: Chart, theme: Theme) -> None:
        self._axes = axes
        self._chart = chart
        self._theme = theme
        self._places = {period: place for place, period in enumerate(chart.periods)}
        self._named: list[tuple[float, float, str, str]] = []

    def draw(self) -> None:
        self._band()
        self._breaks()
        chart = self._chart
        if chart.path is not None:
            self._line(chart.path, _GREY, ":", None)
        if chart.held_against is not None:
            self._line(chart.held_against, _GREY, "--", None)
        self._line(chart.own, self._theme.colours["accent"], "-", "o")
        self._judged()
        self._deadline()
        self._frame()
        self._names()

    def _xy(self, line: Line) -> tuple[list[int], list[float]]:
        points = [p for p in line.points if p.period in self._places]
        nan = float("nan")
        return (
            [self._places[p.period] for p in points],
            [nan if p.value is None else p.value for p in points],
        )

    def _line(self, line: Line, colour: str, dash: str, marker: str | None) -> None:
        xs, ys = self._xy(line)
        self._axes.plot(
            xs, ys, color=colour, linestyle=dash, marker=marker, markersize=4, linewidth=1.6
        )
        known = [(x, y) for x, y in zip(xs, ys, strict=True) if y == y]  # noqa: PLR0124 -- no nan
        if known:
            self._named.append((*known[-1], line.name, colour))

    def _band(self) -> None:
        """What chance leaves of each figure."""
        points = [p for p in self._chart.own.points if p.lower is not None and p.upper is not None]
        xs = [self._places[p.period] for p in points]
        lower = [p.lower or 0.0 for p in points]
        upper = [p.upper or 0.0 for p in points]
        if len(xs) > 1:
            self._axes.fill_between(xs, lower, upper, color=_BAND, linewidth=0, alpha=0.7)
        elif xs:
            self._axes.vlines(xs, lower, upper, color=_BAND, linewidth=4)

    def _breaks(self) -> None:
        for period in self._chart.breaks:
            if period in self._places:
                self._axes.axvline(self._places[period] - 0.5, color=_GREY, linewidth=1)

    def _judged(self) -> None:
        """The figure judged, with the sign of its verdict."""
        point = next((p for p in self._chart.own.points if p.period == self._chart.as_of), None)
        if point is None or point.value is None:
            return
        sign = sign_of(self._chart.mark.verdict)
        colour = colour_of(self._chart.mark.verdict, self._theme)
        place = (self._places[point.period], point.value)
        self._axes.plot(
            *place, marker="o", markersize=11, color="white", markeredgecolor=colour, zorder=4
        )
        self._axes.annotate(
            sign, place, ha="center", va="center", fontsize=8, color=colour, zorder=5
        )

    def _deadline(self) -> None:
        deadline = self._chart.deadline
        if deadline in self._places:
            self._axes.axvline(self._places[deadline], color=_GREY, linewidth=0.6, linestyle=":")

    def _frame(self) -> None:
        axes, periods = self._axes, self._chart.periods
        step = max(1, -(-len(periods) // 8))
        ticks = list(range(0, len(periods), step))
        axes.set_xticks(ticks, [periods[tick] for tick in ticks])
        axes.set_xlim(-0.3, len(periods) - 0.7 + 0.28 * len(periods))
        values = [p.value for p in self._chart.own.points if p.value is not None]
        if min(values) >= 0:
            axes.set_ylim(bottom=0)
        if self._chart.unit:
            axes.set_ylabel(self._chart.unit, rotation=0, ha="right", va="center")
        axes.tick_params(length=3)

    def _names(self) -> None:
        """The name of each line at its end, moved apart where they would lie on each other."""
        low, high = self._axes.get_ylim()
        gap = (high - low) * 0.13
        last = len(self._chart.periods) - 1
        for x, y, at, name, colour in _apart(self._named, gap):
            shown = readable(name)
            self._axes.annotate(
                shown, (x, y), xytext=(last + 0.25, at), va="center", color=colour, fontsize=8
            )


def _apart(
    named: Sequence[tuple[float, float, str, str]], gap: float
) -> Iterator[tuple[float, float, float, str, str]]:
    """Each name with the height at which it is written, none nearer to another than a gap."""
    before: float | None = None
    for x, y, name, colour in sorted(named, key=lambda each: each[1]):
        at = y if before is None else max(y, before + gap)
        before = at
        yield x, y, at, name, colour
