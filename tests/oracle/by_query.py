"""The oracle beside a query: what a database says of a case, in the form of a report's targets."""

from collections.abc import Mapping

import tryghed_dsl as td
from oracle import model as m
from oracle.agreement import Tally, differences
from oracle.cases import Case, Moment
from oracle.exact import Border, Unsettled
from oracle.frames import World
from oracle.meaning import judge
from oracle.tables import Figures
from oracle.wording import text
from tryghed_dsl.findings.finding import errors
from tryghed_dsl.report.p_value import p_value

ENGINE = "duckdb"
START_NOT_STATED = "E333"


class Answer:
    """A target's row of an answer, asked as a report's target is."""

    def __init__(self, row: Mapping[str, object]) -> None:
        self._row = row
        self.verdict = row["verdict"]
        self.reason = row["reason"]
        self.limit = row["limit"]
        self.certain = row["certain"]

    @property
    def p(self) -> float | None:
        """Of the number that databases give in its place."""
        z = self._row["z"]
        assert z is None or isinstance(z, float)
        return p_value(z)

    def measure(self, name: str) -> object:
        return self._row.get(name)


def answers(
    spec: td.Spec, table: Figures, moment: Moment, engine: str = ENGINE
) -> dict[str, Answer]:
    """What a database says of each target."""
    verdicts = td.evaluate(spec, table.records(), moment.year, areas=[moment.area], engine=engine)
    rows = (dict(zip(verdicts.columns, row, strict=True)) for row in verdicts)
    return {str(row["target"]): Answer(row) for row in rows}


def run(given: Case, tally: Tally, engine: str = ENGINE) -> None:
    """Judge the targets of a case by queries and by the oracle, and note what differs."""
    spec = td.loads(text(given.spec))
    for moment in given.moments:
        for table in given.tables:
            try:
                found = answers(spec, table, moment, engine)
            except td.FiguresError as error:
                if {finding.code for finding in errors(error.findings)} != {START_NOT_STATED}:
                    raise
                tally.counts["not asked"] += len(given.spec.targets)
                continue
            world = World(given.spec, table, "own", chance=given.chance)
            for target in given.spec.targets:
                _compare(world, target, moment, found[target.name], tally)


def _compare(world: World, target: m.Target, moment: Moment, found: Answer, tally: Tally) -> None:
    tally.counts["cases"] += 1
    try:
        expected = judge(world, target, moment.year, moment.area)
    except (Border, Unsettled) as left_out:
        tally.counts[type(left_out).__name__.lower()] += 1
        return
    tally.counts[f"{expected.verdict} {expected.reason}"] += 1
    told = list(differences(expected, found))
    if told:
        tally.counts["disagreements"] += 1
        rows = "\n".join(map(str, world.figures.records()))
        as_of = f"as of {moment.year} in {moment.area}: {target.name}"
        tally.disagreements.append("\n".join([*told, as_of, text(world.spec), rows]))
