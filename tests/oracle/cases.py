"""Random cases: a spec of one form, with tables of figures, and when and where it is judged."""

from collections.abc import Callable
from dataclasses import dataclass

from oracle import (
    generate_chance,
    generate_compositions,
    generate_expressions,
    generate_limits,
    generate_trajectories,
)
from oracle import model as m
from oracle.draw import Draw
from oracle.frames import World
from oracle.generate import Family, Plan, plan
from oracle.generate_figures import aimed, figures
from oracle.tables import Figures

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
    "chance composed": generate_chance.composed,
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
    "chance": ("chance of limits", "chance of trajectories", "chance composed"),
}


# Counts and shares vary, money is exact, and plain numbers vary as the data says.
VARYING: tuple[Family, ...] = ("count", "count", "percent", "percent", "number", "money")


@dataclass(frozen=True, slots=True)
class Moment:
    year: int
    area: str


@dataclass
class Case:
    """A spec, several tables of figures, and when and where it is judged."""

    spec: m.Spec
    tables: list[Figures]
    moments: list[Moment]
    chance: bool = False


def case(draw: Draw, form: str, tables: int = 4, moments: int = 3) -> Case:
    """A random case of a form."""
    chance = form in STAGES["chance"]
    made = plan(draw, families=VARYING) if chance else plan(draw)
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
