"""Which targets of a spec, and which of their verdicts, its own tests reach."""

from collections.abc import Iterator

from tryghed_dsl.check.model import SOMEWHERE, Spec
from tryghed_dsl.core.lower.program import lower
from tryghed_dsl.core.program import Judged
from tryghed_dsl.core.setting import Setting
from tryghed_dsl.domain.period import Period
from tryghed_dsl.domain.verdict import Outcome, Verdict
from tryghed_dsl.records import dataclass
from tryghed_dsl.setting.known import held_by, start_is_open

_JUDGED = (Verdict.PASS, Verdict.WARN, Verdict.FAIL)


@dataclass(frozen=True, slots=True)
class Covered:
    """A target, the verdicts that it can have, and those that a test expects of it.

    Only pass, warn and fail count: the others are of figures and dates, not of the promise.
    """

    target: str
    possible: tuple[Verdict, ...]
    reached: tuple[Verdict, ...]

    @property
    def unreached(self) -> tuple[Verdict, ...]:
        """The verdicts that no test expects."""
        return tuple(verdict for verdict in self.possible if verdict not in self.reached)


def coverage(spec: Spec) -> list[Covered]:
    """What the tests of a spec reach, for each target that is judged."""
    expected: dict[str, set[Verdict]] = {}
    for test in spec.tests:
        for expectation in test.expectations:
            expected.setdefault(expectation.name, set()).add(expectation.verdict)
    possible = _possible(spec)
    return [
        Covered(
            target.id,
            tuple(v for v in _JUDGED if v in possible[target.id]),
            tuple(v for v in _JUDGED if v in expected.get(target.id, ())),
        )
        for target in spec.targets
        if target.judged
    ]


def _possible(spec: Spec) -> dict[str, set[Verdict]]:
    """The verdicts that each target can have, in the years of the tests and of the agreement."""
    found: dict[str, set[Verdict]] = {target.id: set() for target in spec.targets}
    for period in _periods(spec):
        for target in lower(spec, _setting(spec, period)).targets:
            found[target.id] |= {outcome.verdict for outcome in _outcomes(target)}
    return found


def _periods(spec: Spec) -> set[Period]:
    """The years of the tests, and the first and last of the agreement."""
    tested = {test.as_of for test in spec.tests}
    valid = spec.agreement.valid if spec.agreement else None
    return tested if valid is None else tested | {valid.first, valid.last}


def _setting(spec: Spec, period: Period) -> Setting:
    """A setting for looking at tables; trajectories without a stated start began a year before."""
    area = (spec.agreement and spec.agreement.area) or SOMEWHERE
    opened = (held for target in spec.targets for held in held_by(target))
    return Setting(period, area, {held: period.plus(-1) for held in opened if start_is_open(held)})


def _outcomes(judged: Judged) -> Iterator[Outcome]:
    waiting = [judged.rows]
    while waiting:
        for row in waiting.pop():
            if isinstance(row.then, Outcome):
                yield row.then
            else:
                waiting.append(row.then)
