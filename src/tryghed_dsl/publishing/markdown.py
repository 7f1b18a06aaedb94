"""A status report in Markdown, for wikis and repositories."""

from collections.abc import Iterable, Iterator, Sequence

from tryghed_dsl.patterns import pattern
from tryghed_dsl.publishing.columns_used import columns_used
from tryghed_dsl.publishing.look import readable, sign
from tryghed_dsl.status.model import Change, Mark, Status, TargetPart
from tryghed_dsl.status.overview import AreaPart, Made, Overview, words_of
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.status.words import Words

_MARKED = pattern(r"[\\`*_\[\]<>|#~&$]")
# At the beginning of a line these make a list, a rule or a heading.
_BEGINNING = pattern(r"(?:[-+=](?=\s|[-+=]|$)|[0-9]+(?=[.)](?:\s|$)))")
_TICKS = pattern(r"`+")


def rendered(status: Status, theme: Theme) -> bytes:  # noqa: ARG001 -- Markdown has no look
    """The report."""
    return _joined(_Sections(status).all())


def rendered_areas(overview: Overview, theme: Theme) -> bytes:  # noqa: ARG001 -- the same
    """The reports of many areas."""
    return _joined(_areas(overview))


def _joined(blocks: Iterable[str]) -> bytes:
    return ("\n\n".join(blocks) + "\n").encode()


def _areas(overview: Overview) -> Iterator[str]:
    say, words = Words(overview.language), words_of(overview)
    yield from _beginning(overview)
    yield _paragraph(overview.summary)
    yield f"## {say('The areas')}"
    counts = [f"{sign(verdict)} {word}" for verdict, word in words.items()]
    rows = (
        [
            escaped(area.name),
            _marked(area.status.mark),
            escaped(area.told),
            *(str(area.count(verdict) or "–") for verdict in words),
        ]
        for area in overview.areas
    )
    yield _table([say("Area"), say("Verdict"), say("Targets"), *counts], rows)
    for area in overview.areas:
        yield from _Sections(area.status, level=3).of_area(area)
    yield from _grounds(overview)


class _Sections:
    """The sections of the report of one area, with headings of a level."""

    def __init__(self, status: Status, level: int = 2) -> None:
        self._status = status
        self._level = level
        self._say = Words(status.language)

    def of_area(self, area: AreaPart) -> Iterator[str]:
        """What stands below the overview of many areas."""
        status = self._status
        yield f"## {escaped(area.name)}: {_marked(status.mark)}"
        yield _paragraph(status.summary)
        if status.targets:
            yield self._targets()
        if status.full:
            yield from self._goals()
        yield from self._wanting()
        yield from self._figures()

    def all(self) -> Iterator[str]:
        """A report of its own."""
        status = self._status
        yield from _beginning(status)
        yield self._heading("Overall")
        yield f"{_marked(status.mark)}. {escaped(status.summary)}"
        if status.targets:
            yield self._heading("Targets")
            yield self._targets()
        yield from self._goals()
        yield from self._wanting()
        yield from _grounds(status)
        yield from self._figures()

    def _goals(self) -> Iterator[str]:
        status = self._status
        for goal in status.goals:
            yield f"{'#' * self._level} {escaped(goal.title) or self._say('Other targets')}"
            yield from self._parts(goal.targets)
        if status.watched:
            yield self._heading("Only watched")
            yield from self._parts(status.watched)

    def _heading(self, message: str) -> str:
        return f"{'#' * self._level} {self._say(message)}"

    def _table(self, titles: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
        return _table([self._say(title) for title in titles], rows)

    def _targets(self) -> str:
        rows = [part.row for part in self._status.targets]
        columns = columns_used(rows)
        titles = ("Target", "Verdict", *(column.title for column in columns))
        cells = (
            [escaped(row.title), _marked(row.mark), *(escaped(c.of(row)) for c in columns)]
            for row in rows
        )
        return self._table(titles, cells)

    def _parts(self, parts: Iterable[TargetPart]) -> Iterator[str]:
        for part in parts:
            yield f"#{'#' * self._level} {escaped(part.row.title)}: {_marked(part.row.mark)}"
            yield _paragraph(" ".join(part.sentences))
            if part.chart is not None:
                yield _paragraph(part.chart.alternative)
            if part.quote:
                yield f"> {_paragraph(part.quote)}"
            if self._status.full:
                yield f"{self._say('The rule')}: {_code(part.wording)}"

    def _wanting(self) -> Iterator[str]:
        if not self._status.wanting:
            return
        yield self._heading("Could not be judged")
        rows = (
            [escaped(each.figure), escaped(each.ask), escaped("; ".join(each.targets))]
            for each in self._status.wanting
        )
        yield self._table(("Missing figure", "Ask", "For"), rows)

    def _figures(self) -> Iterator[str]:
        if not (self._status.full and self._status.figures):
            return
        yield self._heading("Figures used")
        rows = (
            [escaped(t) for t in (f.title, f.area, f.period, f.value, f.flags, f.origin)]
            for f in self._status.figures
        )
        yield self._table(("Figure", "Area", "Period", "Value", "Flags", "Origin"), rows)


def _beginning(made: Made) -> Iterator[str]:
    yield f"# {escaped(made.title)}: {escaped(made.agreement)}"
    if made.notice:
        yield f"> **{escaped(made.notice)}**"
    yield "\n".join(f"- {escaped(name)}: {escaped(told)}" for name, told in made.facts)
    yield from (_paragraph(text) for text in made.introduction)


def _grounds(made: Made) -> Iterator[str]:
    """What has changed in the targets, and what the verdicts rest on."""
    say = Words(made.language)
    if made.since is not None:
        title = say("What has changed in the targets since {period}", period=made.since)
        yield f"## {escaped(title)}"
        changes = "\n".join(_changed(change, say) for change in made.changes)
        yield changes or say("Nothing has changed.")
    yield f"## {say('Method and sources')}"
    yield from (_paragraph(text) for text in made.method)
    yield "\n".join(f"- {escaped(source)}" for source in made.sources)


def _changed(change: Change, say: Words) -> str:
    told = [f"- **{escaped(change.title)}**: {escaped(change.kind)}."]
    if change.old:
        told.append(f"{say('Before')}: {_code(change.old)}.")
    if change.new:
        told.append(f"{say('Now')}: {_code(change.new)}.")
    if change.because:
        told.append(f"{say('Because')}: {escaped(change.because)}")
    return " ".join(told)


def _table(titles: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    named = [escaped(title) for title in titles]
    lines = [named, ["---"] * len(named), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def escaped(text: str) -> str:
    """Words on one line, in which nothing is a sign of Markdown or HTML."""
    return _MARKED.sub(r"\\\g<0>", readable(text))


def _paragraph(text: str) -> str:
    """Words that begin a line."""
    told = escaped(text)
    begins = _BEGINNING.match(told)
    if begins is None:
        return told
    at = begins.end() if begins[0].isdigit() else 0
    return f"{told[:at]}\\{told[at:]}"


def _code(text: str) -> str:
    """Words as they are typed, between more backticks than they have in a row."""
    told = readable(text)
    longest = max((len(ticks) for ticks in _TICKS.findall(told)), default=0)
    fence = "`" * (longest + 1)
    room = " " if longest else ""
    return f"{fence}{room}{told}{room}{fence}"


def _marked(mark: Mark) -> str:
    return f"{sign(mark.verdict)} **{escaped(mark.word)}**"
