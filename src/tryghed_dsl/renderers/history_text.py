"""The verdicts of several years as a table, and the wordings that they were given by."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.renderers.style import VERDICT_COLOURS, Style, plain
from tryghed_dsl.renderers.words import either, verdict_word
from tryghed_dsl.report.history import HeldWording, History, TargetHistory
from tryghed_dsl.text.language import Language

WIDTH = 80
_INDENT, _GAP = 2, 2
_LONGEST_ID = 20
# As wide as the longest word of any verdict.
_NARROWEST = 8
_NOT_YET = "–"


def history_table(
    history: History, language: Language, style: Style = plain, width: int = WIDTH
) -> str:
    """Each target's verdict in each year, by goal, and then its wordings."""
    table = _Table(history, language, style, width)
    return "\n".join([*table.head(), *table.verdicts(), *table.wordings()]) + "\n"


class _Table:
    def __init__(self, history: History, language: Language, style: Style, width: int) -> None:
        self._history = history
        self._language = language
        self._style = style
        self._width = width
        names = [self._all(), *(target.id for target in history.targets)]
        self._name_width = min(_LONGEST_ID, max(map(len, names)))

    def _all(self) -> str:
        return either(self._language, "agreement", "aftalen")

    def head(self) -> list[str]:
        """Which agreement, area and years."""
        spec, reports = self._history.spec, self._history.reports
        name = spec.agreement.title if spec.agreement else spec.source.name
        area = reports[0].area
        known = spec.areas.get(area)
        years = f"{reports[0].as_of}–{reports[-1].as_of}"
        place = (known and known.title) or area
        return wrap(" · ".join(dict.fromkeys([name, place, years])), self._width)

    # -------------------------------------------------------------- verdicts

    def verdicts(self) -> Iterator[str]:
        """The table, with as many years beside each other as there is room for."""
        room = self._width - _INDENT - self._name_width
        years = len(self._history.reports)
        beside = min(years, max(1, room // (_NARROWEST + _GAP)))
        longest = max(len(verdict_word(each, self._language)) for each in self._verdicts())
        self._column = min(room // beside - _GAP, max(longest, _NARROWEST))
        for start in range(0, years, beside):
            yield ""
            yield from self._block(slice(start, start + beside))

    def _verdicts(self) -> Iterator[Verdict]:
        yield from (report.verdict for report in self._history.reports)
        reported = (each for target in self._history.targets for each in target.reports)
        yield from (report.verdict for report in reported if report is not None)

    def _block(self, years: slice) -> Iterator[str]:
        history = self._history
        yield from self._row("", [(str(year), None) for year in history.periods[years]])
        reports = history.reports[years]
        yield from self._row(self._all(), [self._cell(report.verdict) for report in reports])
        for goal, targets in self._by_goal():
            if goal is not None:
                yield from wrap(goal, self._width)
            for target in targets:
                own = target.reports[years]
                shown = [self._cell(None if each is None else each.verdict) for each in own]
                yield from self._row(target.id, shown)

    def _by_goal(self) -> Iterator[tuple[str | None, list[TargetHistory]]]:
        """The targets of each goal under its title; first those of none."""
        goals = {goal.id: goal.title or goal.id for goal in self._history.spec.goals}
        for goal in (None, *goals):
            targets = [each for each in self._history.targets if each.target.goal == goal]
            if targets:
                yield None if goal is None else goals[goal], targets

    def _cell(self, verdict: Verdict | None) -> tuple[str, str | None]:
        if verdict is None:
            return _NOT_YET, None
        return verdict_word(verdict, self._language), VERDICT_COLOURS[verdict]

    def _row(self, name: str, cells: Sequence[tuple[str, str | None]]) -> Iterator[str]:
        """A row, of as many lines as its longest cell needs."""
        names = wrap(name, self._name_width)
        parts = [(wrap(text, self._column), colour) for text, colour in cells]
        for line in range(max([len(names), *(len(lines) for lines, _ in parts)])):
            first = names[line] if line < len(names) else ""
            shown = " " * _INDENT + first.ljust(self._name_width)
            for lines, colour in parts:
                text = lines[line] if line < len(lines) else ""
                painted = self._style(text, colour) if text and colour else text
                shown += " " * _GAP + painted + " " * (self._column - len(text))
            yield shown.rstrip()

    # -------------------------------------------------------------- wordings

    def wordings(self) -> Iterator[str]:
        """How each target was worded, and when."""
        yield ""
        yield either(self._language, "Wordings", "Ordlyd")
        targets = [target for target in self._history.targets if target.wordings]
        widest = max((len(_years(x)) for target in targets for x in target.wordings), default=0)
        for target in targets:
            yield f"  {target.id}"
            for wording in target.wordings:
                yield from self._wording(wording, widest)

    def _wording(self, wording: HeldWording, widest: int) -> Iterator[str]:
        lead = f"    {_years(wording).ljust(widest)}  "
        for place, text in enumerate(self._said(wording)):
            first = lead if place == 0 else " " * len(lead)
            yield from wrap(
                text,
                self._width,
                initial_indent=first,
                subsequent_indent=" " * (len(lead) + 2 * (place == 0)),
                break_long_words=False,
                break_on_hyphens=False,
            )

    def _said(self, wording: HeldWording) -> Iterator[str]:
        because = either(self._language, "because:", "fordi:")
        if wording.retired is not None:
            yield either(self._language, "retired", "udgået")
            if wording.retired:
                yield f"{because} {wording.retired}"
        else:
            yield wording.text
            yield from wording.restated
            if wording.own:
                yield f"{because} {wording.own}"
        if wording.because:
            yield f"{either(self._language, 'revised:', 'revideret:')} {wording.because}"


def _years(wording: HeldWording) -> str:
    """The years of a wording; one where it held no longer."""
    return str(wording.first) + ("" if wording.last == wording.first else f"–{wording.last}")
