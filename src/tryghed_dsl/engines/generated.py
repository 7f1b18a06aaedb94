"""Targets as functions of Python's own, for a judge that is called again and again.

Closures are made sooner and run slower; a function written as source is worth its making where
it judges many times.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from tryghed_dsl.core.program import Cell, Expression, IsMissing, Judged, Or, Row, Step, children
from tryghed_dsl.domain.verdict import Outcome
from tryghed_dsl.engines.source import Source, TooLongError
from tryghed_dsl.engines.written import holds, value_of

# The outcome of a target, and the numbers that most who ask for it ask for.
Told = tuple[Any, ...]
Function = Callable[[Sequence[Any]], Told]
_BUILT_IN = {"abs": abs, "max": max}


class Generator:
    """Makes functions; targets of one form share what Python compiles."""

    def __init__(self, places: Mapping[Cell, int]) -> None:
        """Begin.

        Args:
            places: where each cell stands in the figures that a function is called with.
        """
        self._places = places
        self._made: dict[str, Callable[..., Function]] = {}

    def function(self, target: Judged, told: Sequence[Expression]) -> Function | None:
        """A target as a function of figures; None where it would be too long.

        Args:
            target: the target.
            told: what the function is to tell besides the outcome.
        """
        source = Source(self._places)
        try:
            _Writer(target, source).write(told)
        except TooLongError:
            return None
        text = source.text()
        if text not in self._made:
            self._made[text] = _compiled(text)
        return self._made[text](**source.given)


def _compiled(text: str) -> Callable[..., Function]:
    names: dict[str, Any] = {"__builtins__": _BUILT_IN}
    exec(compile(text, "<target>", "exec"), names)  # noqa: S102 -- no text of a spec is in it
    made: Callable[..., Function] = names["make"]
    return made


class _Writer:
    """Writes a target: each step where it is first needed, and the rows of its table."""

    def __init__(self, target: Judged, source: Source) -> None:
        self._target = target
        self._source = source
        self._steps = dict(target.steps)
        self._order = {name: place for place, name in enumerate(self._steps)}
        self._used: dict[str, list[str]] = {}

    def write(self, told: Sequence[Expression]) -> None:
        self._compute_steps(told)
        values = [value_of(expression, self._source) for expression in told]
        self._write_rows(self._target.rows, "".join(f", {value}" for value in values))

    def _compute_steps(self, expressions: Iterable[Expression]) -> None:
        """Compute the steps that expressions rest on; those before them first."""
        waiting, needed = list(_steps_in(expressions)), set[str]()
        while waiting:
            name = waiting.pop()
            if name not in needed and Step(name) not in self._source.leaves:
                needed.add(name)
                waiting += self._used_by(name)
        for name in sorted(needed, key=self._order.__getitem__):
            self._source.leaves[Step(name)] = value_of(self._steps[name], self._source)

    def _used_by(self, name: str) -> list[str]:
        if name not in self._used:
            self._used[name] = list(_steps_in([self._steps[name]]))
        return self._used[name]

    def _write_rows(self, rows: tuple[Row, ...], told: str) -> None:
        *asked, last = rows
        for row in asked:
            self._compute_steps([row.condition])
            condition = holds(row.condition, self._source)
            if condition == "False":
                continue
            with self._source.block(f"if {condition}:"):
                self._write_then(row.then, told)
            self._learn(row.condition)
        self._write_then(last.then, told)

    def _write_then(self, then: Outcome | tuple[Row, ...], told: str) -> None:
        if isinstance(then, Outcome):
            self._source.line(f"return {self._source.other(then)}{told}")
        else:
            self._write_rows(then, told)

    def _learn(self, condition: Expression) -> None:
        """After a row that asks what is missing, nothing of that is."""
        for asked in condition.operands if isinstance(condition, Or) else (condition,):
            if isinstance(asked, IsMissing):
                self._source.learn(value_of(asked.operand, self._source))


def _steps_in(expressions: Iterable[Expression]) -> Iterator[str]:
    waiting, seen = list(expressions), set[int]()
    while waiting:
        current = waiting.pop()
        if isinstance(current, Step):
            yield current.name
        elif id(current) not in seen:
            seen.add(id(current))
            waiting.extend(children(current))
