"""Short ways to write a spec with figures, for the tests of the oracle itself."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from oracle import model as m
from oracle.frames import World
from oracle.meaning import judge
from oracle.tables import Figure, Figures
from oracle.verdicts import Judged

X, Y, CITY = m.Name("x"), m.Name("y"), m.InArea(m.Name("x"), "kbh")
SPEC = m.Spec(
    indicators=(m.Indicator("x", "percent", 1), m.Indicator("y", "percent", 1)),
    areas=(m.Area("kbh"), m.Area("own", "kbh")),
)
Series = Mapping[int, float | str]


def num(value: float | str, sign: str = "") -> m.Num:
    return m.Num(Fraction(str(value)), sign)  # type: ignore[arg-type]


def counts(*stated: m.Stated) -> m.Spec:
    """A spec of counts; the first of them with stated baselines."""
    first = m.Indicator("x", "count", 1, stated=stated)
    return replace(SPEC, indicators=(first, m.Indicator("y", "count", 1)))


def table(**series: Series) -> Figures:
    """Figures of `x`, of `y`, and of `x` in the city as `kbh`."""
    found = {}
    for name, values in series.items():
        indicator, area = ("x", name) if name not in {"x", "y"} else (name, "own")
        for year, value in values.items():
            found[indicator, area, year] = Figure(Fraction(str(value)))
    return Figures(found)


def asked(
    condition: m.Condition,
    figures: Figures,
    year: int,
    clauses: m.Clauses = m.Clauses(),  # noqa: B008 -- it never changes
    spec: m.Spec = SPEC,
) -> Judged:
    """The oracle's verdict on one target in the agreement's own area."""
    world = World(spec, figures, "own", chance=True)
    return judge(world, m.Target("t", condition, clauses), year, "own")


def said(
    condition: m.Condition,
    figures: Figures,
    year: int,
    clauses: m.Clauses = m.Clauses(),  # noqa: B008 -- it never changes
    spec: m.Spec = SPEC,
) -> str:
    """Verdict and reason in two words."""
    found = asked(condition, figures, year, clauses, spec)
    return f"{found.verdict} {found.reason}"
