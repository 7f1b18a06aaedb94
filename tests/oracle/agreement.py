"""The program and the oracle on one case: where they disagree, and how."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import tryghed_dsl as td
from oracle import (
    generate_chance,
    generate_compositions,
    generate_expressions,
    generate_limits,
    generate_trajectories,
)
from oracle import model as m
from oracle.draw import Draw
from oracle.exact import SAFE, Border, Unsettled
from oracle.frames import Absent, Value, World
from oracle.generate import Plan, plan
from oracle.generate_figures import aimed, figures
from oracle.meaning import judge
from oracle.verdicts import Judged
from oracle.wording import text

JUDGED = {"pass", "warn", "fail"}

Form = Callable[[Plan], None]
FORMS: dict[str, Form] = {
    "limits": generate_limits.limits,
    "approach": generate_trajectories.approaches,
    "amounts": generate_trajectories.amounts,
    "interim": generate_trajectories.interim,
    "growths": generate_trajectories.growths,
    "windows": generate_expressions.windows,
    "changes": generate_expressions.changes,
    "several": generate_expressions.several,
    "folds": generate_expressions.folds,
    "year counts": generate_expressions.year_counts,
    "precision": generate_expressions.precise,
    "compositions": generate_compositions.compositions,
    "areas": generate_compositions.over_areas,
    "years": generate_compositions.over_years,
    "named": generate_compositions.named,
    "dated": generate_compositions.dated,
    "projected limits": generate_compositions.projected_limits,
    "folds composed": generate_compositions.counted,
    "chance of limits": generate_chance.limits,
    "chance of trajectories": generate_chance.trajectories,
}
# The stages in which the language is built, each with its forms.
STAGES: dict[str, tuple[str, ...]] = {
    "limits": ("limits",),
    "approach": ("approach",),
    "objectives": ("amounts", "interim", "growths"),
    "expressions": ("windows", "changes", "several", "folds", "year counts", "precision"),
    "compositions": (
        *("compositions", "areas", "years", "named", "dated"),
        *("projected limits", "folds composed"),
    ),
    "chance": ("chance of limits", "chance of trajectories"),
}


@dataclass(frozen=True, slots=True)
class Moment:
    year: int
    area: str


@dataclass
class Case:
    """A spec, several tables of figures, and when and where it is judged."""

    spec: m.Spec
    tables: list[m.Figures]
    moments: list[Moment]
    chance: bool = False


@dataclass
class Tally:
    """What came of a run; of disagreements of one kind the first is told."""

    counts: Counter[str] = field(default_factory=Counter)
    disagreements: list[str] = field(default_factory=list)
    told: set[tuple[str, str, str]] = field(default_factory=set)


def case(draw: Draw, form: str, tables: int = 4, moments: int = 3) -> Case:
    """A random case of a form."""
    chance = form in STAGES["chance"]
    made = plan(draw, families=("count", "percent")) if chance else plan(draw)
    FORMS[form](made)
    spec = made.spec()
    when = [
        Moment(draw.integer(2013, 2022), draw.choice(["own", "own", "own", "kbh"]))
        for _ in range(moments)
    ]
    found = [figures(draw, spec, made.family, surveyed=made.surveyed) for _ in range(tables)]
    for table in found if not chance else ():
        world = World(spec, table, "own")
        for target in spec.targets:
            if draw.chance(50):
                moment = draw.choice(when)
                aimed(draw, world, target, moment.year, moment.area)
    return Case(spec, found, when, chance=chance)


def run(given: Case, tally: Tally) -> None:
    """Judge every target of a case with both, and note what differs.

    The first table is judged as files are; the others by a compiled judge, where that is possible.

    Raises:
        td.SpecError: the program does not take the spec.
    """
    spec = td.loads(text(given.spec))
    for moment in given.moments:
        compiled = _compiled(spec, moment)
        for number, table in enumerate(given.tables):
            world = World(given.spec, table, "own", chance=given.chance)
            if number == 0 or compiled is None or not table.plain:
                report = td.evaluate(spec, table.records(), moment.year, moment.area)
            else:
                report = compiled(table.values())
            for target in given.spec.targets:
                _compare(world, target, moment, report, tally)


def _compiled(spec: td.Spec, moment: Moment) -> td.Judge | None:
    try:
        return td.compile(spec, moment.year, moment.area)
    except td.FiguresError:
        return None


def _compare(
    world: World, target: m.Target, moment: Moment, report: td.Report, tally: Tally
) -> None:
    tally.counts["cases"] += 1
    try:
        expected = judge(world, target, moment.year, moment.area)
    except (Border, Unsettled) as left_out:
        tally.counts[type(left_out).__name__.lower()] += 1
        return
    tally.counts[f"{expected.verdict} {expected.reason}"] += 1
    different = list(differences(expected, report[target.name]))
    if different:
        tally.counts["disagreements"] += 1
        first = (target.name, different[0].partition("says")[0], expected.reason)
        if first not in tally.told:
            tally.told.add(first)
            tally.disagreements.append(smallest(world, target, moment))


def differences(expected: Judged, found: td.TargetReport) -> Iterator[str]:
    """What the program says otherwise than the oracle."""
    said, meant = f"{found.verdict} {found.reason}", f"{expected.verdict} {expected.reason}"
    unexplained = expected.reason == "not-said" and found.verdict == expected.verdict
    if said != meant and not unexplained:
        yield f"the program says {said}, the oracle {meant}"
    if expected.verdict not in JUDGED:
        return
    for name, value in expected.measures.items():
        seen = found.limit if name == "limit" else found.measure(name)
        if not _alike(value, seen):
            yield f"{name}: the program says {seen}, the oracle {value}"
    if expected.certain is not None:
        certain = str(found.certain)
        certain = {"True": "yes", "False": "no"}.get(certain, certain)
        if certain != expected.certain:
            yield f"certain: the program says {certain}, the oracle {expected.certain}"


def _alike(value: Value, seen: object) -> bool:
    """Ruling 41, and more strictly: to 1e-9 of the measure itself, where doubles can know it."""
    if isinstance(value, Absent) or seen is None:
        return isinstance(value, Absent) and seen is None
    assert isinstance(seen, float | int)
    room = 1e-9 * max(1.0, value.size) + SAFE * value.off
    return abs(float(value) - seen) <= room


# ------------------------------------------------------------------ telling


def smallest(world: World, target: m.Target, moment: Moment) -> str:
    """A disagreement on as little as it takes: one target, and the figures that matter."""
    whole, alone = world.spec, replace(world.spec, targets=(target,))

    def left(spec: m.Spec, by_key: dict[m.Key, m.Figure]) -> list[str]:
        smaller = World(spec, m.Figures(by_key), world.home, world.chance)
        return _still(smaller, target, moment)

    kept = dict(world.figures.by_key)
    spec = alone if left(alone, kept) else whole
    series = sorted({(indicator, area) for indicator, area, _ in kept})
    candidates = [{key for key in kept if key[:2] == each} for each in series]
    candidates += [{key} for key in kept]
    for gone in candidates:
        fewer = {key: figure for key, figure in kept.items() if key not in gone}
        if len(fewer) < len(kept) and left(spec, fewer):
            kept = fewer
    rows = [f"{i},{a},{y},{_written(figure)}" for (i, a, y), figure in kept.items()]
    as_of = f"as of {moment.year} in {moment.area}"
    return "\n".join([*left(spec, kept), as_of, text(spec), *rows])


def _still(world: World, target: m.Target, moment: Moment) -> list[str]:
    """What still differs."""
    records = world.figures.records()
    try:
        report = td.evaluate(td.loads(text(world.spec)), records, moment.year, moment.area)
        expected = judge(world, target, moment.year, moment.area)
    except (Border, Unsettled, td.FindingsError):
        return []
    return list(differences(expected, report[target.name]))


def _written(figure: m.Figure) -> str:
    beside = [
        f"{name} {float(value):g}"
        for name in ("n", "denominator", "lower", "upper")
        if (value := getattr(figure, name)) is not None
    ]
    return ", ".join([repr(float(figure.value)), *beside, *(["break"] if figure.broken else [])])
