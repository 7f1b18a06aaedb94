"""Functions that are generated come to what closures do, to the last bit, whatever the core."""

import struct
from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tryghed_dsl.core import program as p
from tryghed_dsl.domain.period import Length, Period
from tryghed_dsl.domain.verdict import Outcome, Reason, Verdict
from tryghed_dsl.engines.generated import Generator
from tryghed_dsl.engines.target import LATER, CompiledTarget

YEAR = Period(Length.YEAR, 2018)
CELLS = tuple(p.Cell(name, None, YEAR, YEAR) for name in "abcd")
STEPS = ("value", "s1", "limit", "s3")
EDGES = [0.0, -0.0, 1.0, -1.0, 5e-324, 1e-9, 1 + 1e-9, 1e154, 1e300, 1.7976931348623157e308]
NUMBERS = st.one_of(
    st.sampled_from([*EDGES, *(-edge for edge in EDGES)]),
    st.integers(-4, 4).map(float),
    st.integers(-4, 4),
    st.floats(allow_nan=False, allow_infinity=False),
)
FIGURES = st.lists(st.none() | NUMBERS, min_size=len(CELLS), max_size=len(CELLS))
Pool = list[p.Expression]


@st.composite
def signed(draw: st.DrawFn, pool: Pool, signs: str) -> tuple[tuple[str, p.Expression], ...]:
    """Parts with signs; the first factor is never a divisor."""
    parts = draw(st.lists(st.sampled_from(pool), min_size=1, max_size=4))
    first = draw(st.sampled_from(signs)) if signs == "+-" else signs[0]
    return ((first, parts[0]), *((draw(st.sampled_from(signs)), part) for part in parts[1:]))


@st.composite
def expression(draw: st.DrawFn, pool: Pool) -> p.Expression:
    """One node over those that are there already, so that parts are shared."""
    one, several = st.sampled_from(pool), st.lists(st.sampled_from(pool), max_size=4).map(tuple)
    some = st.lists(st.sampled_from(pool), min_size=1, max_size=5).map(tuple)
    share = st.sampled_from([0.0, 0.25, 0.5, 1.0])
    made: p.Expression = draw(
        st.one_of(
            st.builds(p.Add, signed(pool, "+-")),
            st.builds(p.Multiply, signed(pool, "*/")),
            st.builds(p.AtMost, one, one, st.booleans()),
            st.builds(p.If, one, one, one),
            st.builds(p.Fold, st.sampled_from(p.Folding), some, st.none() | st.just(1), share),
            st.builds(p.Power, one, one),
            *(st.builds(kind, several) for kind in (p.And, p.Or, p.Coalesce)),
            *(
                st.builds(kind, one)
                for kind in (p.Absolute, p.SquareRoot, p.Floor, p.Not, p.IsMissing)
            ),
        )
    )
    return made


@st.composite
def pools(draw: st.DrawFn, leaves: Sequence[p.Expression], most: int) -> Pool:
    """Expressions, each over those before it."""
    pool = [*leaves, *(p.Constant(draw(NUMBERS)) for _ in range(2)), p.TRUE, p.FALSE, p.MISSING]
    for _ in range(draw(st.integers(1, most))):
        pool.append(draw(expression(pool)))
    return pool


@st.composite
def tables(draw: st.DrawFn, pool: Pool, depth: int = 1) -> tuple[p.Row, ...]:
    """Rows, some with tables of their own; the last always holds."""
    then: st.SearchStrategy[Any] = st.builds(
        Outcome, st.sampled_from(Verdict), st.sampled_from(Reason)
    )
    conditions = draw(st.lists(st.sampled_from(pool[::-1]), max_size=4))
    if depth > 0 and draw(st.booleans()):
        then = tables(pool, depth - 1)
    return tuple(p.Row(condition, draw(then)) for condition in (*conditions, p.TRUE))


@st.composite
def targets(draw: st.DrawFn) -> p.Judged:
    """A target whose steps use cells and the steps before them."""
    steps: list[tuple[str, p.Expression]] = []
    leaves: list[p.Expression] = list(CELLS)
    for name in STEPS[: draw(st.integers(1, len(STEPS)))]:
        steps.append((name, draw(pools(leaves, 8))[-1]))
        leaves.append(p.Step(name))
    pool = draw(pools(leaves, 12))
    over_steps = draw(pools([p.Step(name) for name, _ in steps], 4))[-1]
    return p.Judged("t", tuple(steps), draw(tables(pool)), (), (("limit", over_steps),))


def bits(value: Any) -> Any:
    """A number by its bits, so that 0.0 and -0.0 differ; the kind of anything else."""
    return struct.pack("d", value) if isinstance(value, float) else (type(value), value)


@given(targets(), st.lists(FIGURES, min_size=1, max_size=6))
def test_a_function_and_the_closures_of_a_target_come_to_the_same(
    target: p.Judged, figures: list[list[float | None]]
) -> None:
    places: dict[p.Cell, int] = {cell: place for place, cell in enumerate(CELLS)}
    made = CompiledTarget(target, places)
    function = Generator(places).function(target, made.told)
    assert function is not None
    for read in figures:
        outcome, *told = function(read)
        expected, *numbers = made.judge(read)
        assert outcome is expected
        for one, other in zip(told, numbers, strict=True):
            assert other is LATER or bits(one) == bits(other)
