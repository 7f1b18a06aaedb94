"""Finds for each line with errors what it was meant to be, by reading the spec again."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tryghed_dsl.findings.finding import Argument, Finding, errors
from tryghed_dsl.findings.fix import Edit, Fix
from tryghed_dsl.findings.fixes import fixes_of
from tryghed_dsl.mending.alone import can_be_read
from tryghed_dsl.mending.places import Surroundings, block_of
from tryghed_dsl.mending.proposals import Line, Proposal
from tryghed_dsl.mending.rules import RULES
from tryghed_dsl.mending.telling import SAYS_LITTLE, told
from tryghed_dsl.mending.trials import Reader, Trials, of_file
from tryghed_dsl.patterns import pattern
from tryghed_dsl.records import dataclass, replace
from tryghed_dsl.text.source import Source, Span

_MOST_FOR_A_LINE = 120
# A text with errors on more lines is no spec, or one of its first errors spoils the others.
_MOST_LINES = 40
# Longer lines are no statements that people write.
_LONGEST = 400
_DEEPEST = 3
# How far above a brace that closes nothing its block may have been opened.
_FAR = 40
# A line that opens a block, as far as its words tell, and has no brace.
_OPENS = pattern(r"(?:agreement|goal|test|revises|for|aftale|mål\w*)\b[^{]*$", re.IGNORECASE)
# Signs that make one word with what stands beside them: of names, dates, ranges and shares.
_IN_A_WORD = "_-–./%'’"


def of_one_file(source: Source, found: Sequence[Finding], read: Reader) -> list[Finding]:
    """What was found in a file, each mistake told once and with what mends it.

    Args:
        source: the file.
        found: all that was found, in this file and others.
        read: reads a file in the place of this one, and gives what is then found.
    """
    return _Mender(source, found, read).told()


@dataclass(frozen=True, slots=True)
class _Mend:
    """A finding, and those that are told by it."""

    finding: Finding
    gone: Sequence[Finding]

    def applied(self, found: Sequence[Finding]) -> list[Finding]:
        """The findings with this one in the place of those."""
        gone = set(map(id, self.gone))
        return [each for each in found if id(each) not in gone] + [self.finding]


class _Mender:
    def __init__(self, source: Source, found: Sequence[Finding], read: Reader) -> None:
        self._source = source
        self._found = list(found)
        self._trials = Trials(source, found, read)
        self._lines = source.text.split("\n")
        self._around = Surroundings(source.text)

    def told(self) -> list[Finding]:
        seen = set[int]()
        while (number := self._next_line(seen)) is not None and len(seen) < _MOST_LINES:
            seen.add(number)
            mend = self._mend_of(number)
            if mend is not None:
                self._found = mend.applied(self._found)
        return self._found

    def _next_line(self, seen: set[int]) -> int | None:
        """The first line with an error that has not been looked at."""
        lines = {_line_of(finding) for finding in errors(of_file(self._found, self._source))}
        return min(lines - seen, default=None)

    def _mend_of(self, number: int) -> _Mend | None:
        told_here = errors(of_file(self._found, self._source))
        here = [finding for finding in told_here if _line_of(finding) == number]
        stray = any(finding.code == "E013" and finding.spans[0].text == "}" for finding in here)
        own = None if stray or _can_be_anything(here) else self._own_fix(here)
        own = own or (None if stray else self._brace_below(number, here))
        if own is not None or _says_enough(here) or self._all_mend(here):
            return own
        around = (number, *self._above(number), *self._openers(here, number))
        mends = (self._by_rules(each, here) for each in (around[1:] if stray else around))
        found = next((mend for mend in mends if mend is not None), None)
        # A brace that closes nothing is rather one that was opened nowhere than one too many, and
        # a target without a name of its own is rather one that is written otherwise.
        alone = len(here) == 1 and _can_be_anything(here)
        return found or (self._own_fix(here) if stray or alone else None)

    def _own_fix(self, here: Sequence[Finding]) -> _Mend | None:
        """A finding that tells all, as what it suggests takes the others of its line away too."""
        for finding in here:
            good = [fix for fix in fixes_of(finding) if self._takes_away(here, fix)]
            if good:
                return _Mend(replace(finding, fixes=tuple(good)), self._trials.gone(good[0]))
        return None

    def _all_mend(self, here: Sequence[Finding]) -> bool:
        """Whether only signs were typeset, several of them, each of which has its own fix."""
        here = [finding for finding in here if finding.code != "E113"]
        fixes = [fix for finding in here for fix in fixes_of(finding) if finding.code == "E016"]
        if not fixes or len(fixes) < len(here):
            return False
        edits = dict.fromkeys(edit for fix in fixes for edit in fix.edits)
        apart = sorted(edits, key=lambda edit: edit.span.start)
        touching = any(a.span.end > b.span.start for a, b in pairwise(apart))
        return not touching and self._takes_away(here, Fix(tuple(apart)))

    def _takes_away(self, here: Sequence[Finding], fix: Fix) -> bool:
        if fix.source is not self._source or not self._trials.works(fix):
            return False
        gone = self._trials.gone(fix)
        return all(finding in gone for finding in here)

    # -------------------------------------------------------------- where to look

    def _above(self, number: int) -> Iterator[int]:
        """The line above that has words on it: a mistake at its end is told a line later."""
        for each in range(number - 1, 0, -1):
            if self._text(each).strip():
                yield each
                return

    def _openers(self, here: Sequence[Finding], number: int) -> Iterator[int]:
        """The lines above that may open a block, where a line stands in none."""
        if any(finding.code in ("E010", "E013", "E023") for finding in here):
            for each in range(number - 2, max(number - _FAR, 0), -1):
                if _OPENS.match(self._text(each)):
                    yield each

    def _text(self, number: int) -> str:
        return self._lines[number - 1]

    # -------------------------------------------------------------- what was meant

    def _brace_below(self, number: int, here: Sequence[Finding]) -> _Mend | None:
        """A brace on the line below the one that it belongs to."""
        above = next(self._above(number), 0)
        if not above or not self._text(number).lstrip().startswith("{"):
            return None
        end = self._start_of(above) + len(self._text(above).rstrip())
        brace = self._source.text.index("{", end)
        fix = Fix((Edit(Span(self._source, end, brace), " "),))
        if not self._takes_away(here, fix):
            return None
        line = f"{self._text(above)} {{"
        gone = self._trials.gone(fix)
        args: dict[str, Argument] = {
            "written": "{",
            "instead": "… {",
            "line": " ".join(line.split()),
        }
        place = Span(self._source, brace, brace + 1)
        return _Mend(Finding("E040", (place,), args, fixes=(fix,)), gone)

    def _by_rules(self, number: int, here: Sequence[Finding]) -> _Mend | None:
        """The mend of a line by the fewest rules."""
        block = block_of(self._lines, number - 1)
        if len(self._text(number)) > _LONGEST:
            return None
        queue, known = [Proposal("", self._text(number))], {self._text(number)}
        for _ in range(_DEEPEST):
            made, good = list[Proposal](), list[_Mend]()
            for before in queue:
                line = Line(before.text, block, self._around)
                for readings in _readings(line, before, known):
                    mend = self._of_those_that_read(number, block, readings, here)
                    good += [] if mend is None else [mend]
                    made += readings
            if good:
                return max(good, key=lambda mend: len(errors(mend.gone)))
            if len(known) > _MOST_FOR_A_LINE:
                return None
            queue = made
        return None

    def _of_those_that_read(
        self, number: int, block: str, made: Sequence[Proposal], here: Sequence[Finding]
    ) -> _Mend | None:
        readable = [each for each in made if can_be_read(each.text, block)]
        fixes = [(each, self._fix(number, each)) for each in readable]
        good = [(each, fix) for each, fix in fixes if self._takes_away(here, fix)]
        if not good:
            return None
        good.sort(key=lambda pair: self._trials.brings(pair[1]))
        # What can be read as it is and is wrong in its meaning, only its author knows.
        readable_as_it_is = can_be_read(self._text(number), block)
        sure = len(good) == 1 and good[0][0].certain and not readable_as_it_is
        changes = tuple(replace(fix, certain=sure) for _, fix in good)
        gone = self._trials.gone(changes[0])
        finding = told([each for each, _ in good], changes, errors(gone))
        return _Mend(finding, gone)

    def _start_of(self, number: int) -> int:
        return sum(len(each) + 1 for each in self._lines[: number - 1])

    def _fix(self, number: int, made: Proposal) -> Fix:
        """The change of a line, of whole words and no more."""
        old, new = self._text(number), made.text
        start = self._start_of(number)
        head, tail = _common(old, new)
        if old[head : len(old) - tail].strip() == new[head : len(new) - tail].strip() == "":
            head, tail = max(head - 1, 0), max(tail - 1, 0)  # blanks alone cannot be seen
        span = Span(self._source, start + head, start + len(old) - tail)
        return Fix((Edit(span, new[head : len(new) - tail]),), made.certain)


def _readings(line: Line, before: Proposal, known: set[str]) -> Iterator[Sequence[Proposal]]:
    """What each rule makes of a line that others have changed before, without what is known."""
    for rule in RULES:
        made = {each.text: each for each in rule(line) if each.text not in known}
        fresh = list(made.values())
        known.update(made)
        if fresh:
            yield [
                Proposal(before.code or each.code, each.text, before.certain and each.certain)
                for each in fresh
            ]


def _says_enough(here: Sequence[Finding]) -> bool:
    """Whether there is one finding, that says what is wrong and has no fix that fails."""
    return len(here) == 1 and here[0].code not in SAYS_LITTLE and not fixes_of(here[0])


def _can_be_anything(here: Sequence[Finding]) -> bool:
    """Whether a line may hold anything at all, as it is read as a target without a name."""
    return any(finding.code == "E113" for finding in here)


def _line_of(finding: Finding) -> int:
    return finding.spans[0].place.line


def _common(old: str, new: str) -> tuple[int, int]:
    """How much two lines have in common at their start and end, up to whole words."""
    least = min(len(old), len(new))
    head = next((n for n in range(least) if old[n] != new[n]), least)
    while head and _within_word(old, head) | _within_word(new, head):
        head -= 1
    least -= head
    tail = next((n for n in range(least) if old[-1 - n] != new[-1 - n]), least)
    while tail and _within_word(old, len(old) - tail) | _within_word(new, len(new) - tail):
        tail -= 1
    return head, tail


def _within_word(text: str, place: int) -> bool:
    around = text[max(place - 1, 0) : place + 1]
    return 0 < place < len(text) and all(each.isalnum() or each in _IN_A_WORD for each in around)
