"""One target explained: its rule, the figures with their origin, and each step with its numbers."""

from collections.abc import Sequence
from textwrap import wrap

from tabulate import tabulate

from tryghed_dsl.core.program import (
    Absolute,
    Add,
    Cell,
    Coalesce,
    Constant,
    Expression,
    If,
    Multiply,
    Step,
)
from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.renderers.style import VERDICT_COLOURS, Style, plain
from tryghed_dsl.renderers.words import either, flag_words, verdict_word
from tryghed_dsl.report.report import Evidence, TargetReport
from tryghed_dsl.report.wording import quantity
from tryghed_dsl.text.language import Language, number

WIDTH = 80
_NARROWEST = 20
_STEPS = {
    "value": ("value", "værdi"),
    "limit": ("limit", "grænse"),
    "limit_low": ("lower limit", "nedre grænse"),
    "limit_high": ("upper limit", "øvre grænse"),
    "warn_above": ("early warning above", "tidlig advarsel over"),
    "warn_below": ("early warning below", "tidlig advarsel under"),
    "difference": ("difference", "forskel"),
    "ref": ("reference", "sammenligning"),
    "start_value": ("value at the start", "værdi ved start"),
    "start_ref": ("reference at the start", "sammenligning ved start"),
    "gap": ("gap", "afstand"),
    "gap_start": ("gap at the start", "afstand ved start"),
    "progress": ("share of the gap closed", "lukket andel af afstanden"),
    "pace": ("closed share over due share", "lukket andel over krævet andel"),
    "required_progress": ("share due by now", "andel, der skulle være lukket nu"),
    "needed_now": ("value on the path now", "værdi på vejen nu"),
    "needed_per_year": ("change still needed a year", "ændring, der mangler pr. år"),
    "gap_points": ("gap in points", "afstand i point"),
    "gap_frozen": ("gap to the reference at the start", "afstand til sammenligning ved start"),
    "gap_ratio": ("gap as a ratio", "afstand som forhold"),
}
_READINGS = ("gap_points", "gap_frozen", "gap_ratio")


def explanation(
    target: TargetReport, language: Language, style: Style = plain, width: int = WIDTH
) -> str:
    """A target explained."""
    return "\n".join(_Explained(target, language, style, width).lines()) + "\n"


class _Explained:
    def __init__(self, target: TargetReport, language: Language, style: Style, width: int) -> None:
        self._target = target
        self._language = language
        self._style = style
        self._width = width

    def _say(self, english: str, danish: str) -> str:
        return either(self._language, english, danish)

    def lines(self) -> list[str]:
        target = self._target
        verdict = verdict_word(target.verdict, self._language)
        shown = self._style(verdict, VERDICT_COLOURS[target.verdict])
        title = "" if target.target.title == target.id else f" · {target.target.title}"
        body = [f"{target.id}{title}: {shown} ({target.reason.value})"]
        body += self._wrapped(target.sentence(self._language), 2)
        body += ["", *self._rule()]
        body += self._section(self._say("Figures", "Tal"), self._figures())
        body += self._section(self._say("Steps", "Udregning"), self._steps())
        body += self._section(self._say("Missing", "Mangler"), self._missing())
        return body + self._section(self._say("Remarks", "Bemærk"), self._flags())

    def _wrapped(self, text: str, indent: int) -> list[str]:
        return [" " * indent + line for line in wrap(text, self._width - indent)]

    def _section(self, heading: str, lines: Sequence[str]) -> list[str]:
        return ["", heading, *(f"  {line}" for line in lines)] if lines else []

    # -------------------------------------------------------------- the rule

    def _rule(self) -> list[str]:
        target = self._target.target
        place = target.span.place
        name = target.span.source.name
        rows = [
            (self._say("rule", "regel"), target.text),
            (self._say("written in", "står i"), f"{name}:{place.line}"),
            (self._say("clause", "punkt"), target.cite),
            (self._say("quote", "citat"), target.quote),
            (self._say("because", "fordi"), target.because),
            (self._say("as of", "status"), str(self._target.setting.as_of)),
            (self._say("area", "område"), self._target.setting.area),
        ]
        return self._columns([row for row in rows if row[1] is not None])

    def _columns(self, rows: Sequence[Sequence[str | None]]) -> list[str]:
        table = tabulate(rows, tablefmt="plain", disable_numparse=True)
        return [f"  {line.rstrip()}" for line in table.splitlines()]

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
        name = f"{figure.indicator}, {figure.area}, {figure.period}"
        return name, value, self._origin(figure)

    def _origin(self, figure: Evidence) -> str:
        if figure.agreed:
            line = self._say("line", "linje")
            return f"{self._say('agreed', 'aftalt')}, {figure.file} {line} {figure.row}"
        place = [figure.file or "", figure.sheet or ""]
        if figure.row is not None:
            place.append(f"{self._say('row', 'række')} {figure.row}")
        where = " ".join(part for part in place if part)
        notes = [note for note in (figure.origin, *figure.flags) if note]
        return f"{where} ({'; '.join(notes)})" if notes else where

    # -------------------------------------------------------------- steps

    def _steps(self) -> list[str]:
        if self._target.verdict in (Verdict.PENDING, Verdict.MONITOR):
            return []
        judged = self._target.judged
        rows = [
            (self._step(name), self._worked(expression), self._number(self._target.measure(name)))
            for name, expression in (*judged.steps, *judged.measures)
            if name in _STEPS and self._shown(name)
        ]
        cells = [
            (label, f"= {worked}" if worked else "", f"= {value}") for label, worked, value in rows
        ]
        return tabulate(cells, tablefmt="plain", disable_numparse=True).splitlines()

    def _shown(self, name: str) -> bool:
        if name == "limit" and self._target.measure("ref") is not None:
            return False
        return self._target.measure(name) is not None

    def _step(self, name: str) -> str:
        return self._say(*_STEPS[name])

    def _worked(self, expression: Expression) -> str:
        """A calculation with its numbers; nothing where there is nothing to calculate."""
        if isinstance(expression, If):
            holds = self._target.value_of(expression.condition)
            return self._worked(expression.then if holds else expression.otherwise)
        if isinstance(expression, Cell | Constant | Step | Coalesce):
            return ""
        return self._written(expression)

    def _written(self, expression: Expression) -> str:
        match expression:
            case Add(terms):
                return self._joined([(sign, self._written(term)) for sign, term in terms])
            case Multiply(factors):
                return self._joined([(sign, self._factor(factor)) for sign, factor in factors])
            case Absolute(operand):
                return f"|{self._written(operand)}|"
            case _:
                return self._number(self._target.value_of(expression))

    def _factor(self, expression: Expression) -> str:
        text = self._written(expression)
        return f"({text})" if isinstance(expression, Add) else text

    def _joined(self, parts: Sequence[tuple[str, str]]) -> str:
        (sign, first), *rest = parts
        text = f"-{first}" if sign == "-" else first
        return text + "".join(f" {own} {part}" for own, part in rest)

    def _number(self, value: float | None) -> str:
        return "?" if value is None else number(float(value), self._language)

    # -------------------------------------------------------------- what is missing, and flags

    def _missing(self) -> list[str]:
        words = {
            "no-figure": self._say("no figure", "intet tal"),
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
            f"[{flag}] {flag_words(flag, self._language) or ''}".rstrip()
            for flag in self._target.flags
        ]
