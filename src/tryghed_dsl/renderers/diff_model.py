"""A comparison as published data: the schema `tryghed-diff/1`.

Keys are always there; what does not apply is null.
"""

from typing import Literal

from pydantic import Field

from tryghed_dsl.comparing.compare import Comparison, Flip, Surroundings
from tryghed_dsl.comparing.effect import (
    Calculated,
    Difference,
    Effect,
    Number,
    Share,
    Shown,
    What,
)
from tryghed_dsl.comparing.targets import Kind, TargetChange
from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.report.model import Published
from tryghed_dsl.report.report import TargetReport
from tryghed_dsl.text.language import Language

SCHEMA: Literal["tryghed-diff/1"] = "tryghed-diff/1"


class DifferenceModel(Published):
    """What is another in the new spec.

    Shares are numbers from 0 to 1; what is calculated from figures is null on both sides.
    """

    what: What
    name: str | None
    old: float | bool | str | None
    new: float | bool | str | None


class SurroundingsModel(Published):
    """What has changed around the targets: in the agreement, or in a goal where that is named."""

    goal: str | None
    effect: Effect
    differences: list[DifferenceModel]


class ChangeModel(Published):
    """A target that has changed.

    `on_figures` says whether its effect is that on the figures given, because the wordings alone
    do not tell. `old` and `new` are the wordings.
    """

    id: str
    change: Kind
    effect: Effect
    on_figures: bool
    old: str | None
    new: str | None
    differences: list[DifferenceModel]


class SideModel(Published):
    """A verdict by one of the two specs."""

    verdict: Verdict
    reason: Reason
    sentence: str


class FlipModel(Published):
    """A target whose verdict the change would flip."""

    id: str
    old: SideModel
    new: SideModel


class DiffModel(Published):
    """What a new spec changes in an old one; `as_of` is null where no figures were given."""

    schema_name: Literal["tryghed-diff/1"] = Field(alias="schema")
    old: str
    new: str
    may_be_looser: bool
    around: list[SurroundingsModel]
    targets: list[ChangeModel]
    as_of: str | None
    flips: list[FlipModel]


def diff_model(comparison: Comparison, language: Language) -> DiffModel:
    """A comparison as published data, its sentences in one language."""
    return DiffModel(
        schema=SCHEMA,
        old=comparison.old.source.name,
        new=comparison.new.source.name,
        may_be_looser=comparison.may_be_looser,
        around=[_surroundings(each) for each in comparison.around],
        targets=[_change(each) for each in comparison.targets],
        as_of=None if comparison.as_of is None else str(comparison.as_of),
        flips=[_flip(each, language) for each in comparison.flips],
    )


def _surroundings(found: Surroundings) -> SurroundingsModel:
    return SurroundingsModel(
        goal=None if found.goal is None else found.goal.id,
        effect=found.effect,
        differences=[_difference(each) for each in found.differences],
    )


def _change(change: TargetChange) -> ChangeModel:
    return ChangeModel(
        id=change.id,
        change=change.kind,
        effect=change.effect,
        on_figures=change.on_figures,
        old=None if change.old is None else change.old.text,
        new=None if change.new is None else change.new.text,
        differences=[_difference(each) for each in change.differences],
    )


def _difference(difference: Difference) -> DifferenceModel:
    return DifferenceModel(
        what=difference.what,
        name=difference.name,
        old=_plain(difference.old),
        new=_plain(difference.new),
    )


def _plain(value: Shown) -> float | str | bool | None:
    """A value for programs; shares are numbers from 0 to 1."""
    match value:
        case Calculated():
            return None
        case None | bool():
            return value
        case Share(number) | Number(number):
            return number
        case _:
            return str(value)


def _flip(flip: Flip, language: Language) -> FlipModel:
    return FlipModel(id=flip.id, old=_side(flip.old, language), new=_side(flip.new, language))


def _side(report: TargetReport, language: Language) -> SideModel:
    return SideModel(
        verdict=report.verdict, reason=report.reason, sentence=report.sentence(language)
    )
