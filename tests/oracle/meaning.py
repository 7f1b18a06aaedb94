"""The verdict of every target of a spec: what the program must say too."""

from dataclasses import replace

from oracle import meaning_conditions as conditions
from oracle import model as m
from oracle.frames import Frame, World
from oracle.verdicts import Judged


def judge(world: World, target: m.Target, year: int, area: str) -> Judged:
    """A target as of a year, in an area."""
    valid = _cut(world.spec.valid, target.clauses.valid)
    frame = Frame(world, area, year, year)
    return conditions.judge(target.condition, replace(target.clauses, valid=valid), frame)


def _cut(agreement: m.Span | None, own: m.Span | None) -> m.Span | None:
    """Ruling 3: a target's own `valid` is cut with the agreement's."""
    if agreement is None or own is None:
        return own or agreement
    assert agreement.last is not None
    assert own.last is not None
    return m.Span(max(agreement.first, own.first), min(agreement.last, own.last))
