"""One target explained: its rule, the figures with their origin, and each step with its numbers."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from tabulate import tabulate

from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.renderers.explained_parts import ExplainedParts
from tryghed_dsl.renderers.explained_rule import ExplainedRule
from tryghed_dsl.renderers.explained_steps import ExplainedSteps
from tryghed_dsl.renderers.step_words import CERTAIN, METHODS, SCORE
from tryghed_dsl.renderers.style import VERDICT_COLOURS, Style, plain
from tryghed_dsl.renderers.words import either, flag_line, flag_word, reason_word, verdict_word
from tryghed_dsl.report.chance import USUAL, Method
from tryghed_dsl.report.report import Evidence, Report, TargetReport
from tryghed_dsl.report.wording import quantity, shortened
from tryghed_dsl.text.language import Language, number

WIDTH = 80
_NARROWEST = 20
_DECIMALS = 3


def explanation(
    report: Report, target: str, language: Language, style: Style = plain, width: int = WIDTH
) -> str:
    """A target of a report explained."""
    return "\n".join(_Explained(report, target, language, width).lines(style)) + "\n"


class _Explained:
    def __init__(self, report: Report, target: str, language: Language, width: int) -> None:
        self._target = report[target]
        self._rule = ExplainedRule(self._target, report.version, language)
        self._language = language
        self._width = width

    def _say(self, english: str, danish: str) -> str:
        return either(self._language, english, danish)

    def lines(self, style: Style) -> list[str]:
        """Everything there is to say of it."""
        target = self._target
        verdict = verdict_word(target.verdict, self._language)
        shown = style(verdict, VERDICT_COLOURS[target.verdict])
        title = "" if target.target.title == target.id else f" · {target.target.title}"
        reason = reason_word(target.reason, self._language)
        because = "" if reason == verdict else f" ({reason})"
        body = [f"{target.id}{title}: {shown}{because}"]
        body += self._wrapped(target.sentence(self._language), 2)
        body += ["", *self._rows(self._rule.rows())]
        body += self._section(self._say("Applies when", "Gælder når"), self._applies())
        body += self._section(self._say("Conditions", "Betingelser"), self._parts(target))
        body += self._section(self._say("Figures", "Tal"), self._figures())
        body += self._section(self._say("Steps", "Udregning"), self._steps())
        body += self._section(self._say("Chance", "Tilfældet"), self._chance())
        body += self._section(self._say("Missing", "Mangler"), self._missing())
        return body + self._section(self._say("Remarks", "Bemærk"), self._flags())

    def _wrapped(self, text: str, indent: int) -> list[str]:
        return [" " * indent + line for line in wrap(text, self._width - indent)]

    def _section(self, heading: str, lines: Sequence[str]) -> list[str]:
        return ["", heading, *(f"  {line}".rstrip() for line in lines)] if lines else []

    def _rows(self, rows: Sequence[tuple[str, str]]) -> list[str]:
        """Rows of a word and a text, which is wrapped beside the word."""
        longest = max((len(word) for word, _ in rows), default=0)
        room = max(_NARROWEST, self._width - longest - 4)
        cells = [(word, "\n".join(wrap(text, room, break_on_hyphens=False))) for word, text in rows]
        table = tabulate(cells, tablefmt="plain", disable_numparse=True)
        return [f"  {line.rstrip()}" for line in table.splitlines()]

    # -------------------------------------------------------------- conditions

    def _applies(self) -> list[str]:
        applies = self._target.applies
        parts = ExplainedParts(self._language, self._width - 2)
        return [] if applies is None else list(parts.lines([applies]))

    def _parts(self, target: TargetReport) -> list[str]:
        return list(ExplainedParts(self._language, self._width - 2).lines(target.parts))

    # -------------------------------------------------------------- figures

    def _figures(self) -> list[str]:
        rows = [self._figure(figure) for figure in self._target.evidence]
        used = max((len(name) for name, _, _ in rows), default=0) + max(
            (len(value) for _, value, _ in rows), default=0
        )
        room = max(_NARROWEST, self._width - used - 6)
        cells = [(name, value, "\n".join(wrap(origin, room))) for name, value, origin in rows]
        return tabulate(cells, tablefmt="plain", disable_numparse=True).splitlines()

    def _figure(self, figure: Evidence) -> tuple[str, str, str]:
        indicator = self._target.spec.indicators.get(figure.indicator)
        unit = indicator.unit if indicator else None
        value = quantity(figure.value, unit, self._language)
        if figure.n is not None:
            value += f" (n {number(figure.n, self._language)})"
        name = f"{figure.indicator}, {figure.area}, {figure.period}"
        return name, value, self._origin(figure)

    def _origin(self, figure: Evidence) -> str:
        if figure.agreed:
            line = self._say("line", "linje")
            return f"{self._say('agreed', 'aftalt')}, {figure.file} {line} {figure.row}"
        place = [figure.file or ""]
        if figure.cell is not None:
            place.append("!".join(part for part in (figure.sheet, figure.cell) if part))
        elif figure.row is not None:
            place.append(f"{self._say('row', 'række')} {figure.row}")
        where = " ".join(part for part in place if part)
        flags = (flag_word(flag, self._language) for flag in figure.flags)
        notes = [note for note in (figure.origin, *flags) if note]
        return f"{where} ({'; '.join(notes)})" if notes else where

    # -------------------------------------------------------------- steps, and chance

    def _steps(self) -> list[str]:
        if self._target.verdict in (Verdict.PENDING, Verdict.MONITOR):
            return []
        return ExplainedSteps(self._target, self._language, self._width - 2).lines()

    def _chance(self) -> list[str]:
        rows = list(self._chance_rows())
        return [line.removeprefix("  ") for line in self._rows(rows)]

    def _chance_rows(self) -> Iterator[tuple[str, str]]:
        """The interval and how it was found, the test, and how sure the verdict is."""
        target, held = self._target, self._target.target.held
        if held is None or target.certain is None:
            return
        if target.lower is None and target.p is None and held.confidence is None:
            return
        if target.lower is not None and target.upper is not None:
            yield self._say("interval", "interval"), self._interval(target.lower, target.upper)
        if target.p is not None:
            yield "p", f"{number(round(target.p, _DECIMALS), self._language)} ({self._say(*SCORE)})"
        yield self._say("certain", "sikkert"), self._say(*CERTAIN[target.certain])

    def _interval(self, lower: float, upper: float) -> str:
        """The limits of the value, at which level, and how they were found."""
        target, method = self._target, self._target.method
        low, high = (
            quantity(shortened(end), target.unit_of_value, self._language) for end in (lower, upper)
        )
        held = target.target.held
        share = (held and held.confidence) or USUAL
        level = "" if method is Method.OWN else f"{number(share * 100, self._language)} %, "
        how = f" ({level}{self._say(*METHODS[method])})" if method else ""
        return self._say(f"{low} to {high}", f"{low} til {high}") + how

    # -------------------------------------------------------------- what is missing, and flags

    def _missing(self) -> list[str]:
        words = {
            "no-figure": self._say("no figure", "intet tal"),
            "incomplete": self._say("not all of its parts are there", "ikke alle dele er der"),
            "series-break": self._say("before a break of the series", "før et brud i serien"),
            "no-denominator": self._say("no denominator", "ingen nævner"),
        }
        lines = []
        for figure in self._target.missing:
            source = self._target.spec.sources.get(figure.source or "")
            ask = f"; {self._say('ask', 'spørg')} {source.title or source.id}" if source else ""
            text = f"{figure.indicator}, {figure.area}, {figure.period}: {words[figure.why]}{ask}"
            lines += wrap(text, self._width - 2, subsequent_indent="  ")
        return lines

    def _flags(self) -> list[str]:
        return [
            line
            for flag in self._target.flags
            for line in flag_line(flag, self._language, self._width - 2)
        ]
