"""A report as a table of verdicts that fits a terminal."""

from collections.abc import Sequence
from itertools import zip_longest
from textwrap import wrap

from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.renderers.style import VERDICT_COLOURS, Style, plain
from tryghed_dsl.renderers.words import either, flag_line, flag_word, has_meaning, verdict_word
from tryghed_dsl.report.report import GoalReport, Report, TargetReport
from tryghed_dsl.text.language import Language

WIDTH = 80
_INDENT = 2
_GAP = 2
_LONGEST_ID = 20
_NARROWEST = 20
_HARD_BLANK = "\u00a0"


def report_table(
    report: Report, language: Language, style: Style = plain, width: int = WIDTH
) -> str:
    """The verdicts by goal, with one sentence each, and what the flags mean."""
    table = _Table(report, language, style, width)
    loose = [target for target in report.targets if target.target.goal is None]
    sections = [table.goal(goal) for goal in report.goals if goal.targets]
    if loose:
        sections.append(table.targets(loose))
    return "\n\n".join([table.head(), *sections, *table.legend()]) + "\n"


class _Table:
    def __init__(self, report: Report, language: Language, style: Style, width: int) -> None:
        self._report = report
        self._language = language
        self._style = style
        self._width = width
        self._rows = self._laid_out(width)

    def _laid_out(self, width: int) -> dict[str, str]:
        """The rows of all targets, in common columns, by the target's id."""
        targets = self._report.targets
        ids = [wrap(target.id, _LONGEST_ID) for target in targets]
        words = [verdict_word(target.verdict, self._language) for target in targets]
        first = max((len(line) for lines in ids for line in lines), default=0)
        second = max(map(len, words), default=0)
        room = max(_NARROWEST, width - _INDENT - first - second - 2 * _GAP)
        gap, rows = " " * _GAP, {}
        for target, names, word in zip(targets, ids, words, strict=True):
            verdict = self._verdict(target.verdict) + " " * (second - len(word))
            why = _wrapped(self._why(target), room)
            rows[target.id] = "\n".join(
                f"{' ' * _INDENT}{name:{first}}{gap}{said or ' ' * second}{gap}{line}".rstrip()
                for name, said, line in zip_longest(names, [verdict], why, fillvalue="")
            )
        return rows

    def head(self) -> str:
        """Which agreement, year and area, and the verdict of all together."""
        agreement = self._report.spec.agreement
        name = agreement.title if agreement else self._report.spec.source.name
        area = self._report.spec.areas.get(self._report.area)
        place = (area.title if area else None) or self._report.area
        as_of = either(self._language, "as of", "status")
        parts = dict.fromkeys([name, place, f"{as_of} {self._report.as_of}"])
        return f"{' · '.join(parts)}\n{self._summary()}"

    def _summary(self) -> str:
        counted = ", ".join(
            f"{count} {verdict_word(verdict, self._language)}"
            for verdict, count in self._report.counts.items()
            if count
        )
        verdict = verdict_word(self._report.verdict, self._language)
        first, *rest = wrap(f"{verdict} ({counted})", self._width, subsequent_indent="  ")
        return "\n".join([first.replace(verdict, self._verdict(self._report.verdict), 1), *rest])

    def _verdict(self, verdict: Verdict) -> str:
        return self._style(verdict_word(verdict, self._language), VERDICT_COLOURS[verdict])

    def goal(self, goal: GoalReport) -> str:
        """A goal's heading and targets."""
        title = goal.goal.title or goal.goal.id
        return f"{title}: {self._verdict(goal.verdict)}\n{self.targets(goal.targets)}"

    def targets(self, targets: Sequence[TargetReport]) -> str:
        """Targets as rows: id, verdict, and why."""
        return "\n".join(self._rows[target.id] for target in targets)

    def _why(self, target: TargetReport) -> str:
        flags = "".join(f" [{flag_word(flag, self._language)}]" for flag in target.flags)
        return target.sentence(self._language) + flags

    def legend(self) -> list[str]:
        """What the flags in the table mean."""
        flags = dict.fromkeys(flag for target in self._report.targets for flag in target.flags)
        lines = [
            line
            for flag in flags
            if has_meaning(flag)
            for line in flag_line(flag, self._language, self._width)
        ]
        return ["\n".join(lines)] if lines else []


def _wrapped(text: str, width: int) -> list[str]:
    """The text in lines, with no number parted from its percent sign."""
    joined = text.replace(" %", f"{_HARD_BLANK}%")
    return [line.replace(_HARD_BLANK, " ") for line in wrap(joined, width)]
