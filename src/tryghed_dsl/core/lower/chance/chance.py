"""What chance says of a verdict: an object of expressions over the steps of its table."""

from tryghed_dsl.core.lower.chance.build import ONE, ZERO
from tryghed_dsl.core.lower.chance.compare import Compared, told_limits
from tryghed_dsl.core.lower.chance.levels import Level
from tryghed_dsl.core.lower.chance.spread import Spread
from tryghed_dsl.core.program import MISSING, Expression, If
from tryghed_dsl.records import dataclass


@dataclass(frozen=True, slots=True)
class Chance:
    """What chance says of a verdict. All of it is missing where nothing can be told.

    Attributes:
        within_chance: whether a miss is not beyond chance; to be asked of misses only.
        certain: 1 where the whole interval lies on the verdict's side, else 0.
        lower: the lower limit of the subject; missing where it is exact.
        upper: likewise the upper limit.
        z: of the score test, from which the report makes p; missing where there was none.
    """

    within_chance: Expression
    certain: Expression
    lower: Expression
    upper: Expression
    z: Expression


def chance_of(passed: Expression, said: Compared, subject: Spread, level: Level) -> Chance:
    """What chance says of a verdict.

    Args:
        passed: whether the verdict lies on the good side.
        said: what can be said of the comparison that decides it.
        subject: the subject with its chance.
        level: the level of the limits.
    """
    missed = If(said.within, ZERO, ONE)
    lower, upper = told_limits(subject, level)
    return Chance(
        said.within,
        MISSING if said.within == MISSING else If(passed, If(said.sure, ONE, ZERO), missed),
        lower,
        upper,
        said.z,
    )
