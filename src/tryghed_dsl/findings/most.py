"""As many findings of a file as anybody reads, and how many more there are."""

from collections import Counter
from collections.abc import Sequence

from tryghed_dsl.findings.finding import Argument, Finding, Severity, in_order

MOST_TOLD = 100
_GRAVEST_FIRST = list(Severity)


def at_most(found: Sequence[Finding], most: int = MOST_TOLD) -> list[Finding]:
    """The findings, of each spec's file no more than so many.

    Where there are more, errors come before warnings and those before notes, and the last one
    tells how many are not told. Findings without a place in a spec are all told.
    """
    if len(found) <= most:
        return list(found)
    told, more = [], dict[str, list[Finding]]()
    room = Counter[str]()
    for finding in sorted(found, key=lambda finding: _GRAVEST_FIRST.index(finding.severity)):
        if finding.spans:
            name = finding.spans[0].source.name
            room[name] += 1
            if room[name] >= most:  # the last one that there is room for may have to tell of more
                more.setdefault(name, []).append(finding)
                continue
        told.append(finding)
    told += [rest[0] for rest in more.values() if len(rest) == 1]
    return in_order(told) + [_of_more(rest) for rest in more.values() if len(rest) > 1]


def _of_more(rest: list[Finding]) -> Finding:
    first = in_order(rest)[0]
    wrong = sum(finding.severity is Severity.ERROR for finding in rest)
    args: dict[str, Argument] = {
        "more": float(len(rest)),
        "wrong": float(wrong),
        "name": first.spans[0].source.name,
    }
    return Finding("N099", first.spans[:1], args)
