"""Functions for targets that are large, deep, or share much: Python takes them, or closures do."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from tryghed_dsl.core import program as p
from tryghed_dsl.core.program import Constant, Expression
from tryghed_dsl.domain.period import Length, Period
from tryghed_dsl.domain.verdict import Outcome, Reason, Verdict
from tryghed_dsl.engines.generated import Function, Generator
from tryghed_dsl.engines.target import CompiledTarget

YEAR = Period(Length.YEAR, 2018)
MET, MISSED = Outcome(Verdict.PASS, Reason.MET), Outcome(Verdict.FAIL, Reason.MISSED)
ONE, TWO = Constant(1.0), Constant(2.0)


def cell(number: int) -> p.Cell:
    return p.Cell(f"i{number}", None, YEAR, YEAR)


A, B = cell(0), cell(1)


def target_of(condition: Expression, value: Expression = A) -> p.Judged:
    return p.Judged("t", (("value", value),), (p.Row(condition, MET), p.Row(p.TRUE, MISSED)), ())


def both(
    target: p.Judged, generator: Generator | None = None
) -> tuple[Function | None, CompiledTarget]:
    places: dict[p.Cell, int] = {}
    made = CompiledTarget(target, places)
    return (generator or Generator(places)).function(target, made.told), made


def alike(target: p.Judged, *figures: Sequence[float | None]) -> None:
    function, made = both(target)
    assert function is not None
    for read in figures:
        (outcome, value, *_), (expected, number, *_) = function(read), made.judge(read)
        assert (outcome, repr(value)) == (expected, repr(number))


def nested(depth: int, around: Callable[[Expression, int], Expression]) -> Expression:
    made: Expression = A
    for level in range(depth):
        made = around(made, level)
    return made


def test_a_sum_of_a_hundred_thousand_terms() -> None:
    terms = tuple((("+", "-")[number % 2], cell(number % 9_000)) for number in range(100_000))
    figures = [0.1 * number for number in range(9_000)]
    alike(target_of(p.AtMost(p.Add(terms), ONE), p.Add(terms)), figures, [*figures[:-1], None])


def test_a_sum_of_a_hundred_thousand_figures_is_left_to_closures() -> None:
    total = p.Add(tuple(("+", cell(number)) for number in range(100_000)))
    function, made = both(target_of(p.TRUE, total))
    assert function is None
    assert made.judge([1.0] * 100_000)[1] == 100_000


def test_a_product_and_a_fold_of_many() -> None:
    parts = tuple(cell(number) for number in range(2_000))
    product = p.Multiply((("*", parts[0]), *(("/", part) for part in parts[1:])))
    fold = p.Fold(p.Folding.MEDIAN, parts, 1_500)
    figures = [1 + 1 / (number + 1) for number in range(2_000)]
    alike(target_of(p.AtMost(fold, ONE), product), figures, [0.0] * 2_000, [None, *figures[1:]])


def test_conditions_of_many_parts() -> None:
    parts = tuple(p.AtMost(cell(number), TWO) for number in range(2_000))
    missing = tuple(p.IsMissing(cell(number)) for number in range(2_000))
    figures = [1.0] * 2_000
    for condition in (p.And(parts), p.Or(parts), p.Or(missing), p.Not(p.And(parts))):
        alike(target_of(condition), figures, [*figures[:-1], None], [*figures[:-1], 3.0])


@pytest.mark.parametrize("around", [p.Not, p.IsMissing, lambda each: p.And((A, each)), p.Absolute])
def test_conditions_of_nothing(around: Callable[[Expression], Expression]) -> None:
    for nothing in (p.And(()), p.Or(()), p.MISSING):
        alike(target_of(nothing), [1.0])
        alike(target_of(around(nothing), around(nothing)), [1.0], [0.0], [None])


LEVELS: dict[str, Callable[[Expression, int], Expression]] = {
    "sums": lambda inner, _: p.Add((("+", inner), ("-", B))),
    "quotients": lambda inner, _: p.Multiply((("*", B), ("/", inner))),
    "folds": lambda inner, level: p.Fold(list(p.Folding)[level % 8], (inner, B), share=0.5),
    "choices before": lambda inner, _: p.If(p.AtMost(B, ONE), inner, B),
    "choices after": lambda inner, level: p.If(p.AtMost(B, Constant(level)), A, inner),
    "choices by choices": lambda inner, _: p.If(inner, A, B),
    "alternatives": lambda inner, _: p.Coalesce((p.If(p.AtMost(B, ONE), p.MISSING, B), inner)),
    "signs": lambda inner, _: p.Absolute(p.Add((("-", inner),))),
    "not": lambda inner, _: p.Not(inner),
    "all": lambda inner, level: p.And((p.AtMost(B, Constant(level)), inner)),
    "any": lambda inner, level: p.Or((p.AtMost(Constant(level), B), inner)),
    "mixed": lambda inner, level: (p.And if level % 2 else p.Or)((inner, p.Not(inner), B)),
}


@pytest.mark.parametrize("kind", LEVELS)
def test_what_is_deeply_nested(kind: str) -> None:
    deep = nested(12 if kind == "mixed" else 80, LEVELS[kind])
    figures = ([1.0, 2.0], [0.0, 0.0], [None, 1.0], [3.0, None], [-2.0, 1e308])
    alike(target_of(deep), *figures)
    alike(target_of(p.IsMissing(deep), deep), *figures)


@pytest.mark.parametrize("join", [p.And, p.Or])
def test_truths_that_share_their_parts_are_written_once(join: type[p.And] | type[p.Or]) -> None:
    shared = nested(200, lambda inner, _: join((inner, inner)))
    function, _ = both(target_of(shared))
    assert function is not None
    assert [function(read)[0] for read in ([1.0], [0.0], [None])] == [MET, MISSED, MISSED]


def test_what_choices_share_without_end_is_left_to_closures() -> None:
    def doubled(inner: Expression, level: int) -> Expression:
        return p.If(p.AtMost(Constant(level), B), p.Absolute(inner), p.Floor(inner))

    function, made = both(target_of(p.TRUE, nested(100, doubled)))
    assert function is None
    assert made.judge([98.5, 1.5])[1] == 1.0


def test_steps_of_steps_need_no_depth() -> None:
    first = (("value", A), ("s0", p.Add((("+", A), ("+", B)))))
    steps = tuple((f"s{n}", p.Add((("+", p.Step(f"s{n - 1}")), ("+", B)))) for n in range(1, 3_000))
    rows = (p.Row(p.AtMost(p.Step("s2999"), ONE), MET), p.Row(p.TRUE, MISSED))
    alike(p.Judged("t", (*first, *steps), rows, ()), [1.0, 1.0], [1.0, -1.0], [None, 1.0])


def test_targets_of_one_form_share_their_code() -> None:
    places: dict[p.Cell, int] = {cell(number): number for number in range(2)}
    generator = Generator(places)
    forms = [target_of(p.AtMost(cell(n), Constant(n + 0.5)), cell(n)) for n in range(2)]
    one, other = (generator.function(form, [p.Step("value")]) for form in forms)
    assert one is not None
    assert other is not None
    assert one.__code__ is other.__code__
    assert (one([0.0, 9.0]), other([0.0, 9.0])) == ((MET, 0.0), (MISSED, 9.0))


def test_no_text_and_no_number_of_a_spec_is_in_the_source(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def compiled(text: str) -> Any:
        seen.append(text)
        return lambda **_: None

    monkeypatch.setattr("tryghed_dsl.engines.generated._compiled", compiled)
    name = "x'); import os #"
    evil = p.Cell(name, name, YEAR, YEAR)
    steps = ((name, evil), ("value", p.Add((("+", p.Step(name)), ("+", Constant(4711.0))))))
    both(p.Judged(name, steps, (p.Row(p.AtMost(p.Step(name), Constant(4712.0)), MET),
                                p.Row(p.TRUE, MISSED)), ()))  # fmt: skip
    assert len(seen) == 1
    assert "import" not in seen[0]
    assert "471" not in seen[0]
