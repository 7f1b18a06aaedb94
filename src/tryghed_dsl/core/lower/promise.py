"""A subject under a rule, with what chance says of it."""

from tryghed_dsl.check.conditions import Held
from tryghed_dsl.core.lower.condition import lower_condition
from tryghed_dsl.core.lower.frame import Frame
from tryghed_dsl.core.lower.held import lower_rule
from tryghed_dsl.core.lower.softened import with_chance
from tryghed_dsl.core.lower.table import Table
from tryghed_dsl.records import replace


@lower_condition.register(Held)
def _held(condition: Held, frame: Frame) -> Table:
    table = with_chance(lower_rule(condition.rule, condition, frame), condition, frame)
    unit = () if condition.unit is None else (("unit", condition.unit),)
    return replace(table, facts=(*table.facts, *unit))
