"""What must hold of verdicts whatever the figures."""

from collections.abc import Sequence
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

import tryghed_dsl as td

SPEC = td.loads(
    """
agreement "A" { area amager; baseline 2016 }
area kbh
area øst
area vest
area amager = øst + vest
indicator a "A", count, lower is better, baseline 2016 = 40
indicator b "B", count
indicator u "U", percent, lower is better
indicator h "H", percent, higher is better
indicator s = a + b - 3 * a / b
benchmark k = same indicator in kbh
break 2018 in b
a <= baseline(2016), warn within 5%, warn above 38
high: a >= 98% of a[2017], warn below 60
s between b and baseline(2016), warn within 3
alike: b == 40, warn within 1
u -> approach(k, by=2020, close=80%), warn from 60%
h -> approach(k, by=2020)
ratio: u -> approach(k, by=2020, measure=ratio, tolerance=10%, close=100%)
frozen: u -> approach(k, by=2019, ref=frozen, tolerance=1 pp)
absolute: s -> approach(a, by=2021, judge=end)
monitor b
"""
)
Figures = dict[tuple[str, str, int | str], float | None]
YEARS = range(2014, 2023)
KEYS = [(i, p, y) for i in "abuh" for p in ("amager", "kbh", "øst", "vest") for y in YEARS]
NUMBERS = st.one_of(
    st.integers(0, 60).map(float),
    st.floats(0, 60).map(lambda x: round(x, 2)),
    st.sampled_from([0.0, 40.0, 38.0, 42.0, 1e-12, 1e12, 1e300, -5.0]),
)
FIGURES = st.dictionaries(st.sampled_from(KEYS), NUMBERS, min_size=20, max_size=len(KEYS))
RANK = {td.Verdict.FAIL: 0, td.Verdict.WARN: 1, td.Verdict.PASS: 2}
Said = list[tuple[Any, ...]]


def said(report: td.Report) -> Said:
    return [(t.id, t.verdict, t.reason, t.value, t.limit, t.difference) for t in report]


@given(FIGURES, st.sampled_from(YEARS))
def test_a_mapping_and_a_table_of_the_same_figures_are_judged_alike(
    figures: Figures, year: int
) -> None:
    by_mapping = td.compile(SPEC, year)(figures)
    by_table = td.evaluate(SPEC, figures, as_of=year)
    assert said(by_mapping) == said(by_table)
    for one, other in zip(by_mapping, by_table, strict=True):
        assert (one.flags, one.missing, one.readings) == (
            other.flags,
            other.missing,
            other.readings,
        )
        assert one.sentence() == other.sentence()


def as_records(figures: Figures) -> list[dict[str, object]]:
    return [
        {"indicator": i, "area": p, "period": y, "value": value}
        for (i, p, y), value in figures.items()
    ]


@given(FIGURES, st.sampled_from(YEARS), st.randoms())
def test_the_order_of_rows_never_matters(figures: Figures, year: int, random: Any) -> None:
    rows = as_records(figures)
    before = said(td.evaluate(SPEC, rows, as_of=year))
    random.shuffle(rows)
    assert said(td.evaluate(SPEC, rows, as_of=year)) == before


@given(FIGURES, st.sampled_from(YEARS))
def test_nothing_missing_ever_passes(figures: Figures, year: int) -> None:
    for target in td.evaluate(SPEC, figures, as_of=year):
        if target.value is None:
            assert target.verdict not in RANK
        assert bool(target.missing) <= (target.verdict is td.Verdict.UNKNOWN)


# Each target's subject in the judged year, and which way is worse.
WORSE: Sequence[tuple[str, str, int]] = (
    ("a", "a", +1),
    ("high", "a", -1),
    ("u", "u", +1),
    ("h", "h", -1),
    ("ratio", "u", +1),
    ("frozen", "u", +1),
)


@given(FIGURES, st.sampled_from(range(2017, 2023)), st.floats(0.01, 50), st.sampled_from(WORSE))
def test_a_worse_value_never_gets_a_better_verdict(
    figures: Figures, year: int, step: float, which: tuple[str, str, int]
) -> None:
    target, indicator, sign = which
    key = (indicator, "amager", year)
    value = figures.get(key)
    assume(value is not None)
    judge = td.compile(SPEC, year)
    before = judge(figures)[target].verdict
    after = judge({**figures, key: (value or 0.0) + sign * step})[target].verdict
    if before in RANK and after in RANK:
        assert RANK[after] <= RANK[before]


SCALED = """
indicator x "X", count, lower is better, baseline 2016 = {base}
area amager
agreement "A" {{ area amager }}
x <= baseline(2016), warn within {margin}, warn above {early}
y: x -> approach(x[2015], by=2020, from=2014, close=50%)
"""
SERIES = st.dictionaries(
    st.sampled_from(YEARS), st.integers(1, 100_000).map(lambda n: n / 1024), min_size=4
)


@given(SERIES, st.sampled_from(YEARS), st.sampled_from([0.25, 4.0, 1024.0]))
def test_figures_and_numbers_scaled_together_give_the_same_verdict(
    series: dict[int, float], year: int, factor: float
) -> None:
    """Powers of two, so that scaling rounds nothing; values far from the comparison's tolerance."""

    def verdicts(scale: float) -> list[tuple[td.Verdict, td.Reason]]:
        spec = SCALED.format(base=40 * scale, margin=4 * scale, early=36 * scale)
        judge = td.compile(td.loads(spec), year)
        report = judge({("x", "amager", y): value * scale for y, value in series.items()})
        return [(target.verdict, target.reason) for target in report]

    assert verdicts(1.0) == verdicts(factor)
