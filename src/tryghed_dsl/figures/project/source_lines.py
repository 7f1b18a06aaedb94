"""One source of a proposed project file: what was assumed of it, and what it leaves open."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from tryghed_dsl.check.model import Spec
from tryghed_dsl.figures.interpret import Interpreted
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.project.assumed import with_assumed
from tryghed_dsl.figures.project.remarks import Remarks
from tryghed_dsl.figures.project.said import own_lines, table_lines
from tryghed_dsl.figures.project.toml import array, dotted, quoted, short
from tryghed_dsl.figures.project.wanting import (
    Choice,
    Unknown,
    choices,
    likely,
    unclear_numbers,
    unclear_symbols,
    unknown_areas,
    unknown_indicators,
)
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.records import dataclass


@dataclass(frozen=True, slots=True)
class SourceLines:
    """Writes a source of one file.

    Attributes:
        name: the source's name.
        place: the line that says where it is: a file from the project file's folder, or a database.
        made: what its figures were taken to be.
        said: what had been said of it.
        found: what was found in reading it.
        spec: the spec, if there is one.
        words: the remarks.
    """

    name: str
    place: str
    made: Sequence[Interpreted]
    said: Options
    found: Sequence[Finding]
    spec: Spec | None
    words: Remarks

    def lines(self) -> list[str]:
        """The source's lines."""
        options = with_assumed(self.made, self.spec, self.said)
        over = ("sources", self.name)
        return [
            f"[{dotted(over)}]",
            self.place,
            *own_lines(options),
            *self._lacking(),
            *self._open(options),
            *self._tables(over, options),
        ]

    def _lacking(self) -> Iterator[str]:
        """Lines for what nothing in the file says."""
        if any(each.roles.indicator is None for each in self.made):
            yield f"# {self.words.no_indicator}"
            yield f"# indicator = {quoted(self._likely_indicator())}"
        if any(not each.roles.periods for each in self.made):
            yield f"# {self.words.no_period}"
            yield '# period = ""'

    def _likely_indicator(self) -> str:
        """The spec's id that is most like what stands over the figures; empty without one."""
        known = {} if self.spec is None else self.spec.indicators
        ids = {name: own.id for own in known.values() for name in (own.id, own.title) if name}
        over = [each.cube.sheet or "" for each in self.made]
        over += [title for each in self.made for title in each.cube.titles]
        near = (likely(short(text), ids) for text in (*over, PurePath(self.name).stem))
        return next((own for own in near if own is not None), "")

    def _open(self, options: Options) -> Iterator[str]:
        """Lines of the source's own that somebody has to decide on."""
        symbols = unclear_symbols([*self.found, *(f for each in self.made for f in each.found)])
        if symbols:
            yield f"# {', '.join(map(quoted, symbols))}: {self.words.symbols}"
            yield f"# zero = {array([*options.zero, *symbols])}"
            yield f"# missing = {array([*options.missing, *symbols])}"
        example, signs = unclear_numbers(self.found)
        if signs:
            yield f"# {self.words.decimal.format(example=quoted(short(example)))}"
            yield from (f"# decimal = {quoted(sign)}" for sign in signs)
        for choice in choices(self.made):
            yield f"# {quoted(choice.dimension)}: {self.words.sum}"
            yield f"# sum = {array([*options.sum, choice.dimension])}"

    def _tables(self, over: tuple[str, str], options: Options) -> Iterator[str]:
        """The tables of the source, each with lines that somebody has to decide on."""
        indicators = self._unknown(unknown_indicators(self.made, self.spec, options))
        areas = self._unknown(unknown_areas(self.made, self.spec, options))
        open_lines = {"indicators": indicators, "areas": areas}
        open_lines["select"] = [line for each in choices(self.made) for line in self._choice(each)]
        for table, entries in table_lines(options).items():
            wanting = open_lines.get(table, [])
            if entries or wanting:
                yield from ("", f"[{dotted((*over, table))}]", *entries, *wanting)

    def _unknown(self, unknown: Unknown) -> list[str]:
        if not unknown.names:
            return []
        lines = [f"# {quoted(name)} = {quoted(near or '')}" for name, near in unknown.names]
        more = [f"# {self.words.more.format(count=unknown.more)}"] if unknown.more else []
        return [f"# {self.words.unknown}", *lines, *more]

    def _choice(self, choice: Choice) -> list[str]:
        first, *others = map(quoted, choice.categories)
        names = ", ".join([*others, *(["…"] if choice.more else [])])
        line = f"# {quoted(choice.dimension)} = {first}  # {self.words.others.format(names=names)}"
        return [f"# {self.words.select}", line]
