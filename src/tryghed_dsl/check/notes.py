"""Where the checks put what they find."""

from dataclasses import field

from tryghed_dsl.findings.finding import Argument, Finding
from tryghed_dsl.records import dataclass
from tryghed_dsl.text.source import Span


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
        kept: dict[tuple[str, tuple[tuple[int, int], ...]], Finding] = {}
        for finding in self.found:
            places = tuple((span.start, span.end) for span in finding.spans)
            kept.setdefault((finding.code, places), finding)
        return list(kept.values())
