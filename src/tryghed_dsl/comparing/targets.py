"""Targets: which have come, gone or changed, and what that does."""

from collections.abc import Iterator
from enum import StrEnum

from tryghed_dsl.check.model import Indicator, Monitored, Spec, Target
from tryghed_dsl.comparing.conditions import Compared, compare_conditions
from tryghed_dsl.comparing.effect import Difference, Effect, Number, What, together
from tryghed_dsl.comparing.sides import Sides
from tryghed_dsl.comparing.values import Ground
from tryghed_dsl.domain.period import PeriodRange
from tryghed_dsl.records import dataclass
from tryghed_dsl.report.history import used_indicators


class Kind(StrEnum):
    """How something is not as it was."""

    ADDED = "added"
    RETIRED = "retired"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class TargetChange:
    """A target that is not as it was.

    Attributes:
        old: the target in the old wording; None for one that is new.
        new: the target in the new wording; None for one that is not there any more.
        on_figures: whether the effect was found on figures, and so for one year only.
    """

    kind: Kind
    old: Target | None
    new: Target | None
    differences: tuple[Difference, ...]
    effect: Effect
    on_figures: bool = False

    @property
    def id(self) -> str:
        """The target's id."""
        either = self.new or self.old
        return "" if either is None else either.id


def compare_targets(old: Ground, new: Ground) -> Iterator[TargetChange]:
    """What has changed in the targets of two specs, in the order of the new one."""
    before = {target.id: target for target in old.spec.targets}
    for target in new.spec.targets:
        was = before.pop(target.id, None)
        if was is None:
            effect = Effect.STRICTER if target.judged else Effect.SAME
            yield TargetChange(Kind.ADDED, None, target, (), effect)
            continue
        change = _changed(was, target, old, new)
        if change is not None:
            yield change
    for gone in before.values():
        effect = Effect.LOOSER if gone.judged else Effect.SAME
        yield TargetChange(Kind.REMOVED, gone, None, (), effect)


def _changed(old: Target, new: Target, before: Ground, after: Ground) -> TargetChange | None:
    if (old.retired is None) != (new.retired is None):
        effect = Effect.LOOSER if old.judged else Effect.STRICTER
        if not (old.judged or new.judged):
            effect = Effect.SAME
        kind = Kind.RETIRED if old.retired is None else Kind.ADDED
        return TargetChange(kind, old, new, (), effect)
    declared, same = _indicators(old, before.spec, after.spec)
    values = (before.of(old), after.of(new))
    sides = Sides(*values, new.unit, not declared)
    found = [(declared, same), _promises(old, new, sides), _asked_before(old, new, sides)]
    differences = tuple(difference for own, _ in found for difference in own)
    effect = together(effect for _, effect in found)
    of_use = any(difference.what is not What.STATED for difference in differences)
    if not of_use and effect is Effect.SAME and old.text == new.text:
        return None
    on_figures = any(each.calculated for each in values)
    return TargetChange(Kind.CHANGED, old, new, differences, effect, on_figures)


# ------------------------------------------------------------------ the promise


def _promises(old: Target, new: Target, sides: Sides) -> Compared:
    before, after = old.promise, new.promise
    if isinstance(before, Monitored) and isinstance(after, Monitored):
        return [], Effect.SAME
    if isinstance(before, Monitored) or isinstance(after, Monitored):
        effect = Effect.STRICTER if isinstance(before, Monitored) else Effect.LOOSER
        return [Difference(What.WATCHED, not old.judged, not new.judged)], effect
    return compare_conditions(before, after, sides)


def _asked_before(old: Target, new: Target, sides: Sides) -> Compared:
    """What is asked before the promise itself: the years, `when`, how far back, where."""
    found: list[tuple[Difference, Effect]] = []
    if old.applies != new.applies or (old.applies is not None and not sides.same):
        effect = Effect.UNCLEAR
        if old.applies is None or new.applies is None:
            effect = Effect.LOOSER if old.applies is None else Effect.STRICTER
        found.append((Difference(What.WHEN), effect))
    if old.valid != new.valid:
        found.append((Difference(What.VALID, old.valid, new.valid), by_years(old.valid, new.valid)))
    if old.latest != new.latest:
        found.append((Difference(What.LATEST), Effect.UNCLEAR))
    if (old.area, old.part) != (new.area, new.part):
        found.append((Difference(What.AREA, old.area, new.area), Effect.UNCLEAR))
    return [difference for difference, _ in found], together(effect for _, effect in found)


def by_years(old: PeriodRange | None, new: PeriodRange | None) -> Effect:
    """What it does to judge in other years; None means no bounds."""
    if old is None or new is None:
        return Effect.LOOSER if old is None else Effect.STRICTER
    earlier, later = new.first.starts - old.first.starts, new.last.ends - old.last.ends
    effects = (
        *((Effect.STRICTER,) if earlier < 0 or later > 0 else ()),
        *((Effect.LOOSER,) if earlier > 0 or later < 0 else ()),
    )
    return together(effects)


# ------------------------------------------------------------------ indicators


def _indicators(target: Target, old: Spec, new: Spec) -> Compared:
    """What has changed in the indicators that a target rests on.

    A stated baseline moves the limits that are made of it, and they show what it does.
    """
    found: list[Difference] = []
    effects: list[Effect] = []
    names = dict.fromkeys([*used_indicators(target, old), *used_indicators(target, new)])
    for name in names:
        before, after = old.indicators.get(name), new.indicators.get(name)
        if before is None or after is None or _meaning(before) != _meaning(after):
            found.append(Difference(What.INDICATOR, name=name))
            effects.append(Effect.UNCLEAR)
        elif before.stated != after.stated:
            found += _stated(before, after)
    return found, together(effects)


def _meaning(indicator: Indicator) -> tuple[object, ...]:
    return (
        indicator.unit,
        indicator.kind,
        indicator.direction,
        indicator.formula,
        indicator.length,
        indicator.precision,
        indicator.design,
    )


def _stated(old: Indicator, new: Indicator) -> Iterator[Difference]:
    before = {(each.period, each.area): each.value for each in old.stated}
    after = {(each.period, each.area): each.value for each in new.stated}
    for period, area in dict.fromkeys([*before, *after]):
        was, now = before.get((period, area)), after.get((period, area))
        if was != now:
            where = f"{new.id} {period}" if area is None else f"{new.id} {period} {area}"
            yield Difference(What.STATED, _number(was, new), _number(now, new), where)


def _number(value: float | None, indicator: Indicator) -> Number | None:
    return None if value is None else Number(value, indicator.unit)
