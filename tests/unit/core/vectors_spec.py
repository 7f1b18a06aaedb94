"""A small spec, made by hand, whose terms the tests of chance read."""

from collections.abc import Mapping
from typing import Any

import tryghed_dsl.core.lower.program  # noqa: F401 -- so that every kind of term is read
from tryghed_dsl.check import terms
from tryghed_dsl.check.conditions import Band, Held, Limit, Operator, Rule, Trajectory
from tryghed_dsl.check.model import Area, Indicator, Spec, StatedBaseline
from tryghed_dsl.check.objectives import Course, Objective
from tryghed_dsl.check.terms import Aggregation, Figure, How, Term
from tryghed_dsl.core.lower.frame import Frame
from tryghed_dsl.core.program import Aspect
from tryghed_dsl.domain.period import year
from tryghed_dsl.domain.unit import COUNT, PERCENT, Direction, Kind, Quantity, Unit
from tryghed_dsl.text.source import Source, Span

SOURCE = Source("spec.tryghed", "")
NOWHERE = Span(SOURCE, 0, 0)
AS_OF = year(2018)


def counted(name: str, **stated: float) -> Indicator:
    return Indicator(name, unit=COUNT, kind=Kind.FLOW, stated=_stated(stated))


def share(name: str, *, design: float = 1.0, **stated: float) -> Indicator:
    return Indicator(name, unit=PERCENT, kind=Kind.AVERAGE, stated=_stated(stated), design=design)


def _stated(stated: Mapping[str, float]) -> tuple[StatedBaseline, ...]:
    return tuple(
        StatedBaseline(year(int(name.lstrip("y"))), value, None, NOWHERE)
        for name, value in stated.items()
    )


def plus(*names: str) -> Term:
    return terms.Sum(tuple(("+", Figure(name)) for name in names))


INDICATORS = (
    counted("indbrud", y2015=48),
    counted("tyveri", y2015=128),
    counted("vold", y2015=66),
    counted("hærværk", y2015=21),
    counted("chikane"),
    Indicator("samlet", formula=plus("indbrud", "tyveri", "vold", "hærværk")),
    Indicator("aftalt", formula=plus("indbrud", "tyveri"), stated=_stated({"y2015": 176})),
    share("utryg", y2016=12),
    share("tryg"),
    share("vægtet", design=1.5),
    Indicator("andel", unit=Unit(Quantity.FRACTION), kind=Kind.AVERAGE),
    Indicator("indeks", unit=Unit(Quantity.INDEX), kind=Kind.AVERAGE),
    Indicator("udgift", unit=Unit(Quantity.MONEY), kind=Kind.FLOW),
    Indicator("folketal", unit=COUNT, kind=Kind.STOCK),
    counted("fødsler"),
)

SPEC = Spec(
    source=SOURCE,
    agreement=None,
    areas={
        "amager": Area("amager", parent="kbh", parts=("øst", "vest")),
        "øst": Area("øst"),
        "vest": Area("vest"),
        "kbh": Area("kbh"),
    },
    lists={},
    sources={},
    indicators={indicator.id: indicator for indicator in INDICATORS},
    breaks=(),
    goals=(),
    targets=(),
    tests=(),
    open=False,
)
FRAME = Frame(SPEC, "amager", "amager", AS_OF, AS_OF)


def held(
    subject: Term,
    rule: Rule,
    *,
    confidence: float | None = 0.95,
    direction: Direction | None = Direction.LOWER,
) -> Held:
    at = NOWHERE
    return Held(subject, rule, "", None, direction, confidence=confidence, span=at, whole=at)


def limit(operator: str, bound: Term | float) -> Limit:
    return Limit(Operator(operator), bound if isinstance(bound, Term) else number(bound))


def band(low: float, high: float) -> Band:
    return Band(number(low), number(high))


def number(value: float) -> Term:
    return terms.Constant(float(value))


def baseline(name: str, of: int) -> Term:
    return terms.Baseline(Figure(name), year(of))


def percent_of(percent: float, term: Term) -> Term:
    return terms.Product((("*", number(percent / 100)), ("*", term)))


def mean(*parts: Term) -> Term:
    return terms.Several(How(Aggregation.MEAN), parts)


def per_1000(name: str, exposure: str) -> Term:
    return terms.Product((("*", Figure(name)), ("/", Figure(exposure)), ("*", number(1000))))


def trajectory(objective: Objective, by: int | None = 2020, **parts: Any) -> Trajectory:
    """A trajectory from 2015, unless told otherwise."""
    end = None if by is None else year(by)
    return Trajectory(objective, Course(end, **{"start": year(2015)} | parts))


Figures = dict[tuple[str, str | None, int, Aspect], float]


def figures(given: Mapping[tuple[str, int], float], aspect: Aspect = Aspect.VALUE) -> Figures:
    """Figures of the judged area, by indicator and year."""
    return {(name, None, when, aspect): float(value) for (name, when), value in given.items()}
