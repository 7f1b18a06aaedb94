"""Reads a spec again with a change in it, and tells what the change takes away and brings."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from tryghed_dsl.findings.finding import Finding, errors
from tryghed_dsl.findings.fix import Fix, mended
from tryghed_dsl.text.source import Source

Reader = Callable[[Source], Sequence[Finding]]

# How many letters may be read again for one file: enough for any spec that people write, and
# little enough that a large one with many errors is answered soon.
_MOST_LETTERS = 600_000
_Key = tuple[str, str, str]


class Trials:
    """What is found in a file as it is, and as it would be with changes.

    Attributes:
        source: the file.
    """

    def __init__(self, source: Source, found: Sequence[Finding], read: Reader) -> None:
        self.source = source
        self._found = tuple(found)
        self._keys = Counter(map(_key, found))
        self._read = read
        self._letters = _MOST_LETTERS
        self._known: dict[str, Sequence[Finding]] = {}

    def works(self, fix: Fix) -> bool:
        """Whether a change takes errors away and brings none, in what it changes or elsewhere."""
        after = self._after(fix)
        if after is None:
            return False
        remaining = errors(after)
        fewer = len(remaining) < len(errors(self._found))
        return fewer and not Counter(map(_key, remaining)) - self._keys

    def brings(self, fix: Fix) -> int:
        """How many remarks there are with a change that are not there without it."""
        return (Counter(map(_key, self._after(fix) or ())) - self._keys).total()

    def gone(self, fix: Fix) -> list[Finding]:
        """The findings that are not there with a change."""
        left = Counter(map(_key, self._after(fix) or ()))
        gone = list[Finding]()
        for finding in self._found:
            key = _key(finding)
            if left[key]:
                left[key] -= 1
            else:
                gone.append(finding)
        return gone

    def _after(self, fix: Fix) -> Sequence[Finding] | None:
        text = mended(self.source, [fix])
        if text not in self._known:
            if self._letters < len(text):
                return None
            self._letters -= len(text)
            self._known[text] = self._read(Source(self.source.name, text))
        return self._known[text]


def _key(finding: Finding) -> _Key:
    """What a finding says of which line, wherever that line stands."""
    if not finding.spans:
        return (finding.code, "", str(finding.where))
    first = finding.spans[0]
    return (finding.code, first.source.name, first.source.line(first.place.line).strip())


def of_file(found: Iterable[Finding], source: Source) -> list[Finding]:
    """Those among findings that are about a place in a file."""
    return [each for each in found if each.spans and each.spans[0].source is source]
