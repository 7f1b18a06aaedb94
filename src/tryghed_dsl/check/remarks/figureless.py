"""The remarks on the targets of a wording that need no figures."""

from collections.abc import Iterable

from tryghed_dsl.check.model import Spec
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.remarks.possible import remark_on_possible
from tryghed_dsl.check.remarks.together import remark_together
from tryghed_dsl.findings.finding import Finding

# What says more than that a sign stands against the direction.
_SAYS_MORE = ("W230", "W231", "W232")


def with_remarks(spec: Spec, found: Iterable[Finding]) -> list[Finding]:
    """What was found in a spec, and the remarks on its targets; one finding for one mistake."""
    notes = Notes()
    judged = [target for target in spec.targets if target.judged]
    odd = remark_on_possible(spec, judged, notes)
    remark_together(spec, [target for target in judged if target.id not in odd], notes)
    if not notes.found:
        return list(found)
    told = {each.spans[0] for each in notes.found if each.code in _SAYS_MORE}
    return [
        each for each in found if each.code != "W123" or each.spans[0] not in told
    ] + notes.found
