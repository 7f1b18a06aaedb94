"""The program and the oracle on one case: where they disagree, and how."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

import tryghed_dsl as td
from oracle import model as m
from oracle.cases import Case, Moment
from oracle.exact import SAFE, Border, Unsettled
from oracle.frames import Absent, Value, World
from oracle.meaning import judge
from oracle.tables import Figure, Figures, Key
from oracle.verdicts import Judged
from oracle.wording import text

JUDGED = {"pass", "warn", "fail"}
# What takes the program long is asked of some tables only: those of a spec that has to be compiled
# for each of them, and how certain verdicts are.
UNCOMPILED, TOLD = 4, 4


@dataclass
class Tally:
    """What came of a run; of disagreements of one kind the first is told."""

    counts: Counter[str] = field(default_factory=Counter)
    disagreements: list[str] = field(default_factory=list)
    told: set[tuple[str, str, str]] = field(default_factory=set)


def run(given: Case, tally: Tally) -> None:
    """Judge every target of a case with both, and note what differs.

    The first table is once judged as files are; what is left by a compiled judge, where that is
    possible.

    Raises:
        td.SpecError: the program does not take the spec.
    """
    spec = td.loads(text(given.spec))
    worlds = [
        World(given.spec, table, "own", chance=given.chance and number % TOLD == 0)
        for number, table in enumerate(given.tables)
    ]
    for moment in given.moments:
        judge_it = _judge(spec, moment)
        for world in worlds if judge_it is not _evaluated else worlds[:UNCOMPILED]:
            first = moment is given.moments[0] and world is worlds[0]
            report = (_evaluated if first else judge_it)(spec, world.figures, moment)
            for target in given.spec.targets:
                _compare(world, target, moment, report, tally)


JudgeIt = Callable[[td.Spec, Figures, Moment], td.Report]


def _evaluated(spec: td.Spec, table: Figures, moment: Moment) -> td.Report:
    return td.evaluate(spec, table.records(), moment.year, moment.area)


def _judge(spec: td.Spec, moment: Moment) -> JudgeIt:
    """A compiled judge; one that compiles each time where figures decide when things start."""
    try:
        compiled = td.compile(spec, moment.year, moment.area)
    except td.FiguresError:
        return _evaluated
    return lambda _spec, table, _moment: compiled(
        table.values() if table.plain else table.records()
    )


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


class Found(Protocol):
    """What is said of a target, in a report or in a row."""

    @property
    def verdict(self) -> object: ...
    @property
    def reason(self) -> object: ...
    @property
    def certain(self) -> object: ...
    def measure(self, name: str) -> object: ...


def differences(expected: Judged, found: Found) -> Iterator[str]:
    """What the program says otherwise than the oracle."""
    said, meant = f"{found.verdict} {found.reason}", f"{expected.verdict} {expected.reason}"
    unexplained = expected.reason == "not-said" and found.verdict == expected.verdict
    if said != meant and not unexplained:
        yield f"the program says {said}, the oracle {meant}"
    if expected.verdict not in JUDGED:
        return
    for name, value in expected.measures.items():
        seen = getattr(found, name) if name in {"limit", "p"} else found.measure(name)
        if not _alike(value, seen):
            yield f"{name}: the program says {seen}, the oracle {value}"
    if expected.certain is not None and expected.certain != found.certain:
        yield f"certain: the program says {found.certain}, the oracle {expected.certain}"


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

    def left(spec: m.Spec, by_key: dict[Key, Figure]) -> list[str]:
        smaller = World(spec, Figures(by_key), world.home, world.chance)
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


def _written(figure: Figure) -> str:
    beside = [
        f"{name} {float(value):g}"
        for name in ("n", "denominator", "lower", "upper")
        if (value := getattr(figure, name)) is not None
    ]
    return ", ".join([repr(float(figure.value)), *beside, *(["break"] if figure.broken else [])])
