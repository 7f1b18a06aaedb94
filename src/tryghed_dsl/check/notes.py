"""Where the checks put what they find."""

from dataclasses import field

from tryghed_dsl.findings.finding import Argument, Expected, Finding, Listed
from tryghed_dsl.records import dataclass
from tryghed_dsl.text.source import Span

# What stands first in brackets is never called by a name; findings have words for it.
_WITHOUT_NAME = frozenset({"amount", "growth", "ref", "step", "value"})


def part_called(name: str) -> Argument:
    """What a finding calls a part of a line: by the word that is written, or in words."""
    return Expected((f"PART_{name}",)) if name in _WITHOUT_NAME else Listed((name,))


@dataclass(slots=True)
class Notes:
    """Findings gathered on the way; `quiet` names belong to lines that could not be read."""

    quiet: frozenset[str] = frozenset()
    found: list[Finding] = field(default_factory=list)

    def tell(self, code: str, *spans: Span, **args: Argument) -> None:
        """Add a finding."""
        self.found.append(Finding(code, spans, args))

    def once(self) -> list[Finding]:
        """What was found, none twice: what is written out in many places is checked in each."""
        kept: dict[tuple[str, tuple[Span, ...]], Finding] = {}
        for finding in self.found:
            kept.setdefault((finding.code, finding.spans), finding)
        return list(kept.values())
