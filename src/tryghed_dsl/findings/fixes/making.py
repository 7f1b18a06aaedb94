"""Ways to make fixes of a finding's places and arguments."""

from collections.abc import Callable, Iterable

from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.findings.fix import Edit, Fix

Maker = Callable[[Finding], Iterable[Fix]]


def instead(*arguments: str, certain: bool = True) -> Maker:
    """What stands at the first place is replaced by an argument, whichever of them there is.

    With more than one that is there, each is a reading, and none is certain.
    """

    def make(finding: Finding) -> list[Fix]:
        given = [finding.args[name] for name in arguments if name in finding.args]
        sure = certain and len(given) == 1
        return [Fix((Edit(finding.spans[0], str(text)),), sure) for text in given]

    return make
