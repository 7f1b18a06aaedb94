"""Limits and bands: whether chance explains a miss, and how sure the verdict is.

A miss is beyond chance only where the whole interval lies on the wrong side: one that touches
the limit is within chance. A verdict is certain where the whole interval lies on its side, and
does not touch the limit either. What has no chance in it is judged as it stands.
"""

from tryghed_dsl.check.conditions import Band, Held, Limit, Operator
from tryghed_dsl.check.terms import Term
from tryghed_dsl.core.lower.bounds import HIGH, LIMIT, LOW, VALUE, compared
from tryghed_dsl.core.lower.chance.chance import Chance, chance_of
from tryghed_dsl.core.lower.chance.compare import Compared, by_chance, comparison
from tryghed_dsl.core.lower.chance.levels import Level, level_of
from tryghed_dsl.core.lower.chance.spread import Spread, linear_of
from tryghed_dsl.core.lower.frame import Frame
from tryghed_dsl.core.program import And, AtMost, Expression, If

_UPPER = (Operator.AT_MOST, Operator.BELOW)
_STRICT = (Operator.BELOW, Operator.ABOVE)


def limit_chance(rule: Limit | Band, held: Held, frame: Frame) -> Chance:
    """What chance says of a limit or band.

    Its expressions rest on the steps `value`, `limit`, `limit_low` and `limit_high` of the
    limit's table. The level is the subject's own `confidence`, 95 % where it has none.
    """
    level = level_of(held.confidence)

    def named(term: Term, step: Expression) -> Spread:
        return Spread(step, linear_of(term, frame))

    subject = named(held.subject, VALUE)
    if isinstance(rule, Band):
        said = _between(subject, named(rule.low, LOW), named(rule.high, HIGH), level)
        met: Expression = And((AtMost(LOW, VALUE), AtMost(VALUE, HIGH)))
    else:
        said = _one_limit(rule.operator, subject, named(rule.limit, LIMIT), level)
        met = compared(rule.operator, VALUE, LIMIT)
    return chance_of(met, said, subject, level)


def _one_limit(operator: Operator, subject: Spread, limit: Spread, level: Level) -> Compared:
    if operator is Operator.EQUALS:
        return _between(subject, limit, limit, level)
    small, large = (subject, limit) if operator in _UPPER else (limit, subject)
    return by_chance(comparison(small, large, strict=operator in _STRICT), level)


def _between(subject: Spread, low: Spread, high: Spread, level: Level) -> Compared:
    """Two limits; of a miss the one that is missed decides."""
    above = by_chance(comparison(low, subject), level)
    under = by_chance(comparison(subject, high), level)
    not_over = AtMost(subject.value, high.value)
    return Compared(
        If(not_over, above.within, under.within),
        And((above.sure, under.sure)),
        If(not_over, above.z, under.z),
    )
