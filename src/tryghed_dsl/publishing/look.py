"""The signs and colours of verdicts, which never speak by colour alone."""

import unicodedata
from collections.abc import Mapping

from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.status.theme import Theme

# Each has a sign of its own, so that a paper can be read in black and white.
SIGNS: Mapping[Verdict, str] = {
    Verdict.PASS: "✓",
    Verdict.WARN: "!",
    Verdict.FAIL: "✗",
    Verdict.UNKNOWN: "?",
    Verdict.PENDING: "…",
    Verdict.MONITOR: "○",
}


def sign(verdict: Verdict) -> str:
    """The sign of a verdict."""
    return SIGNS[verdict]


def colour(verdict: Verdict, theme: Theme) -> str:
    """The colour of a verdict; each has four and a half times the light of the paper's white."""
    own = verdict.value if verdict.value in theme.colours else "unknown"
    return theme.colours[own]


def readable(text: str) -> str:
    """A text on one line, without signs that no one sees: such may stand in any spec or figure."""
    seen = (c if unicodedata.category(c)[0] != "C" else " " for c in text)
    return " ".join("".join(seen).split())


def font_of(theme: Theme) -> list[str]:
    """The font of a theme, by a name that can stand in any style; none where it has none."""
    name = "".join(c for c in readable(theme.font or "") if c.isalnum() or c in " -")
    return [name] if name.strip() else []
