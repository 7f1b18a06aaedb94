"""Where a trajectory starts, and how far in time everything lies from it (rulings 5 and 7, C15)."""

from dataclasses import dataclass, replace
from fractions import Fraction

from oracle import meaning_traits as traits
from oracle import meaning_values as values
from oracle import model as m
from oracle.exact import Exact, Unsettled
from oracle.frames import MISSING, Frame, Value


@dataclass(frozen=True, slots=True)
class Start:
    """The years of a start, and its place in time."""

    years: range
    place: Fraction

    @property
    def last(self) -> int:
        """The last year that is not after the start."""
        return self.years[-1]


def place(year: int, subject: m.Expression, frame: Frame) -> Fraction:
    """C15: the middle of a year, and of a stock its end."""
    return year + (Fraction(1) if traits.is_stock(subject, frame) else Fraction(1, 2))


def start_of(condition: m.Trajectory, frame: Frame) -> Start | None:
    """Section 6: `from=`, else the agreement's baseline, else the first year that is known."""
    since = condition.objective.since
    if isinstance(since, m.Span):
        assert since.last is not None
        middle = Fraction(since.first + since.last + 1, 2)
        return Start(range(since.first, since.last + 1), middle)
    year = since or frame.world.spec.baseline or _first_known(condition, frame)
    if year is None:
        return None
    return Start(range(year, year + 1), place(year, condition.subject, frame))


def _first_known(condition: m.Trajectory, frame: Frame) -> int | None:
    """Ruling 5: found for the agreement's area, within the series that the judged year is of."""
    objective = condition.objective
    home = replace(frame, area=frame.world.home, subject=condition.subject, baseline=False)
    sides = [condition.subject]
    if objective.kind == "approach" and objective.value is not None:
        sides.append(objective.value)
    years = sorted({year for _, _, year in frame.world.figures.by_key})
    for year in years:
        if objective.by is not None and year >= objective.by:
            raise Unsettled  # of a start after the deadline the texts say nothing
        if all(isinstance(values.value(side, home.at(year)), Exact) for side in sides):
            return year
    return None


def subject_at_start(condition: m.Trajectory, start: Start | None, frame: Frame) -> Value:
    """Ruling 4: x(Y0) is baseline(Y0); C15: a range's mean.

    What `start=` says is read then, too, and what was agreed goes first.
    """
    if start is None:
        return MISSING
    return values.mean([subject_in(condition, year, frame) for year in start.years])


def subject_in(condition: m.Trajectory, year: int, frame: Frame) -> Value:
    """The same of one year."""
    asked = condition.objective.start or condition.subject
    return values.value(asked, frame.about(condition.subject).at_baseline(year))


def reference_at_start(reference: m.Expression, start: Start | None, frame: Frame) -> Value:
    """Ruling 4: ref(Y0) is read from figures."""
    if start is None:
        return MISSING
    return values.mean([values.value(reference, frame.at(year)) for year in start.years])
