"""What the tests of the core share: published figures, and the worth of an expression."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tryghed_dsl.core.lower.table import Table
from tryghed_dsl.core.program import Aspect, Cell, Constant, Expression, Row, Step, children
from tryghed_dsl.domain.verdict import Outcome
from tryghed_dsl.engines.closures import Places, compiled

_PUBLISHED = Path(__file__).resolve().parents[4] / "shared" / "vectors"

# A figure by indicator, area (None for the judged one), year and aspect.
Known = Mapping[tuple[str, str | None, int, Aspect], float]


def published(path: str) -> list[dict[str, str]]:
    """The rows of a file of published numbers; the test is skipped where it is not there."""
    file = _PUBLISHED / path
    if not file.exists():
        pytest.skip(f"published numbers are not at hand: ../shared/vectors/{path}")
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def worth(
    expression: Expression,
    figures: Known | None = None,
    steps: Mapping[str, float | None] | None = None,
) -> float | bool | None:
    """What an expression comes to; None where it is missing."""
    places = Places()
    slots: list[float | None] = []
    for leaf in _leaves(expression):
        if leaf not in places:
            places[leaf] = len(slots)
            slots.append(_read(leaf, figures or {}, steps or {}))
    result: float | bool | None = compiled(expression, places)(slots)
    return result


def _leaves(expression: Expression) -> Iterator[Cell | Step]:
    if isinstance(expression, Cell | Step):
        yield expression
    for child in children(expression):
        yield from _leaves(child)


def _read(leaf: Cell | Step, figures: Known, steps: Mapping[str, float | None]) -> float | None:
    if isinstance(leaf, Step):
        return steps[leaf.name]
    return figures.get((leaf.indicator, leaf.area, leaf.period.year, leaf.aspect))


Numbers = dict[str, float | None]


def told(table: Table, figures: Known) -> tuple[Outcome, Numbers]:
    """The outcome of a table on figures, with its steps, measures and flags."""
    numbers: Numbers = {}
    flags = ((flag.name, flag.condition) for flag in table.flags)
    later = () if table.later is None else table.later.made()
    for name, expression in (*table.steps, *table.measures, *later, *flags):
        found = worth(expression, figures, numbers)
        numbers[name] = None if found is None else float(found)
    return _decided(table.rows, figures, numbers), numbers


def _decided(rows: tuple[Row, ...], figures: Known, numbers: Numbers) -> Outcome:
    row = next(row for row in rows if worth(row.condition, figures, numbers))
    return row.then if isinstance(row.then, Outcome) else _decided(row.then, figures, numbers)


def number(value: float) -> Constant:
    """A number as the core has it."""
    return Constant(float(value))


def known(expression: Expression, **steps: float) -> float:
    """What an expression comes to, which must not be missing."""
    result = worth(expression, steps=steps)
    assert result is not None
    return float(result)
