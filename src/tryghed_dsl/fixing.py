"""Mends a spec by the certain fixes of its findings, until none is left."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable

from tryghed_dsl.files import StrPath
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.findings.fix import Fix, mended
from tryghed_dsl.findings.fixes import fixes_of
from tryghed_dsl.pipeline import all_found
from tryghed_dsl.records import dataclass
from tryghed_dsl.text.source import Source

# A fix may uncover what another mends, a few times over; more rounds would be a circle.
_MOST_ROUNDS = 50


@dataclass(frozen=True, slots=True)
class Done:
    """A finding that was mended, and by what; its places are those in the text at that time."""

    finding: Finding
    fix: Fix


@dataclass(frozen=True, slots=True)
class Mending:
    """A spec that was mended.

    Attributes:
        source: the text as it is now.
        done: what was mended, in the order of doing.
        left: everything that is found in the text as it is now.
    """

    source: Source
    done: tuple[Done, ...]
    left: tuple[Finding, ...]


def mend(source: Source, path: StrPath | None = None) -> Mending:
    """Do the certain fixes of a source again and again, until there is none left to do.

    Of fixes that touch each other the first is done, and the others wait until the text has
    been read anew. Files that the source uses are not changed.

    Args:
        source: the spec.
        path: the file that it is, so that the files that it names are found.
    """
    done: list[Done] = []
    found = all_found(source, path)
    for _ in range(_MOST_ROUNDS):
        now = certain_fixes(source, found)
        if not now:
            break
        done += now
        source = Source(source.name, mended(source, (each.fix for each in now)))
        found = all_found(source, path)
    return Mending(source, tuple(done), tuple(found))


def certain_fixes(source: Source, found: Iterable[Finding]) -> list[Done]:
    """The fixes of findings that need no asking and change this source, none touching another."""
    chosen: list[Done] = []
    taken: list[tuple[int, int]] = []
    for finding in found:
        fix = next(iter(fixes_of(finding)), None)
        if fix is not None and _may_be_done(fix, source) and _is_free(fix, taken):
            chosen.append(Done(finding, fix))
            for edit in fix.edits:
                insort(taken, (edit.span.start, edit.span.end))
    return chosen


def mendable(found: Iterable[Finding]) -> Counter[str]:
    """How many findings have a certain fix, by the file that it would change."""
    sure = (fix for finding in found for fix in fixes_of(finding)[:1] if fix.certain)
    return Counter(fix.source.name for fix in sure)


def _may_be_done(fix: Fix, source: Source) -> bool:
    changes = any(edit.span.text != edit.text for edit in fix.edits)
    return fix.certain and changes and all(edit.span.source is source for edit in fix.edits)


def _is_free(fix: Fix, taken: list[tuple[int, int]]) -> bool:
    """Whether a fix touches none of the stretches that are changed already."""
    for edit in fix.edits:
        place = bisect_left(taken, (edit.span.start, edit.span.end))
        for start, end in taken[max(0, place - 1) : place + 1]:
            if start <= edit.span.end and edit.span.start <= end:
                return False
    return True
