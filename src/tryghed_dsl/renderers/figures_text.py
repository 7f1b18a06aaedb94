"""What was read from files of figures, as text: what is what, and a grid of what there is."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from tryghed_dsl.domain.period import Period
from tryghed_dsl.figures.overview import Line, Overview, Said
from tryghed_dsl.renderers.words import either
from tryghed_dsl.text.language import Language, number

_MOST_LINES = 40
_NAME, _LEAST_NAME = 38, 12
_THERE, _GAP = "x", "·"
_WHAT = {
    "indicator": ("indicator", "indikator"),
    "area": ("area", "område"),
    "period": ("period", "periode"),
    "other": ("also by", "også efter"),
}
_PLACE = {
    "title": ("from the title", "fra titlen"),
    "sheet": ("from the sheet's name", "fra arkets navn"),
    "file": ("from the file's name", "fra filens navn"),
    "corner": ("from the heading over names", "fra overskriften over navnene"),
    "project": ("from tryghed.toml", "fra tryghed.toml"),
}


def figures_text(read: Iterable[Overview], language: Language, width: int) -> str:
    """What was read, table by table."""
    return "\n\n".join("\n".join(_Table(each, language, width).lines()) for each in read) + "\n"


class _Table:
    def __init__(self, read: Overview, language: Language, width: int) -> None:
        self._read = read
        self._language = language
        self._width = width

    def _say(self, english: str, danish: str) -> str:
        return either(self._language, english, danish)

    def lines(self) -> Iterator[str]:
        yield from wrap(self._head(), self._width, subsequent_indent="  ")
        for said in self._read.said:
            yield from wrap(
                self._said(said), self._width, initial_indent="  ", subsequent_indent="    "
            )
        if self._read.lines:
            yield ""
            yield from self._grid()

    def _head(self) -> str:
        read = self._read
        place = (
            f"{read.file}, {self._say('sheet', 'ark')} {read.sheet}" if read.sheet else read.file
        )
        counts = [f"{number(read.figures, self._language)} {self._say('figures', 'tal')}"]
        if read.missing:
            counts.append(
                f"{number(read.missing, self._language)} {self._say('missing', 'mangler')}"
            )
        if read.taken not in (0, read.figures):
            taken = number(read.taken, self._language)
            counts.append(f"{taken} {self._say('of them taken', 'af dem brugt')}")
        return f"{place}: {', '.join([*counts, self._layout()])}"

    def _layout(self) -> str:
        known = {
            "long": self._say("one figure a row", "ét tal i hver række"),
            "wide": self._say("several figures a row", "flere tal i hver række"),
            "events": self._say("one event a row", "én hændelse i hver række"),
        }
        return known.get(self._read.layout, self._read.layout)

    def _said(self, said: Said) -> str:
        what = self._say(*_WHAT[said.what])
        first = ", ".join(f"`{text}`" for text in said.first)
        if said.place is not None:
            return f"{what}: {first} ({self._say(*_PLACE[said.place])})"
        heading = f" `{said.name}`" if said.name else ""
        more = ", …" if said.categories > len(said.first) else ""
        return f"{what}{heading}: {number(said.categories, self._language)} ({first}{more})"

    # -------------------------------------------------------------- the grid

    def _grid(self) -> Iterator[str]:
        shown = self._read.lines[:_MOST_LINES]
        periods = [str(period) for period in self._read.periods]
        name = min(_NAME, max(_LEAST_NAME, *(len(self._name(line)) for line in shown)))
        if 2 + name + sum(len(period) + 1 for period in periods) <= self._width:
            yield "  " + " " * name + "".join(f" {period}" for period in periods)
            for line in shown:
                marks = (
                    f" {(_THERE if period in line.periods else _GAP):^{len(str(period))}}"
                    for period in self._read.periods
                )
                yield f"  {self._cut(line, name)}{''.join(marks)}".rstrip()
        else:
            for line in shown:
                text = f"{self._cut(line, name)} {self._runs(line)}"
                yield from wrap(
                    text, self._width, initial_indent="  ", subsequent_indent=" " * (3 + name)
                )
        left = len(self._read.lines) - len(shown)
        if left:
            more = number(left, self._language)
            yield self._say(f"  … and {more} more", f"  … og {more} til")

    def _name(self, line: Line) -> str:
        return " · ".join(line.labels)

    def _cut(self, line: Line, room: int) -> str:
        return f"{_shortened(self._name(line), room):<{room}}"

    def _runs(self, line: Line) -> str:
        """The periods of a series, neighbours as one range."""
        runs: list[list[Period]] = []
        for period in self._read.periods:
            if period not in line.periods:
                continue
            if runs and period == runs[-1][-1].plus(1):
                runs[-1].append(period)
            else:
                runs.append([period])
        return ", ".join(_range(run) for run in runs)


def _range(run: Sequence[Period]) -> str:
    return str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}"


def _shortened(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - 1] + "…"
