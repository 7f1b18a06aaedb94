"""A promise with everything in it, judged for every area of a country by program and oracle.

A district is on the list where at least two of four criteria hold five years running: two of them
are two-year means, one is three times the national share.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction

import pytest

import tryghed_dsl as td
from oracle import model as m
from oracle.agreement import differences
from oracle.draw import Draw
from oracle.frames import World
from oracle.meaning import judge
from oracle.tables import Figure, Figures, Key
from oracle.wording import text

DISTRICTS = tuple(f"d{number}" for number in range(1, 6))
AS_OF, YEARS = 2022, range(2016, 2023)
SETS = 100


def _two_years(x: m.Expression) -> m.Expression:
    return m.Window("mean", x, m.Years(2))


JOBLESS, CONVICTED, UNSCHOOLED, INCOME = map(
    m.Name, ("jobless", "convicted", "unschooled", "income")
)
THREE_TIMES = m.Product((("*", m.Num(Fraction(3))), ("*", _two_years(m.InArea(CONVICTED, "land")))))
CRITERIA = {
    "few_jobs": m.Limit(_two_years(JOBLESS), ">", m.Num(Fraction(40), "%")),
    "much_crime": m.Limit(_two_years(CONVICTED), ">=", THREE_TIMES),
    "little_school": m.Limit(UNSCHOOLED, ">", m.Num(Fraction(60), "%")),
    "low_income": m.Limit(INCOME, "<", m.ShareOf(Fraction(55), m.InArea(INCOME, "land"))),
}
SPEC = m.Spec(
    targets=(m.Target("listed", m.Running(5, m.Named("exposed"))),),
    indicators=(
        m.Indicator("jobless", "percent", 1),
        m.Indicator("convicted", "percent", 1),
        m.Indicator("unschooled", "percent", 1),
        m.Indicator("income", "money", -1, "average"),
    ),
    areas=(m.Area("land"), *(m.Area(district, "land") for district in DISTRICTS)),
    area="land",
    area_lists=(m.AreaList("districts", inside="land"),),
    conditions=(
        *(m.NamedCondition(name, limit) for name, limit in CRITERIA.items()),
        m.NamedCondition(
            "exposed", m.Several(2, tuple(m.Member(m.Named(name)) for name in CRITERIA))
        ),
    ),
)


@pytest.fixture(scope="module")
def judges() -> dict[str, td.Judge]:
    """The spec compiled for every district."""
    spec = td.loads(text(SPEC))
    return {district: td.compile(spec, AS_OF, district) for district in DISTRICTS}


def test_program_and_oracle_agree_on_every_area(judges: Mapping[str, td.Judge]) -> None:
    seen, different = Counter[str](), list[str]()
    for seed in range(SETS):
        table = _table(Draw(seed))
        world = World(SPEC, table, "land")
        for district, judge_it in judges.items():
            expected = judge(world, SPEC.targets[0], AS_OF, district)
            found = judge_it(table.values())["listed"]
            seen[expected.verdict] += 1
            different += [
                f"seed {seed}, {district}: {each}" for each in differences(expected, found)
            ]
    assert not different, "\n".join(different)
    assert set(seen) == {"pass", "fail", "unknown"}
    assert min(seen.values()) >= 40


def _table(draw: Draw) -> Figures:
    """Figures of every district, about where the criteria turn; in most tables some are missing."""
    missing = draw.choice([0, 2, 8])
    by_key: dict[Key, Figure] = {}
    for area in ("land", *DISTRICTS):
        for name, value in _values(draw, area):
            for year in YEARS:
                if not draw.chance(missing):
                    by_key[name, area, year] = Figure(value + Fraction(draw.integer(-9, 9), 10))
    return Figures(by_key)


def _values(draw: Draw, area: str) -> Iterator[tuple[str, Fraction]]:
    """What the figures of an area lie around: far from what is asked, or close by."""
    if area == "land":
        usual = {"jobless": 20, "convicted": 2, "unschooled": 25, "income": 400}
    else:
        usual = {"jobless": 40, "convicted": 6, "unschooled": 60, "income": 220}
    for name, value in usual.items():
        spread = 0 if area == "land" else draw.choice([0, 1, value // 6 + 1])
        yield name, Fraction(value + draw.choice([-1, 1, 1]) * spread)


@pytest.mark.parametrize(
    ("gone", "changed", "verdict"),
    [
        ((), {}, "pass"),
        # in 2020 only unschooled is left above its line
        ((), {("jobless", "d1", 2019): 38, ("jobless", "d1", 2020): 41}, "fail"),
        # the mean of 38 and 43 is still above 40
        ((), {("jobless", "d1", 2020): 38}, "pass"),
        # one of the two that hold cannot be told in 2020 and 2021, and no other may stand in
        ((("jobless", "d1", 2020),), {}, "unknown"),
        # 6 is three times 2, and stands in for it
        ((("jobless", "d1", 2020),), {("convicted", "d1", y): 6 for y in YEARS}, "pass"),
        # a year that fails settles it, whatever is missing
        ((("jobless", "d1", 2020),), {("unschooled", "d1", 2022): 60}, "fail"),
        # before the five years nothing is asked but the first of the two-year means
        ((("jobless", "d1", 2016),), {}, "pass"),
        ((("jobless", "d1", 2017),), {}, "unknown"),
    ],
)
def test_worked_by_hand(
    judges: Mapping[str, td.Judge],
    gone: tuple[Key, ...],
    changed: Mapping[Key, float],
    verdict: str,
) -> None:
    """2018 to 2022, with 43 % without a job and 61 % without schooling: two of four."""
    around = {"jobless": 43.0, "convicted": 3.0, "unschooled": 61.0, "income": 300.0}
    land = {"jobless": 20.0, "convicted": 2.0, "unschooled": 25.0, "income": 400.0}
    table = {
        (name, area, year): value
        for area, values in (("d1", around), ("land", land))
        for name, value in values.items()
        for year in YEARS
    }
    table = {key: value for key, value in (table | dict(changed)).items() if key not in gone}
    assert judges["d1"](table)["listed"].verdict == verdict
    figures = Figures({key: Figure(Fraction(value)) for key, value in table.items()})
    world = World(SPEC, figures, "land")
    assert judge(world, SPEC.targets[0], AS_OF, "d1").verdict == verdict
