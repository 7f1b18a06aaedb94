"""A status report in Markdown, for wikis and repositories."""

from collections.abc import Iterable, Iterator, Sequence

from tryghed_dsl.patterns import pattern
from tryghed_dsl.publishing.columns_used import columns_used
from tryghed_dsl.publishing.look import readable, sign
from tryghed_dsl.status.model import Change, Mark, Status, TargetPart
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.status.words import Words

_MARKED = pattern(r"[\\`*_\[\]<>|#~&$]")
# At the beginning of a line these make a list, a rule or a heading.
_BEGINNING = pattern(r"(?:[-+=](?=\s|[-+=]|$)|[0-9]+(?=[.)](?:\s|$)))")
_TICKS = pattern(r"`+")


def rendered(status: Status, theme: Theme) -> bytes:  # noqa: ARG001 -- Markdown has no look
    """The report."""
    return ("\n\n".join(_Markdown(status).blocks()) + "\n").encode()


class _Markdown:
    def __init__(self, status: Status) -> None:
        self._status = status
        self._say = Words(status.language)

    def blocks(self) -> Iterator[str]:
        status = self._status
        yield f"# {escaped(status.title)}: {escaped(status.agreement)}"
        if status.notice:
            yield f"> **{escaped(status.notice)}**"
        yield "\n".join(f"- {escaped(name)}: {escaped(told)}" for name, told in status.facts)
        yield self._heading("Overall")
        yield f"{_marked(status.mark)}. {escaped(status.summary)}"
        yield from (_paragraph(text) for text in status.introduction)
        if status.targets:
            yield self._heading("Targets")
            yield self._targets()
        for goal in status.goals:
            yield f"## {escaped(goal.title) or self._say('Other targets')}"
            yield from self._parts(goal.targets)
        if status.watched:
            yield self._heading("Only watched")
            yield from self._parts(status.watched)
        yield from self._wanting()
        yield from self._changes()
        yield self._heading("Method and sources")
        yield from (_paragraph(text) for text in status.method)
        yield "\n".join(f"- {escaped(source)}" for source in status.sources)
        yield from self._figures()

    def _heading(self, message: str, **blanks: object) -> str:
        return f"## {escaped(self._say(message, **blanks))}"

    def _table(self, titles: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
        named = [escaped(self._say(title)) for title in titles]
        lines = [named, ["---"] * len(named), *rows]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

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
            yield f"### {escaped(part.row.title)}: {_marked(part.row.mark)}"
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

    def _changes(self) -> Iterator[str]:
        status = self._status
        if status.since is None:
            return
        yield self._heading("What has changed in the targets since {period}", period=status.since)
        if not status.changes:
            yield self._say("Nothing has changed.")
            return
        yield "\n".join(self._changed(change) for change in status.changes)

    def _changed(self, change: Change) -> str:
        told = [f"- **{escaped(change.title)}**: {escaped(change.kind)}."]
        if change.old:
            told.append(f"{self._say('Before')}: {_code(change.old)}.")
        if change.new:
            told.append(f"{self._say('Now')}: {_code(change.new)}.")
        if change.because:
            told.append(f"{self._say('Because')}: {escaped(change.because)}")
        return " ".join(told)

    def _figures(self) -> Iterator[str]:
        if not (self._status.full and self._status.figures):
            return
        yield self._heading("Figures used")
        rows = (
            [escaped(t) for t in (f.title, f.area, f.period, f.value, f.flags, f.origin)]
            for f in self._status.figures
        )
        yield self._table(("Figure", "Area", "Period", "Value", "Flags", "Origin"), rows)


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
