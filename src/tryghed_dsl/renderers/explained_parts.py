"""The conditions that a target is made of, each with its verdict and why."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.renderers.explained_steps import ExplainedSteps
from tryghed_dsl.renderers.words import either, verdict_word
from tryghed_dsl.report.condition import ConditionReport
from tryghed_dsl.text.language import Language

_INDENT = 2
# So many areas or years are told of one by one; of more those that hold are only counted.
_MOST_TOLD = 12


class ExplainedParts:
    """Conditions as a list, with those that they are made of below them."""

    def __init__(self, language: Language, width: int) -> None:
        self._language = language
        self._width = width

    def lines(self, parts: Sequence[ConditionReport], depth: int = 0) -> Iterator[str]:
        """Each condition with its verdict, and below it what it is made of."""
        many = len(parts) > _MOST_TOLD and all(part.is_place for part in parts)
        for part in parts:
            if not (many and part.verdict is Verdict.PASS):
                yield from self._part(part, depth)
        if many:
            hold = sum(part.verdict is Verdict.PASS for part in parts)
            yield from self._wrapped(
                either(self._language, f"{hold} others hold", f"{hold} andre er opfyldt"), depth
            )

    def _part(self, part: ConditionReport, depth: int) -> Iterator[str]:
        verdict = verdict_word(part.verdict, self._language)
        yield from self._wrapped(f"{part.text}: {verdict}. {part.sentence(self._language)}", depth)
        if part.parts:
            yield from self.lines(part.parts, depth + 1)
        elif part.verdict is not Verdict.PENDING:
            indent = " " * _INDENT * (depth + 1)
            steps = ExplainedSteps(part, self._language, self._width - len(indent))
            for line in steps.calculated():
                yield from (f"{indent}{each}" for each in wrap(line, self._width - len(indent)))

    def _wrapped(self, text: str, depth: int) -> list[str]:
        indent = " " * _INDENT * depth
        return wrap(
            text,
            self._width,
            initial_indent=f"{indent}- ",
            subsequent_indent=f"{indent}  ",
            break_on_hyphens=False,
        )
