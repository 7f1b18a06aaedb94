"""What was read from files of figures, as text: what is what, and a grid of what there is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from tryghed_dsl.domain.period import Period
from tryghed_dsl.figures.overview import Line, Overview, Said
from tryghed_dsl.renderers.words import either
from tryghed_dsl.text.language import Language, number

_MOST_LINES = 40
_NAME, _LEAST_NAME = 38, 12
_THERE, _GAP = "x", ".."
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
    tables = list(read)
    titles = _titles(tables)
    texts = (
        "\n".join(_Table(each, titles.get(place, ""), language, width).lines())
        for place, each in enumerate(tables)
    )
    return "\n\n".join(texts) + "\n"


def _titles(tables: Sequence[Overview]) -> Mapping[int, str]:
    """The titles that tell several tables of one sheet apart."""
    found: dict[int, str] = {}
    for place, each in enumerate(tables):
        others = [
            o for o in tables if o is not each and (o.file, o.sheet) == (each.file, each.sheet)
        ]
        theirs = {title for other in others for title in other.titles}
        own = next((title for title in each.titles if title not in theirs), "")
        if others and own:
            found[place] = own
    return found


class _Table:
    def __init__(self, read: Overview, title: str, language: Language, width: int) -> None:
        self._read = read
        self._title = title
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
        place = f"{place}, {self._title}" if self._title else place
        figures = "figure" if read.figures == 1 else "figures"
        counts = [f"{number(read.figures, self._language)} {self._say(figures, 'tal')}"]
        if read.missing:
            counts.append(
                f"{number(read.missing, self._language)} {self._say('missing', 'mangler')}"
            )
        if read.taken is not None and read.taken != read.figures:
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
        lines = self._read.lines
        shared = _shared(lines)
        if shared:
            common = " · ".join(lines[0].labels[place] for place in shared)
            yield from wrap(f"{common}:", self._width, initial_indent="  ", subsequent_indent="  ")
        shown = [_without(line, shared) for line in lines[:_MOST_LINES]]
        name = min(_NAME, max(_LEAST_NAME, *(len(_name(line)) for line in shown)))
        periods = [self._period(period) for period in self._read.periods]
        if 2 + name + sum(len(period) + 1 for period in periods) <= self._width:
            yield from self._marked(shown, name, periods)
        else:
            for line in shown:
                text = f"{_cut(line, name)} {self._runs(line)}"
                yield from wrap(
                    text, self._width, initial_indent="  ", subsequent_indent=" " * (3 + name)
                )
        left = len(lines) - len(shown)
        if left:
            more = number(left, self._language)
            yield self._say(f"  … and {more} more", f"  … og {more} til")

    def _marked(self, shown: Iterable[Line], name: int, periods: Sequence[str]) -> Iterator[str]:
        """A mark for each period."""
        yield "  " + " " * name + "".join(f" {period}" for period in periods)
        for line in shown:
            marks = (
                f" {(_THERE if period in line.periods else _GAP):^{len(text)}}"
                for period, text in zip(self._read.periods, periods, strict=True)
            )
            yield f"  {_cut(line, name)}{''.join(marks)}".rstrip()

    def _period(self, period: Period) -> str:
        """A period, with a Danish quarter as Danes write it."""
        text = str(period)
        return self._say(text, text.replace("Q", "K"))

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
        return ", ".join(self._range(run) for run in runs)

    def _range(self, run: Sequence[Period]) -> str:
        first = self._period(run[0])
        return first if len(run) == 1 else f"{first}–{self._period(run[-1])}"


def _shared(lines: Sequence[Line]) -> list[int]:
    """The places of the labels that several lines have in common."""
    lengths = {len(line.labels) for line in lines}
    if len(lines) == 1 or len(lengths) > 1:
        return []
    places = range(lengths.pop())
    return [place for place in places if len({line.labels[place] for line in lines}) == 1]


def _without(line: Line, shared: Sequence[int]) -> Line:
    own = (label for place, label in enumerate(line.labels) if place not in shared)
    return Line(tuple(own), line.periods)


def _name(line: Line) -> str:
    return " · ".join(line.labels)


def _cut(line: Line, room: int) -> str:
    """A line's name in its room; the longest of its labels is shortened."""
    labels = list(line.labels)
    over = len(_name(line)) - room
    if over > 0:
        longest = max(range(len(labels)), key=lambda place: len(labels[place]))
        labels[longest] = labels[longest][: max(1, len(labels[longest]) - over - 1)] + "…"
    text = " · ".join(labels)
    return f"{text if len(text) <= room else text[: room - 1] + '…':<{room}}"
