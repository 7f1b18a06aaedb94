"""What clauses mean where a condition is made of others."""

from tryghed_dsl.check.promises.clauses import tell_misplaced, tell_truth
from tryghed_dsl.check.promises.confidence import level
from tryghed_dsl.check.reading import NOTHING_SAID, Reading
from tryghed_dsl.records import replace


def as_truth(reading: Reading) -> Reading:
    """The reading of a condition that only holds or does not; clauses for it are told."""
    tell_truth(reading.said, reading.notes)
    return replace(reading, truth=True, said=NOTHING_SAID, confidence=None)


def among_several(reading: Reading, named: str | None = None) -> Reading:
    """The reading of one condition among several; clauses that do not say for which are told.

    A level of confidence is for all of them.

    Args:
        reading: that of all of them.
        named: the name of the condition that holds them, where it has one.
    """
    said = reading.said
    if reading.truth or said is NOTHING_SAID:
        return reading
    tell_misplaced(said, reading.notes, named)
    own = said.confidence
    confidence = reading.confidence if own is None else level(own, reading.notes)
    return replace(reading, said=NOTHING_SAID, confidence=confidence)
