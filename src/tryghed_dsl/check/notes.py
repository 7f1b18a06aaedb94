"""Where the checks put what they find."""

from dataclasses import dataclass, field

from tryghed_dsl.findings.finding import Argument, Finding
from tryghed_dsl.text.source import Span


@dataclass(slots=True)
class Notes:
    """Findings gathered on the way; `quiet` names belong to lines that could not be read."""

    quiet: frozenset[str] = frozenset()
    found: list[Finding] = field(default_factory=list)

    def tell(self, code: str, *spans: Span, **args: Argument) -> None:
        """Add a finding."""
        self.found.append(Finding(code, spans, args))
